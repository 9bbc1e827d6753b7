//! Where somebody lives, in the units of the day.

use super::{PersonColumn::Residence, draft::Draft, findings};
use crate::{
    Date, Severity,
    address::{self, Candidate, Converter, Direction, Era, Units},
};

/// Converts the addresses of a list, one after the other.
pub(super) struct Homes<'a> {
    units: &'a Units,
    on: Date,
    converter: Converter<'a>,
}

/// What became of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// In the units of the day, then or now.
    Current,
    /// No commune was recognised.
    NotRecognised,
    /// It has to be asked, or could not be converted.
    Open,
}

impl<'a> Homes<'a> {
    pub(super) fn new(units: &'a Units, on: Date) -> Self {
        Self { units, on, converter: Converter::new(units, on, Direction::ToPresent) }
    }

    /// Converts an address that is already clean, and puts it into the draft.
    pub(super) fn read(&mut self, draft: &mut Draft, clean: &str) -> Outcome {
        draft.set(Residence, clean);
        let Ok(row) = self.converter.convert(clean) else {
            draft.note(findings::CELL_TOO_LONG, Residence);
            return Outcome::Open;
        };
        let has = |code: &str| row.findings().any(|own| own == code);
        if has(address::findings::BEFORE_UNITS_DAY.id) {
            return Outcome::Current;
        }
        if row.is_exact() {
            if !has(address::findings::ALREADY_CURRENT.id)
                && let Some(candidate) = row.candidates().next()
            {
                let converted = written(row.street(clean).as_deref(), &candidate);
                draft.change(Residence, clean, &converted, address::findings::CONVERTED);
                draft.set(Residence, &converted);
            }
            return Outcome::Current;
        }
        if has(address::findings::NOT_RECOGNISED.id) {
            draft.note(address::findings::NOT_RECOGNISED, Residence);
            return Outcome::NotRecognised;
        }
        let street = row.street(clean);
        let options: Vec<String> =
            row.candidates().take(OPTIONS).map(|candidate| written(street.as_deref(), &candidate)).collect();
        self.explain(draft, clean);
        if !options.is_empty() {
            draft.ask(Residence, findings::ADDRESS_UNSURE, options);
        }
        Outcome::Open
    }

    /// The province that a text names for certain, as it was before 01/07/2025; `None` for a name of today's.
    pub(super) fn old_province(&self, text: &str) -> Option<String> {
        let parsed = address::parse(self.units, text, self.on).ok()?;
        (parsed.era == Era::Before2025).then_some(parsed.province).flatten()
    }

    /// What is doubtful, in words.
    fn explain(&self, draft: &mut Draft, clean: &str) {
        let Ok(converted) = address::convert(self.units, clean, self.on) else { return };
        for mut finding in converted.findings {
            if finding.severity > Severity::Info {
                finding.path = Residence.path();
                draft.findings.push(finding);
            }
        }
    }
}

fn written(street: Option<&str>, candidate: &Candidate) -> String {
    let parts: Vec<&str> =
        street.into_iter().chain([candidate.commune.as_str(), candidate.province.as_str()]).collect();
    parts.join(", ")
}

/// Units that are offered for a choice; more are no help on a screen.
const OPTIONS: usize = 12;
