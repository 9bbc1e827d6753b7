use std::collections::BTreeSet;

use super::application::Application;
use super::block::{Block, Entry, Sheet, Signature, Table};
use super::day::in_words;
use super::label::{numbered, source, unit};
use super::print::{Implied, Print, PrintedLine, PrintedSignature};
use super::row;
use super::value::{plain, shown};
use crate::Date;
use crate::finding::BasisStatus;
use crate::form::{Field, Kind};
use crate::json::Value;

/// The sheet of an application. Every answer is on it: what has no item on the printed form stands in a part of its own.
pub(super) fn sheet(application: &Application<'_>) -> Sheet {
    let pack = application.pack;
    let print = Print::of(pack);
    let mut builder = Builder { application, print: &print, placed: BTreeSet::new() };
    let blocks = print.lines.iter().flat_map(|line| builder.line(line)).collect();
    let signatures = builder.signatures();
    let extra = builder.rest();
    let (prescribed, subtitle) = prescribed(application, &print);
    Sheet {
        prescribed,
        heading: print.heading != Some(false),
        photo: print.photo.as_ref().map(|words| words.vi.clone()),
        title: print.title.vi.clone(),
        subtitle,
        blocks,
        signatures,
        notes: print.notes.iter().map(|note| note.vi.clone()).collect(),
        extra,
        number: application.number(),
        digest: application.digest.to_owned(),
        notice: pack.source.get("notice").and_then(|notice| notice.get("vi")).map(plain).unwrap_or_default(),
    }
}

/// What stands at the upper right, and what stays under the title: a subtitle that is no number of a form.
fn prescribed(application: &Application<'_>, print: &Print) -> (Vec<String>, Option<String>) {
    let citation = &application.pack.citation;
    let subtitle = print.subtitle.as_ref().map(|words| words.vi.as_str());
    let (number, subtitle) = match subtitle.and_then(|text| text.strip_prefix("Mẫu ")) {
        Some(rest) => {
            let (number, after) = rest.split_once(" – ").unwrap_or((rest, ""));
            // "Mẫu TK01 – Thông tư …": the document comes from the citation.
            let after = Some(after).filter(|after| !after.is_empty() && !citation.document.contains(after));
            (Some(format!("Mẫu {number}")), after)
        }
        None => {
            let parts = citation.article.as_deref().unwrap_or("").split(", ");
            let number = parts.map(str::trim).find(|part| part.starts_with("Mẫu ") && part.len() < 40);
            (number.map(str::to_owned), subtitle)
        }
    };
    // A document that nobody has read is not named as the one that prescribes the form.
    let read = citation.status == BasisStatus::Read;
    let document =
        Some(format!("Ban hành kèm theo {}", citation.document)).filter(|_| read && number.is_some());
    (number.into_iter().chain(document).collect(), subtitle.map(str::to_owned))
}

struct Builder<'a> {
    application: &'a Application<'a>,
    print: &'a Print,
    /// Fields that stand on the sheet.
    placed: BTreeSet<String>,
}

impl<'a> Builder<'a> {
    fn line(&mut self, line: &PrintedLine) -> Vec<Block> {
        let mut blocks = Vec::new();
        if line.optional && line.fields.iter().all(|id| self.value(id).is_none()) {
            return blocks;
        }
        blocks.extend(line.head.as_ref().map(|words| Block::Head(words.vi.clone())));
        blocks.extend(line.text.as_ref().map(|words| Block::Words(words.vi.clone())));
        blocks.extend(self.beside(line));
        let mut entries = Vec::new();
        for id in &line.fields {
            let Some(field) = self.field(id) else { continue };
            if matches!(field.kind, Kind::Group(_)) {
                blocks.extend(self.table(field));
                continue;
            }
            let entry = self.entry(field);
            if line.boxes && matches!(field.kind, Kind::Pin) {
                blocks.push(Block::Boxes(entry));
            } else if line.middle {
                blocks.push(Block::Middle(entry));
            } else {
                entries.push(entry);
            }
        }
        if !entries.is_empty() {
            blocks.push(Block::Line(entries));
        }
        blocks
    }

    /// Items of several people: a row for each kind of item, named as the first column names it.
    fn beside(&mut self, line: &PrintedLine) -> Option<Block> {
        let longest = line.beside.iter().map(|column| column.fields.len()).max()?;
        let mut heads = vec!["Thông tin".to_owned()];
        heads.extend(line.beside.iter().map(|column| column.head.vi.clone()));
        let mut rows = Vec::new();
        for index in 0..longest {
            let entry = |builder: &mut Self, id: &String| Some(builder.entry(builder.field(id)?));
            let entries: Vec<Option<Entry>> =
                line.beside.iter().map(|column| entry(self, column.fields.get(index)?)).collect();
            let label = entries.iter().flatten().next().map_or_else(String::new, |entry| entry.label.clone());
            let values = entries.into_iter().map(|entry| entry.map_or_else(String::new, |entry| entry.value));
            rows.push([label].into_iter().chain(values).collect());
        }
        Some(Block::Beside(Table { caption: None, heads, rows }))
    }

    fn signatures(&mut self) -> Vec<Signature> {
        let needed: Vec<&PrintedSignature> = self
            .application
            .signatures
            .iter()
            .filter_map(|index| self.print.signatures.get(*index))
            .collect();
        let last = needed.len().saturating_sub(1);
        let mut signatures = Vec::new();
        for (index, printed) in needed.into_iter().enumerate() {
            signatures.push(self.signature(printed, index == last));
        }
        signatures
    }

    fn signature(&mut self, printed: &PrintedSignature, is_last: bool) -> Signature {
        let (mut lines, mut name, mut day) = (vec![], None, self.application.sealed_on);
        for id in &printed.fields {
            let Some(field) = self.field(id) else { continue };
            let stands_already = self.placed.contains(id);
            match (&field.kind, self.value(id)) {
                (_, None) => {}
                (Kind::Name { .. }, Some(value)) if name.is_none() => name = Some(value),
                (Kind::Date { .. }, Some(value)) => match self.date(id) {
                    Some(date) => day = date,
                    None => lines.push(value),
                },
                (Kind::Group(_), Some(_)) => {
                    lines.extend(row::lines(self.application.pack, field, self.application.answers));
                }
                (_, Some(_)) if stands_already => {}
                (_, Some(value)) => lines.push(value),
            }
            self.placed.insert(id.clone());
        }
        let place = self.print.place.clone().filter(|_| is_last).and_then(|id| {
            self.placed.insert(id.clone());
            self.value(&id)
        });
        let day = if is_last {
            let place = place.unwrap_or_else(|| "……".to_owned());
            Some(format!("{place}, {}", in_words(day)))
        } else {
            printed.dated.then(|| "ngày … tháng … năm ……".to_owned())
        };
        let note = printed.note.as_ref().map(|note| note.vi.clone());
        Signature { day, title: printed.title.vi.clone(), note, lines, name }
    }

    /// What was answered and stands nowhere yet.
    fn rest(&mut self) -> Vec<Block> {
        let (pack, answers) = (self.application.pack, self.application.answers);
        let mut blocks = Vec::new();
        for field in &pack.fields {
            if answers.get(&field.id).is_none_or(Value::is_null) {
                continue;
            }
            if !self.placed.contains(&field.id) {
                if matches!(field.kind, Kind::Group(_)) {
                    blocks.extend(self.table(field));
                } else {
                    let entry = self.entry(field);
                    blocks.push(Block::Line(vec![entry]));
                }
            }
            if matches!(field.kind, Kind::Group(_)) {
                let unknown = row::unknown(pack, field, answers);
                blocks.extend(unknown.into_iter().map(|entry| Block::Line(vec![entry])));
            }
        }
        for (name, value) in answers.as_object().unwrap_or_default() {
            if pack.field(name).is_none() {
                blocks.push(Block::Line(vec![Entry { label: name.clone(), value: plain(value) }]));
            }
        }
        blocks
    }

    fn table(&mut self, field: &Field) -> Option<Block> {
        let pack = self.application.pack;
        self.placed.insert(field.id.clone());
        let caption = numbered(source(pack, &field.id), field);
        Some(Block::Table(row::table(pack, field, caption, self.application.answers)))
    }

    fn entry(&mut self, field: &Field) -> Entry {
        let value = self.value(&field.id).unwrap_or_default();
        self.placed.insert(field.id.clone());
        // What the implied item says is said.
        let says: Vec<String> = self.implying(&field.id).map(|implied| implied.by.clone()).collect();
        self.placed.extend(says);
        Entry { label: numbered(source(self.application.pack, &field.id), field), value }
    }

    fn field(&self, id: &str) -> Option<&'a Field> {
        let pack = self.application.pack;
        pack.fields.get(pack.field(id)?)
    }

    /// What stands at an item: its answer, or what another answer says of it.
    fn value(&self, id: &str) -> Option<String> {
        let answered = |id: &str| {
            let value = self.application.answers.get(id).filter(|value| !value.is_null())?;
            let unit = unit(source(self.application.pack, id));
            Some(shown(&self.field(id)?.kind, unit, value)).filter(|text| !text.is_empty())
        };
        answered(id).or_else(|| {
            let implied = self.implying(id).next()?;
            let words = implied.text.as_ref().map(|words| words.vi.clone());
            words.or_else(|| answered(implied.take.as_deref()?))
        })
    }

    /// Items of `implied` that hold for this field.
    fn implying(&self, id: &str) -> impl Iterator<Item = &'a Implied> {
        let (answers, print) = (self.application.answers, self.print);
        let unanswered = answers.get(id).is_none_or(Value::is_null);
        let id = id.to_owned();
        print.implied.iter().filter(move |implied| {
            unanswered
                && implied.field == id
                && answers.get(&implied.by).and_then(Value::as_bool) == Some(true)
        })
    }

    fn date(&self, id: &str) -> Option<Date> {
        Date::from_iso(self.application.answers.get(id)?.as_str()?)
    }
}
