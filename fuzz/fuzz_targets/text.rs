//! Any bytes as text: decoded, repaired, normalised; what is normal stays as it is.
#![no_main]

use cancuoc::text::{ascii, clean, decode, key, lower, mrz_letters, nfc, repair, title_case, upper};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let decoded = decode(bytes);
    assert_eq!(nfc(&decoded.text), decoded.text);
    assert!(!decoded.lossy || decoded.findings.iter().any(|finding| finding.code == "text.lossy"));
    let shown: String = bytes.iter().copied().map(char::from).collect();
    for text in [decoded.text, shown.clone(), repair(&shown).text] {
        for step in [nfc, clean, key, ascii, lower, upper, title_case] {
            let once = step(&text);
            assert_eq!(step(&once), once);
        }
        assert!(mrz_letters(&text).bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'<'));
    }
});
