//! JPEG 2000 portraits: the mint's picture, and what is no picture.

#![cfg(feature = "jp2")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "helpers of tests: what goes wrong ends the test, what is measured is printed"
)]

use cancuoc::jp2::decode;

const PORTRAIT: &[u8] = include_bytes!("../../tools/mint/portrait.jp2");

fn codestream() -> Vec<u8> {
    let start = PORTRAIT.windows(4).position(|four| four == [0xFF, 0x4F, 0xFF, 0x51]).unwrap();
    PORTRAIT[start..].to_vec()
}

/// Writes a number of SIZ: Xsiz at 0, Ysiz 4, XTsiz 16, YTsiz 20.
fn with_size(values: &[(usize, u32)]) -> Vec<u8> {
    let mut bytes = codestream();
    for (at, value) in values {
        bytes[8 + at..12 + at].copy_from_slice(&value.to_be_bytes());
    }
    bytes
}

#[test]
fn the_portrait_has_its_size_and_its_colours() {
    let pixels = decode(PORTRAIT).unwrap();
    assert_eq!((pixels.width, pixels.height, pixels.rgba.len()), (120, 160, 4 * 120 * 160));
    // Background #dbe7f0 in a corner, blue #2d5f8b of the shoulders; the picture is lossy.
    for (x, y, colour) in [(3, 3, [0xDB, 0xE7, 0xF0]), (60, 150, [0x2D, 0x5F, 0x8B])] {
        let at = 4 * (y * 120 + x);
        let pixel = &pixels.rgba[at..at + 4];
        for (channel, expected) in pixel.iter().zip(colour) {
            assert!(channel.abs_diff(expected) <= 8, "{x},{y}: {pixel:02x?}");
        }
        assert_eq!(pixel[3], 0xFF);
    }
}

#[test]
fn a_bare_codestream_is_the_same_picture() {
    assert!(decode(&codestream()).unwrap() == decode(PORTRAIT).unwrap());
}

#[test]
fn what_is_no_picture_or_too_large_is_an_error_of_its_own() {
    let code = |bytes: &[u8]| decode(bytes).map(|_| ()).unwrap_err().code;
    assert_eq!(code(b""), "jp2.broken");
    assert_eq!(code(b"\xFF\xD8\xFF\xE0 a JPEG"), "jp2.broken");
    assert_eq!(code(&PORTRAIT[..60]), "jp2.broken");
    assert_eq!(code(&vec![0; (4 << 20) + 1]), "jp2.too_large");
    assert_eq!(code(&with_size(&[(0, 60_000), (4, 60_000), (16, 60_000), (20, 60_000)])), "jp2.too_large");
    assert_eq!(code(&with_size(&[(16, 1), (20, 1)])), "jp2.too_large", "19,200 tiles of one pixel");
}

#[test]
fn a_picture_that_ends_early_ends_in_a_picture_or_an_error() {
    for cut in (0..PORTRAIT.len()).step_by(13) {
        if let Ok(pixels) = decode(&PORTRAIT[..cut]) {
            assert_eq!(pixels.rgba.len(), 4 * 120 * 160, "cut at {cut}");
        }
    }
}

#[test]
fn a_flipped_byte_ends_in_a_picture_or_an_error() {
    for at in (0..PORTRAIT.len()).step_by(29) {
        let mut bytes = PORTRAIT.to_vec();
        bytes[at] ^= 0xFF;
        let _ = decode(&bytes);
    }
}
