//! Frames of a video one after another: what is read is of the frame at hand.

use cancuoc::scan::{Effort, Evidence, Image, Scan, scan, scan_frame};
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// Two cards of one household: the same address and dates, one digit and one letter apart.
const FIRST: &str =
    "001202999991||Nguyễn Văn An|15052002|Nam|Thôn Mẫu, Xã Mẫu, Huyện Mẫu, Thái Bình|20062021";
const SECOND: &str =
    "001202999992||Nguyễn Văn Ân|15052002|Nam|Thôn Mẫu, Xã Mẫu, Huyện Mẫu, Thái Bình|20062021";
/// And one of somebody else, as long.
const OTHER: &str = "079099888887||Trần Thị Bích|02111999|Nữ|Số 1, Phố Mẫu, Phường Mẫu, Quận 1, Huế|03072021";

/// A camera's frames, grey, 400 × 300 pixels.
struct Camera(u64);

impl Camera {
    fn next(&mut self) -> f32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// A symbol of three pixels a module at (left, top), or none, under noise of this deviation.
    fn frame(&mut self, code: Option<&QrCode>, left: i32, top: i32, noise: f32) -> Vec<u8> {
        let mut data = Vec::with_capacity(400 * 300);
        for y in 0..300 {
            for x in 0..400 {
                let (u, v) = ((x - left).div_euclid(3), (y - top).div_euclid(3));
                let dark = code.is_some_and(|code| code.get_module(u, v));
                let finder = code.is_some_and(|code| {
                    let far = code.size() - 8;
                    (0..code.size()).contains(&u)
                        && (0..code.size()).contains(&v)
                        && (u < 8 || u >= far)
                        && (v < 8 || v >= far)
                        && !(u >= far && v >= far)
                });
                let level = if dark { 60.0 } else { 200.0 };
                // The finders are clear: such a symbol is located and not read.
                let noise = if finder || code.is_none() { 10.0 } else { noise };
                let sum: f32 = (0..4).map(|_| self.next()).sum::<f32>() - 2.0;
                data.push((level + noise * 1.73 * sum).clamp(0.0, 255.0) as u8);
            }
        }
        data
    }
}

fn code(text: &str, mask: u8) -> QrCode {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Medium,
        Version::new(7),
        Version::new(7),
        Some(Mask::new(mask)),
        false,
    )
    .unwrap()
}

fn look(evidence: &mut Evidence, frame: &[u8]) -> Scan {
    let image = Image::new(frame, 400, 300).unwrap();
    // As between two calls of a page: only bytes are kept.
    let (kept, scan) = scan_frame(&Evidence::from_bytes(&evidence.to_bytes()), &image, Effort::Frame);
    *evidence = kept;
    scan
}

#[test]
fn two_cards_one_after_the_other_are_never_mixed() {
    let (mut alone, mut together) = (0, 0);
    // From frames of which some are read alone to frames of which none is.
    let cases =
        [(1_u64, SECOND, 78.0), (2, OTHER, 78.0), (3, SECOND, 90.0), (4, OTHER, 90.0), (5, SECOND, 105.0)];
    for (seed, other, noise) in cases {
        let mut camera = Camera(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut evidence = Evidence::default();
        for (turn, text) in [FIRST, FIRST, FIRST, other, other, other, FIRST, other].into_iter().enumerate() {
            let frame = camera.frame(Some(&code(text, 3)), 90 + 4 * turn as i32, 60, noise);
            alone += scan(&Image::new(&frame, 400, 300).unwrap(), Effort::Frame).symbols.len();
            let found = look(&mut evidence, &frame).symbols;
            assert!(found.iter().all(|symbol| symbol.bytes == text.as_bytes()), "seed {seed}, frame {turn}");
            together += found.len();
        }
    }
    assert!(together >= alone.max(5), "{together} of 40 frames together, {alone} alone");
}

#[test]
fn a_card_that_was_put_away_is_not_read_from_what_is_kept() {
    let mut camera = Camera(7);
    // Read, or seen three times and not read: then a table, then noise.
    for noise in [20.0, 130.0] {
        let mut evidence = Evidence::default();
        for _ in 0..3 {
            let frame = camera.frame(Some(&code(FIRST, 5)), 90, 60, noise);
            assert_eq!(look(&mut evidence, &frame).symbols.len(), usize::from(noise < 100.0));
        }
        assert_ne!(evidence, Evidence::default());
        for _ in 0..3 {
            let table = camera.frame(None, 0, 0, 0.0);
            assert!(look(&mut evidence, &table).symbols.is_empty());
            let rough: Vec<u8> = (0..400 * 300).map(|_| (camera.next() * 255.0) as u8).collect();
            assert!(look(&mut evidence, &rough).symbols.is_empty());
        }
        // The finders of another symbol, with nothing between them, at the same place.
        let torn = camera.frame(Some(&code(OTHER, 5)), 90, 60, 400.0);
        assert!(look(&mut evidence, &torn).symbols.is_empty());
    }
}

#[test]
fn of_a_card_that_was_read_only_the_place_is_kept() {
    let mut camera = Camera(11);
    let mut evidence = Evidence::default();
    let frame = camera.frame(Some(&code(FIRST, 5)), 90, 60, 20.0);
    assert_eq!(look(&mut evidence, &frame).symbols[0].bytes, FIRST.as_bytes());
    // Version, flags, eight coordinates and a score: no module.
    assert_eq!(evidence.to_bytes().len(), 38);
    // Another card at the same place says what it says.
    let frame = camera.frame(Some(&code(OTHER, 5)), 93, 66, 20.0);
    assert_eq!(look(&mut evidence, &frame).symbols[0].bytes, OTHER.as_bytes());
}
