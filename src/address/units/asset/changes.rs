//! Later changes of units, each with its day and its resolution: what `amendments.json` says.

use super::{
    columns::{Columns, day, place},
    reader::corrupt,
};
use crate::{
    Error,
    address::{
        LIMITS,
        units::{
            lists::Units,
            records::{Commune, State},
        },
    },
};

/// The next change.
pub(super) fn change(columns: &mut Columns<'_>, units: &mut Units) -> Result<(), Error> {
    let from = day(&mut columns.reader)?;
    let document = place(columns.reader.count(units.documents.len())?, units.documents.len())?;
    let document = usize::from(document);
    match columns.reader.number()? {
        // A province or a commune of another type or name.
        what @ (0 | 1) => {
            let code = columns.reader.number()?;
            let kind = columns.kind()?;
            let name = columns.reader.name()?;
            let states = if what == 0 {
                units.provinces.iter_mut().find(|province| province.code == code).map(|own| &mut own.states)
            } else {
                let place = units.by_code.get(&code).copied().map(usize::from);
                place.and_then(|place| units.communes.get_mut(place)).map(|own| &mut own.states)
            };
            let states = states.ok_or_else(|| corrupt("a change of a unit that is not"))?;
            let last = states.last().map(|state| state.name.clone()).unwrap_or_default();
            let name = if name.is_empty() { last } else { name };
            states.push(State { from, kind, name, document });
        }
        // A new commune.
        2 => {
            let code = columns.reader.number()?;
            let kind = columns.kind()?;
            let name = columns.reader.name()?;
            let province = columns.reader.number()?;
            let province = units.provinces.iter().position(|own| own.code == province);
            let province = place(province.ok_or_else(|| corrupt("a province that is not"))?, usize::MAX)?;
            units.by_code.insert(code, place(units.communes.len(), LIMITS.communes)?);
            let states = vec![State { from, kind, name, document }];
            units.communes.push(Commune {
                code,
                province,
                states,
                parents: Vec::new(),
                island: None,
                replaced: None,
            });
        }
        // A commune that ends, and what takes its place.
        3 => {
            let code = columns.reader.number()?;
            let mut by = Vec::new();
            for _ in 0..columns.reader.count(LIMITS.changes)? {
                let code = columns.reader.number()?;
                by.push(*units.by_code.get(&code).ok_or_else(|| corrupt("a unit that is not"))?);
            }
            let own = *units.by_code.get(&code).ok_or_else(|| corrupt("a unit that is not"))?;
            let own =
                units.communes.get_mut(usize::from(own)).ok_or_else(|| corrupt("a unit that is not"))?;
            let parents = own.parents.clone();
            own.replaced = Some((from, by.clone()));
            for successor in by {
                if let Some(successor) = units.communes.get_mut(usize::from(successor)) {
                    let fresh = parents.iter().filter(|parent| !successor.parents.contains(parent));
                    let fresh: Vec<u16> = fresh.copied().collect();
                    successor.parents.extend(fresh);
                }
            }
        }
        _ => return Err(corrupt("a change of an unknown kind")),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "helpers of tests: what goes wrong ends the test"
    )]

    use super::{super::reader::Reader, *};
    use crate::{
        Date,
        address::{ConvertedAddress, Direction, convert_value},
        json::Value,
    };

    /// Ba Đình's ward and its neighbour's.
    const ONE: u32 = 4;
    const OTHER: u32 = 8;
    const NEW: u32 = 99_001;

    fn number(mut value: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        while value >= 0x80 {
            bytes.push(u8::try_from(value & 0x7f).unwrap() | 0x80);
            value >>= 7;
        }
        bytes.push(u8::try_from(value).unwrap());
        bytes
    }

    /// The units with changes as an asset writes them: day, resolution, what.
    fn changed(changes: &[&[u32]]) -> Units {
        let mut units = Units::from_bytes(include_bytes!("../../../../data/units/units.bin")).unwrap();
        for one in changes {
            let mut bytes = vec![1, b'm'];
            bytes.extend(one.iter().flat_map(|own| number(*own)));
            let mut columns = Columns { reader: Reader::new(&bytes), first_day: units.first_day };
            columns.reader.alphabet().unwrap();
            change(&mut columns, &mut units).unwrap();
            assert!(columns.reader.is_at_end());
        }
        units.summarise();
        units
    }

    fn of_code(units: &Units, code: &str, era: &str, on: &str, direction: Direction) -> ConvertedAddress {
        let object =
            Value::Object(vec![("code".into(), Value::from(code)), ("era".into(), Value::from(era))]);
        convert_value(units, &object, Date::from_iso(on).unwrap(), direction).unwrap()
    }

    fn codes(converted: &ConvertedAddress) -> Vec<&str> {
        converted.candidates.iter().map(|unit| unit.code.as_str()).collect()
    }

    /// From 01/01/2027 a new ward `M` in Hà Nội takes the place of two.
    fn merged() -> Units {
        changed(&[
            &[20_270_101, 0, 2, NEW, 5, 2, 0, 1],
            &[20_270_101, 0, 3, ONE, 1, NEW],
            &[20_270_101, 0, 3, OTHER, 1, NEW],
        ])
    }

    #[test]
    fn a_merger_holds_from_its_day_on() {
        let units = merged();
        for code in ["00004", "00008"] {
            let before = of_code(&units, code, "since2025", "2026-12-31", Direction::ToPresent);
            assert_eq!((codes(&before), before.exact), (vec![code], true));
            let after = of_code(&units, code, "since2025", "2027-01-01", Direction::ToPresent);
            assert_eq!((codes(&after), after.exact), (vec!["99001"], true));
            assert_eq!(after.candidates[0].commune, "Phường M");
        }
        let count = |on| units.list(Date::from_iso(on).unwrap()).count();
        assert_eq!((count("2026-12-31"), count("2027-01-01")), (3_321, 3_320));
    }

    #[test]
    fn old_communes_follow_to_the_unit_that_took_their_place_and_back() {
        let units = merged();
        let parents: Vec<String> = units
            .mapping()
            .filter(|(_, targets)| targets.iter().any(|target| target == "00004" || target == "00008"))
            .map(|(old, _)| old)
            .collect();
        for old in &parents {
            let now = of_code(&units, old, "before2025", "2027-01-01", Direction::ToPresent);
            assert!(codes(&now).contains(&"99001"), "{old}");
            assert!(!codes(&now).contains(&"00004") && !codes(&now).contains(&"00008"), "{old}");
        }
        let back = of_code(&units, "99001", "since2025", "2027-01-01", Direction::ToOld);
        assert!(parents.iter().all(|old| codes(&back).contains(&old.as_str())));
    }

    #[test]
    fn a_division_gives_both_parts_and_a_question() {
        let units = changed(&[&[20_270_101, 0, 2, NEW, 5, 2, 0, 1], &[20_270_101, 0, 3, ONE, 2, NEW, OTHER]]);
        let after = of_code(&units, "00004", "since2025", "2027-01-01", Direction::ToPresent);
        assert_eq!(after.candidates.len(), 2);
        assert!(!after.exact && after.question.is_some());
    }

    #[test]
    fn another_name_holds_from_its_day_on() {
        let units = changed(&[&[20_270_101, 0, 1, ONE, 6, 2, 0]]);
        let on = |on| {
            of_code(&units, "00004", "since2025", on, Direction::ToPresent).candidates[0].commune.clone()
        };
        assert_eq!(on("2026-12-31"), "Phường Ba Đình");
        assert_eq!(on("2027-01-01"), "Xã M");
    }
}
