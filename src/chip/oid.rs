//! Object identifiers, as the content octets that stand in the data.

/// 1.2.840.113549.1.7.2, RFC 5652 §5.1
pub const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
/// 1.2.840.113549.1.7.1, RFC 5652 §4
pub const DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];
/// 2.23.136.1.1.1, Doc 9303 part 10 §4.6.2.2
pub const LDS_SECURITY_OBJECT: &[u8] = &[0x67, 0x81, 0x08, 0x01, 0x01, 0x01];
/// 2.23.136.1.1.2, Doc 9303 part 12 §9.2
pub const MASTER_LIST: &[u8] = &[0x67, 0x81, 0x08, 0x01, 0x01, 0x02];
/// 2.23.136.1.1.3, Doc 9303 part 12 table 6: extended key usage of who signs a master list
pub const MASTER_LIST_SIGNING: &[u8] = &[0x67, 0x81, 0x08, 0x01, 0x01, 0x03];
/// 1.3.27.1.1.1, a draft of the LDS security object
pub const LDS_DRAFT_1: &[u8] = &[0x2B, 0x1B, 0x01, 0x01, 0x01];
/// 1.2.528.1.1006.1.20.1, another one (Netherlands)
pub const LDS_DRAFT_2: &[u8] = &[0x2A, 0x84, 0x10, 0x01, 0x87, 0x6E, 0x01, 0x14, 0x01];
/// 0.4.0.127.0.7.3.2.1, BSI TR-03110 part 3 §A.1.2.5: content of EF.CardSecurity
pub const SECURITY_OBJECT: &[u8] = &[0x04, 0x00, 0x7F, 0x00, 0x07, 0x03, 0x02, 0x01];

/// 1.2.840.113549.1.9.3, RFC 5652 §11.1
pub const CONTENT_TYPE: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03];
/// 1.2.840.113549.1.9.4, RFC 5652 §11.2
pub const MESSAGE_DIGEST: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04];
/// 1.2.840.113549.1.9.5, RFC 5652 §11.3
pub const SIGNING_TIME: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x05];

/// 1.2.840.113549.1.1.1, RFC 8017 §A.1
pub const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
/// 1.2.840.113549.1.1.10, RFC 8017 §A.2.3
pub const RSA_PSS: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0A];
/// 1.2.840.113549.1.1.8, RFC 8017 §B.2.1
pub const MGF1: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x08];
/// 1.2.840.10045.2.1, RFC 5480 §2.1.1
pub const EC_PUBLIC_KEY: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];
/// 1.2.840.113549.1.3.1, PKCS #3 §10, and 1.2.840.10046.2.1, RFC 3279 §2.3.3
pub const DIFFIE_HELLMAN: [&[u8]; 2] =
    [&[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x03, 0x01], &[0x2A, 0x86, 0x48, 0xCE, 0x3E, 0x02, 0x01]];
/// 1.2.840.10045.1.1, RFC 3279 §2.3.5
pub const PRIME_FIELD: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x01, 0x01];

/// 2.5.4.6, country
pub const COUNTRY: &[u8] = &[0x55, 0x04, 0x06];

/// 2.5.29.14
pub const SUBJECT_KEY_IDENTIFIER: &[u8] = &[0x55, 0x1D, 0x0E];
/// 2.5.29.15
pub const KEY_USAGE: &[u8] = &[0x55, 0x1D, 0x0F];
/// 2.5.29.19
pub const BASIC_CONSTRAINTS: &[u8] = &[0x55, 0x1D, 0x13];
/// 2.5.29.35
pub const AUTHORITY_KEY_IDENTIFIER: &[u8] = &[0x55, 0x1D, 0x23];
/// 2.5.29.37
pub const EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1D, 0x25];
/// 2.5.29.37.0
pub const ANY_EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1D, 0x25, 0x00];

/// 2.5.29.21, reason of an entry in a revocation list
pub const REASON_CODE: &[u8] = &[0x55, 0x1D, 0x15];
/// 2.5.29.27: the list holds changes only
pub const DELTA_LIST: &[u8] = &[0x55, 0x1D, 0x1B];

/// Extensions that change nothing in how a document signer is judged, so that they may be critical:
/// private key usage period, subject and issuer alternative names, certificate policies (any is accepted),
/// distribution points; ICAO's own nameChange and documentTypeList (2.23.136.1.1.6.1 and .2, Doc 9303 part 12 §7.1.1).
pub const HARMLESS_EXTENSIONS: [&[u8]; 7] = [
    &[0x55, 0x1D, 0x10],
    &[0x55, 0x1D, 0x11],
    &[0x55, 0x1D, 0x12],
    &[0x55, 0x1D, 0x20],
    &[0x55, 0x1D, 0x1F],
    &[0x67, 0x81, 0x08, 0x01, 0x01, 0x06, 0x01],
    &[0x67, 0x81, 0x08, 0x01, 0x01, 0x06, 0x02],
];

/// `2.23.136.1.1.1`, for messages; at most 32 octets are read.
pub fn dotted(oid: &[u8]) -> String {
    let mut text = String::new();
    let mut number = 0u64;
    let mut first = true;
    for octet in oid.iter().take(32) {
        number = (number << 7) | u64::from(octet & 0x7F);
        if octet & 0x80 != 0 {
            continue;
        }
        if first {
            let root = (number / 40).min(2);
            text = format!("{root}.{}", number.saturating_sub(root.saturating_mul(40)));
            first = false;
        } else {
            text.push_str(&format!(".{number}"));
        }
        number = 0;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn object_identifiers_are_what_their_comments_say() {
        for (oid, text) in [
            (SIGNED_DATA, "1.2.840.113549.1.7.2"),
            (DATA, "1.2.840.113549.1.7.1"),
            (LDS_SECURITY_OBJECT, "2.23.136.1.1.1"),
            (MASTER_LIST, "2.23.136.1.1.2"),
            (MASTER_LIST_SIGNING, "2.23.136.1.1.3"),
            (LDS_DRAFT_1, "1.3.27.1.1.1"),
            (LDS_DRAFT_2, "1.2.528.1.1006.1.20.1"),
            (SECURITY_OBJECT, "0.4.0.127.0.7.3.2.1"),
            (MESSAGE_DIGEST, "1.2.840.113549.1.9.4"),
            (RSA_PSS, "1.2.840.113549.1.1.10"),
            (MGF1, "1.2.840.113549.1.1.8"),
            (EC_PUBLIC_KEY, "1.2.840.10045.2.1"),
            (PRIME_FIELD, "1.2.840.10045.1.1"),
            (ANY_EXTENDED_KEY_USAGE, "2.5.29.37.0"),
        ] {
            assert_eq!(dotted(oid), text);
        }
        for hash in crate::chip::crypto::Hash::ALL {
            assert!(dotted(hash.oid()).starts_with(if hash.size() == 20 {
                "1.3.14.3.2.26"
            } else {
                "2.16.840.1.101.3.4.2."
            }));
        }
    }
}
