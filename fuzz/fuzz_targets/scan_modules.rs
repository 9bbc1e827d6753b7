//! Matrices of modules: every bit is one, the first byte chooses the version.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((&version, bytes)) = data.split_first() else { return };
    let side = 21 + 4 * usize::from(version % 40);
    let modules: Vec<bool> = (0..side * side).map(|i| bytes.get(i / 8).is_some_and(|b| b >> (i % 8) & 1 == 1)).collect();
    cancuoc::scan::read_modules(&modules);
});
