//! Pictures without a QR code: nothing may be read in any of them.
//!
//! A few hundred of each kind run with the other tests; ten thousand by
//! `cargo test --profile bench --test scan nothing -- --ignored --nocapture` (minutes; `SCAN_NOTHING=20000` for more).

use cancuoc::scan::{Effort, Evidence, Image, scan, scan_frame};

/// What the pictures show.
const KINDS: [fn(&mut Picture); 8] = [
    Picture::noise,
    Picture::text,
    Picture::texture,
    Picture::bars,
    Picture::matrix,
    Picture::finders,
    Picture::symbol_of_nonsense,
    Picture::photograph,
];

#[test]
fn nothing_is_read_where_nothing_is() {
    assert_eq!(read_in(0..240, |_| Effort::Frame), 0);
}

#[test]
#[ignore = "ten thousand pictures: minutes"]
fn nothing_is_read_in_ten_thousand_pictures() {
    let count = std::env::var("SCAN_NOTHING").map_or(10_000, |n| n.parse().unwrap());
    // Every tenth as a photograph, with ten times the work.
    let effort = |seed: u64| if seed.is_multiple_of(10) { Effort::Photo } else { Effort::Frame };
    let mut read = 0;
    for start in (0..count).step_by(500) {
        let seeds = 1_000_000 + start..1_000_000 + count.min(start + 500);
        read += read_in(seeds, effort);
        println!("{} pictures without a code, {read} read", count.min(start + 500));
    }
    assert_eq!(read, 0);
}

/// How many symbols were read in the pictures of these seeds, each alone and as frames of one video.
fn read_in(seeds: core::ops::Range<u64>, effort: impl Fn(u64) -> Effort) -> usize {
    let mut evidence = Evidence::default();
    let mut read = 0;
    for seed in seeds {
        let mut picture = Picture::new(seed);
        KINDS[seed as usize % KINDS.len()](&mut picture);
        picture.camera();
        let image = Image::new(&picture.data, picture.width, picture.height).unwrap();
        read += scan(&image, effort(seed)).symbols.len();
        let (next, scan) = scan_frame(&evidence, &image, Effort::Work(4_000_000));
        evidence = next;
        read += scan.symbols.len();
    }
    read
}

struct Picture {
    width: usize,
    height: usize,
    data: Vec<u8>,
    state: u64,
}

impl Picture {
    /// Of a quarter of a million pixels at the most: small ones are searched by all means within the budget.
    fn new(seed: u64) -> Self {
        let mut picture = Self {
            width: 0,
            height: 0,
            data: Vec::new(),
            state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1,
        };
        (0..4).for_each(|_| _ = picture.next());
        (picture.width, picture.height) = (picture.below(200) + 200, picture.below(160) + 160);
        let ground = picture.below(120) as u8 + 120;
        picture.data = vec![ground; picture.width * picture.height];
        picture
    }

    /// xorshift64* (Vigna, 2016).
    fn next(&mut self) -> u64 {
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 16
    }

    fn below(&mut self, limit: usize) -> usize {
        self.next() as usize % limit.max(1)
    }

    fn fill(&mut self, left: usize, top: usize, width: usize, height: usize, level: u8) {
        for y in top..(top + height).min(self.height) {
            let (from, to) = (left.min(self.width), (left + width).min(self.width));
            self.data[y * self.width + from..y * self.width + to].fill(level);
        }
    }

    fn noise(&mut self) {
        let grain = self.below(4) + 1;
        for y in (0..self.height).step_by(grain) {
            for x in (0..self.width).step_by(grain) {
                let level = self.next() as u8;
                self.fill(x, y, grain, grain, level);
            }
        }
    }

    /// Lines of strokes, as print looks from afar.
    fn text(&mut self) {
        let height = self.below(14) + 6;
        for top in (4..self.height).step_by(height * 3 / 2 + 1) {
            let mut x = self.below(20);
            while x < self.width {
                let (stroke, rise) = (self.below(height / 4 + 1) + 1, self.below(height / 2));
                self.fill(x, top + rise, stroke, height - rise, 30);
                if self.below(3) == 0 {
                    let part = self.below(height);
                    self.fill(x, top + part, height / 2, stroke, 30);
                }
                x += stroke + self.below(height / 2) + 1;
            }
        }
    }

    /// Fine wavy lines, as on a card's ground.
    fn texture(&mut self) {
        let (a, b, c) = (self.below(40) + 5, self.below(40) + 5, self.below(30) + 2);
        for y in 0..self.height {
            for x in 0..self.width {
                let (x1, y1) = (x as f32, y as f32);
                let wave = (x1 / a as f32 + 3.0 * (y1 / b as f32).sin()).sin() + ((x1 + y1) / c as f32).sin();
                self.data[y * self.width + x] = (128.0 + 50.0 * wave) as u8;
            }
        }
    }

    /// A bar code across.
    fn bars(&mut self) {
        let (unit, top) = (self.below(4) + 1, self.below(60));
        let (height, mut x) = (self.below(100) + 60, 10);
        while x + 10 < self.width {
            let bar = unit * (self.below(4) + 1);
            self.fill(x, top, bar, height, 25);
            x += bar + unit * (self.below(4) + 1);
        }
    }

    /// A square of black and white cells, as other matrix codes are.
    fn matrix(&mut self) {
        let (cell, count) = (self.below(5) + 2, self.below(40) + 10);
        let (left, top) = (self.below(40), self.below(40));
        for y in 0..count {
            for x in 0..count {
                if x == 0 || y + 1 == count || self.below(2) == 0 {
                    self.fill(left + x * cell, top + y * cell, cell, cell, 25);
                }
            }
        }
    }

    /// Concentric squares anywhere, of all sizes.
    fn finders(&mut self) {
        for _ in 0..self.below(30) + 3 {
            let (module, left, top) = (self.below(5) + 1, self.below(self.width), self.below(self.height));
            self.finder(left, top, module);
        }
    }

    fn finder(&mut self, left: usize, top: usize, module: usize) {
        for (inset, level) in [(0, 230), (1, 25), (2, 230), (3, 25)] {
            let side = (9 - 2 * inset) * module;
            self.fill(left + inset * module, top + inset * module, side, side, level);
        }
    }

    /// Three finders where a symbol has them, timing, and modules that say nothing.
    fn symbol_of_nonsense(&mut self) {
        let version = self.below(9) + 1;
        let size = 17 + 4 * version;
        let module = (self.width.min(self.height) / (size + 8)).max(1);
        let at = |i: usize| (i + 4) * module;
        for y in 0..size {
            for x in 0..size {
                let dark = if y == 6 || x == 6 { (x + y).is_multiple_of(2) } else { self.below(2) == 0 };
                self.fill(at(x), at(y), module, module, if dark { 25 } else { 230 });
            }
        }
        for (x, y) in [(0, 0), (size - 7, 0), (0, size - 7)] {
            self.finder(at(x) - module, at(y) - module, module);
        }
    }

    /// Soft shapes with edges, shaded.
    fn photograph(&mut self) {
        for _ in 0..12 {
            let (cx, cy) = (self.below(self.width) as f32, self.below(self.height) as f32);
            let (rx, ry) = (self.below(90) as f32 + 6.0, self.below(90) as f32 + 6.0);
            let level = self.below(256) as f32;
            for y in 0..self.height {
                for x in 0..self.width {
                    let d = ((x as f32 - cx) / rx).powi(2) + ((y as f32 - cy) / ry).powi(2);
                    if d < 1.0 {
                        let shade = level * (1.0 - 0.5 * d);
                        self.data[y * self.width + x] = shade as u8;
                    }
                }
            }
        }
    }

    /// Uneven light, some blur and grain.
    fn camera(&mut self) {
        if self.below(2) == 0 {
            let before = self.data.clone();
            for y in 1..self.height - 1 {
                for x in 1..self.width - 1 {
                    let sum: u32 =
                        (0..9).map(|i| u32::from(before[(y + i / 3 - 1) * self.width + x + i % 3 - 1])).sum();
                    self.data[y * self.width + x] = (sum / 9) as u8;
                }
            }
        }
        let (slope, grain) = (self.below(60), self.below(24) + 1);
        for y in 0..self.height {
            for x in 0..self.width {
                let level = usize::from(self.data[y * self.width + x]) * (160 + slope * x / self.width) / 220;
                self.data[y * self.width + x] = (level + self.below(grain)).min(255) as u8;
            }
        }
    }
}
