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
    units::{Commune, District, Document, OldCommune, OldProvince, Province, Retired, State, Units},
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

    fn provinces(&mut self) -> Result<Vec<Province>, Error> {
        let count = self.reader.count(LIMITS.provinces)?;
        let codes = self.numbers(count)?;
        let kinds = self.kinds(count)?;
        codes
            .into_iter()
            .zip(kinds)
            .map(|(code, kind)| Ok(Province { code, states: vec![self.first_state(kind)?] }))
            .collect()
    }

    fn old_provinces(&mut self, present: usize) -> Result<Vec<OldProvince>, Error> {
        let count = self.reader.count(LIMITS.provinces)?;
        let codes = self.numbers(count)?;
        let kinds = self.kinds(count)?;
        let now = self.places(count, present)?;
        codes
            .into_iter()
            .zip(kinds)
            .zip(now)
            .map(|((code, kind), now)| Ok(OldProvince { code, kind, name: self.reader.name()?, now }))
            .collect()
    }

    fn districts(&mut self, provinces: usize) -> Result<Vec<District>, Error> {
        let count = self.reader.count(LIMITS.districts)?;
        let parents = self.parents(provinces, count)?;
        // Their codes: nothing asks for them yet.
        self.steps(count)?;
        let kinds = self.kinds(count)?;
        kinds
            .into_iter()
            .zip(parents)
            .map(|(kind, province)| {
                let name = self.reader.name()?;
                Ok(District { kind, name, province, communes: 0..0, zone: None })
            })
            .collect()
    }

    /// The old communes, and how many present ones they name.
    fn old_communes(&mut self, districts: &mut [District]) -> Result<(Vec<OldCommune>, usize), Error> {
        let count = self.reader.count(LIMITS.communes)?;
        let mut start = 0_usize;
        let mut parents = Vec::with_capacity(count);
        for (number, district) in districts.iter_mut().enumerate() {
            let own = self.reader.count(count)?;
            let end = start.saturating_add(own);
            district.communes = start..end;
            parents.extend(std::iter::repeat_n(place(number, usize::MAX)?, own.min(count)));
            start = end;
        }
        if parents.len() != count {
            return Err(corrupt("communes without a district"));
        }
        let codes = self.steps(count)?;
        let kinds = self.kinds(count)?;
        let mut communes = Vec::with_capacity(count);
        for ((code, kind), district) in codes.into_iter().zip(kinds).zip(parents) {
            let name = self.reader.name()?;
            communes.push(OldCommune {
                code,
                kind,
                name,
                district,
                targets: Box::default(),
                doubtful: false,
            });
        }
        let mut recent: Vec<u16> = Vec::new();
        let mut next = 0_u16;
        for commune in &mut communes {
            let mut targets = Vec::new();
            let mut left = 1_u8;
            while left > 0 {
                let token = self.reader.byte()?;
                if token >= 240 {
                    left = 255_u8.saturating_sub(token);
                    continue;
                }
                let target = if token == 0 {
                    next = next.saturating_add(1);
                    next.saturating_sub(1)
                } else {
                    let at = usize::from(token).saturating_sub(1);
                    if at >= recent.len() {
                        return Err(corrupt("a target that is not"));
                    }
                    recent.remove(at)
                };
                recent.insert(0, target);
                recent.truncate(240);
                targets.push(target);
                left = left.saturating_sub(1);
            }
            commune.targets = targets.into_boxed_slice();
        }
        Ok((communes, usize::from(next)))
    }

    /// District → special zone; zones that no commune named follow the others.
    fn islands(&mut self, districts: &mut [District], named: usize) -> Result<Vec<(u16, u16)>, Error> {
        let mut islands = Vec::new();
        for _ in 0..self.reader.count(districts.len())? {
            let district = self.reader.count(districts.len())?;
            let zone = place(self.reader.count(named.saturating_add(LIMITS.changes))?, usize::MAX)?;
            islands.push((place(district, districts.len())?, zone));
            if let Some(district) = districts.get_mut(district) {
                district.zone = Some(zone);
            }
        }
        Ok(islands)
    }

    fn communes(
        &mut self,
        named: usize,
        old: &[OldCommune],
        districts: &[District],
        old_provinces: &[OldProvince],
        provinces: &[Province],
        islands: &[(u16, u16)],
    ) -> Result<Vec<Commune>, Error> {
        let count = self.reader.count(LIMITS.communes)?;
        if count < named || islands.iter().any(|(_, zone)| usize::from(*zone) >= count) {
            return Err(corrupt("a target that is not"));
        }
        let mut parents: Vec<Vec<u16>> = vec![Vec::new(); count];
        for (number, commune) in old.iter().enumerate() {
            for target in &commune.targets {
                if let Some(own) = parents.get_mut(usize::from(*target)) {
                    own.push(place(number, usize::MAX)?);
                }
            }
        }
        let tokens = (0..count).map(|_| self.reader.byte()).collect::<Result<Vec<u8>, Error>>()?;
        let mut codes = Vec::with_capacity(count);
        for (token, own) in tokens.into_iter().zip(&parents) {
            codes.push(match usize::from(token).checked_sub(1) {
                None => self.reader.number()?,
                Some(at) => parent(own, at, old)?.code,
            });
        }
        let kinds = self.kinds(count)?;
        let tokens = (0..count).map(|_| self.reader.byte()).collect::<Result<Vec<u8>, Error>>()?;
        let mut names: Vec<Box<str>> = Vec::with_capacity(count);
        for (token, own) in tokens.into_iter().zip(&parents) {
            names.push(match token {
                0 => self.reader.name()?,
                1..200 => parent(own, usize::from(token).saturating_sub(1), old)?.name.clone(),
                _ => {
                    let mut seen: Vec<u16> = Vec::new();
                    for place in own {
                        let district = old.get(usize::from(*place)).map_or(0, |old| old.district);
                        if !seen.contains(&district) {
                            seen.push(district);
                        }
                    }
                    let district = seen.get(usize::from(token.saturating_sub(200)));
                    let district = district.and_then(|district| districts.get(usize::from(*district)));
                    district.ok_or_else(|| corrupt("a name that is not"))?.name.clone()
                }
            });
        }
        let mut communes = Vec::with_capacity(count);
        for (((code, kind), name), own) in codes.into_iter().zip(kinds).zip(names).zip(parents) {
            let province = match own.first().and_then(|first| old.get(usize::from(*first))) {
                Some(first) => {
                    let district = districts.get(usize::from(first.district));
                    let old = district.and_then(|district| old_provinces.get(usize::from(district.province)));
                    old.ok_or_else(|| corrupt("a place that is not"))?.now
                }
                None => place(self.reader.count(provinces.len())?, provinces.len())?,
            };
            let state = State { from: self.first_day, kind, name, document: 0 };
            communes.push(Commune {
                code,
                province,
                states: vec![state],
                parents: own,
                island: None,
                replaced: None,
            });
        }
        for (district, zone) in islands {
            if let Some(commune) = communes.get_mut(usize::from(*zone)) {
                commune.island = Some(*district);
            }
        }
        Ok(communes)
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

    fn change(&mut self, units: &mut Units) -> Result<(), Error> {
        let from = day(&mut self.reader)?;
        let document = place(self.reader.count(units.documents.len())?, units.documents.len())?;
        let document = usize::from(document);
        match self.reader.number()? {
            // A province or a commune of another type or name.
            what @ (0 | 1) => {
                let code = self.reader.number()?;
                let kind = self.kind()?;
                let name = self.reader.name()?;
                let states = if what == 0 {
                    units
                        .provinces
                        .iter_mut()
                        .find(|province| province.code == code)
                        .map(|own| &mut own.states)
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
                let code = self.reader.number()?;
                let kind = self.kind()?;
                let name = self.reader.name()?;
                let province = self.reader.number()?;
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
                let code = self.reader.number()?;
                let mut by = Vec::new();
                for _ in 0..self.reader.count(LIMITS.changes)? {
                    let code = self.reader.number()?;
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

fn parent<'a>(own: &[u16], at: usize, old: &'a [OldCommune]) -> Result<&'a OldCommune, Error> {
    let parent = own.get(at).and_then(|place| old.get(usize::from(*place)));
    parent.ok_or_else(|| corrupt("a parent that is not"))
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
