//! DG13 and the other small files: any bytes end in values, findings or an error.
#![no_main]

use cancuoc::chip::lds::{self, Com, Dg1, SecurityInfos};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &[u8]| {
    if let Ok(read) = lds::dg13(file) {
        assert!(read.person.iter().all(|(_, value)| !value.is_empty()));
        let _ = lds::differences(&read.person, &read.person);
    }
    let _ = (Com::parse(file), lds::dg11(file), lds::dg12(file), lds::dg15(file));
    let _ = (SecurityInfos::dg14(file), SecurityInfos::card_access(file));
    if let Ok(zone) = Dg1::parse(file) {
        let _ = (zone.lines(), zone.issuing_state());
    }
});
