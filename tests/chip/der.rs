//! Encodings made by hand: certificates and signatures that look right and are not signed by anybody.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

/// 2.23.136.1.1.1
pub(crate) const LDS: &[u8] = &[0x67, 0x81, 0x08, 1, 1, 1];
/// 2.23.136.1.1.2
pub(crate) const MASTER_LIST: &[u8] = &[0x67, 0x81, 0x08, 1, 1, 2];
/// 1.2.840.113549.1.7.2
pub(crate) const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2];
const SHA_256: &[u8] = &[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1];
const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1];
const RSA_SHA_256: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 0x0B];
const ECDSA_SHA_256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 4, 3, 2];
const EC: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1];
const P_256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7];

pub(crate) fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    let header = match content.len() {
        short @ 0..0x80 => vec![tag, u8::try_from(short).unwrap()],
        _ => [&[tag, 0x84], &length[..]].concat(),
    };
    [&header, content].concat()
}

pub(crate) fn seq(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, &parts.concat())
}

/// A number that is not negative.
pub(crate) fn integer(octets: &[u8]) -> Vec<u8> {
    let sign: &[u8] = if octets.first().is_none_or(|first| first & 0x80 != 0) { &[0] } else { &[] };
    tlv(2, &[sign, octets].concat())
}

fn bits(content: &[u8]) -> Vec<u8> {
    tlv(3, &[&[0], content].concat())
}

/// `C=VN, CN=…`
pub(crate) fn name(common: &[u8]) -> Vec<u8> {
    let pair = |kind: u8, string: u8, value: &[u8]| {
        tlv(0x31, &seq(&[&tlv(6, &[0x55, 4, kind]), &tlv(string, value)]))
    };
    seq(&[&pair(6, 0x13, b"VN"), &pair(3, 0x0C, common)])
}

/// A key of so many bits; its modulus is no product of two known primes.
pub(crate) fn rsa_key(size: usize, exponent: &[u8]) -> Vec<u8> {
    rsa_key_numbered(size, 0, exponent)
}

pub(crate) fn rsa_key_of(size: usize, number: u8, exponent: &[u8]) -> Vec<u8> {
    rsa_key_numbered(size, usize::from(number), exponent)
}

pub(crate) fn rsa_key_numbered(size: usize, number: usize, exponent: &[u8]) -> Vec<u8> {
    let mut modulus = vec![0xFF; size / 8];
    modulus[8..16].copy_from_slice(&(number as u64).to_be_bytes());
    let key = seq(&[&integer(&modulus), &integer(exponent)]);
    seq(&[&seq(&[&tlv(6, RSA), &[5, 0]]), &bits(&key)])
}

/// The base point of P-256.
pub(crate) fn ec_key(_number: u8) -> Vec<u8> {
    let point = concat!(
        "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
        "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"
    );
    let octets: Vec<u8> =
        (0..point.len()).step_by(2).map(|i| u8::from_str_radix(&point[i..i + 2], 16).unwrap()).collect();
    seq(&[&seq(&[&tlv(6, EC), &tlv(6, P_256)]), &bits(&octets)])
}

/// An algorithm and a signature that is none, of this size in bits: RSA above 1024, else ECDSA.
fn unsigned(size: usize) -> (Vec<u8>, Vec<u8>) {
    if size > 1_024 {
        (seq(&[&tlv(6, RSA_SHA_256), &[5, 0]]), vec![0x55; size / 8])
    } else {
        let number = integer(&[0x55; 32]);
        (seq(&[&tlv(6, ECDSA_SHA_256)]), seq(&[&number, &number]))
    }
}

/// A certificate with a signature that is none; `size` is that of its issuer's key.
pub(crate) fn certificate(
    issuer: &[u8],
    subject: &[u8],
    serial: u8,
    key: &[u8],
    size: usize,
    extensions: &[u8],
) -> Vec<u8> {
    let (algorithm, signature) = unsigned(size);
    let validity = seq(&[&tlv(0x17, b"200101000000Z"), &tlv(0x17, b"400101000000Z")]);
    let extensions = if extensions.is_empty() { Vec::new() } else { tlv(0xA3, &seq(&[extensions])) };
    let version = tlv(0xA0, &integer(&[2]));
    let tbs = seq(&[&version, &integer(&[serial]), &algorithm, issuer, &validity, subject, key, &extensions]);
    seq(&[&tbs, &algorithm, &bits(&signature)])
}

/// A certificate that this key signed and that holds it.
pub(crate) fn signed_certificate(issuer: &[u8], subject: &[u8], serial: u8, key: &SigningKey) -> Vec<u8> {
    let point = key.verifying_key().to_sec1_point(false);
    let spki = seq(&[&seq(&[&tlv(6, EC), &tlv(6, P_256)]), &bits(point.as_bytes())]);
    let algorithm = seq(&[&tlv(6, ECDSA_SHA_256)]);
    let validity = seq(&[&tlv(0x17, b"200101000000Z"), &tlv(0x17, b"400101000000Z")]);
    let authority = seq(&[&tlv(6, &[0x55, 0x1D, 0x13]), &tlv(4, &seq(&[&[1, 1, 0xFF]]))]);
    let extensions = tlv(0xA3, &seq(&[&authority]));
    let version = tlv(0xA0, &integer(&[2]));
    let tbs =
        seq(&[&version, &integer(&[serial]), &algorithm, issuer, &validity, subject, &spki, &extensions]);
    let signature: Signature = key.sign(&tbs);
    seq(&[&tbs, &algorithm, &bits(signature.to_der().as_bytes())])
}

/// A list with a signature that is none.
pub(crate) fn revocation_list(issuer: &[u8], entries: &[u8]) -> Vec<u8> {
    let (algorithm, signature) = unsigned(256);
    let dates = [tlv(0x17, b"260101000000Z"), tlv(0x17, b"270101000000Z")].concat();
    let tbs = seq(&[&integer(&[1]), &algorithm, issuer, &dates, &tlv(0x30, entries)]);
    seq(&[&tbs, &algorithm, &bits(&signature)])
}

/// A signer whose content digest is that of the content in [`sod`]; `more` are further attributes.
pub(crate) fn signer_info(issuer: &[u8], serial: u8, more: &[u8], signature: usize) -> Vec<u8> {
    // Filled in by `signed_data`, which knows the content.
    [issuer, &[serial], more, &(signature as u32).to_be_bytes()]
        .iter()
        .flat_map(|part| [&u32::try_from(part.len()).unwrap().to_be_bytes()[..], part].concat())
        .collect()
}

fn finished(info: &[u8], digest: &[u8], kind: &[u8]) -> Vec<u8> {
    let mut parts = Vec::new();
    let mut rest = info;
    while !rest.is_empty() {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        parts.push(&rest[4..4 + length]);
        rest = &rest[4 + length..];
    }
    let [issuer, serial, more, size] = parts[..] else { panic!("four parts") };
    let size = u32::from_be_bytes(size.try_into().unwrap()) as usize;
    let attribute = |last: u8, value: &[u8]| {
        let oid = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, last];
        seq(&[&tlv(6, &oid), &tlv(0x31, value)])
    };
    let attributes = [more, &attribute(3, &tlv(6, kind)), &attribute(4, &tlv(4, digest))].concat();
    let (algorithm, signature) = unsigned(size * 8);
    seq(&[
        &integer(&[1]),
        &seq(&[issuer, &integer(serial)]),
        &seq(&[&tlv(6, SHA_256)]),
        &tlv(0xA0, &attributes),
        &algorithm,
        &tlv(4, &signature),
    ])
}

/// The hashes of so many data groups, none of them right.
pub(crate) fn lds_object(groups: u8) -> Vec<u8> {
    let group = |number: u8| seq(&[&integer(&[number]), &tlv(4, &[0; 32])]);
    let groups: Vec<u8> = (1..=groups).flat_map(group).collect();
    seq(&[&integer(&[0]), &seq(&[&tlv(6, SHA_256)]), &tlv(0x30, &groups)])
}

pub(crate) fn signed_data(
    kind: &[u8],
    content: &[u8],
    certificates: &[Vec<u8>],
    infos: &[Vec<u8>],
) -> Vec<u8> {
    let digest = cancuoc::chip::crypto::Hash::Sha256.digest(&[content]);
    let infos: Vec<u8> = infos.iter().flat_map(|info| finished(info, &digest, kind)).collect();
    let data = seq(&[
        &integer(&[3]),
        &tlv(0x31, &[]),
        &seq(&[&tlv(6, kind), &tlv(0xA0, &tlv(4, content))]),
        &tlv(0xA0, &certificates.concat()),
        &tlv(0x31, &infos),
    ]);
    seq(&[&tlv(6, SIGNED_DATA), &tlv(0xA0, &data)])
}

pub(crate) fn sod(content: &[u8], certificates: &[Vec<u8>], infos: &[Vec<u8>]) -> Vec<u8> {
    tlv(0x77, &signed_data(LDS, content, certificates, infos))
}

/// A machine-readable zone of an invented person.
pub(crate) fn dg1() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chip/fixtures/card/dg1.bin")).unwrap()
}
