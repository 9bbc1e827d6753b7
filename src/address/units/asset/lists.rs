//! The lists of both eras and the mapping between them, column by column.

use super::{
    columns::{Columns, place},
    reader::corrupt,
};
use crate::{
    Error,
    address::{
        LIMITS,
        units::records::{Commune, District, OldCommune, OldProvince, Province, State},
    },
};

pub(super) fn provinces(columns: &mut Columns<'_>) -> Result<Vec<Province>, Error> {
    let count = columns.reader.count(LIMITS.provinces)?;
    let codes = columns.numbers(count)?;
    let kinds = columns.kinds(count)?;
    codes
        .into_iter()
        .zip(kinds)
        .map(|(code, kind)| Ok(Province { code, states: vec![columns.first_state(kind)?] }))
        .collect()
}

pub(super) fn old_provinces(columns: &mut Columns<'_>, present: usize) -> Result<Vec<OldProvince>, Error> {
    let count = columns.reader.count(LIMITS.provinces)?;
    let codes = columns.numbers(count)?;
    let kinds = columns.kinds(count)?;
    let now = columns.places(count, present)?;
    codes
        .into_iter()
        .zip(kinds)
        .zip(now)
        .map(|((code, kind), now)| Ok(OldProvince { code, kind, name: columns.reader.name()?, now }))
        .collect()
}

pub(super) fn districts(columns: &mut Columns<'_>, provinces: usize) -> Result<Vec<District>, Error> {
    let count = columns.reader.count(LIMITS.districts)?;
    let parents = columns.parents(provinces, count)?;
    let codes = columns.steps(count)?;
    let kinds = columns.kinds(count)?;
    kinds
        .into_iter()
        .zip(parents)
        .zip(codes)
        .map(|((kind, province), code)| {
            let name = columns.reader.name()?;
            Ok(District { code, kind, name, province, communes: 0..0, former: Vec::new(), zone: None })
        })
        .collect()
}

/// Districts that were no more in 2025, behind the others; then which communes lay in another district than in 2025.
pub(super) fn former_districts(
    columns: &mut Columns<'_>,
    districts: &mut Vec<District>,
    provinces: usize,
    communes: usize,
) -> Result<(), Error> {
    for _ in 0..columns.reader.count(LIMITS.districts.saturating_sub(districts.len()))? {
        let province = place(columns.reader.count(provinces)?, provinces)?;
        let kind = columns.kind()?;
        let name = columns.reader.name()?;
        districts.push(District {
            code: 0,
            kind,
            name,
            province,
            communes: 0..0,
            former: Vec::new(),
            zone: None,
        });
    }
    let (mut district, mut commune) = (0_usize, 0_i64);
    for _ in 0..columns.reader.count(communes)? {
        district = district.saturating_add(columns.reader.count(districts.len())?);
        commune = commune.saturating_add(columns.reader.signed()?);
        let commune = place(usize::try_from(commune).unwrap_or(usize::MAX), communes)?;
        let own = districts.get_mut(district).ok_or_else(|| corrupt("a place that is not"))?;
        own.former.push(commune);
    }
    Ok(())
}

/// The old communes, and how many present ones they name.
pub(super) fn old_communes(
    columns: &mut Columns<'_>,
    districts: &mut [District],
) -> Result<(Vec<OldCommune>, usize), Error> {
    let count = columns.reader.count(LIMITS.communes)?;
    let mut start = 0_usize;
    let mut parents = Vec::with_capacity(count);
    for (number, district) in districts.iter_mut().enumerate() {
        let own = columns.reader.count(count)?;
        let end = start.saturating_add(own);
        district.communes = start..end;
        parents.extend(std::iter::repeat_n(place(number, usize::MAX)?, own.min(count)));
        start = end;
    }
    if parents.len() != count {
        return Err(corrupt("communes without a district"));
    }
    let codes = columns.steps(count)?;
    let kinds = columns.kinds(count)?;
    let mut communes = Vec::with_capacity(count);
    for ((code, kind), district) in codes.into_iter().zip(kinds).zip(parents) {
        let name = columns.reader.name()?;
        communes.push(OldCommune { code, kind, name, district, targets: Box::default(), doubtful: false });
    }
    let mut recent: Vec<u16> = Vec::new();
    let mut next = 0_u16;
    for commune in &mut communes {
        let mut targets = Vec::new();
        let mut left = 1_u8;
        while left > 0 {
            let token = columns.reader.byte()?;
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
pub(super) fn islands(
    columns: &mut Columns<'_>,
    districts: &mut [District],
    named: usize,
) -> Result<Vec<(u16, u16)>, Error> {
    let mut islands = Vec::new();
    for _ in 0..columns.reader.count(districts.len())? {
        let district = columns.reader.count(districts.len())?;
        let zone = place(columns.reader.count(named.saturating_add(LIMITS.changes))?, usize::MAX)?;
        islands.push((place(district, districts.len())?, zone));
        if let Some(district) = districts.get_mut(district) {
            district.zone = Some(zone);
        }
    }
    Ok(islands)
}

pub(super) fn communes(
    columns: &mut Columns<'_>,
    named: usize,
    old: &[OldCommune],
    districts: &[District],
    old_provinces: &[OldProvince],
    provinces: &[Province],
    islands: &[(u16, u16)],
) -> Result<Vec<Commune>, Error> {
    let count = columns.reader.count(LIMITS.communes)?;
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
    let tokens = (0..count).map(|_| columns.reader.byte()).collect::<Result<Vec<u8>, Error>>()?;
    let mut codes = Vec::with_capacity(count);
    for (token, own) in tokens.into_iter().zip(&parents) {
        codes.push(match usize::from(token).checked_sub(1) {
            None => columns.reader.number()?,
            Some(at) => parent(own, at, old)?.code,
        });
    }
    let kinds = columns.kinds(count)?;
    let tokens = (0..count).map(|_| columns.reader.byte()).collect::<Result<Vec<u8>, Error>>()?;
    let mut names: Vec<Box<str>> = Vec::with_capacity(count);
    for (token, own) in tokens.into_iter().zip(&parents) {
        names.push(match token {
            0 => columns.reader.name()?,
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
            None => place(columns.reader.count(provinces.len())?, provinces.len())?,
        };
        let state = State { from: columns.first_day, kind, name, document: 0 };
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

fn parent<'a>(own: &[u16], at: usize, old: &'a [OldCommune]) -> Result<&'a OldCommune, Error> {
    let parent = own.get(at).and_then(|place| old.get(usize::from(*place)));
    parent.ok_or_else(|| corrupt("a parent that is not"))
}
