use crate::date::Date;
use crate::finding::Finding;
use crate::form::answers::LISTED;
use crate::form::findings;
use crate::form::pack::Field;
use crate::json::Value;

/// A form or a row as it came: the answer to each of its fields, by index.
pub(super) struct RawAnswers<'a> {
    answers: Vec<Option<&'a Value>>,
}

impl<'a> RawAnswers<'a> {
    /// Says which members the form does not have on the day, in the order in which they stand.
    pub(super) fn new(
        value: &'a Value,
        fields: &[Field],
        on: Date,
        place: &str,
        out: &mut Vec<Finding>,
    ) -> Self {
        let mut answers = vec![None; fields.len()];
        let mut unknown = 0_usize;
        for (name, answer) in value.as_object().unwrap_or_default() {
            let index = fields.iter().position(|field| field.id == *name);
            if let Some(slot) = index.and_then(|index| answers.get_mut(index)) {
                *slot = Some(answer);
            }
            if index.and_then(|index| fields.get(index)).is_some_and(|field| field.days.hold(on)) {
                continue;
            }
            unknown = unknown.saturating_add(1);
            if unknown <= LISTED {
                let dot = if place.is_empty() { "" } else { "." };
                // A name can be a megabyte long.
                let end = name.char_indices().nth(60).map_or(name.len(), |(end, _)| end);
                let path = [place, dot, name.get(..end).unwrap_or("")].concat();
                out.push(Finding::new(findings::UNKNOWN_FIELD, path));
            }
        }
        if unknown > LISTED {
            let more = unknown.saturating_sub(LISTED).to_string();
            out.push(Finding::new(findings::MORE_LIKE_THIS, place).with("count", more));
        }
        Self { answers }
    }

    /// The answer to the field of this index.
    pub(super) fn get(&self, index: usize) -> Option<&'a Value> {
        self.answers.get(index).copied().flatten()
    }
}
