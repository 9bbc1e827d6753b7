//! A symbol's finder patterns from one frame of a video to the next: each is compared by itself around its old place, since a hand
//! turns the card a little while it moves it.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "floating point; a pattern is compared only where its bounds lie inside the picture"
)]

use super::budget::Budget;
use super::finder::Finder;
use super::grey::Grey;
use super::homography::Homography;
use super::point::Point;
use super::seen::Seen;

/// The symbol's finder patterns in the next frame, by the correlation of the grey levels around where they
/// were: also those that no threshold brings out. Nothing when not all three are there.
pub(super) fn follow(symbol: &Seen, grey: &Grey, budget: &mut Budget) -> Vec<Finder> {
    let Some(patterns) = patterns(symbol) else { return Vec::new() };
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

/// Its finder patterns; the same three in a mirror.
fn patterns(symbol: &Seen) -> Option<[Pattern; 3]> {
    let far = symbol.version.size() as f32 - 7.0;
    let map = Homography::from_corners(far + 7.0, &symbol.corners)?;
    let pattern = |u: f32, v: f32| {
        let outline =
            [(0.0, 0.0), (7.0, 0.0), (7.0, 7.0), (0.0, 7.0)].map(|(du, dv)| map.map(u + du, v + dv));
        let diagonals = outline[0].distance(outline[2]) + outline[1].distance(outline[3]);
        let size = 0.5 * diagonals / core::f32::consts::SQRT_2;
        let centre = map.map(u + 3.5, v + 3.5);
        let reversed = symbol.reversed;
        (7.0..1e4).contains(&size).then_some(())?;
        Pattern::new(Finder { centre, size, outline: Some(outline), reversed, quality: 0.0 })
    };
    Some([pattern(0.0, 0.0)?, pattern(far, 0.0)?, pattern(0.0, far)?])
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

#[cfg(test)]
mod tests {
    use super::super::template::Template;
    use super::super::version::Version;
    use super::*;

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
        let found = follow(&seen, &grey, &mut Budget::new(28_000_000));
        assert_eq!(found.len(), 3);
        for (finder, (u, v)) in found.iter().zip([(3.5, 3.5), (size - 3.5, 3.5), (3.5, size - 3.5)]) {
            assert!(finder.centre.distance(map.map(u, v)) < 1.5, "{finder:?} {:?}", map.map(u, v));
        }
        assert!(follow(&seen, &grey, &mut Budget::new(1000)).is_empty());
        grey.data.fill(120);
        assert!(follow(&seen, &grey, &mut Budget::new(28_000_000)).is_empty());
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
            assert!(follow(&seen, &grey, &mut Budget::new(u64::MAX)).is_empty());
        }
    }
}
