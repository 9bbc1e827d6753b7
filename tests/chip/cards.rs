//! `read_chip` against every minted fixture: right ones for each algorithm, and one for each trap of Doc
//! 9303. The fixtures and what is expected of them come from `tools/mint`, another hand than the reader's.

use std::collections::{BTreeMap, HashMap};
use std::fs;

use cancuoc::chip::time::Moment;
use cancuoc::chip::{ActiveEvidence, ChipEvidence, ChipReading, Files, Leniency, Trust, read_chip};
use cancuoc::identity::Field;
use cancuoc::json::{self, Value};
use cancuoc::{Date, Options};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chip/fixtures");

/// A test for each trap of the specification, over all fixtures that the mint made for it: right ones that
/// must be accepted as well as wrong ones.
macro_rules! traps {
    ($($name:ident = $trap:literal;)*) => {
        $(#[test]
        fn $name() {
            check(|fixture| fixture.get("trap").and_then(Value::as_f64) == Some($trap));
        })*
        const TRAPS: &[f64] = &[$($trap),*];
    };
}

traps! {
    trap_01_explicit_curve_parameters_count_only_when_all_of_them_are_one_row_of_the_table = 1.0;
    trap_02_a_signature_on_another_curve_than_the_key_says_is_refused_unless_the_caller_opts_in = 2.0;
    trap_03_indefinite_lengths_both_versions_any_order_and_trailing_elements_are_read = 3.0;
    trap_04_signed_attributes_are_hashed_as_received_then_sorted_and_it_is_said_which_one_verified = 4.0;
    trap_05_content_type_and_message_digest_stand_exactly_once_or_it_is_a_failure = 5.0;
    trap_06_the_algorithm_comes_from_the_signer_info_and_not_from_the_certificate = 6.0;
    trap_07_the_signer_is_found_by_its_identifier_or_the_only_certificate_is_reported_as_such = 7.0;
    trap_08_other_content_types_than_that_of_the_security_object_are_reported_deviations = 8.0;
    trap_09_data_groups_are_hashed_as_read_and_listed_supplied_and_covered_are_three_things = 9.0;
    trap_10_namesake_anchors_are_all_tried_and_what_came_along_is_never_trusted_by_itself = 10.0;
    trap_11_validity_is_judged_at_the_callers_time_and_revoked_stale_and_absent_differ = 11.0;
    trap_12_the_signers_country_and_the_issuing_state_agree_unless_the_caller_relaxes_it = 12.0;
    trap_13_a_chips_key_proves_nothing_unless_an_authentic_security_object_covers_it = 13.0;
    trap_14_the_chips_answer_is_of_the_callers_challenge_and_seen_deviations_are_named = 14.0;
    trap_15_numbers_of_ecdsa_out_of_range_and_points_off_the_curve_are_refused = 15.0;
    trap_16_noise_ends_in_an_answer_see_also_chip_limits = 16.0;
    trap_17_dg1_and_dg13_are_held_against_each_other_names_folded = 17.0;
    trap_18_a_broken_or_missing_portrait_does_not_stop_the_verdict = 18.0;
}

#[test]
fn every_algorithm_and_every_other_minted_fixture_is_judged_as_its_manifest_says() {
    let trap = |fixture: &Value| fixture.get("trap").and_then(Value::as_f64);
    check(|fixture| trap(fixture).is_none_or(|trap| !TRAPS.contains(&trap)));
    assert_eq!(TRAPS.len(), 18);
    assert!(Fixtures::load().all().len() >= 220);
}

/// Judges those fixtures as the manifest says; there is at least one.
fn check(is_chosen: impl Fn(&Value) -> bool) {
    let fixtures = Fixtures::load();
    let mut wrong = Vec::new();
    let mut count = 0;
    for fixture in fixtures.all().iter().filter(|fixture| is_chosen(fixture)) {
        count += 1;
        let name = fixture.get("name").and_then(Value::as_str).unwrap();
        let expected = fixture.get("expect").unwrap();
        let reading = fixtures.read(fixture);
        for (what, found) in report(&reading) {
            let Some(wanted) = expected.get(&what) else { continue };
            let wanted = plain(wanted);
            if wanted != found {
                let trail = reading.trail.iter().find(|step| step.check == what);
                let trail = trail.map(|step| step.detail.as_str()).unwrap_or_default();
                wrong.push(format!("{name}: {what} is {found}, not {wanted} ({trail})"));
            }
        }
        for (field, wanted) in expected.get("person").and_then(Value::as_object).unwrap_or_default() {
            let found = reading.reading.person.get(Field::from_name(field).unwrap());
            if found != wanted.as_str() {
                wrong.push(format!("{name}: {field} is {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 0);
}

/// The words of the contract, each as one line.
fn report(reading: &ChipReading) -> Vec<(String, String)> {
    let mut deviations: Vec<_> = reading.passive.deviations.clone();
    deviations.sort_unstable();
    let groups: BTreeMap<_, _> = reading
        .groups
        .iter()
        .map(|group| (format!("DG{}", group.number), group.status.name().to_owned()))
        .collect();
    vec![
        ("signature".into(), reading.passive.signature.name().into()),
        ("chain".into(), reading.passive.chain.status.name().into()),
        ("clone".into(), reading.clone.status.name().into()),
        ("assurance".into(), reading.reading.assurance.name().into()),
        ("deviations".into(), deviations.join(",")),
        ("dataGroups".into(), format!("{groups:?}")),
    ]
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => {
            let mut items: Vec<_> = items.iter().map(plain).collect();
            items.sort();
            items.join(",")
        }
        Value::Object(members) => {
            let members: BTreeMap<_, _> = members.iter().map(|(name, value)| (name, plain(value))).collect();
            format!("{members:?}")
        }
        other => format!("{other:?}"),
    }
}

struct Fixtures {
    manifest: Value,
    files: HashMap<String, Vec<u8>>,
}

impl Fixtures {
    fn load() -> Self {
        let text = fs::read_to_string(format!("{FIXTURES}/manifest.json")).unwrap();
        let manifest = json::parse(&text, json::LIMITS).unwrap();
        let mut files = HashMap::new();
        for folder in ["card", "pki", "sod"] {
            for entry in fs::read_dir(format!("{FIXTURES}/{folder}")).unwrap() {
                let path = entry.unwrap().path();
                let name = format!("{folder}/{}", path.file_name().unwrap().to_str().unwrap());
                files.insert(name, fs::read(path).unwrap());
            }
        }
        Self { manifest, files }
    }

    fn all(&self) -> &[Value] {
        self.manifest.get("fixtures").and_then(Value::as_array).unwrap()
    }

    fn bytes(&self, path: Option<&Value>) -> &[u8] {
        let path = path.and_then(Value::as_str).unwrap();
        self.files.get(path).unwrap_or_else(|| panic!("{path}"))
    }

    fn read(&self, fixture: &Value) -> ChipReading {
        let files = fixture.get("files").and_then(Value::as_object).unwrap();
        let files =
            Files::new(files.iter().map(|(name, path)| (name.as_str(), self.bytes(Some(path))))).unwrap();
        let options = Options::on(Date::from_iso("2026-06-01").unwrap());
        read_chip(&files, &self.trust(fixture.get("trust").unwrap()), &options).unwrap()
    }

    fn trust<'a>(&'a self, trust: &'a Value) -> Trust<'a> {
        let list = |name: &str| trust.get(name).and_then(Value::as_array).unwrap_or_default();
        let policy = |name: &str| {
            let value = trust.get("policy").and_then(|policy| policy.get(name)).and_then(Value::as_str);
            if value == Some("report") { Leniency::Report } else { Leniency::Refuse }
        };
        let mut parsed = Trust {
            anchors: list("anchors").iter().map(|path| self.bytes(Some(path))).collect(),
            master_lists: list("masterLists")
                .iter()
                .map(|pair| (self.bytes(pair.get("list")), self.bytes(pair.get("anchor"))))
                .collect(),
            revocation_lists: list("crls").iter().map(|path| self.bytes(Some(path))).collect(),
            at: trust.get("at").and_then(Value::as_str).map(|at| Moment::from_iso(at).unwrap()),
            active: trust.get("activeAuthentication").map(|evidence| ActiveEvidence {
                challenge: self.bytes(evidence.get("challenge")),
                response: self.bytes(evidence.get("response")),
            }),
            ..Trust::default()
        };
        parsed.policy.curve_mismatch = policy("curveMismatch");
        parsed.policy.country = policy("country");
        if let Some(evidence) = trust.get("chipAuthentication") {
            parsed.chip = Some(if evidence.get("terminalPrivateKey").is_some() {
                ChipEvidence::Agreement {
                    terminal_key: self.bytes(evidence.get("terminalPrivateKey")),
                    response: self.bytes(evidence.get("response")),
                    key_id: evidence.get("keyId").and_then(Value::as_f64).map(|id| id as u32),
                }
            } else {
                ChipEvidence::Mapping {
                    public_key: self.bytes(evidence.get("mappingPublicKey")),
                    data: self.bytes(evidence.get("chipAuthenticationData")),
                }
            });
        }
        parsed
    }
}
