//! The asset's bytes, as `data/units/generate.py` writes them:
//!
//! ```text
//! "CCUN"  format (1)  SHA-256 of all that follows (32 bytes)
//! version text, first day, alphabet, documents
//! 34 provinces, 63 old ones, 696 districts, old communes: column by column (codes, types, names)
//! targets of the old communes; special zones of the districts without communes
//! communes in the order in which the old ones name them: codes and names as those of a parent, or their own
//! aliases; doubtful mappings; codes without a mapping; second codes; changes with their days
//! ```
//!
//! Numbers are LEB128. Days are numbers `yyyymmdd`.

mod changes;
mod lists;

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::{
    LIMITS,
    fold::Fold,
    index::{IndexBuilder, NameOf, Unit},
    kind::UnitKind,
    prefix::Prefixes,
    reader::{Reader, corrupt},
    search::SearchKey,
    units::{Document, Retired, State, Units},
};
use crate::{Date, Error, finding::BasisStatus};

const MAGIC: &[u8] = b"CCUN";
const FORMAT: u8 = 1;

pub(super) fn read(asset: &[u8]) -> Result<Units, Error> {
    let payload = checked(asset)?;
    let mut reader = Reader::new(payload);
    let version: Box<str> = reader.text()?.into();
    let first_day = day(&mut reader)?;
    reader.alphabet()?;
    let mut documents = Vec::new();
    for _ in 0..reader.count(LIMITS.changes)? {
        let name = reader.text()?.into();
        let status = if reader.number()? == 0 { BasisStatus::Read } else { BasisStatus::Unconfirmed };
        documents.push(Document { name, status });
    }
    Base { reader, first_day }.units(version, documents)
}

/// The payload, when magic, format and hash are right.
fn checked(asset: &[u8]) -> Result<&[u8], Error> {
    let rest = asset.strip_prefix(MAGIC).ok_or_else(|| corrupt("not one"))?;
    let (format, rest) = rest.split_first().ok_or_else(|| corrupt("ends too early"))?;
    if *format != FORMAT {
        return Err(corrupt("of another format: take the one of this package's version"));
    }
    let (hash, payload) = rest.split_at_checked(32).ok_or_else(|| corrupt("ends too early"))?;
    if Sha256::digest(payload).as_slice() != hash {
        return Err(corrupt("its SHA-256 does not match: load it again"));
    }
    Ok(payload)
}

fn day(reader: &mut Reader<'_>) -> Result<Date, Error> {
    let number = reader.number()?;
    let text = format!("{:04}-{:02}-{:02}", number / 10_000, number / 100 % 100, number % 100);
    Date::from_iso(&text).ok_or_else(|| corrupt("a day that does not exist"))
}

struct Base<'a> {
    reader: Reader<'a>,
    first_day: Date,
}

impl Base<'_> {
    fn units(mut self, version: Box<str>, documents: Vec<Document>) -> Result<Units, Error> {
        let provinces = self.provinces()?;
        let old_provinces = self.old_provinces(provinces.len())?;
        let mut districts = self.districts(old_provinces.len())?;
        let (mut old_communes, count) = self.old_communes(&mut districts)?;
        let islands = self.islands(&mut districts, count)?;
        let communes =
            self.communes(count, &old_communes, &districts, &old_provinces, &provinces, &islands)?;
        let fold = Fold::new();
        let mut index = IndexBuilder::default();
        self.aliases(&mut index, Unit::OldCommune, old_communes.len())?;
        self.aliases(&mut index, Unit::District, districts.len())?;
        let abbreviations = self.read_aliases(old_provinces.len())?;
        for (place, kind, key) in abbreviations {
            index.alias(&key, Unit::OldProvince(place), kind, NameOf::Spelling);
            let old = old_provinces.get(usize::from(place));
            // A province that kept its name keeps its abbreviations.
            if let Some((now, old)) = old.and_then(|old| provinces.get(usize::from(old.now)).zip(Some(old)))
                && now.code == old.code
            {
                index.alias(&key, Unit::Province(old.now), kind, NameOf::Spelling);
            }
        }
        for _ in 0..self.reader.count(old_communes.len())? {
            let place = self.reader.count(old_communes.len())?;
            let old = old_communes.get_mut(place).ok_or_else(|| corrupt("a place that is not"))?;
            old.doubtful = true;
        }
        let mut retired = Vec::new();
        for _ in 0..self.reader.count(LIMITS.changes)? {
            let code = self.reader.number()?;
            let district = place(self.reader.count(districts.len())?, districts.len())?;
            let kind = self.kind()?;
            retired.push(Retired { code, district, kind, name: self.reader.name()? });
        }
        let mut second_codes = HashMap::new();
        for _ in 0..self.reader.count(LIMITS.changes)? {
            second_codes.insert(self.reader.number()?, self.reader.number()?);
        }
        let mut units = Units {
            version,
            first_day: self.first_day,
            documents,
            provinces,
            old_provinces,
            districts,
            old_by_code: codes(old_communes.iter().map(|old| old.code)),
            by_code: codes(communes.iter().map(|commune| commune.code)),
            old_communes,
            communes,
            retired,
            second_codes,
            prefixes: Prefixes::new(&fold),
            fold,
            index: IndexBuilder::default().build(|_| 0),
            provinces_of: Vec::new(),
            renamed: Vec::new(),
            only_target: Vec::new(),
            any_replaced: false,
            search_keys: Vec::new(),
        };
        for _ in 0..self.reader.count(LIMITS.changes)? {
            self.change(&mut units)?;
        }
        if !self.reader.is_at_end() {
            return Err(corrupt("something follows its end"));
        }
        add_own_names(&units, &mut index);
        units.index = index.build(|unit| units.above(unit));
        units.summarise();
        units.search_keys = SearchKey::all(&units);
        Ok(units)
    }

    fn aliases(
        &mut self,
        index: &mut IndexBuilder,
        unit: fn(u16) -> Unit,
        count: usize,
    ) -> Result<(), Error> {
        for (place, kind, key) in self.read_aliases(count)? {
            let name = if kind.is_some() { NameOf::Merged } else { NameOf::Spelling };
            index.alias(&key, unit(place), kind, name);
        }
        Ok(())
    }

    fn read_aliases(&mut self, count: usize) -> Result<Vec<(u16, Option<UnitKind>, String)>, Error> {
        let rows = self.reader.count(LIMITS.communes)?;
        let mut last = 0_usize;
        let mut places = Vec::with_capacity(rows);
        for _ in 0..rows {
            last = last.saturating_add(self.reader.count(count)?);
            places.push(place(last, count)?);
        }
        let mut kinds = Vec::with_capacity(rows);
        for _ in 0..rows {
            kinds.push(UnitKind::of_number(u32::from(self.reader.byte()?)));
        }
        let keys = self.reader.text()?.split('\n').map(str::to_owned);
        Ok(places.into_iter().zip(kinds).zip(keys).map(|((place, kind), key)| (place, kind, key)).collect())
    }

    fn first_state(&mut self, kind: UnitKind) -> Result<State, Error> {
        Ok(State { from: self.first_day, kind, name: self.reader.name()?, document: 0 })
    }

    fn kind(&mut self) -> Result<UnitKind, Error> {
        UnitKind::of_number(self.reader.number()?).ok_or_else(|| corrupt("an unknown type"))
    }

    fn kinds(&mut self, count: usize) -> Result<Vec<UnitKind>, Error> {
        (0..count).map(|_| self.kind()).collect()
    }

    fn numbers(&mut self, count: usize) -> Result<Vec<u32>, Error> {
        (0..count).map(|_| self.reader.number()).collect()
    }

    fn places(&mut self, count: usize, limit: usize) -> Result<Vec<u16>, Error> {
        (0..count).map(|_| place(self.reader.count(limit)?, limit)).collect()
    }

    /// Numbers, each as its difference from the one before.
    fn steps(&mut self, count: usize) -> Result<Vec<u32>, Error> {
        let mut last = 0_i64;
        let step = |_| {
            last = last.saturating_add(self.reader.signed()?);
            u32::try_from(last).map_err(|_| corrupt("a code below zero"))
        };
        (0..count).map(step).collect()
    }

    /// How many children each parent has, as one parent for each child.
    fn parents(&mut self, parents: usize, children: usize) -> Result<Vec<u16>, Error> {
        let mut all = Vec::with_capacity(children);
        for parent in 0..parents {
            let own = self.reader.count(children)?;
            all.extend(std::iter::repeat_n(place(parent, usize::MAX)?, own));
        }
        if all.len() == children { Ok(all) } else { Err(corrupt("districts without a province")) }
    }
}

fn place(number: usize, below: usize) -> Result<u16, Error> {
    u16::try_from(number).ok().filter(|_| number < below).ok_or_else(|| corrupt("a place that is not"))
}

fn codes(codes: impl Iterator<Item = u32>) -> HashMap<u32, u16> {
    codes.zip(0_u16..).collect()
}

fn add_own_names(units: &Units, index: &mut IndexBuilder) {
    let fold = &units.fold;
    for (place, province) in (0_u16..).zip(&units.old_provinces) {
        index.name(fold, &province.name, Unit::OldProvince(place), province.kind);
    }
    for (place, province) in (0_u16..).zip(&units.provinces) {
        for state in &province.states {
            index.name(fold, &state.name, Unit::Province(place), state.kind);
        }
    }
    for (place, district) in (0_u16..).zip(&units.districts) {
        index.name(fold, &district.name, Unit::District(place), district.kind);
    }
    for (place, old) in (0_u16..).zip(&units.old_communes) {
        index.name(fold, &old.name, Unit::OldCommune(place), old.kind);
    }
    for (place, commune) in (0_u16..).zip(&units.communes) {
        for state in &commune.states {
            index.name(fold, &state.name, Unit::Commune(place), state.kind);
        }
    }
}
