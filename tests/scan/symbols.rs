//! The scanner against an independent encoder (qrcodegen), and against bad input.

use cancuoc::scan::{Effort, Evidence, Image, Scan, read_modules, scan, scan_frame};
use proptest::prelude::*;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, QrSegmentMode, Version};

const LEVELS: [QrCodeEcc; 4] = [QrCodeEcc::Low, QrCodeEcc::Medium, QrCodeEcc::Quartile, QrCodeEcc::High];

/// A grey picture.
#[derive(Clone)]
struct Picture {
    width: usize,
    height: usize,
    data: Vec<u8>,
}

impl Picture {
    fn blank(width: usize, height: usize) -> Self {
        Self { width, height, data: vec![230; width * height] }
    }

    fn of(code: &QrCode, module: usize) -> Self {
        let side = (code.size() as usize + 8) * module;
        let mut picture = Self::blank(side, side);
        picture.draw(code, module, 4 * module, 4 * module);
        picture
    }

    fn draw(&mut self, code: &QrCode, module: usize, left: usize, top: usize) {
        for y in 0..code.size() as usize * module {
            for x in 0..code.size() as usize * module {
                if code.get_module((x / module) as i32, (y / module) as i32) {
                    self.data[(top + y) * self.width + left + x] = 30;
                }
            }
        }
    }

    fn mapped(&self, place: impl Fn(usize, usize) -> (usize, usize)) -> Self {
        let mut data = self.data.clone();
        for y in 0..self.height {
            for x in 0..self.width {
                let (from_x, from_y) = place(x, y);
                data[y * self.width + x] = self.data[from_y * self.width + from_x];
            }
        }
        Self { data, ..*self }
    }

    fn scan(&self) -> Scan {
        scan(&Image::new(&self.data, self.width, self.height).unwrap(), Effort::Photo)
    }

    fn bytes(&self) -> Vec<Vec<u8>> {
        self.scan().symbols.into_iter().map(|s| s.bytes).collect()
    }
}

fn encode(segments: &[QrSegment], level: QrCodeEcc, version: u8, mask: u8) -> Option<QrCode> {
    let version = Version::new(version);
    QrCode::encode_segments_advanced(segments, level, version, version, Some(Mask::new(mask)), false).ok()
}

#[test]
fn every_version_and_level_is_read_and_every_mask() {
    for version in 1..=40 {
        for (i, level) in LEVELS.into_iter().enumerate() {
            let mask = (version + i as u8) % 8;
            let text: Vec<u8> =
                (0..10 + u32::from(version)).map(|n| (n * 37 + u32::from(mask)) as u8).collect();
            let segments = [QrSegment::make_bytes(if version == 1 { &text[..7] } else { &text })];
            let Some(code) = encode(&segments, level, version, mask) else {
                panic!("{version} {level:?} does not hold the text");
            };
            let scan = Picture::of(&code, 3).scan();
            let [symbol] = &scan.symbols[..] else { panic!("{version} {level:?} {mask}: {scan:?}") };
            let expected = if version == 1 { &text[..7] } else { &text };
            assert_eq!(symbol.bytes, expected);
            assert_eq!((symbol.version, symbol.mask), (version, mask));
        }
    }
}

#[test]
fn a_symbol_filled_to_the_last_byte_is_read() {
    for (version, level, capacity) in
        [(1, QrCodeEcc::Low, 17), (10, QrCodeEcc::Medium, 213), (40, QrCodeEcc::Low, 2953)]
    {
        let text: Vec<u8> = (0..capacity).map(|i| b'a' + (i % 26) as u8).collect();
        let code = encode(&[QrSegment::make_bytes(&text)], level, version, 2).unwrap();
        assert_eq!(Picture::of(&code, 3).bytes(), [text]);
    }
}

#[test]
fn segments_of_all_modes_are_joined_and_the_eci_is_told() {
    let kanji = QrSegment::new(
        QrSegmentMode::Kanji,
        2,
        [0, 1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]
            .map(|b| b == 1)
            .to_vec(),
    );
    for version in [3, 15, 30] {
        let segments = [
            QrSegment::make_eci(26),
            QrSegment::make_numeric("0123456789"),
            QrSegment::make_alphanumeric("AB $%*+-./:9"),
            kanji.clone(),
            QrSegment::make_bytes("Nguyễn".as_bytes()),
        ];
        let code = encode(&segments, QrCodeEcc::Low, version, 0).unwrap();
        let scan = Picture::of(&code, 3).scan();
        let expected =
            [b"0123456789AB $%*+-./:9".as_slice(), &[0x93, 0x5F, 0xE4, 0xAA], "Nguyễn".as_bytes()].concat();
        assert_eq!(scan.symbols[0].bytes, expected);
        assert_eq!(scan.symbols[0].eci, [26]);
    }
}

#[test]
fn turned_mirrored_and_reversed_symbols_are_read() {
    for version in [1, 2, 7, 12] {
        let code = encode(&[QrSegment::make_bytes(b"mau 0123")], QrCodeEcc::Low, version, 5).unwrap();
        let upright = Picture::of(&code, 4);
        let last = upright.width - 1;
        let turned = upright.mapped(|x, y| (last - y, x));
        let upside_down = upright.mapped(|x, y| (last - x, last - y));
        let mirrored = upright.mapped(|x, y| (last - x, y));
        let mut reversed = upright.clone();
        reversed.data.iter_mut().for_each(|v| *v = 255 - *v);
        for (picture, mirror, light_on_dark) in [
            (turned, false, false),
            (upside_down, false, false),
            (mirrored, true, false),
            (reversed, false, true),
        ] {
            let scan = picture.scan();
            let [symbol] = &scan.symbols[..] else { panic!("{version} {mirror} {light_on_dark}: {scan:?}") };
            assert_eq!(symbol.bytes, b"mau 0123");
            assert_eq!((symbol.mirrored, symbol.reversed), (mirror, light_on_dark));
        }
    }
}

#[test]
fn a_symbol_cut_out_along_its_edge_is_read() {
    for (version, module) in [(2, 4), (12, 1), (40, 1)] {
        let code = encode(&[QrSegment::make_bytes(b"no quiet zone")], QrCodeEcc::Medium, version, 3).unwrap();
        let side = code.size() as usize * module;
        let mut picture = Picture::blank(side, side);
        picture.draw(&code, module, 0, 0);
        let scan = picture.scan();
        let [symbol] = &scan.symbols[..] else { panic!("{version}: {scan:?}") };
        assert_eq!(symbol.bytes, b"no quiet zone");
        assert!(symbol.corners[0].0.abs() < 2.0 && (symbol.corners[2].1 - side as f32).abs() < 2.0);
    }
}

#[test]
fn corners_are_those_of_the_symbol_itself() {
    let code = encode(&[QrSegment::make_bytes(b"corners")], QrCodeEcc::Medium, 4, 1).unwrap();
    let picture = Picture::of(&code, 5);
    let (low, high) = (20.0, 20.0 + 33.0 * 5.0);
    let last = picture.width - 1;
    let far = picture.width as f32;
    let near = |found: [(f32, f32); 4], expected: [(f32, f32); 4]| {
        found.iter().zip(expected).all(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1) < 2.5)
    };
    let square = [(low, low), (high, low), (high, high), (low, high)];
    assert!(near(picture.scan().symbols[0].corners, square));
    let mirrored = picture.mapped(|x, y| (last - x, y)).scan();
    assert!(near(mirrored.symbols[0].corners, square.map(|(x, y)| (far - x, y))));
}

#[test]
fn several_symbols_are_given_in_reading_order() {
    let mut picture = Picture::blank(900, 700);
    let places = [(60, 50), (360, 64), (640, 40), (80, 380), (420, 400), (650, 370)];
    for (i, (left, top)) in places.into_iter().enumerate() {
        let text = format!("symbol {i}");
        let code =
            encode(&[QrSegment::make_bytes(text.as_bytes())], QrCodeEcc::Medium, 2 + i as u8 % 3, 3).unwrap();
        picture.draw(&code, 5, left, top);
    }
    let expected: Vec<Vec<u8>> = (0..6).map(|i| format!("symbol {i}").into_bytes()).collect();
    assert_eq!(picture.bytes(), expected);
}

#[test]
fn a_symbol_too_small_for_the_first_look_is_read_beside_a_large_one() {
    let (large, small) = ([b'L'; 100], [b's'; 100]);
    let mut picture = Picture::blank(2000, 1500);
    picture.draw(&QrCode::encode_binary(&large, QrCodeEcc::Medium).unwrap(), 9, 200, 300);
    picture.draw(&QrCode::encode_binary(&small, QrCodeEcc::Medium).unwrap(), 2, 1501, 701);
    assert_eq!(picture.bytes(), [large.to_vec(), small.to_vec()]);
}

#[test]
fn pictures_without_a_symbol_are_findings_not_errors() {
    let codes = |picture: &Picture| -> Vec<String> {
        let scan = picture.scan();
        assert!(scan.symbols.is_empty());
        scan.findings.into_iter().map(|f| f.code.into_owned()).collect()
    };
    assert_eq!(codes(&Picture::blank(0, 0)), ["scan.nothing_found"]);
    assert_eq!(codes(&Picture::blank(1, 1)), ["scan.nothing_found"]);
    assert_eq!(codes(&Picture::blank(3, 500)), ["scan.nothing_found"]);
    let mut dark = Picture::blank(320, 240);
    dark.data.fill(12);
    assert_eq!(codes(&dark), ["scan.nothing_found", "scan.too_dark"]);
}

#[test]
fn noise_and_finder_patterns_by_the_thousand_end_without_a_symbol() {
    let mut noise = Picture::blank(640, 480);
    let mut state = 88_172_645_463_325_252_u64;
    noise.data.iter_mut().for_each(|v| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        *v = state as u8;
    });
    assert!(noise.scan().symbols.is_empty());
    let mut finders = Picture::blank(1200, 900);
    for y in 0..900 {
        for x in 0..1200 {
            let ring = ((x / 2 % 9) as i32 - 4).abs().max(((y / 2 % 9) as i32 - 4).abs());
            if ring != 2 && ring != 4 {
                finders.data[y * 1200 + x] = 20;
            }
        }
    }
    assert!(finders.scan().symbols.is_empty());
}

#[test]
fn what_no_single_frame_shows_several_show_together() {
    let text: Vec<u8> = (0..100).map(|i| b'a' + i % 26).collect();
    let code = encode(&[QrSegment::make_bytes(&text)], QrCodeEcc::Low, 6, 4).unwrap();
    let clean = Picture::of(&code, 4);
    assert_eq!(clean.bytes(), std::slice::from_ref(&text));
    let mut state = 1_234_567_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let (mut evidence, mut alone, mut together) = (Evidence::default(), 0, 0);
    for _ in 0..12 {
        let mut frame = clean.clone();
        // Patches that cover a tenth of the data, elsewhere in every frame.
        for _ in 0..26 {
            let (left, top) = (20 + next() as usize % 140, 60 + next() as usize % 100);
            for y in top..top + 10 {
                for x in left..left + 10 {
                    frame.data[y * frame.width + x] = if next() % 2 == 0 { 30 } else { 230 };
                }
            }
        }
        let image = Image::new(&frame.data, frame.width, frame.height).unwrap();
        alone += scan(&image, Effort::Frame).symbols.len();
        let (kept, scan) = scan_frame(&Evidence::from_bytes(&evidence.to_bytes()), &image, Effort::Frame);
        evidence = kept;
        assert!(scan.symbols.iter().all(|s| s.bytes == text));
        together += scan.symbols.len();
    }
    assert!(together > alone, "{together} of 12 together, {alone} alone");
}

#[test]
fn a_matrix_of_modules_is_read_without_a_picture() {
    let code = encode(&[QrSegment::make_bytes(b"modules")], QrCodeEcc::Quartile, 3, 6).unwrap();
    let side = code.size();
    let modules: Vec<bool> = (0..side * side).map(|i| code.get_module(i % side, i / side)).collect();
    assert_eq!(read_modules(&modules).unwrap().bytes, b"modules");
    assert!(read_modules(&modules[1..]).is_none());
    assert!(read_modules(&[]).is_none());
}

#[test]
fn the_work_stays_within_the_budget_and_a_little() {
    let mut noise = Picture::blank(1280, 720);
    let mut state = 99_u32;
    noise.data.iter_mut().for_each(|v| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *v = (state >> 24) as u8;
    });
    let image = Image::new(&noise.data, 1280, 720).unwrap();
    assert!(scan(&image, Effort::Frame).work < 45_000_000);
    assert!(scan(&image, Effort::Photo).work < 280_000_000);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn small_pictures_of_any_bytes_end(data in proptest::collection::vec(any::<u8>(), 0..4000), width in 1_usize..80) {
        let height = data.len() / width;
        let image = Image::new(&data[..width * height], width, height).unwrap();
        prop_assert!(scan(&image, Effort::Work(3_000_000)).symbols.is_empty());
    }

    #[test]
    fn matrices_of_any_modules_end(bits in proptest::collection::vec(any::<bool>(), 441..=2025)) {
        for side in (21..=45).step_by(4).filter(|side| side * side <= bits.len()) {
            let _ = read_modules(&bits[..side * side]);
        }
    }
}
