//! The asset's bytes, as `data/units/generate.py` writes them:
//!
//! ```text
//! "CCUN"  format (1)  SHA-256 of all that follows (32 bytes)
//! version text, first day, alphabet, documents
//! 34 provinces, 63 old ones, 696 districts, old communes: column by column (codes, types, names)
//! targets of the old communes; special zones of the districts without communes
//! communes in the order in which the old ones name them: codes and names as those of a parent, or their own
//! districts that were no more, and which communes lay in them, or in others than in 2025
//! aliases of communes, districts and provinces, provinces of before 1997 and 2008; doubtful mappings; codes without a mapping; second codes; changes with their days
//! ```
//!
//! Numbers are LEB128. Days are numbers `yyyymmdd`.

mod changes;
mod columns;
mod lists;
mod reader;

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use self::{
    changes::change,
    columns::{Columns, day, place},
    reader::{Reader, corrupt},
};
use super::{
    index::{Alias, IndexBuilder, NameOf},
    lists::Units,
    records::{Commune, District, Document, Retired},
    search_key::SearchKey,
    unit::Unit,
    vocabulary::Vocabulary,
};
use crate::{
    Error,
    address::{LIMITS, name::Fold},
    finding::BasisStatus,
};

impl Units {
    /// Reads the asset that the package exports as `cancuoc/units`.
    ///
    /// # Errors
    /// `units.corrupt` when its hash, its version or its structure is not right.
    pub fn from_bytes(asset: &[u8]) -> Result<Self, Error> {
        read(asset)
    }
}

const MAGIC: &[u8] = b"CCUN";
const FORMAT: u8 = 2;

fn read(asset: &[u8]) -> Result<Units, Error> {
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
    assemble(Columns { reader, first_day }, version, documents)
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

fn assemble(mut columns: Columns<'_>, version: Box<str>, documents: Vec<Document>) -> Result<Units, Error> {
    let provinces = lists::provinces(&mut columns)?;
    let old_provinces = lists::old_provinces(&mut columns, provinces.len())?;
    let mut districts = lists::districts(&mut columns, old_provinces.len())?;
    let (mut old_communes, count) = lists::old_communes(&mut columns, &mut districts)?;
    let islands = lists::islands(&mut columns, &mut districts, count)?;
    let communes = lists::communes(
        &mut columns,
        count,
        &old_communes,
        &districts,
        &old_provinces,
        &provinces,
        &islands,
    )?;
    lists::former_districts(&mut columns, &mut districts, old_provinces.len(), old_communes.len())?;
    let fold = Fold::new();
    let mut index = IndexBuilder::default();
    let formerly = formerly(&districts, old_communes.len());
    for (place, kind, name) in columns.aliases(old_communes.len())? {
        let of = if kind.is_some() { NameOf::Merged } else { NameOf::Spelling };
        let alias = Alias { unit: Unit::OldCommune(place), kind, of, above: None };
        index.alias(&fold, &name, alias);
        // What was merged into a commune lay where it lay itself.
        for district in formerly.get(usize::from(place)).into_iter().flatten() {
            index.alias(&fold, &name, Alias { above: Some(*district), ..alias });
        }
    }
    for (place, kind, name) in columns.aliases(districts.len())? {
        let alias = Alias { unit: Unit::District(place), kind, of: NameOf::Merged, above: None };
        index.alias(&fold, &name, alias);
    }
    for (place, kind, name) in columns.aliases(old_provinces.len())? {
        let alias = Alias { unit: Unit::OldProvince(place), kind, of: NameOf::Spelling, above: None };
        index.alias(&fold, &name, alias);
        let old = old_provinces.get(usize::from(place));
        // A province that kept its name keeps its abbreviations.
        if let Some((now, old)) = old.and_then(|old| provinces.get(usize::from(old.now)).zip(Some(old)))
            && now.code == old.code
        {
            index.alias(&fold, &name, Alias { unit: Unit::Province(old.now), ..alias });
        }
    }
    for (place, kind, name) in columns.aliases(old_provinces.len())? {
        let alias = Alias { unit: Unit::OldProvince(place), kind, of: NameOf::Merged, above: None };
        index.alias(&fold, &name, alias);
    }
    for _ in 0..columns.reader.count(old_communes.len())? {
        let place = columns.reader.count(old_communes.len())?;
        let old = old_communes.get_mut(place).ok_or_else(|| corrupt("a place that is not"))?;
        old.doubtful = true;
    }
    let mut retired = Vec::new();
    for _ in 0..columns.reader.count(LIMITS.changes)? {
        let code = columns.reader.number()?;
        let district = place(columns.reader.count(districts.len())?, districts.len())?;
        let kind = columns.kind()?;
        retired.push(Retired { code, district, kind, name: columns.reader.name()? });
    }
    let mut second_codes = HashMap::new();
    for _ in 0..columns.reader.count(LIMITS.changes)? {
        second_codes.insert(columns.reader.number()?, columns.reader.number()?);
    }
    let mut units = Units {
        version,
        first_day: columns.first_day,
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
        vocabulary: Vocabulary::new(&fold),
        fold,
        index: IndexBuilder::default().build(|_| 0),
        provinces_of: Vec::new(),
        renamed: Vec::new(),
        only_target: Vec::new(),
        any_replaced: false,
        search_keys: Vec::new(),
    };
    for _ in 0..columns.reader.count(LIMITS.changes)? {
        change(&mut columns, &mut units)?;
    }
    if !columns.reader.is_at_end() {
        return Err(corrupt("something follows its end"));
    }
    add_own_names(&units, &formerly, &mut index);
    units.index = index.build(|unit| units.above(unit));
    units.summarise();
    units.search_keys = search_keys(&units);
    Ok(units)
}

fn codes(codes: impl Iterator<Item = u32>) -> HashMap<u32, u16> {
    codes.zip(0_u16..).collect()
}

/// For each old commune the districts in which it lay before.
fn formerly(districts: &[District], communes: usize) -> Vec<Vec<u16>> {
    let mut all = vec![Vec::new(); communes];
    for (place, district) in (0_u16..).zip(districts) {
        for commune in &district.former {
            if let Some(own) = all.get_mut(usize::from(*commune)) {
                own.push(place);
            }
        }
    }
    all
}

fn add_own_names(units: &Units, formerly: &[Vec<u16>], index: &mut IndexBuilder) {
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
    for ((place, old), formerly) in (0_u16..).zip(&units.old_communes).zip(formerly) {
        let unit = Unit::OldCommune(place);
        index.name(fold, &old.name, unit, old.kind);
        // Of which type it was there the lists of 2025 do not say.
        for district in formerly {
            index.alias(fold, &old.name, Alias { unit, kind: None, of: NameOf::Own, above: Some(*district) });
        }
    }
    for (place, commune) in (0_u16..).zip(&units.communes) {
        for state in &commune.states {
            index.name(fold, &state.name, Unit::Commune(place), state.kind);
        }
    }
}

/// For each commune what a search compares, by its latest name.
fn search_keys(units: &Units) -> Vec<SearchKey> {
    let key = |commune: &Commune| {
        let state = commune.states.last();
        let province = units.province(commune.province).and_then(|own| own.states.last());
        SearchKey::new(
            &units.fold,
            state.map_or("", |state| state.kind.word()),
            state.map_or("", |state| &state.name),
            province.map_or("", |state| &state.name),
        )
    };
    units.communes.iter().map(key).collect()
}
