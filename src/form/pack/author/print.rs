use super::at::{At, Linter};

/// The printed page: which items stand where.
impl Linter {
    pub(super) fn print(&mut self, print: &At<'_>) {
        self.only(
            print,
            &["title", "subtitle", "heading", "photo", "place", "lines", "signatures", "notes", "implied"],
        );
        self.words(print, "title");
        self.words_maybe(print, "subtitle");
        self.words_maybe(print, "photo");
        self.printed_field(print, "place");
        for line in print.list("lines") {
            self.only(&line, &["fields", "head", "text", "boxes", "middle", "optional", "beside"]);
            self.printed(&line, &["head", "text"], &["boxes", "middle", "optional"]);
            self.beside(&line);
        }
        for signature in print.list("signatures") {
            self.only(&signature, &["fields", "title", "note", "visible", "dated"]);
            self.printed(&signature, &["title", "note"], &["dated"]);
            self.condition(&signature, "visible", None);
        }
        print.list("notes").iter().for_each(|note| self.bilingual(note));
        for implied in print.list("implied") {
            self.only(&implied, &["field", "by", "take", "text"]);
            self.words_maybe(&implied, "text");
            for name in ["field", "by", "take"] {
                self.printed_field(&implied, name);
            }
            if implied.get("take").is_some() == implied.get("text").is_some() {
                self.mistake(&implied.path, "one of `take` and `text` is needed");
            }
        }
    }

    /// Columns whose items stand beside each other: of each an item in every row.
    fn beside(&mut self, line: &At<'_>) {
        let columns = line.list("beside");
        for column in &columns {
            self.only(column, &["head", "fields"]);
            self.printed(column, &["head"], &[]);
        }
        let counts: Vec<usize> = columns.iter().map(|column| column.list("fields").len()).collect();
        if counts.windows(2).any(|pair| pair.first() != pair.last()) {
            self.mistake(&line.path, "the columns of `beside` have as many fields each");
        }
    }

    fn printed(&mut self, at: &At<'_>, words: &[&str], truths: &[&str]) {
        words.iter().for_each(|name| self.words_maybe(at, name));
        for truth in truths.iter().filter_map(|name| at.get(name)) {
            if truth.value.as_bool().is_none() {
                self.mistake(&truth.path, "true or false is needed");
            }
        }
        for field in at.list("fields") {
            let name = field.value.as_str().unwrap_or("");
            if !self.has_field(name) {
                self.mistake(&field.path, &format!("there is no field `{name}`"));
            }
        }
    }

    fn printed_field(&mut self, at: &At<'_>, name: &str) {
        let Some(field) = at.value.get(name) else { return };
        if !self.has_field(field.as_str().unwrap_or("")) {
            self.mistake(&at.path, &format!("`{name}` is no field of the form"));
        }
    }

    fn has_field(&self, name: &str) -> bool {
        self.scope.fields.iter().any(|field| field.0 == name)
    }
}
