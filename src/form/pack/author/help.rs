use super::at::{At, Linter};
use crate::json::Value;

/// What a field tells the page for the sake of whoever fills it in: nothing of it decides what is accepted.
impl Linter {
    pub(super) fn help(&mut self, at: &At<'_>, kind: &str) {
        self.one_of(at, "list", &["countries", "ethnicities"]);
        if at.get("list").is_some() && kind != "text" {
            self.mistake(&at.path, "`list` is for a text");
        }
        if let Some(suggest) = at.get("suggest") {
            self.suggestion(&suggest, kind);
        }
        if let Some(terms) = at.get("terms") {
            self.only(&terms, &["from", "months"]);
            self.fields_named(&terms, "from");
            for months in terms.list("months") {
                if months.value.as_whole().is_none() {
                    self.mistake(&months.path, "a whole number is needed");
                }
            }
        }
        if let Some(either) = at.get("either") {
            self.only(&either, &["id", "label", "question"]);
            self.words(&either, "label");
            self.words(&either, "question");
            self.field_named(&either, "id");
        }
    }

    fn suggestion(&mut self, at: &At<'_>, kind: &str) {
        if at.value.as_str().is_some() {
            if at.value.as_str() != Some("today") || kind != "date" {
                self.mistake(&at.path, "only `today`, of a date");
            }
        } else if at.get("office").is_some() {
            self.only(at, &["office", "of"]);
            if !self.text(at, "office").contains("{commune}") {
                self.mistake(&at.path, "`office` does not say where {commune} stands");
            }
            self.fields_named(at, "of");
        } else if let Some(values) = at.get("values") {
            self.only(at, &["by", "values"]);
            self.field_named(at, "by");
            let values = values.value.as_object().unwrap_or_default();
            if kind != "boolean"
                || values.is_empty()
                || values.iter().any(|(_, value)| value.as_bool().is_none())
            {
                self.mistake(&at.path, "`values` are true or false, of a boolean");
            }
        } else {
            self.only(at, &["by", "texts"]);
            self.field_named(at, "by");
            let texts = at.get("texts");
            for (name, text) in texts.as_ref().and_then(|texts| texts.value.as_object()).unwrap_or_default() {
                let text = text.as_str().unwrap_or("");
                if text.is_empty() {
                    self.mistake(&at.path, &format!("`{name}` is no text"));
                }
                let names = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
                for unknown in names.filter(|name| !self.is_field(name)).collect::<Vec<_>>() {
                    self.mistake(&at.path, &format!("there is no field `{unknown}`"));
                }
            }
        }
    }

    fn fields_named(&mut self, at: &At<'_>, name: &str) {
        let names = at.list(name);
        if names.is_empty() {
            self.mistake(&at.path, &format!("`{name}` is missing"));
        }
        for field in names {
            if !self.is_field(field.value.as_str().unwrap_or("")) {
                self.mistake(&field.path, "there is no such field");
            }
        }
    }

    fn field_named(&mut self, at: &At<'_>, name: &str) {
        if !self.is_field(at.value.get(name).and_then(Value::as_str).unwrap_or("")) {
            self.mistake(&at.path, &format!("`{name}` is no field of the form"));
        }
    }

    fn is_field(&self, name: &str) -> bool {
        self.scope.fields.iter().any(|field| field.0 == name)
    }
}
