//! Who the chip says the holder is: DG1, DG13, DG11 and DG12 together, and the portrait.

use super::outcome::unreadable;
use super::portrait_place::PortraitPlace;
use crate::chip::files::{FileName, Files};
use crate::chip::tlv::TlvError;
use crate::chip::{findings, lds};
use crate::reading::Person;
use crate::{Error, Finding, Options, mrz};

/// What the data groups say. Only those that EF.SOD covers say something of the person.
#[derive(Debug, Default)]
pub(super) struct Holder {
    pub(super) person: Person,
    pub(super) findings: Vec<Finding>,
    /// DG1's issuing state, three letters.
    pub(super) state: Option<String>,
    /// DG1 or DG13 could be read: there is somebody.
    pub(super) is_somebody: bool,
    pub(super) portrait: Option<PortraitPlace>,
}

impl Holder {
    pub(super) fn read(
        files: &Files<'_>,
        is_covered: impl Fn(u8) -> bool,
        options: &Options,
    ) -> Result<Self, Error> {
        let mut holder = Self::default();
        let mut people = Vec::new();
        for number in [13, 1, 11, 12] {
            let Some(file) = files.get(FileName::DataGroup(number)) else { continue };
            let read = match number {
                1 => holder.zone(file, options)?,
                13 => lds::dg13(file).map(|dg13| (dg13.person, dg13.findings)),
                11 => lds::dg11(file),
                _ => lds::dg12(file),
            };
            match read {
                Ok((person, found)) => {
                    holder.is_somebody |= matches!(number, 1 | 13);
                    holder.findings.extend(found);
                    if is_covered(number) {
                        people.push((number, person));
                    }
                }
                Err(error) => {
                    holder.findings.push(unreadable(&FileName::DataGroup(number).text(), error));
                }
            }
        }
        if let ([(13, national), ..], Some((_, zone))) =
            (people.as_slice(), people.iter().find(|(number, _)| *number == 1))
        {
            holder.findings.extend(lds::differences(zone, national));
        }
        // In this order: what DG13 says in full stands before what DG1 cut to letters.
        for (_, person) in people {
            for (field, value) in person.iter() {
                if holder.person.get(field).is_none() {
                    holder.person.set(field, value);
                }
            }
        }
        if !holder.is_somebody {
            holder.findings.push(Finding::new(findings::NO_IDENTITY, "DG1"));
        }
        holder.take_portrait(files, is_covered(2));
        Ok(holder)
    }

    /// DG1 through `mrz`.
    #[allow(clippy::type_complexity, reason = "the shape that the other data groups have")]
    fn zone(
        &mut self,
        file: &[u8],
        options: &Options,
    ) -> Result<Result<(Person, Vec<Finding>), TlvError>, Error> {
        let dg1 = match lds::Dg1::parse(file) {
            Ok(dg1) => dg1,
            Err(error) => return Ok(Err(error)),
        };
        self.state = dg1.issuing_state().map(str::to_owned);
        let zone = mrz::read(&dg1.lines(), options)?;
        Ok(Ok((zone.reading.person, zone.reading.findings)))
    }

    /// A picture that cannot be shown stops nothing. One that EF.SOD does not cover is nobody's.
    fn take_portrait(&mut self, files: &Files<'_>, is_covered: bool) {
        let Some(file) = files.get(FileName::DataGroup(2)) else { return };
        match lds::portrait(file) {
            Ok(portrait) if is_covered => {
                let offset = position(file, portrait.bytes);
                let (picture, length) = (portrait.picture, portrait.bytes.len());
                self.portrait = offset.map(|offset| PortraitPlace { picture, offset, length });
            }
            Ok(_) => {}
            Err(fault) => self.findings.push(fault.finding()),
        }
    }
}

/// Where a part of a file begins.
fn position(file: &[u8], part: &[u8]) -> Option<usize> {
    let offset = part.as_ptr().addr().checked_sub(file.as_ptr().addr())?;
    (file.get(offset..)?.get(..part.len())? == part).then_some(offset)
}
