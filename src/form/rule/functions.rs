//! The functions of the language, one table of names and types.

use serde::{Deserialize, Serialize};

#[cfg(feature = "author")]
use super::author::{Parameter, Type};
use super::env::Cells;
use super::value::{Span, Val};
use crate::date::Date;
use crate::identifiers as id;
use crate::text;

macro_rules! functions {
    ($($variant:ident = $name:literal ($($parameter:ident),*) -> $gives:ident $(, $method:ident)?;)*) => {
        /// A function; the order is that of compiled packs.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub(super) enum Function { $($variant,)* }

        #[cfg(feature = "author")]
        impl Function {
            pub(super) const ALL: &[Self] = &[$(Self::$variant),*];

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            pub(super) fn parameters(self) -> &'static [Parameter] {
                match self { $(Self::$variant => &[$(Parameter::$parameter),*],)* }
            }

            pub(super) fn gives(self) -> Type {
                match self { $(Self::$variant => Type::$gives,)* }
            }

            fn is_method(self) -> Option<bool> {
                match self { $(Self::$variant => functions!(@ $($method)?),)* }
            }
        }
    };
    (@ method) => { Some(true) };
    (@ both) => { None };
    (@) => { Some(false) };
}

functions! {
    Size = "size" (Sized) -> Number, both;
    StartsWith = "startsWith" (Text, Text) -> Bool, method;
    EndsWith = "endsWith" (Text, Text) -> Bool, method;
    Contains = "contains" (Text, Text) -> Bool, method;
    Distinct = "distinct" (List) -> Bool;
    Same = "same" (Text, Text) -> Bool;
    Like = "like" (Text, Text) -> Bool;
    WordCount = "wordCount" (Text) -> Number;
    Age = "age" (Date, Date) -> Number;
    DaysBetween = "daysBetween" (Date, Date) -> Number;
    AddDays = "addDays" (Date, Number) -> Date;
    AddMonths = "addMonths" (Date, Number) -> Date;
    AddYears = "addYears" (Date, Number) -> Date;
    Year = "year" (Date) -> Number;
    Month = "month" (Date) -> Number;
    Day = "day" (Date) -> Number;
    IsFullDate = "isFullDate" (Date) -> Bool;
    DateInWords = "dateInWords" (Date) -> Text;
    PinSex = "pinSex" (Text) -> Text;
    PinBirthYear = "pinBirthYear" (Text) -> Number;
    IsPin = "isPin" (Text) -> Bool;
    IsTaxCode = "isTaxCode" (Text) -> Bool;
    IsMobile = "isMobile" (Text) -> Bool;
    IsPhone = "isPhone" (Text) -> Bool;
    IsEmail = "isEmail" (Text) -> Bool;
    IsBhyt = "isBhyt" (Text) -> Bool;
    IsPassport = "isPassport" (Text) -> Bool;
    IsLicence = "isLicence" (Text) -> Bool;
    IsCmnd = "isCmnd" (Text) -> Bool;
    IsBankAccount = "isBankAccount" (Text) -> Bool;
}

#[cfg(feature = "author")]
impl Function {
    pub(super) fn from_name(name: &str, as_method: bool) -> Option<Self> {
        let fits = |f: &Self| f.name() == name && f.is_method().is_none_or(|method| method == as_method);
        Self::ALL.iter().copied().find(fits)
    }

    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|function| function.name())
    }
}

impl Function {
    /// Anything but what it takes (above all `null`) gives [`Val::Unknown`].
    pub(super) fn call<'e>(self, values: &[Val<'e>], cells: &Cells<'_>) -> Val<'e> {
        let known = match values {
            [Val::Text(a)] => self.of_text(a),
            [Val::Text(a), Val::Text(b)] => self.of_texts(a, b).map(Val::Bool),
            [Val::Day(a)] => self.of_day(*a),
            [Val::Day(a), Val::Day(b)] => self.of_days(*a, *b),
            [Val::Day(a), Val::Number(n)] => self.moved(*a, *n),
            [Val::List(items)] if self == Self::Distinct => distinct(items).map(Val::Bool),
            [Val::List(items)] => count(items.len()),
            [Val::Rows(group)] => count(cells.groups.get(*group).map_or(0, Vec::len)),
            [Val::Files(files)] => count(*files),
            _ => None,
        };
        known.unwrap_or(Val::Unknown)
    }

    fn of_text<'e>(self, text: &str) -> Option<Val<'e>> {
        Some(Val::Bool(match self {
            Self::Size => return count(text.chars().count()),
            Self::WordCount => return count(text.split_whitespace().count()),
            Self::PinSex => return Some(Val::Text(id::pin_sex(text)?.into())),
            Self::PinBirthYear => return Some(Val::number(id::pin_birth_year(text)?.into())),
            Self::IsPin => id::is_pin(text),
            Self::IsTaxCode => id::is_tax_code(text),
            Self::IsMobile => id::is_mobile(text),
            Self::IsPhone => id::is_phone(text),
            Self::IsEmail => id::is_email(text),
            Self::IsBhyt => id::is_bhyt(text),
            Self::IsPassport => id::is_passport(text),
            Self::IsLicence => id::is_licence(text),
            Self::IsCmnd => id::is_cmnd(text),
            Self::IsBankAccount => id::is_bank_account(text),
            _ => return None,
        }))
    }

    fn of_texts(self, a: &str, b: &str) -> Option<bool> {
        match self {
            Self::StartsWith => Some(a.starts_with(b)),
            Self::EndsWith => Some(a.ends_with(b)),
            Self::Contains => Some(a.contains(b)),
            Self::Same => Some(a == b || text::key(a) == text::key(b)),
            Self::Like => Some(id::is_like(a, b)),
            _ => None,
        }
    }

    fn of_day<'e>(self, day: Span<Date>) -> Option<Val<'e>> {
        let part = |part: fn(Date) -> i64| {
            // Months and days of a span can be anything, unless it is one day or lies in one month.
            (part(day.low) == part(day.high)).then(|| Val::number(part(day.low)))
        };
        let one_year = day.low.year() == day.high.year();
        let one_month = one_year && day.low.month() == day.high.month();
        match self {
            Self::Year => {
                Some(Val::Number(Span { low: day.low.year().into(), high: day.high.year().into() }))
            }
            Self::Month if one_month => part(|day| day.month().into()),
            Self::Day => day.exact().map(|day| Val::number(day.day().into())),
            Self::IsFullDate => Some(Val::Bool(day.exact().is_some())),
            Self::DateInWords => Some(Val::Text(id::date_in_words(day.exact()?).into())),
            _ => None,
        }
    }

    fn of_days<'e>(self, a: Span<Date>, b: Span<Date>) -> Option<Val<'e>> {
        let span = |low: i32, high: i32| Some(Val::Number(Span { low: low.into(), high: high.into() }));
        match self {
            Self::Age => span(a.high.full_years_to(b.low), a.low.full_years_to(b.high)),
            Self::DaysBetween => span(a.high.days_to(b.low), a.low.days_to(b.high)),
            _ => None,
        }
    }

    fn moved<'e>(self, day: Span<Date>, by: Span<i64>) -> Option<Val<'e>> {
        let go: fn(Date, i32) -> Option<Date> = match self {
            Self::AddDays => Date::plus_days,
            Self::AddMonths => Date::plus_months,
            Self::AddYears => Date::plus_years,
            _ => return None,
        };
        let low = go(day.low, i32::try_from(by.low).ok()?)?;
        let high = go(day.high, i32::try_from(by.high).ok()?)?;
        Some(Val::Day(Span { low, high }))
    }
}

/// No value twice; nulls are not counted. At most 200 × 50 items, bounded by the language.
fn distinct(items: &[Val<'_>]) -> Option<bool> {
    let mut unknown = false;
    for (index, item) in items.iter().enumerate().filter(|(_, item)| **item != Val::Null) {
        for other in items.iter().take(index).filter(|other| **other != Val::Null) {
            match item.equals(other) {
                Some(true) => return Some(false),
                Some(false) => {}
                None => unknown = true,
            }
        }
    }
    (!unknown).then_some(true)
}

fn count<'e>(count: usize) -> Option<Val<'e>> {
    i64::try_from(count).ok().map(Val::number)
}
