//! Any bytes as a certificate and as a revocation list.

#![no_main]

use cancuoc::chip::certificate::Certificate;
use cancuoc::chip::revocation::RevocationList;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Ok(certificate) = Certificate::new(data) {
        let _ = certificate.key().map(|key| certificate.is_signed_by(&key));
        let _ = (certificate.subject.describe(), certificate.subject.country(), certificate.fingerprint());
    }
    let _ = RevocationList::new(data);
});
