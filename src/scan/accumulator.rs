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
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "floating point; both lists of values have the length of the version's modules, checked before; \
              a pattern is compared only where its bounds lie inside the picture"
)]

use super::budget::Budget;
use super::codewords::{self, Outcome};
use super::finder::Finder;
use super::grey::Grey;
use super::homography::Homography;
use super::point::Point;
use super::reader::{Reader, Seen};
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

    /// Where the symbol was in the last frame, when it was not read there.
    pub(super) fn corners(&self) -> Option<[Point; 4]> {
        self.0.as_ref().filter(|seen| !seen.soft.is_empty()).map(|seen| seen.corners)
    }

    /// The symbol's finder patterns in the next frame, by the correlation of the grey levels around where they
    /// were: also those that no threshold brings out. Nothing when not all three are there.
    pub(super) fn finders(&self, grey: &Grey, budget: &mut Budget) -> Vec<Finder> {
        let Some(patterns) = self.0.as_ref().and_then(Seen::patterns) else { return Vec::new() };
        for reach in REACHES {
            let places_a_side = usize::from((2 * reach + 1).unsigned_abs());
            let work = 3 * (places_a_side * places_a_side + SETTLING) * LOOK;
            if !budget.allows(2 * work) {
                break;
            }
            budget.spend(work);
            let places = patterns.each_ref().map(|pattern| places(grey, pattern, reach));
            let Some(found) = together(&places, patterns[0].finder.size) else { continue };
            let found: Vec<Finder> =
                patterns.iter().zip(found).map(|(pattern, place)| pattern.settled(grey, place)).collect();
            if found.iter().all(|finder| finder.quality > SURE) {
                return found;
            }
        }
        Vec::new()
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

    /// Its finder patterns; the same three in a mirror.
    fn patterns(&self) -> Option<[Pattern; 3]> {
        let far = self.version.size() as f32 - 7.0;
        let map = Homography::from_corners(far + 7.0, &self.corners)?;
        let pattern = |u: f32, v: f32| {
            let outline =
                [(0.0, 0.0), (7.0, 0.0), (7.0, 7.0), (0.0, 7.0)].map(|(du, dv)| map.map(u + du, v + dv));
            let diagonals = outline[0].distance(outline[2]) + outline[1].distance(outline[3]);
            let size = 0.5 * diagonals / core::f32::consts::SQRT_2;
            let centre = map.map(u + 3.5, v + 3.5);
            let reversed = self.reversed;
            (7.0..1e4).contains(&size).then_some(())?;
            Pattern::new(Finder { centre, size, outline: Some(outline), reversed, quality: 0.0 })
        };
        Some([pattern(0.0, 0.0)?, pattern(far, 0.0)?, pattern(0.0, far)?])
    }
}

/// All places up to `reach` steps away.
fn around(reach: i16, step: f32) -> impl Iterator<Item = Point> {
    let row = move |y| (-reach..=reach).map(move |x| Point::new(f32::from(x), f32::from(y)).scaled(step));
    (-reach..=reach).flat_map(row)
}

/// Where a pattern may be now, up to `reach` steps away: up to three places.
fn places(grey: &Grey, pattern: &Pattern, reach: i16) -> Vec<Place> {
    let size = pattern.finder.size;
    let mut places: Vec<Place> = Vec::with_capacity(PLACES + 1);
    for by in around(reach, STEP * size) {
        let quality = pattern.correlation(grey, by);
        if quality < LIKELY {
            continue;
        }
        match places.iter_mut().find(|place| place.by.distance(by) < 0.4 * size) {
            Some(same) if same.quality < quality => *same = Place { by, quality },
            Some(_) => {}
            None => places.push(Place { by, quality }),
        }
        if places.len() > PLACES {
            let least = places.iter().fold(f32::MAX, |least, place| least.min(place.quality));
            places.retain(|place| place.quality > least);
        }
    }
    places
}

/// Of the places of each pattern those that moved most alike and agree best.
fn together(places: &[Vec<Place>; 3], size: f32) -> Option<[Place; 3]> {
    let [first, second, third] = places;
    let mut best: Option<(f32, [Place; 3])> = None;
    for a in first {
        for b in second {
            for c in third {
                let spread = a.by.distance(b.by).max(a.by.distance(c.by)) / size;
                let score = a.quality + b.quality + c.quality - 0.3 * spread;
                if spread < APART && best.is_none_or(|best| score > best.0) {
                    best = Some((score, [*a, *b, *c]));
                }
            }
        }
    }
    best.map(|best| best.1)
}

/// How far a pattern has moved, and how well it agrees there.
#[derive(Clone, Copy)]
struct Place {
    by: Point,
    quality: f32,
}

/// The pixels under the modules of a finder pattern and its separator, for comparing at many places.
struct Pattern {
    finder: Finder,
    /// Of the modules that are dark and of those that are light.
    pixels: [Vec<(i32, i32)>; 2],
    low: (i32, i32),
    high: (i32, i32),
}

impl Pattern {
    fn new(finder: Finder) -> Option<Self> {
        let frame = Homography::from_corners(7.0, &finder.outline?)?;
        let (low, high) = ((i32::MAX, i32::MAX), (i32::MIN, i32::MIN));
        let mut pattern = Self { finder, pixels: [Vec::new(), Vec::new()], low, high };
        for row in 0..9_i16 {
            for column in 0..9_i16 {
                let place = frame.map(f32::from(column) - 0.5, f32::from(row) - 0.5);
                let (x, y) = (place.x.floor() as i32, place.y.floor() as i32);
                let ring = (row - 4).abs().max((column - 4).abs());
                pattern.pixels[usize::from(ring % 2 == 0 && ring > 0)].push((x, y));
                pattern.low = (pattern.low.0.min(x), pattern.low.1.min(y));
                pattern.high = (pattern.high.0.max(x), pattern.high.1.max(y));
            }
        }
        Some(pattern)
    }

    /// The finder pattern where it agrees best, parts of a module around a place.
    fn settled(&self, grey: &Grey, place: Place) -> Finder {
        let near = || around(3, 0.036 * self.finder.size).map(|by| place.by + by);
        let best = near().fold(place.quality, |best, by| best.max(self.correlation(grey, by)));
        // Modules of some pixels agree as well some pixels around: the middle of all that do.
        let (mut sum, mut count) = (Point::default(), 0.0);
        for by in near().filter(|by| self.correlation(grey, *by) > best - 0.01) {
            sum = sum + by;
            count += 1.0;
        }
        let by = if count > 0.0 { sum.scaled(1.0 / count) } else { place.by };
        Finder { quality: best, ..self.finder.mapped(|p| p + by, 1.0) }
    }

    /// Pearson's correlation at a place `by` away; 0 when that is not inside the picture.
    #[inline(never)]
    fn correlation(&self, grey: &Grey, by: Point) -> f32 {
        let (dx, dy) = (by.x.round() as i32, by.y.round() as i32);
        let inside = |low: i32, high: i32, by: i32, side: usize| {
            let start = low.saturating_add(by);
            start >= 0 && usize::try_from(high.saturating_add(by)).is_ok_and(|end| end < side)
        };
        if !inside(self.low.0, self.high.0, dx, grey.width)
            || !inside(self.low.1, self.high.1, dy, grey.height)
        {
            return 0.0;
        }
        let [(dark, dark_squares), (light, light_squares)] = self.pixels.each_ref().map(|pixels| {
            let (mut sum, mut squares) = (0_u32, 0_u32);
            for &(x, y) in pixels {
                let level = u32::from(grey.data[(y + dy) as usize * grey.width + (x + dx) as usize]);
                sum += level;
                squares += level * level;
            }
            (sum as f32, squares as f32)
        });
        let count = (self.pixels[0].len() + self.pixels[1].len()) as f32;
        let share = self.pixels[1].len() as f32 / count;
        let mean = (dark + light) / count;
        let covariance = light / count - share * mean;
        let of_levels = (dark_squares + light_squares) / count - mean * mean;
        // As in `correlation`: flat noise is no pattern.
        let correlation = covariance / ((of_levels + 6.0) * share * (1.0 - share)).max(1e-6).sqrt();
        if self.finder.reversed { -correlation } else { correlation }
    }
}

/// How far a symbol is followed, in steps: as a hand sways, and as it slips.
const REACHES: [i16; 2] = [13, 37];
/// Three quarters of a module, in sides of a pattern.
const STEP: f32 = 0.107;
/// A correlation from which a place is kept.
const LIKELY: f32 = 0.4;
const PLACES: usize = 3;
/// What all three patterns must reach.
const SURE: f32 = 0.5;
/// How differently the three may move, in sides of a pattern.
const APART: f32 = 1.3;
/// What comparing at a place costs.
const LOOK: usize = 100;
/// Places that are compared to settle a pattern.
const SETTLING: usize = 2 * 49;
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
        assert!(place.corners().is_none());
    }

    #[test]
    fn patterns_are_followed_to_where_they_moved_and_nowhere_else() {
        let version = Version::new(3).unwrap();
        let template = Template::new(version);
        let size = template.size as f32;
        // Four pixels a module at (60, 40), then moved by (37, 22), a little turned, at a twelfth of the contrast.
        let corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
            .map(|(x, y)| Point::new(60.0 + 4.0 * size * x, 40.0 + 4.0 * size * y));
        let moved =
            corners.map(|c| Point::new(c.x + 37.0 - 0.04 * (c.y - 100.0), c.y + 22.0 + 0.04 * (c.x - 100.0)));
        let map = Homography::from_corners(size, &moved).unwrap();
        let mut grey = Grey { width: 320, height: 240, data: vec![120; 320 * 240] };
        for row in 0..4 * template.size {
            for column in 0..4 * template.size {
                let place = map.map((column as f32 + 0.5) / 4.0, (row as f32 + 0.5) / 4.0);
                let dark = template.known[row / 4 * template.size + column / 4] == 1;
                grey.data[place.y as usize * 320 + place.x as usize] = if dark { 105 } else { 122 };
            }
        }
        let seen = Seen {
            score: 0.0,
            corners,
            module: 4.0,
            version,
            reversed: false,
            mirrored: false,
            soft: Vec::new(),
        };
        let evidence = Evidence(Some(seen));
        let found = evidence.finders(&grey, &mut Budget::new(28_000_000));
        assert_eq!(found.len(), 3);
        for (finder, (u, v)) in found.iter().zip([(3.5, 3.5), (size - 3.5, 3.5), (3.5, size - 3.5)]) {
            assert!(finder.centre.distance(map.map(u, v)) < 1.5, "{finder:?} {:?}", map.map(u, v));
        }
        assert!(evidence.finders(&grey, &mut Budget::new(1000)).is_empty());
        grey.data.fill(120);
        assert!(evidence.finders(&grey, &mut Budget::new(28_000_000)).is_empty());
    }

    #[test]
    fn corners_of_no_symbol_are_not_followed() {
        let grey = Grey { width: 2, height: 1, data: vec![0, 255] };
        for (x, y) in [(0.0, 0.0), (9e5, -9e5), (f32::MIN_POSITIVE, 1.0)] {
            let corners = [Point::new(x, y), Point::new(y, x), Point::new(-x, y), Point::new(x, -y)];
            let version = Version::new(40).unwrap();
            let seen = Seen {
                score: 0.0,
                corners,
                module: 0.0,
                version,
                reversed: true,
                mirrored: true,
                soft: Vec::new(),
            };
            assert!(Evidence(Some(seen)).finders(&grey, &mut Budget::new(u64::MAX)).is_empty());
        }
    }
}
