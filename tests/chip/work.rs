//! The work of one call is bounded, whatever the input: hostile ones for every part that once could be multiplied
//! with another. `cargo test --profile bench --test chip -- --ignored --nocapture every_input` measures them at
//! three sizes, for docs/limits.md.

use std::fs;
use std::time::{Duration, Instant};

use cancuoc::chip::{ChipEvidence, Files, Origin, Trust, describe_trust, read_chip};
use cancuoc::{Date, Options};

use p256::ecdsa::SigningKey;

use crate::der::{self, integer, seq, tlv};

/// A hostile input: what it is, how large it may usefully get, and how it is made.
struct Case {
    name: &'static str,
    largest: usize,
    run: fn(usize) -> Answer,
}

/// What came of it.
struct Answer {
    time: Duration,
    bytes: usize,
    says_limit: bool,
    assurance: &'static str,
}

const CASES: &[Case] = &[
    Case {
        name: "signers × certificates × issuers of RSA 8192, e = 2³² − 1", largest: 16, run: signers
    },
    Case { name: "issuers that hold one key and issue each other", largest: 28, run: paths },
    Case { name: "attributes in one set of a name", largest: 100_000, run: attributes },
    Case { name: "names of 4 KB, in embedded certificates", largest: 31, run: long_names },
    Case { name: "anchors of one long name, one key each", largest: 19_000, run: namesakes },
    Case { name: "anchors of different names", largest: 20_000, run: anchors },
    Case { name: "certificates that came along with a master list", largest: 1_600, run: master_list },
    Case { name: "octets of signed content, 16 signers", largest: 14 << 20, run: content },
    Case { name: "octets of signed attributes, 16 signers", largest: 1 << 20, run: signed_attributes },
    Case { name: "elements in indefinite lengths, seven deep", largest: 8 << 20, run: indefinite },
    Case { name: "entries of a revocation list", largest: 99_000, run: revocation_list },
    Case { name: "revocation lists of one issuer", largest: 19_000, run: revocation_lists },
    Case { name: "octets of data groups", largest: 3 << 20, run: data_groups },
    Case { name: "items of DG13", largest: 100_000, run: items_of_dg13 },
    Case { name: "blocks in a PEM bundle", largest: 100_000, run: pem_blocks },
    Case { name: "describeTrust: certificates of a master list", largest: 40_000, run: described },
    Case { name: "describeTrust: entries of a revocation list", largest: 99_000, run: described_list },
    Case { name: "bits of a Diffie–Hellman exponent, prime of 2048 bits", largest: 2_040, run: exponent },
];

/// Far more than the 250 ms of docs/limits.md: these run unoptimised, beside other tests.
const PATIENCE: Duration = Duration::from_secs(4);

#[test]
fn every_input_ends_in_an_answer_and_none_is_trusted_for_having_been_too_much() {
    for case in CASES {
        for size in [case.largest / 16, case.largest] {
            let answer = (case.run)(size.max(1));
            let what = format!("{} ({size}): {:?}, {}", case.name, answer.time, answer.assurance);
            assert!(answer.time < PATIENCE, "{what}");
            assert!(!matches!(answer.assurance, "authentic" | "genuine"), "{what}");
            if answer.says_limit {
                assert!(!matches!(answer.assurance, "intact"), "{what}");
            }
        }
    }
}

#[test]
fn a_spent_budget_takes_back_what_a_card_would_have_been() {
    let fixture =
        |name: &str| fs::read(format!("{}/tests/chip/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (sod, anchor, dg1) =
        (fixture("sod/ec-p-256-named.bin"), fixture("pki/ec-p-256-named-0.cer"), fixture("card/dg1.bin"));
    let files = [("EF.SOD", &sod[..]), ("DG1", &dg1)];
    let honest = Trust { anchors: vec![&anchor], ..Trust::default() };
    assert_eq!(read(&files, &honest).assurance, "authentic");
    // The same card beside more lists than a call may cost: what they say is not known.
    let list = large_list(99_000);
    let beside = Trust { revocation_lists: vec![&list[..]; 3], ..honest };
    let answer = read(&files, &beside);
    assert!(answer.says_limit);
    assert_eq!(answer.assurance, "wellFormed");
}

#[test]
#[ignore = "measures for docs/limits.md; wants an optimised build"]
fn every_input_is_measured_at_three_sizes() {
    let mut slowest = Duration::ZERO;
    println!("| input | size | bytes | ms | answer |\n|---|---|---|---|---|");
    for case in CASES {
        let (mut worst, mut times) = (None::<(usize, Answer)>, Vec::new());
        for divisor in [16, 4, 1] {
            let size = (case.largest / divisor).max(1);
            let answer = (case.run)(size);
            times.push(answer.time);
            if worst.as_ref().is_none_or(|(_, worst)| worst.time < answer.time) {
                worst = Some((size, answer));
            }
        }
        let (size, answer) = worst.unwrap();
        slowest = slowest.max(answer.time);
        let ms = |time: &Duration| format!("{:.1}", time.as_secs_f64() * 1e3);
        let said = if answer.says_limit { "limit" } else { answer.assurance };
        let times = times.iter().map(ms).collect::<Vec<_>>().join(" / ");
        println!("| {} | {size} | {} | {times} | {said} |", case.name, answer.bytes);
    }
    println!("slowest: {slowest:?}");
    assert!(slowest < Duration::from_millis(250));
}

fn read(files: &[(&str, &[u8])], trust: &Trust<'_>) -> Answer {
    let bytes = files.iter().map(|(_, file)| file.len()).sum::<usize>();
    let lists = trust.anchors.iter().chain(&trust.revocation_lists).map(|file| file.len()).sum::<usize>();
    let masters = trust.master_lists.iter().map(|(list, _)| list.len()).sum::<usize>();
    let files = Files::new(files.iter().copied()).unwrap();
    let options = Options::on(Date::from_iso("2026-06-01").unwrap());
    let start = now();
    let reading = read_chip(&files, trust, &options);
    let time = now().saturating_sub(start);
    let (says_limit, assurance) = match &reading {
        Ok(reading) => {
            let limit = |code: &str| code == "chip.limit";
            (
                reading.reading.findings.iter().any(|finding| limit(&finding.code)),
                reading.reading.assurance.name(),
            )
        }
        Err(error) => (error.code == "limit.input", "none"),
    };
    Answer { time, bytes: bytes + lists + masters, says_limit, assurance }
}

fn describe(file: &[u8]) -> Answer {
    let start = now();
    let described = describe_trust(file);
    Answer {
        time: now().saturating_sub(start),
        bytes: file.len(),
        says_limit: described.limit,
        assurance: "none",
    }
}

/// What this thread has computed so far, where the system says so (Linux): other work on the machine does not count.
fn now() -> Duration {
    let computed = || fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok();
    static START: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);
    computed().map_or_else(|| START.elapsed(), Duration::from_nanos)
}

// ---- the inputs -----------------------------------------------------------------------------------------------

fn signers(count: usize) -> Answer {
    let key = der::rsa_key(8_192, &[0xFF; 4]);
    let issuer = der::name(b"issuer");
    let signer = |serial: u8| der::certificate(&issuer, &der::name(b"signer"), serial, &key, 8_192, &[]);
    let mut certificates: Vec<_> = (0..4).map(|_| signer(1)).collect();
    certificates.extend((0..28).map(|i| {
        let modulus = der::rsa_key_of(8_192, i, &[0xFF; 4]);
        der::certificate(&issuer, &issuer, i, &modulus, 8_192, &[])
    }));
    let infos: Vec<_> = (0..count).map(|_| der::signer_info(&issuer, 1, &[], 1_024)).collect();
    let sod = der::sod(&der::lds_object(1), &certificates, &infos);
    read(&[("EF.SOD", &sod), ("DG1", &der::dg1())], &Trust::default())
}

fn paths(count: usize) -> Answer {
    // All signatures hold, so that every order of the certificates is a path; the caller trusts the last one.
    let key = SigningKey::from_slice(&[7; 32]).unwrap();
    let issuer = der::name(b"issuer");
    let signed = |subject: &[u8], serial| der::signed_certificate(&issuer, subject, serial, &key);
    let mut certificates = vec![signed(&der::name(b"signer"), 1)];
    certificates.extend((0..count).map(|i| signed(&issuer, u8::try_from(i + 2).unwrap())));
    let anchor = signed(&issuer, 100);
    let infos = [der::signer_info(&issuer, 1, &[], 64)];
    let sod = der::sod(&der::lds_object(1), &certificates, &infos);
    let trust = Trust { anchors: vec![&anchor], ..Trust::default() };
    read(&[("EF.SOD", &sod), ("DG1", &der::dg1())], &trust)
}

fn attributes(count: usize) -> Answer {
    let attribute = |i: usize| {
        let value = tlv(0x0C, format!("{:06}", count - i).as_bytes());
        seq(&[&tlv(0x06, &[0x55, 4, 3]), &value])
    };
    let set = tlv(0x31, &(0..count).flat_map(attribute).collect::<Vec<_>>());
    let anchor = der::certificate(&seq(&[&set]), &der::name(b"x"), 1, &der::ec_key(1), 256, &[]);
    read(&[("DG1", &der::dg1())], &Trust { anchors: vec![&anchor], ..Trust::default() })
}

fn long_name(octets: usize, first: u8) -> Vec<u8> {
    der::name(&[&[b'A' + first % 26][..], &vec![b'x'; octets]].concat())
}

fn long_names(count: usize) -> Answer {
    let name = long_name(4_000, 0);
    let certificates: Vec<_> = (0..count)
        .map(|i| der::certificate(&name, &name, u8::try_from(i).unwrap(), &der::ec_key(1), 256, &[]))
        .collect();
    let infos: Vec<_> = (0..16).map(|i| der::signer_info(&name, i, &[], 64)).collect();
    let sod = der::sod(&der::lds_object(1), &certificates, &infos);
    read(&[("EF.SOD", &sod), ("DG1", &der::dg1())], &Trust::default())
}

fn card_and(anchors: &[Vec<u8>]) -> Answer {
    let issuer = long_name(300, 0);
    let signer = der::certificate(&issuer, &der::name(b"signer"), 1, &der::ec_key(1), 256, &[]);
    let infos = [der::signer_info(&issuer, 1, &[], 64)];
    let sod = der::sod(&der::lds_object(1), &[signer], &infos);
    let anchors = anchors.iter().map(Vec::as_slice).collect();
    read(&[("EF.SOD", &sod), ("DG1", &der::dg1())], &Trust { anchors, ..Trust::default() })
}

fn namesakes(count: usize) -> Answer {
    let issuer = long_name(300, 0);
    let anchors: Vec<_> = (0..count)
        .map(|i| {
            let key = der::rsa_key_numbered(2_048, i, &[1, 0, 1]);
            der::certificate(&issuer, &issuer, 1, &key, 2_048, &[])
        })
        .collect();
    card_and(&anchors)
}

fn anchors(count: usize) -> Answer {
    let anchors: Vec<_> = (0..count)
        .map(|i| {
            let name = der::name(format!("{i}").as_bytes());
            der::certificate(&name, &name, 1, &der::ec_key(1), 256, &[])
        })
        .collect();
    card_and(&anchors)
}

fn master_list(count: usize) -> Answer {
    let issuer = der::name(b"issuer");
    let certificate = der::certificate(&issuer, &issuer, 1, &der::ec_key(1), 256, &[]);
    let infos: Vec<_> = (0..16).map(|_| der::signer_info(&issuer, 1, &[], 64)).collect();
    let content = seq(&[&integer(&[0]), &tlv(0x31, &certificate)]);
    let list = der::signed_data(der::MASTER_LIST, &content, &vec![certificate.clone(); count], &infos);
    let trust = Trust { master_lists: vec![(&list, &certificate)], ..Trust::default() };
    read(&[("DG1", &der::dg1())], &trust)
}

fn content(octets: usize) -> Answer {
    let issuer = der::name(b"issuer");
    let certificates: Vec<_> = (0..4)
        .map(|_| der::certificate(&issuer, &der::name(b"signer"), 1, &der::ec_key(1), 256, &[]))
        .collect();
    let infos: Vec<_> = (0..16).map(|_| der::signer_info(&issuer, 1, &[], 64)).collect();
    let sod = der::sod(&vec![0; octets], &certificates, &infos);
    read(&[("EF.SOD", &sod), ("DG1", &der::dg1())], &Trust::default())
}

fn signed_attributes(octets: usize) -> Answer {
    let issuer = der::name(b"issuer");
    let certificates: Vec<_> = (0..4)
        .map(|_| der::certificate(&issuer, &der::name(b"signer"), 1, &der::ec_key(1), 256, &[]))
        .collect();
    let more = seq(&[&tlv(0x06, &[0x2A, 3]), &tlv(0x31, &tlv(0x04, &vec![0; octets]))]);
    let infos: Vec<_> = (0..16).map(|_| der::signer_info(&issuer, 1, &more, 64)).collect();
    let sod = der::sod(&der::lds_object(1), &certificates, &infos);
    read(&[("EF.SOD", &sod), ("DG1", &der::dg1())], &Trust::default())
}

fn indefinite(elements: usize) -> Answer {
    let wrap = |tag: u8, content: &[u8]| [&[tag, 0x80], content, &[0, 0]].concat();
    let pieces = [4u8, 0].repeat(elements);
    let mut content = wrap(0xA0, &wrap(0x24, &pieces));
    content = wrap(0x30, &[tlv(0x06, der::LDS), content].concat());
    content = wrap(0x30, &[integer(&[3]), tlv(0x31, &[]), content].concat());
    let info = wrap(0x30, &[tlv(0x06, der::SIGNED_DATA), wrap(0xA0, &content)].concat());
    read(&[("EF.SOD", &wrap(0x77, &info)), ("DG1", &der::dg1())], &Trust::default())
}

/// Serial numbers from the largest down: the order that sorting likes least.
fn large_list(entries: usize) -> Vec<u8> {
    let entry = |i: usize| {
        let serial = u32::try_from(0x4000_0000 - i).unwrap().to_be_bytes();
        seq(&[&integer(&serial), &tlv(0x17, b"260101000000Z")])
    };
    der::revocation_list(&long_name(300, 0), &(0..entries).flat_map(entry).collect::<Vec<_>>())
}

fn revocation_list(entries: usize) -> Answer {
    let list = large_list(entries);
    read(&[("DG1", &der::dg1())], &Trust { revocation_lists: vec![&list], ..Trust::default() })
}

fn revocation_lists(count: usize) -> Answer {
    let list = large_list(4);
    let lists = vec![&list[..]; count];
    read(&[("DG1", &der::dg1())], &Trust { revocation_lists: lists, ..Trust::default() })
}

fn data_groups(octets: usize) -> Answer {
    let issuer = der::name(b"issuer");
    let signer = der::certificate(&issuer, &der::name(b"signer"), 1, &der::ec_key(1), 256, &[]);
    let sod = der::sod(&der::lds_object(16), &[signer], &[der::signer_info(&issuer, 1, &[], 64)]);
    let names: Vec<_> = (1..=16).map(|number| format!("DG{number}")).collect();
    let file = tlv(0x75, &vec![0; octets]);
    let mut files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), file.as_slice())).collect();
    files.push(("EF.SOD", &sod));
    read(&files, &Trust::default())
}

fn items_of_dg13(count: usize) -> Answer {
    let item = seq(&[&integer(&[99]), &tlv(0x0C, "Ễ".as_bytes())]);
    let dg13 = tlv(0x6D, &tlv(0x31, &item.repeat(count)));
    read(&[("DG13", &dg13)], &Trust::default())
}

fn pem_blocks(count: usize) -> Answer {
    let bundle = "-----BEGIN X-----\nMAA=\n-----END X-----\n".repeat(count);
    let trust = Trust {
        anchors: vec![bundle.as_bytes()],
        revocation_lists: vec![bundle.as_bytes()],
        ..Trust::default()
    };
    read(&[("DG1", &der::dg1())], &trust)
}

fn described(count: usize) -> Answer {
    let name = long_name(3_000, 0);
    let certificate = der::certificate(&name, &name, 1, &der::ec_key(1), 256, &[]);
    let count = count.min(16_000_000 / certificate.len());
    let content = seq(&[&integer(&[0]), &tlv(0x31, &certificate.repeat(count))]);
    describe(&der::signed_data(der::MASTER_LIST, &content, &[], &[]))
}

fn described_list(entries: usize) -> Answer {
    describe(&large_list(entries))
}

fn exponent(bits: usize) -> Answer {
    // Evidence is judged on an authentic card only; a minted one is needed.
    let fixture =
        |name: &str| fs::read(format!("{}/tests/chip/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (sod, anchor) = (fixture("sod/ca-dh-pkcs3.bin"), fixture("pki/ec-p-256-sha1-0.cer"));
    let files = ["DG1", "DG2", "DG13", "DG14"].map(|name| match name {
        "DG14" => (name, fixture("card/dg14-ca-dh-pkcs3.bin")),
        other => (name, fixture(&format!("card/{}.bin", other.to_lowercase()))),
    });
    let mut files: Vec<(&str, &[u8])> = files.iter().map(|(name, file)| (*name, file.as_slice())).collect();
    files.push(("EF.SOD", &sod));
    let key = vec![0x7F; bits / 8];
    let chip = ChipEvidence::Agreement {
        terminal_key: &key,
        response: &[0x99, 2, 0x90, 0, 0x8E, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0x90, 0],
        key_id: None,
        origin: Origin::Caller,
    };
    let mut answer = read(&files, &Trust { anchors: vec![&anchor], chip: Some(chip), ..Trust::default() });
    // Authentic it stays, for the evidence failed; what counts here is the time.
    if answer.assurance == "authentic" {
        answer.assurance = "authentic, clone failed";
    }
    answer
}
