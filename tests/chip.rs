//! `read_chip` against every minted fixture: right ones for each algorithm, and one for each trap of Doc
//! 9303. The fixtures and what is expected of them come from `tools/mint`, another hand than the reader's.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::print_stdout,
    reason = "helpers of tests: what goes wrong ends the test, what is measured is printed"
)]
#![cfg(feature = "chip")]

use std::collections::{BTreeMap, HashMap};
use std::fs;

use cancuoc::chip::time::Moment;
use cancuoc::chip::{ActiveEvidence, ChipEvidence, ChipReading, Files, Leniency, Trust, read_chip};
use cancuoc::identity::Field;
use cancuoc::json::{self, Value};
use cancuoc::{Date, Options};

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chip/fixtures");

#[test]
fn every_minted_fixture_is_judged_as_its_manifest_says() {
    let fixtures = Fixtures::load();
    let mut wrong = Vec::new();
    for fixture in fixtures.all() {
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
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), fixtures.all().len(), wrong.join("\n"));
    assert!(fixtures.all().len() >= 200);
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
