//! Our signatures against other implementations': the RustCrypto crates and OpenSSL's command. Random keys
//! and messages (of a fixed seed), right signatures and such as somebody bent; the verdicts must agree.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use cancuoc::chip::crypto::{CURVES, Curve, EcPoint, Ecdsa, Hash, RsaKey};
use cancuoc::chip::key::PublicKey;
use cancuoc::chip::tlv::{Element, Rules};
use cancuoc::json::{self, Value};

/// Fixed pseudo-random bytes.
struct Stream(u64);

impl Stream {
    fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.below(256) as u8).collect()
    }

    fn below(&mut self, bound: u64) -> u64 {
        // SplitMix64 (Steele, Lea, Flood 2014).
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }
}

/// Of a right r, s and digest: itself, and ways to bend it. The first and the second are right ones.
fn bent(
    curve: &Curve,
    (r, s): (&[u8], &[u8]),
    digest: &[u8],
    random: &mut Stream,
) -> Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> {
    let flip = |bytes: &[u8], random: &mut Stream| {
        let mut other = bytes.to_vec();
        other[random.below(bytes.len() as u64) as usize] ^= 1 << random.below(8);
        other
    };
    let zero = vec![0; curve.n.len()];
    let (r, s, digest) = (r.to_vec(), s.to_vec(), digest.to_vec());
    vec![
        (r.clone(), s.clone(), digest.clone()),
        (r.clone(), difference(curve.n, &s), digest.clone()), // −s is as good as s
        (flip(&r, random), s.clone(), digest.clone()),
        (r.clone(), flip(&s, random), digest.clone()),
        // In the octets that count: a hash longer than the order is cut.
        (r.clone(), s.clone(), [flip(&digest[..20], random), digest[20..].to_vec()].concat()),
        (s.clone(), r.clone(), digest.clone()),
        (zero.clone(), s.clone(), digest.clone()),
        (r.clone(), zero.clone(), digest.clone()),
        (curve.n.to_vec(), s.clone(), digest.clone()),
        (r.clone(), curve.n.to_vec(), digest.clone()),
        (r, vec![0xFF; curve.n.len()], digest),
    ]
}

/// a − b for a > b of one length, big-endian.
fn difference(a: &[u8], b: &[u8]) -> Vec<u8> {
    let mut borrow = 0i16;
    let mut out: Vec<u8> = a
        .iter()
        .zip(b)
        .rev()
        .map(|(a, b)| {
            let step = i16::from(*a) - i16::from(*b) - borrow;
            borrow = i16::from(step < 0);
            step.rem_euclid(256) as u8
        })
        .collect();
    out.reverse();
    out
}

macro_rules! ecdsa_agrees {
    ($name:ident, $curve:literal, $type:ty) => {
        #[test]
        fn $name() {
            use ecdsa::elliptic_curve::group::Group as _;
            use ecdsa::elliptic_curve::sec1::ToSec1Point as _;
            use ecdsa::elliptic_curve::{FieldBytes, NonZeroScalar, ProjectivePoint};
            let curve = Curve::by_name($curve).unwrap();
            let mut random =
                Stream(curve.n.iter().fold(7, |seed, octet| seed * 31 % 65_521 + u64::from(*octet)));
            let mut scalar = || loop {
                let mut bytes = random.bytes(curve.n.len());
                bytes[0] &= curve.n[0]; // P-521 has one bit in its first octet
                let bytes = FieldBytes::<$type>::try_from(bytes.as_slice()).unwrap();
                if let Some(scalar) = NonZeroScalar::<$type>::from_repr(bytes).into_option() {
                    return scalar;
                }
            };
            let pairs: Vec<_> = (0..6).map(|_| (scalar(), scalar())).collect();
            for (round, (d, k)) in pairs.iter().enumerate() {
                let digest = random.bytes([20, 28, 32, 48, 64, 32][round]);
                let (signature, _) = ecdsa::hazmat::sign_prehashed::<$type>(d, k, &digest).unwrap();
                let q = ProjectivePoint::<$type>::generator() * d.as_ref();
                let ours =
                    EcPoint::from_octets(curve, q.to_affine().to_sec1_point(false).as_bytes()).unwrap();
                let (r, s) = signature.split_bytes();
                for (i, (r, s, digest)) in bent(curve, (&r, &s), &digest, &mut random).into_iter().enumerate()
                {
                    let field = |bytes: &[u8]| FieldBytes::<$type>::try_from(bytes).unwrap();
                    let theirs = ecdsa::Signature::<$type>::from_scalars(field(&r), field(&s)).is_ok_and(
                        |signature| ecdsa::hazmat::verify_prehashed(&q, &digest, &signature).is_ok(),
                    );
                    let verdict = ours.verifies(&digest, Ecdsa { r: &r, s: &s });
                    assert_eq!(verdict, theirs, "round {round}, bent in way {i}");
                    assert_eq!(verdict, i < 2, "round {round}, bent in way {i}");
                }
            }
        }
    };
}

ecdsa_agrees!(ecdsa_on_p_256_agrees_with_the_crate_p256, "P-256", p256::NistP256);
ecdsa_agrees!(ecdsa_on_p_384_agrees_with_the_crate_p384, "P-384", p384::NistP384);
ecdsa_agrees!(ecdsa_on_p_521_agrees_with_the_crate_p521, "P-521", p521::NistP521);
ecdsa_agrees!(ecdsa_on_brainpool_256_agrees_with_the_crate_bp256, "brainpoolP256r1", bp256::BrainpoolP256r1);
ecdsa_agrees!(ecdsa_on_brainpool_384_agrees_with_the_crate_bp384, "brainpoolP384r1", bp384::BrainpoolP384r1);

/// The mint's RSA keys: p, q, e.
fn rsa_keys() -> Vec<(String, rsa::RsaPrivateKey)> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tools/mint/keys.json")).unwrap();
    let keys = json::parse(&text, json::LIMITS).unwrap();
    let number =
        |value: &Value| rsa::BigUint::parse_bytes(&value.as_str().unwrap().as_bytes()[2..], 16).unwrap();
    keys.as_object()
        .unwrap()
        .iter()
        .filter(|(name, _)| {
            ["rsa2048-csca", "rsa2048-e3", "rsa2048-e107903", "rsa3072", "rsa1024-aa"]
                .contains(&name.as_str())
        })
        .map(|(name, value)| {
            let numbers: Vec<_> = value.as_array().unwrap().iter().map(number).collect();
            let [p, q, e] = <[_; 3]>::try_from(numbers).unwrap();
            (name.clone(), rsa::RsaPrivateKey::from_p_q(p, q, e).unwrap())
        })
        .collect()
}

#[test]
fn rsa_agrees_with_the_crate_rsa() {
    use rsa::traits::PublicKeyParts as _;
    let mut random = Stream(11);
    for (name, key) in rsa_keys() {
        let public = key.to_public_key();
        let ours = RsaKey::new(&public.n().to_bytes_be(), &public.e().to_bytes_be()).unwrap();
        for hash in [Hash::Sha1, Hash::Sha256, Hash::Sha512] {
            let digest = hash.digest(&[&random.bytes(40)]);
            let scheme = || rsa::Pkcs1v15Sign {
                hash_len: Some(hash.size()),
                prefix: [
                    &[0x30, (hash.oid().len() + digest.len() + 8) as u8, 0x30, (hash.oid().len() + 4) as u8]
                        [..],
                    &[0x06, hash.oid().len() as u8],
                    hash.oid(),
                    &[0x05, 0x00, 0x04, digest.len() as u8],
                ]
                .concat()
                .into(),
            };
            let signature = key.sign(scheme(), &digest).unwrap();
            for (i, (signature, digest)) in bent_rsa(&signature, &digest, &mut random).into_iter().enumerate()
            {
                let theirs = public.verify(scheme(), &digest, &signature).is_ok();
                assert_eq!(ours.verifies_pkcs1(hash, &digest, &signature), theirs, "{name} {hash:?} {i}");
                assert_eq!(theirs, i == 0, "{name} {hash:?} {i}");
            }
        }
        for (hash, salt) in [(Hash::Sha256, 32), (Hash::Sha256, 20), (Hash::Sha256, 0)] {
            let digest = hash.digest(&[&random.bytes(40)]);
            let pss = |salt: usize| rsa::Pss::new_with_salt::<rsa::sha2::Sha256>(salt);
            let signature = key.sign_with_rng(&mut Salt(random.below(1 << 60)), pss(salt), &digest).unwrap();
            for (i, (signature, digest)) in bent_rsa(&signature, &digest, &mut random).into_iter().enumerate()
            {
                let theirs = public.verify(pss(salt), &digest, &signature).is_ok();
                assert_eq!(
                    ours.verifies_pss(hash, hash, salt, &digest, &signature),
                    theirs,
                    "{name} {salt} {i}"
                );
                assert_eq!(theirs, i == 0, "{name} {salt} {i}");
            }
            assert!(!ours.verifies_pss(hash, hash, salt + 1, &digest, &signature));
        }
    }
}

fn bent_rsa(signature: &[u8], digest: &[u8], random: &mut Stream) -> Vec<(Vec<u8>, Vec<u8>)> {
    let flip = |bytes: &[u8], random: &mut Stream| {
        let mut other = bytes.to_vec();
        other[random.below(bytes.len() as u64) as usize] ^= 1 << random.below(8);
        other
    };
    vec![
        (signature.to_vec(), digest.to_vec()),
        (flip(signature, random), digest.to_vec()),
        (signature.to_vec(), flip(digest, random)),
        (signature[1..].to_vec(), digest.to_vec()),
        (vec![0; signature.len()], digest.to_vec()),
        (vec![0xFF; signature.len()], digest.to_vec()),
    ]
}

/// Salts for the crate's PSS, of a fixed seed.
struct Salt(u64);

impl rsa::rand_core::RngCore for Salt {
    fn next_u32(&mut self) -> u32 {
        self.next_u64() as u32
    }

    fn next_u64(&mut self) -> u64 {
        u64::from_be_bytes(Stream(self.0).bytes(8).try_into().unwrap())
    }

    fn fill_bytes(&mut self, out: &mut [u8]) {
        self.0 += 1;
        out.copy_from_slice(&Stream(self.0).bytes(out.len()));
    }

    fn try_fill_bytes(&mut self, out: &mut [u8]) -> Result<(), rsa::rand_core::Error> {
        self.fill_bytes(out);
        Ok(())
    }
}

impl rsa::rand_core::CryptoRng for Salt {}

/// OpenSSL's command in a folder of its own; `None` where it is not installed (apt: `openssl`).
struct OpenSsl(PathBuf);

impl OpenSsl {
    fn new(name: &str) -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("cancuoc-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let there = Self(folder);
        if Command::new("openssl").arg("version").output().is_ok() {
            return Some(there);
        }
        eprintln!("openssl is not installed: nothing was compared with it");
        None
    }

    fn write(&self, file: &str, bytes: &[u8]) {
        fs::write(self.0.join(file), bytes).unwrap();
    }

    /// What it printed, when it said yes.
    fn run(&self, arguments: &str) -> Option<Vec<u8>> {
        let output =
            Command::new("openssl").args(arguments.split(' ')).current_dir(&self.0).output().unwrap();
        output.status.success().then_some(output.stdout)
    }
}

impl Drop for OpenSsl {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn public_key(spki: &[u8]) -> PublicKey {
    PublicKey::from_element(&Element::only(spki, Rules::Der).unwrap()).unwrap()
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    if content.len() >= 128 {
        out.push(0x81);
    }
    out.push(u8::try_from(content.len()).unwrap());
    [out, content.to_vec()].concat()
}

/// An INTEGER that is not negative.
fn integer(number: &[u8]) -> Vec<u8> {
    let zeros = number.iter().take_while(|octet| **octet == 0).count().min(number.len() - 1);
    let number = &number[zeros..];
    let sign: &[u8] = if number[0] >= 0x80 { &[0] } else { &[] };
    tlv(2, &[sign, number].concat())
}

#[test]
fn ecdsa_on_every_curve_agrees_with_openssl() {
    let Some(openssl) = OpenSsl::new("ec") else { return };
    let mut random = Stream(23);
    for curve in CURVES {
        // ECPrivateKey (RFC 5915 §3), whose public half OpenSSL reckons itself.
        let mut d = random.bytes(curve.n.len());
        d[0] = u8::from(curve.n[0] == 1);
        let key = [tlv(2, &[1]), tlv(4, &d), tlv(0xA0, &tlv(6, curve.oid))].concat();
        openssl.write("key", &tlv(0x30, &key));
        let public = |encoding: &str| {
            let spki =
                openssl.run(&format!("ec -inform DER -in key -pubout -outform DER -param_enc {encoding}"));
            public_key(&spki.unwrap_or_else(|| panic!("{curve:?}")))
        };
        let PublicKey::Ec(ours) = public("named_curve") else { panic!("{curve:?}") };
        assert!(ours.curve == curve);
        assert_eq!(public("explicit"), PublicKey::Ec(ours.clone()));
        openssl.write("pub", &openssl.run("ec -inform DER -in key -pubout").unwrap());

        let (hash, name) = [(Hash::Sha256, "sha256"), (Hash::Sha512, "sha512"), (Hash::Sha1, "sha1")]
            [random.below(3) as usize];
        let message = random.bytes(50);
        openssl.write("message", &message);
        let signature = openssl.run(&format!("dgst -{name} -sign key -keyform DER message")).unwrap();
        let parsed = Ecdsa::from_der(&signature).unwrap();
        let widened = |number: &[u8]| [vec![0; curve.n.len() - number.len()], number.to_vec()].concat();
        let (r, s) = (widened(parsed.r), widened(parsed.s));
        let cases = bent(curve, (&r, &s), &message, &mut random);
        // A process each: the two right ones, and every third of the others.
        for (i, (r, s, message)) in cases.iter().enumerate().filter(|(i, _)| *i < 2 || i % 3 == 2) {
            openssl.write("message", message);
            openssl.write("signature", &tlv(0x30, &[integer(r), integer(s)].concat()));
            let theirs =
                openssl.run(&format!("dgst -{name} -verify pub -signature signature message")).is_some();
            let verdict = ours.verifies(&hash.digest(&[message]), Ecdsa { r, s });
            assert_eq!(verdict, theirs, "{curve:?}, bent in way {i}");
            assert_eq!(verdict, i < 2, "{curve:?}, bent in way {i}");
        }
    }
}

#[test]
fn rsa_with_every_hash_agrees_with_openssl() {
    let Some(openssl) = OpenSsl::new("rsa") else { return };
    let mut random = Stream(29);
    openssl.run("genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key").unwrap();
    openssl.write("pub", &openssl.run("pkey -in key -pubout").unwrap());
    let PublicKey::Rsa(ours) = public_key(&openssl.run("pkey -in key -pubout -outform DER").unwrap()) else {
        panic!()
    };
    let named = |hash: Hash| hash.name().replace('-', "").to_lowercase();
    for hash in Hash::ALL {
        for (mgf, salt) in
            [(None, 0), (Some(hash), hash.size()), (Some(Hash::Sha1), 20), (Some(Hash::Sha512), 0)]
        {
            let message = random.bytes(60);
            openssl.write("message", &message);
            let options = match mgf {
                None => String::new(),
                Some(mgf) => format!(
                    " -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:{salt} -sigopt rsa_mgf1_md:{}",
                    named(mgf)
                ),
            };
            let signature =
                openssl.run(&format!("dgst -{}{options} -sign key message", named(hash))).unwrap();
            let verifies = |signature: &[u8], digest: &[u8]| match mgf {
                None => ours.verifies_pkcs1(hash, digest, signature),
                Some(mgf) => ours.verifies_pss(hash, mgf, salt, digest, signature),
            };
            for (i, (signature, digest)) in
                bent_rsa(&signature, &hash.digest(&[&message]), &mut random).into_iter().enumerate()
            {
                assert_eq!(verifies(&signature, &digest), i == 0, "{hash:?} {mgf:?} {i}");
            }
        }
    }
}
