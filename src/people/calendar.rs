//! How one column writes its days: which comes first, from which year a sheet counts.

use super::{
    day::{Written, Year},
    findings,
};
use crate::{Date, date::PartialDate, finding::Code};

/// What the cells of a column say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Calendar {
    order: Order,
    epoch: Epoch,
    /// Days by which the days of the sheet are off.
    shift: i32,
    /// Day and month of the sheet's own days may be exchanged.
    exchanged: bool,
    use_: Use,
}

/// How the columns of days write them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Calendars {
    pub(super) birth: Calendar,
    pub(super) issue: Calendar,
    pub(super) expiry: Calendar,
}

/// What the days are: they decide which centuries are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Birth,
    Issue,
    Expiry,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    Unsure,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Epoch {
    From1900,
    From1904,
    Unsure,
}

/// A cell, read as its column writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Nothing,
    /// The day, and why it is written otherwise now.
    Known(PartialDate, Option<&'static Code>),
    /// The possible days, and what is not certain.
    Ask(Vec<PartialDate>, &'static Code),
    /// No day.
    Wrong,
}

/// Counts over a column.
#[derive(Clone, Debug, Default)]
pub(super) struct Evidence {
    day_first: usize,
    month_first: usize,
    either: usize,
    serials: Hits,
    sheet: Hits,
    sheet_low: usize,
    sheet_high: usize,
}

/// How often the year is that of the personal number: as it stands, and moved by 1,462 days on or back.
#[derive(Clone, Copy, Debug, Default)]
struct Hits {
    count: usize,
    as_it_is: usize,
    later: usize,
    earlier: usize,
}

impl Evidence {
    /// Counts a cell; `year` is that of the row's personal number.
    pub(super) fn add(&mut self, written: &Written, year: Option<u16>) {
        match written {
            Written::Slashed { first, second, .. } => match (*first > 12, *second > 12) {
                (true, false) => count(&mut self.day_first),
                (false, true) => count(&mut self.month_first),
                (false, false) if first != second => count(&mut self.either),
                _ => {}
            },
            Written::Serial(days) => self.serials.add(of_serial(*days), year),
            Written::Sheet(date) => {
                self.sheet.add(Some(*date), year);
                match date.day() {
                    13.. => count(&mut self.sheet_high),
                    day if day != date.month() => count(&mut self.sheet_low),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// What the counts say; `from_1904` is what the sheet says of itself.
    pub(super) fn calendar(&self, use_: Use, from_1904: Option<bool>) -> Calendar {
        let epoch = match from_1904 {
            Some(true) => Epoch::From1904,
            Some(false) => Epoch::From1900,
            None if self.serials.says(self.serials.later) => Epoch::From1904,
            None if self.serials.contradicts() => Epoch::Unsure,
            None => Epoch::From1900,
        };
        let shift = if self.sheet.says(self.sheet.later) {
            DAYS_TO_1904
        } else if self.sheet.says(self.sheet.earlier) {
            DAYS_TO_1904.saturating_neg()
        } else {
            0
        };
        // Of days as they come, 12 in 30 are low: a long column of nothing else has been exchanged. Where the
        // high ones stand beside it as text, fewer are enough.
        let enough = self.sheet_low >= 30 || self.sheet_low >= 10 && self.day_first >= 10 && self.either == 0;
        let exchanged = self.sheet_high == 0 && enough;
        Calendar { order: self.order(), epoch, shift, exchanged, use_ }
    }

    fn order(&self) -> Order {
        let certain = self.day_first.saturating_add(self.month_first);
        // Six in ten days say themselves which number is the day.
        if self.either >= 30 && certain.saturating_mul(10) < self.either {
            return Order::Unsure;
        }
        let few = |few: usize, many: usize| few.saturating_mul(STRAY) <= many;
        match (self.day_first, self.month_first) {
            (day, month) if few(month, day) => Order::DayFirst,
            (day, month) if month >= 3 && few(day, month) => Order::MonthFirst,
            _ => Order::Unsure,
        }
    }
}

impl Hits {
    fn add(&mut self, date: Option<Date>, year: Option<u16>) {
        let (Some(date), Some(year)) = (date, year) else { return };
        let hit = |date: Option<Date>| date.is_some_and(|date| date.year() == year);
        count(&mut self.count);
        for (days, hits) in [
            (0, &mut self.as_it_is),
            (DAYS_TO_1904, &mut self.later),
            (DAYS_TO_1904.saturating_neg(), &mut self.earlier),
        ] {
            if hit(date.plus_days(days)) {
                count(hits);
            }
        }
    }

    /// Nine in ten years agree when moved, hardly any as they are.
    fn says(&self, moved: usize) -> bool {
        self.count >= 5
            && moved.saturating_mul(10) >= self.count.saturating_mul(9)
            && self.as_it_is.saturating_mul(5) <= self.count
    }

    fn contradicts(&self) -> bool {
        self.count >= 5 && self.as_it_is.saturating_mul(2) < self.count
    }
}

impl Calendar {
    /// What a cell means; `year` is that of the row's personal number.
    pub(super) fn read(&self, written: &Written, year: Option<u16>, on: Date) -> Read {
        let form = |canonical: bool| (!canonical).then_some(findings::DAY_FORM);
        match written {
            Written::Nothing => Read::Nothing,
            Written::Unknown | Written::Impossible => Read::Wrong,
            Written::Plain { date, canonical } => Read::Known(*date, form(*canonical)),
            Written::Either(dates) => {
                Read::Ask(dates.iter().copied().map(PartialDate::Day).collect(), findings::DAY_AMBIGUOUS)
            }
            Written::Slashed { first, second, year: Year::Full(year), canonical } => {
                self.slashed(*first, *second, *year, form(*canonical))
            }
            Written::Slashed { first, second, year: Year::Short(short), .. } => {
                self.short(*first, *second, *short, year, on)
            }
            Written::Serial(days) => self.serial(*days),
            Written::Sheet(date) => self.sheet(*date),
        }
    }

    fn slashed(&self, first: u8, second: u8, year: u16, reason: Option<&'static Code>) -> Read {
        let days_first = Date::new(year, second, first).map(PartialDate::Day);
        let months_first = Date::new(year, first, second).map(PartialDate::Day);
        match (days_first, months_first, self.order) {
            (Some(a), Some(b), _) if a == b => Read::Known(a, reason),
            (Some(date), _, Order::DayFirst) => Read::Known(date, reason),
            (Some(a), Some(b), Order::Unsure) => Read::Ask(vec![a, b], findings::DAY_AMBIGUOUS),
            (_, Some(date), Order::MonthFirst) => Read::Known(date, Some(findings::DAY_MONTH_FIRST)),
            (Some(date), None, Order::Unsure) => Read::Known(date, reason),
            (None, Some(date), Order::Unsure) => Read::Known(date, Some(findings::DAY_MONTH_FIRST)),
            // Against the order of its column: a slip is as likely.
            (Some(date), None, _) | (None, Some(date), _) => Read::Ask(vec![date], findings::DAY_AMBIGUOUS),
            _ => Read::Wrong,
        }
    }

    fn short(&self, first: u8, second: u8, short: u8, known: Option<u16>, on: Date) -> Read {
        let years = self.years(short, known, on);
        let mut options = Vec::new();
        let mut asked = (years.len() > 1).then_some(findings::CENTURY_UNSURE);
        for year in years {
            match self.slashed(first, second, year, None) {
                Read::Known(date, _) => options.push(date),
                Read::Ask(dates, why) => {
                    asked = Some(why);
                    options.extend(dates);
                }
                _ => {}
            }
        }
        match (options.as_slice(), asked) {
            ([], _) => Read::Wrong,
            ([date], None) => Read::Known(*date, Some(findings::DAY_CENTURY)),
            (_, asked) => Read::Ask(options, asked.unwrap_or(findings::DAY_AMBIGUOUS)),
        }
    }

    /// The years that two digits can stand for.
    fn years(&self, short: u8, known: Option<u16>, on: Date) -> Vec<u16> {
        let short = u16::from(short);
        let (old, new) = (short.saturating_add(1900), short.saturating_add(2000));
        match self.use_ {
            Use::Birth => {
                if let Some(known) = known.filter(|known| known.checked_rem(100) == Some(short)) {
                    return vec![known];
                }
                let lives = |year: &u16| *year <= on.year() && on.year().saturating_sub(*year) <= OLDEST;
                [old, new].into_iter().filter(lives).collect()
            }
            // The first identity papers are of 1957; nobody holds one of before 1927.
            Use::Issue => vec![if new <= on.year() { new } else { old }],
            Use::Expiry => vec![new],
        }
    }

    fn serial(&self, days: u16) -> Read {
        let Some(date) = of_serial(days) else { return Read::Wrong };
        let moved = date.plus_days(DAYS_TO_1904);
        match (self.epoch, moved) {
            (Epoch::From1900, _) => Read::Known(PartialDate::Day(date), Some(findings::DAY_SERIAL)),
            (Epoch::From1904, Some(date)) => Read::Known(PartialDate::Day(date), Some(findings::DAY_1904)),
            (_, moved) => {
                let options = [Some(date), moved].into_iter().flatten().map(PartialDate::Day).collect();
                Read::Ask(options, findings::EPOCH_UNSURE)
            }
        }
    }

    fn sheet(&self, date: Date) -> Read {
        if self.shift != 0 {
            let moved = date.plus_days(self.shift).map(PartialDate::Day);
            return moved.map_or(Read::Wrong, |date| Read::Known(date, Some(findings::DAY_1904)));
        }
        let other = Date::new(date.year(), date.day(), date.month()).filter(|other| *other != date);
        match other {
            Some(other) if self.exchanged => {
                let options = [date, other].map(PartialDate::Day).to_vec();
                Read::Ask(options, findings::DAY_EXCHANGED)
            }
            _ => Read::Known(PartialDate::Day(date), None),
        }
    }
}

/// The day of a serial number that counts from 1900. Spreadsheets have a 29 February 1900 (day 60), which
/// no number that is read here reaches.
fn of_serial(days: u16) -> Option<Date> {
    Date::new(1899, 12, 30)?.plus_days(i32::from(days))
}

fn count(number: &mut usize) {
    *number = number.saturating_add(1);
}

/// Days between the two beginnings, 1900 and 1904.
const DAYS_TO_1904: i32 = 1462;

/// The oldest age that is taken for possible where a century is open. The oldest person of whom there is
/// proof reached 122; nobody alive is above 117.
pub(super) const OLDEST: u16 = 117;

/// One in so many days of the other order is a stray and does not unsettle a column.
const STRAY: usize = 1000;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{Cell, day::written};

    fn on() -> Date {
        Date::new(2026, 11, 22).unwrap()
    }

    fn column(cells: &[Cell], years: &[Option<u16>]) -> Calendar {
        let mut evidence = Evidence::default();
        for (at, cell) in cells.iter().enumerate() {
            evidence.add(&written(cell), years.get(at).copied().flatten());
        }
        evidence.calendar(Use::Birth, None)
    }

    fn texts(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell::text(*text)).collect()
    }

    fn read(calendar: &Calendar, text: &str) -> Read {
        calendar.read(&written(&Cell::text(text)), None, on())
    }

    fn day(iso: &str) -> PartialDate {
        PartialDate::from_iso(iso).unwrap()
    }

    #[test]
    fn the_column_says_which_number_is_the_day() {
        let day_first = column(&texts(&["25/03/1999", "05/03/1999"]), &[]);
        assert_eq!(read(&day_first, "05/03/1999"), Read::Known(day("1999-03-05"), None));
        let month_first = column(&texts(&["03/25/1999", "12/31/1980", "1/13/2001", "05/03/1999"]), &[]);
        let reason = Some(findings::DAY_MONTH_FIRST);
        assert_eq!(read(&month_first, "05/03/1999"), Read::Known(day("1999-05-03"), reason));
        let mixed = column(&texts(&["03/25/1999", "25/03/1999"]), &[]);
        let both = vec![day("1999-03-05"), day("1999-05-03")];
        assert_eq!(read(&mixed, "05/03/1999"), Read::Ask(both, findings::DAY_AMBIGUOUS));
        assert_eq!(read(&mixed, "25/03/1999"), Read::Known(day("1999-03-25"), None));
        let stray = Read::Ask(vec![day("1999-03-25")], findings::DAY_AMBIGUOUS);
        assert_eq!(read(&day_first, "03/25/1999"), stray);
        assert_eq!(read(&day_first, "31/02/1999"), Read::Wrong);
    }

    #[test]
    fn a_year_of_two_digits_is_written_out_only_when_one_century_fits() {
        let calendar = column(&[], &[]);
        let century = Some(findings::DAY_CENTURY);
        assert_eq!(read(&calendar, "15/05/85"), Read::Known(day("1985-05-15"), century));
        assert_eq!(read(&calendar, "15/05/05"), Read::Known(day("2005-05-15"), century));
        let both = vec![day("1920-05-15"), day("2020-05-15")];
        assert_eq!(read(&calendar, "15/05/20"), Read::Ask(both, findings::CENTURY_UNSURE));
        let known = calendar.read(&written(&Cell::text("15/05/20")), Some(1920), on());
        assert_eq!(known, Read::Known(day("1920-05-15"), century));
    }

    #[test]
    fn serial_numbers_count_from_the_year_that_the_personal_numbers_confirm() {
        let serials: Vec<Cell> = (0..10).map(|number| Cell::Number(30_000.0 + f64::from(number))).collect();
        let years = |year| vec![Some(year); 10];
        let first = written(&serials[0]);
        let plain = column(&serials, &years(1982));
        let reason = Some(findings::DAY_SERIAL);
        assert_eq!(plain.read(&first, None, on()), Read::Known(day("1982-02-18"), reason));
        let from_1904 = column(&serials, &years(1986));
        let reason = Some(findings::DAY_1904);
        assert_eq!(from_1904.read(&first, None, on()), Read::Known(day("1986-02-19"), reason));
        let neither = column(&serials, &years(1950));
        assert!(matches!(neither.read(&first, None, on()), Read::Ask(options, _) if options.len() == 2));
        assert_eq!(column(&serials, &[]).epoch, Epoch::From1900);
    }

    #[test]
    fn days_that_a_sheet_may_have_exchanged_are_asked() {
        let mut cells: Vec<Cell> = (13..28).map(|day| Cell::text(format!("{day}/03/1999"))).collect();
        cells.extend((1..13).map(|day| Cell::day(Date::new(1999, day, 4).unwrap())));
        let calendar = column(&cells, &[]);
        let cell = written(&Cell::day(Date::new(1999, 5, 4).unwrap()));
        let both = vec![day("1999-05-04"), day("1999-04-05")];
        assert_eq!(calendar.read(&cell, None, on()), Read::Ask(both, findings::DAY_EXCHANGED));
        cells.push(Cell::day(Date::new(1999, 5, 25).unwrap()));
        assert_eq!(column(&cells, &[]).read(&cell, None, on()), Read::Known(day("1999-05-04"), None));
    }
}
