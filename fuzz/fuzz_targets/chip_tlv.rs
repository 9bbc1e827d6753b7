//! Every element of any bytes, at every level.

#![no_main]

use cancuoc::chip::tlv::{Reader, Rules};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(reader) = Reader::new(data, Rules::Ber) {
        let mut levels = vec![reader];
        while let Some(mut reader) = levels.pop() {
            while let Ok(element) = reader.read() {
                let _ = (element.octets(), element.unsigned(), element.small(), element.whole_bits());
                levels.push(element.children());
                if levels.len() > 1_000 {
                    return;
                }
            }
        }
    }
});
