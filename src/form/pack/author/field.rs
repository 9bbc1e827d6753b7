use super::at::{At, Linter};
use super::decode::MAX_ROWS;
use super::members::FIELD;
use crate::form::pack::Days;
use crate::form::rule::Type;
use crate::json::Value;

impl Linter {
    pub(super) fn field(&mut self, at: &At<'_>, row_of: Option<usize>) {
        self.only(at, &FIELD);
        if let Some(words) = at.get("words") {
            self.only(&words, &["missing", "wrong"]);
            self.words_maybe(&words, "missing");
            self.words_maybe(&words, "wrong");
        }
        for name in ["hint", "placeholder", "unit", "row"] {
            self.words_maybe(at, name);
        }
        let kind = self.text(at, "type");
        self.kind(at, kind, row_of);
        self.help(at, kind);
        let wanted = type_of(kind, 0);
        if let Some(other) = self.expression(at, "value", row_of).filter(|other| *other != wanted) {
            self.mistake(
                &format!("{}.value", at.path),
                &format!("the field holds {wanted}, this gives {other}"),
            );
        }
        if !matches!(at.value.get("required"), None | Some(Value::Bool(_))) {
            self.condition(at, "required", row_of);
        }
        if at.get("default").is_some() && kind == "boolean" {
            self.mistake(&at.path, "nothing is pre-ticked: a boolean has no default");
        }
        self.text(at, "id");
        self.words(at, "label");
        self.condition(at, "visible", row_of);
        self.one_of(at, "whenHidden", &["keep", "clear"]);
        if at.get("basis").is_some() {
            self.basis(at, "basis");
        }
        self.days(at);
    }

    fn kind(&mut self, at: &At<'_>, kind: &str, row_of: Option<usize>) {
        for name in ["min", "max", "minLength", "maxLength", "maxBytes"] {
            self.whole(at, name);
        }
        match kind {
            "text" | "name" | "pin" | "boolean" | "number" | "money" | "address" | "phone" | "email"
            | "taxCode" | "bhyt" | "passport" | "licence" | "cmnd" | "bankAccount" | "attachment" => {}
            "date" => {
                self.bound(at, "earliest", row_of);
                self.bound(at, "latest", row_of);
            }
            "choice" | "multiChoice" => self.choices(at, row_of),
            "group" if row_of.is_none() => {
                let name = at.value.get("id").and_then(Value::as_str).unwrap_or("");
                let group = self.scope.fields.iter().find(|field| field.0 == name).map(|field| &field.1);
                let group = if let Some(Type::Rows(group)) = group { Some(*group) } else { None };
                at.list("fields").iter().for_each(|row| self.field(row, group));
                let most = at.value.get("max").and_then(Value::as_f64).unwrap_or(0.0);
                if most > f64::from(u8::try_from(MAX_ROWS).unwrap_or(0)) {
                    self.mistake(&at.path, &format!("at most {MAX_ROWS} rows"));
                }
            }
            "group" => self.mistake(&at.path, "a group inside a group"),
            other => self.mistake(&at.path, &format!("there is no type `{other}`")),
        }
    }

    fn bound(&mut self, at: &At<'_>, name: &str, row_of: Option<usize>) {
        if let Some(kind) = self.expression(at, name, row_of).filter(|kind| *kind != Type::Date) {
            let words = format!("a date is needed, this gives {kind}");
            self.mistake(&format!("{}.{name}", at.path), &words);
        }
    }

    fn choices(&mut self, at: &At<'_>, row_of: Option<usize>) {
        let mut choices: Vec<(&str, Days)> = Vec::new();
        for choice in at.list("choices") {
            self.only(&choice, &["value", "label", "visible", "effectiveFrom", "effectiveTo"]);
            let value = self.text(&choice, "value");
            let days = self.days(&choice);
            if choices.iter().any(|(other, then)| *other == value && then.overlap(days)) {
                self.mistake(&choice.path, &format!("`{value}` stands twice"));
            }
            self.words(&choice, "label");
            self.condition(&choice, "visible", row_of);
            choices.push((value, days));
        }
        if choices.is_empty() {
            self.mistake(&at.path, "there are no choices");
        }
    }
}

/// What a field of this type is in the rule language; of a group, `group` is its number.
pub(super) fn type_of(kind: &str, group: usize) -> Type {
    match kind {
        "date" => Type::Date,
        "number" | "money" => Type::Number,
        "boolean" => Type::Bool,
        "multiChoice" => Type::List(Box::new(Type::Text)),
        "attachment" => Type::Files,
        "group" => Type::Rows(group),
        _ => Type::Text,
    }
}
