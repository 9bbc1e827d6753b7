//! Several frames of one symbol: what none of them shows well enough, their sum may.
//!
//! A frame in which a symbol is located and not read leaves one soft value a module. Modules have the same
//! place in every frame, however the camera moved; their values are added up (maximum ratio combining:
//! Brennan, *Proceedings of the IRE* 47, 1959) and decoded together.
//!
//! Of a symbol that was read only the place is kept: the next frame is searched around it, and must show by
//! itself what it says.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "floating point; both lists of values have the length of the version's modules, checked before"
)]

use super::budget::Budget;
use super::codewords::{self, Outcome};
use super::finder::Finder;
use super::follower::follow;
use super::grey::Grey;
use super::point::Point;
use super::reader::Reader;
use super::seen::Seen;
use super::symbol::Symbol;
use super::template::Template;
use super::version::Version;

/// What the frames so far showed of a symbol that is not read yet, or where one was that is. Nothing but
/// numbers: it may be kept, copied, or thrown away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence(Option<Seen>);

impl Evidence {
    /// Where a symbol was read, and nothing of what it said.
    pub(super) fn of_place(symbols: &[Symbol]) -> Self {
        let place = |symbol: &Symbol| {
            let corners = symbol.corners.map(|(x, y)| Point::new(x, y));
            let version = Version::new(symbol.version)?;
            let (reversed, mirrored) = (symbol.reversed, symbol.mirrored);
            Some(Seen { score: 0.0, corners, module: 0.0, version, reversed, mirrored, soft: Vec::new() })
        };
        Self(symbols.first().and_then(place))
    }

    /// The symbol's finder patterns in the next frame. Nothing when not all three are there.
    pub(super) fn finders(&self, grey: &Grey, budget: &mut Budget) -> Vec<Finder> {
        self.0.as_ref().map_or_else(Vec::new, |seen| follow(seen, grey, budget))
    }

    /// Adds what a frame showed; reads the symbol when that is enough.
    pub(super) fn add(&mut self, seen: &Seen) -> Option<Symbol> {
        if seen.score < LOCATED || seen.soft.is_empty() {
            return None;
        }
        let weight = seen.score * seen.score;
        let fresh = seen.soft.iter().map(|v| weight * v.clamp(-1.5, 1.5));
        let sum = match &self.0 {
            Some(before) if before.is_same_symbol(seen) => {
                before.soft.iter().zip(fresh).map(|(old, new)| KEPT * old + new).collect()
            }
            _ => {
                self.0 = Some(Seen { soft: fresh.collect(), ..seen.clone() });
                return None;
            }
        };
        let sum = Seen { soft: sum, ..seen.clone() };
        let template = Template::new(sum.version);
        let outcome = codewords::decode(&sum.soft, &template, ERASABLE);
        let symbol = match outcome {
            Outcome::Read(message) => Some(Reader::symbol(*message, &template, &sum)),
            _ => None,
        };
        *self = symbol.as_ref().map_or(Self(Some(sum)), |read| Self::of_place(core::slice::from_ref(read)));
        symbol
    }

    /// One byte each for version and flags, corners, then one byte a module, or none after the symbol was read.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Some(seen) = &self.0 else { return Vec::new() };
        let mut bytes = vec![seen.version.number(), u8::from(seen.reversed) | u8::from(seen.mirrored) << 1];
        for value in seen.corners.iter().flat_map(|c| [c.x, c.y]).chain([seen.score]) {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
        bytes.extend(seen.soft.iter().flat_map(|v| ((v * SCALE).clamp(-127.0, 127.0) as i8).to_le_bytes()));
        bytes
    }

    /// What [`Evidence::to_bytes`] wrote; anything else is no evidence.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(Self::seen(bytes))
    }

    fn seen(bytes: &[u8]) -> Option<Seen> {
        let (head, modules) = bytes.split_at_checked(HEAD)?;
        let version = Version::new(*head.first()?)?;
        let flags = *head.get(1)?;
        let mut numbers =
            head.get(2..)?.chunks_exact(4).filter_map(|c| c.try_into().ok()).map(f32::from_le_bytes);
        let mut corners = [Point::default(); 4];
        for corner in &mut corners {
            *corner = Point::new(numbers.next()?, numbers.next()?);
        }
        let score = numbers.next()?;
        let sound = corners.iter().all(|c| c.x.abs() < 1e6 && c.y.abs() < 1e6) && (0.0..2.0).contains(&score);
        if !sound || ![0, version.size() * version.size()].contains(&modules.len()) {
            return None;
        }
        let soft = modules.iter().map(|b| f32::from(i8::from_le_bytes([*b])) / SCALE).collect();
        let (reversed, mirrored) = (flags & 1 == 1, flags & 2 == 2);
        Some(Seen { score, corners, module: 0.0, version, reversed, mirrored, soft })
    }
}

impl Seen {
    /// Whether the data modules agree so far that they are of one symbol.
    fn is_same_symbol(&self, other: &Self) -> bool {
        let alike = self.version == other.version && self.reversed == other.reversed;
        if self.soft.is_empty() || !alike || self.mirrored != other.mirrored {
            return false;
        }
        let template = Template::new(self.version);
        let (mut both, mut old, mut new) = (0.0_f32, 1e-6_f32, 1e-6_f32);
        for &module in &template.data {
            let (a, b) = (self.soft[module as usize], other.soft[module as usize].clamp(-1.5, 1.5));
            both += a * b;
            old += a * a;
            new += b * b;
        }
        both / (old * new).sqrt() > SAME
    }
}

/// Version, flags, eight coordinates and the score.
const HEAD: usize = 2 + 9 * 4;
/// Steps of a module's value in a byte.
const SCALE: f32 = 32.0;
/// What is kept of the older frames at each new one.
const KEPT: f32 = 0.85;
/// A frame whose template agrees less shows something else.
const LOCATED: f32 = 0.3;
/// Correlation of two frames' modules from which they show one symbol: of two symbols it is about 0.
const SAME: f32 = 0.2;
const ERASABLE: f32 = 0.7;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_survives_its_bytes_and_other_bytes_are_none() {
        let version = Version::new(2).unwrap();
        let soft = (0..625_u16).map(|i| f32::from(i % 7) / 8.0 - 0.375).collect();
        let corners = [Point::new(1.0, 2.0); 4];
        let seen = Seen { score: 0.5, corners, module: 0.0, version, reversed: true, mirrored: false, soft };
        let evidence = Evidence(Some(seen));
        let bytes = evidence.to_bytes();
        assert_eq!(Evidence::from_bytes(&bytes), evidence);
        assert_eq!(Evidence::from_bytes(&bytes[1..]), Evidence::default());
        assert_eq!(Evidence::from_bytes(&[]), Evidence::default());
        assert_eq!(Evidence::from_bytes(&[255; 663]), Evidence::default());
        assert!(Evidence::default().to_bytes().is_empty());
        let place = Evidence::from_bytes(&bytes[..HEAD]);
        assert_eq!(place.to_bytes(), bytes[..HEAD]);
    }
}
