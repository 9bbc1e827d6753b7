//! DG2 and the pictures in it: any bytes end in a portrait or a fault, and a portrait lies within the file.
#![no_main]

use cancuoc::chip::lds;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    if let Ok(portrait) = lds::portrait(file) {
        assert!(portrait.bytes.len() <= file.len());
        assert!(portrait.picture.width > 0 && portrait.picture.height > 0);
    }
    let _ = lds::picture(file);
});
