//! Small pictures: the first byte is the width, the rest grey levels.
#![no_main]

use cancuoc::scan::{Effort, Evidence, Image, scan_frame};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((&width, levels)) = data.split_first() else { return };
    let width = usize::from(width).max(1);
    let height = levels.len() / width;
    let Ok(image) = Image::new(&levels[..width * height], width, height) else { return };
    let (evidence, _) = scan_frame(&Evidence::default(), &image, Effort::Work(5_000_000));
    scan_frame(&evidence, &image, Effort::Work(5_000_000));
});
