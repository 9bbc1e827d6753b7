//! What an application says of itself: nothing of it is believed, all of it is looked at.

use cancuoc::form::{self, Acceptance, Claim, Context, Instant, SealCheck, check_sealed, check_sealed_for};
use cancuoc::identity::{Assurance, Field, Reading, Source, read_typed};
use cancuoc::json::{self, LIMITS, Value, canonical, parse};
use cancuoc::{Date, Locale, Options};
use sha2::{Digest, Sha256};

const ON: &str = "2026-11-21";

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

fn value(text: &str) -> Value {
    parse(text, LIMITS).unwrap()
}

/// The answers of an accepted example.
fn answers(form: &str) -> Value {
    let examples = value(&std::fs::read_to_string(format!("packs/{form}/examples.json")).unwrap());
    let accepted = examples.get("accept").unwrap().as_array().unwrap();
    let of_today = |example: &&Value| example.get("on").and_then(Value::as_str) == Some(ON);
    accepted.iter().find(of_today).unwrap().get("answers").unwrap().clone()
}

/// CT01 of Nguyễn Văn Mẫu, as his page seals it.
fn sealed(form: &str, answers: &Value, provenance: &str, assurance: Assurance) -> Value {
    let provenance = value(provenance);
    let context =
        Context { provenance: Some(&provenance), assurance, sealed_at: "2026-11-21T09:00:00+07:00" };
    let pack = form::form_in_force(form, day(ON)).unwrap();
    json::of(&form::seal(pack, answers, &context, day(ON)).unwrap(), Locale::Vi).unwrap()
}

/// The same under a right digest, as anybody can make one.
fn resealed(mut application: Value, change: impl Fn(&mut Vec<(String, Value)>)) -> Value {
    let Value::Object(members) = &mut application else { panic!() };
    members.retain(|(name, _)| name != "digest");
    change(members);
    let text = canonical(&Value::Object(members.clone()));
    let digest: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    members.push(("digest".into(), value(&format!(r#"{{"algorithm":"SHA-256","value":"{digest}"}}"#))));
    application
}

/// Puts a member of a member.
fn put(members: &mut [(String, Value)], within: &str, name: &str, value: Value) {
    let (_, Value::Object(inner)) = members.iter_mut().find(|(name, _)| name == within).unwrap() else {
        panic!()
    };
    inner.retain(|(other, _)| other != name);
    inner.push((name.into(), value));
}

fn check(application: &Value) -> SealCheck {
    check_sealed(application, Options::on(day(ON)))
}

fn found(check: &SealCheck) -> Vec<String> {
    check.findings.iter().map(|finding| format!("{} {}", finding.code, finding.path)).collect()
}

/// As `readChip` says it of his card.
fn chip(assurance: Assurance, fields: &[(Field, &str)]) -> Reading {
    let mut reading = read_typed(&value("{}"), &Options::on(day(ON))).unwrap();
    (reading.source, reading.kind, reading.assurance) = (Source::Chip, "chip", assurance);
    fields.iter().for_each(|(field, text)| reading.person.set(*field, *text));
    reading
}

fn his_chip(assurance: Assurance) -> Reading {
    chip(
        assurance,
        &[
            (Field::Pin, "001090000017"),
            (Field::FullName, "Nguyễn Văn Mẫu"),
            (Field::BirthDate, "1990-02-28"),
            (Field::Sex, "male"),
        ],
    )
}

const OF_THE_CHIP: &str = r#"{"pin":{"source":"chip","field":"pin","role":"applicant","value":"001090000017"},
    "fullName":{"source":"chip","field":"fullName","role":"applicant","value":"Nguyễn Văn Mẫu"}}"#;

#[test]
fn what_an_application_says_of_itself_is_unproved_however_well_it_is_sealed() {
    let application = sealed("ct01", &answers("ct01"), OF_THE_CHIP, Assurance::Genuine);
    let check = check(&application);
    assert!(check.ok, "{:?}", check.findings);
    assert_eq!((check.claims.assurance, check.claims.provenance), (Claim::Unproved, Claim::Unproved));
}

#[test]
fn only_the_applicants_own_chip_and_an_anchor_confirm_what_is_claimed() {
    let application = sealed("ct01", &answers("ct01"), OF_THE_CHIP, Assurance::Authentic);
    let with = |chip: &Reading| {
        let acceptance = Acceptance { evidence: Some(chip), ..Acceptance::default() };
        let check = check_sealed_for(&application, &acceptance, Options::on(day(ON)));
        (check.claims.assurance, check.claims.provenance, check.ok, found(&check))
    };
    let (no, yes) = (Claim::Unproved, Claim::Confirmed);
    assert_eq!(with(&his_chip(Assurance::Authentic)), (yes, yes, true, vec![]));
    assert_eq!(with(&his_chip(Assurance::Genuine)), (yes, yes, true, vec![]));
    // Anybody can make files that hang together.
    for weak in [Assurance::None, Assurance::WellFormed, Assurance::Consistent, Assurance::Intact] {
        assert_eq!(with(&his_chip(weak)), (no, no, true, vec!["form.evidence_weak assurance".into()]));
    }
    // A reading of something else is no chip, whatever it says of itself.
    let mut qr = his_chip(Assurance::Genuine);
    qr.source = Source::Qr;
    assert_eq!(with(&qr), (no, no, true, vec!["form.evidence_weak assurance".into()]));
    let other = chip(Assurance::Genuine, &[(Field::Pin, "001090000025")]);
    assert_eq!(with(&other), (no, no, false, vec!["form.evidence_other_person assurance".into()]));
    // His number, and another name on the chip.
    let married =
        chip(Assurance::Genuine, &[(Field::Pin, "001090000017"), (Field::FullName, "Trần Văn Khác")]);
    assert_eq!(with(&married), (no, no, false, vec!["form.evidence_differs provenance.fullName".into()]));
    // A chip that does not hold the name confirms its own rung, and not where the name came from.
    let silent = chip(Assurance::Genuine, &[(Field::Pin, "001090000017")]);
    assert_eq!(with(&silent), (yes, no, true, vec![]));
}

#[test]
fn a_claim_above_the_evidence_stays_unproved() {
    let application = sealed("ct01", &answers("ct01"), OF_THE_CHIP, Assurance::Genuine);
    let chip = his_chip(Assurance::Authentic);
    let acceptance = Acceptance { evidence: Some(&chip), ..Acceptance::default() };
    let check = check_sealed_for(&application, &acceptance, Options::on(day(ON)));
    assert_eq!((check.claims.assurance, check.claims.provenance), (Claim::Unproved, Claim::Confirmed));
    assert_eq!(found(&check), ["form.evidence_weak assurance"]);
    // Nothing is claimed: nothing is confirmed.
    let modest = sealed("ct01", &answers("ct01"), "{}", Assurance::None);
    let check = check_sealed_for(&modest, &acceptance, Options::on(day(ON)));
    assert_eq!((check.claims.assurance, check.claims.provenance), (Claim::Unproved, Claim::Unproved));
}

#[test]
fn what_one_chip_cannot_know_stays_unproved() {
    let chip = his_chip(Assurance::Genuine);
    let acceptance = Acceptance { evidence: Some(&chip), ..Acceptance::default() };
    for provenance in [
        // Another person's card.
        r#"{"pin":{"source":"chip"},"headPin":{"source":"chip","role":"headOfHousehold"}}"#,
        // A residence that was put into today's units by somebody else.
        r#"{"pin":{"source":"chip"},"fullName":{"source":"qr","value":"x","converted":{"to":"Nguyễn Văn Mẫu","code":"1"}}}"#,
        r#"{"pin":{"source":"typed"}}"#,
        "{}",
    ] {
        let application = sealed("ct01", &answers("ct01"), provenance, Assurance::WellFormed);
        let check = check_sealed_for(&application, &acceptance, Options::on(day(ON)));
        assert_eq!(check.claims.provenance, Claim::Unproved, "{provenance}");
        assert!(check.ok, "{:?}", check.findings);
    }
}

#[test]
fn an_application_that_is_not_ok_is_not_made_up_for_by_a_chip() {
    let chip = his_chip(Assurance::Genuine);
    let acceptance = Acceptance { evidence: Some(&chip), ..Acceptance::default() };
    let application = sealed("ct01", &answers("ct01"), OF_THE_CHIP, Assurance::Genuine);
    let changed = parse(&application.to_string().replace("09:00", "09:01"), LIMITS).unwrap();
    let check = check_sealed_for(&changed, &acceptance, Options::on(day(ON)));
    assert!(!check.ok);
    assert_eq!((check.claims.assurance, check.claims.provenance), (Claim::Unproved, Claim::Unproved));
}

#[test]
fn the_whole_provenance_is_checked_entry_by_entry() {
    let honest = sealed("ct01", &answers("ct01"), "{}", Assurance::None);
    let long = "x".repeat(1 << 20);
    for (path, entry, expected) in [
        ("pin", r#"{"source":"chip","value":"001090000017"}"#.to_owned(), None),
        ("pin", r#"{"source":"typed"}"#.into(), None),
        ("members[0].pin", r#"{"source":"chip"}"#.into(), None),
        (
            "pin",
            r#"{"source":"chip","value":"001090000025"}"#.into(),
            Some("form.provenance_differs provenance.pin"),
        ),
        ("pin", r#""<b>chip</b>""#.into(), Some("form.provenance_unusable provenance.pin")),
        ("pin", r#"{"source":"nfc"}"#.into(), Some("form.provenance_unusable provenance.pin")),
        ("pin", r#"{"source":"chip","more":1}"#.into(), Some("form.provenance_unusable provenance.pin")),
        ("pin", r#"{"source":"chip","role":"king"}"#.into(), Some("form.provenance_unusable provenance.pin")),
        (
            "pin",
            r#"{"source":"chip","field":"shoeSize"}"#.into(),
            Some("form.provenance_unusable provenance.pin"),
        ),
        (
            "pin",
            r#"{"source":"chip","agreement":"yes"}"#.into(),
            Some("form.provenance_unusable provenance.pin"),
        ),
        ("pin", r#"{"source":"chip","value":{}}"#.into(), Some("form.provenance_unusable provenance.pin")),
        (
            "pin",
            r#"{"source":"qr","converted":{"to":1}}"#.into(),
            Some("form.provenance_unusable provenance.pin"),
        ),
        (
            "pin",
            format!(r#"{{"source":"qr","value":"{long}"}}"#),
            Some("form.provenance_unusable provenance.pin"),
        ),
        // One answer has one path.
        (
            "members[00].pin",
            r#"{"source":"chip"}"#.into(),
            Some("form.unknown_field provenance.members[00].pin"),
        ),
        (
            "members[+0].pin",
            r#"{"source":"chip"}"#.into(),
            Some("form.unknown_field provenance.members[+0].pin"),
        ),
        ("members", r#"{"source":"chip"}"#.into(), Some("form.provenance_unusable provenance.members")),
        ("members[0]", r#"{"source":"chip"}"#.into(), Some("form.provenance_unusable provenance.members[0]")),
        ("stayFrom", r#"{"source":"chip"}"#.into(), Some("form.unknown_field provenance.stayFrom")),
    ] {
        let forged = resealed(honest.clone(), |members| put(members, "provenance", path, value(&entry)));
        let check = check(&forged);
        assert_eq!(found(&check), Vec::from_iter(expected.map(String::from)), "{path} {:.80}", entry);
        assert_eq!(
            check.ok,
            expected.is_none_or(|said| said.starts_with("form.provenance_differs")),
            "{path}"
        );
    }
}

#[test]
fn no_entry_is_too_far_behind_to_be_looked_at() {
    let honest = sealed("ct01", &answers("ct01"), "{}", Assurance::None);
    let forged = resealed(honest, |members| {
        (0..2_000).for_each(|i| put(members, "provenance", &format!("x{i}"), value(r#"{"source":"chip"}"#)));
        put(members, "provenance", "pin", value(r#"{"source":"chip","value":"001090000025"}"#));
    });
    let found = found(&check(&forged));
    assert_eq!(found.len(), 22, "{found:?}");
    assert!(found.contains(&"form.provenance_differs provenance.pin".into()));
    assert!(found.contains(&"form.more_like_this provenance".into()));
}

#[test]
fn a_seal_takes_no_provenance_that_its_check_would_refuse() {
    let pack = form::form_in_force("ct01", day(ON)).unwrap();
    for provenance in [r#"{"pin":7}"#, r#"{"pin":{"source":"nfc"}}"#, r#"{"pin":{"source":"chip","more":1}}"#]
    {
        let provenance = value(provenance);
        let context = Context {
            provenance: Some(&provenance),
            assurance: Assurance::None,
            sealed_at: "2026-11-21T09:00:00+07:00",
        };
        let error = form::seal(pack, &answers("ct01"), &context, day(ON)).unwrap_err();
        assert_eq!((error.code, error.detail.as_str()), ("seal.provenance", "pin: not as prefill gives it"));
    }
}

#[test]
fn a_calculated_value_is_asked_for() {
    let honest = sealed("khai-sinh", &answers("khai-sinh"), "{}", Assurance::None);
    assert_eq!(found(&check(&honest)), Vec::<String>::new());
    let words = honest.get("answers").unwrap().get("childBirthWords");
    assert!(words.and_then(Value::as_str).is_some(), "{words:?}");
    for blank in [None, Some(Value::Null), Some(Value::from(""))] {
        let without = resealed(honest.clone(), |members| {
            let (_, Value::Object(answers)) = members.iter_mut().find(|(name, _)| name == "answers").unwrap()
            else {
                panic!()
            };
            answers.retain(|(name, _)| name != "childBirthWords");
            answers.extend(blank.clone().map(|blank| ("childBirthWords".to_owned(), blank)));
        });
        let check = check(&without);
        assert_eq!(found(&check), ["form.not_filled_in childBirthWords"]);
        assert!(!check.ok);
    }
    let other = resealed(honest, |members| put(members, "answers", "childBirthWords", "Ngày khác".into()));
    assert_eq!(found(&check(&other)), ["form.not_calculated childBirthWords"]);
}

#[test]
fn answers_are_sealed_in_one_spelling_and_no_other_is_accepted() {
    let Value::Object(mut members) = answers("ct01") else { panic!() };
    let plain = Value::Object(members.clone());
    let honest = sealed("ct01", &plain, "{}", Assurance::None);
    for (name, spelled) in [
        ("pin", "\n001090000017"),
        ("birthDate", "1990-02-28\n"),
        ("phone", " 0901234567 "),
        ("email", "mau@vidu.vn\u{3000}"),
        ("fullName", "Nguye\u{302}\u{303}n Va\u{306}n Ma\u{302}\u{303}u"),
        ("fullName", "\u{a0}Nguyễn\u{a0}Văn Mẫu"),
    ] {
        let place = members.iter_mut().find(|(other, _)| other == name).unwrap();
        let before = std::mem::replace(&mut place.1, spelled.into());
        let odd = Value::Object(members.clone());
        // The page may hold it so; the seal does not.
        assert_eq!(sealed("ct01", &odd, "{}", Assurance::None), honest, "{name}");
        let forged = resealed(honest.clone(), |members| put(members, "answers", name, spelled.into()));
        let check = check(&forged);
        assert_eq!(found(&check), [format!("form.other_spelling {name}")], "{spelled:?}");
        assert!(!check.ok);
        members.iter_mut().find(|(other, _)| other == name).unwrap().1 = before;
    }
}

#[test]
fn letters_that_nobody_sees_are_refused_wherever_they_stand() {
    let pack = form::form_in_force("ct01", day(ON)).unwrap();
    let Value::Object(members) = answers("ct01") else { panic!() };
    for unseen in [
        '\u{ad}',
        '\u{34f}',
        '\u{61c}',
        '\u{115f}',
        '\u{17b4}',
        '\u{180e}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{2028}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{2800}',
        '\u{3164}',
        '\u{e000}',
        '\u{fdd0}',
        '\u{fe0f}',
        '\u{feff}',
        '\u{ffa0}',
        '\u{fffd}',
        '\u{fffe}',
        '\u{1fffe}',
        '\u{e0041}',
        '\u{f0000}',
        '\u{10ffff}',
        '\u{7}',
    ] {
        for name in ["fullName", "request", "to", "newAddress"] {
            let mut members = members.clone();
            members.retain(|(other, _)| other != name);
            members.push((name.into(), format!("Nguyễn{unseen} Văn Mẫu").into()));
            let result = form::validate(pack, &Value::Object(members), day(ON));
            let refused = |code: &str| matches!(code, "form.wrong_characters" | "form.wrong_name");
            let said = result.findings.iter().any(|finding| finding.path == name && refused(&finding.code));
            assert!(said && !result.ok, "U+{:04X} in {name}: {:?}", u32::from(unseen), result.findings);
        }
    }
    // Letters of all scripts are seen.
    let mut seen = members.clone();
    seen.retain(|(other, _)| other != "request");
    seen.push(("request".into(), "Xác nhận: Đặng Ē Â'ñ, ꪀꪱ, អ៊ំ, 漢字 — “một” №\u{a0}1".into()));
    assert!(form::validate(pack, &Value::Object(seen), day(ON)).ok);
}

#[test]
fn a_server_says_which_forms_it_takes_and_how_old_they_may_be() {
    let application = sealed("ct01", &answers("ct01"), "{}", Assurance::None);
    let digest = application.get("digest").unwrap().get("value").and_then(Value::as_str).unwrap().to_owned();
    let on = |day_of_check: &str, acceptance: &Acceptance<'_>| {
        found(&check_sealed_for(&application, acceptance, Options::on(day(day_of_check))))
    };
    let (ours, others) = (["ct01".to_owned()], ["dc02".to_owned()]);
    let forms = |forms| Acceptance { forms: Some(forms), ..Acceptance::default() };
    assert_eq!(on(ON, &forms(&ours[..])), Vec::<String>::new());
    assert_eq!(on(ON, &forms(&others[..])), ["form.not_accepted form"]);
    assert_eq!(on(ON, &forms(&[])), ["form.not_accepted form"], "no form at all");
    let age = |days| Acceptance { max_age_days: Some(days), ..Acceptance::default() };
    assert_eq!(on(ON, &age(0)), Vec::<String>::new());
    assert_eq!(on("2026-11-22", &age(0)), ["form.sealed_long_ago sealedAt"]);
    assert_eq!(on("2026-12-21", &age(30)), Vec::<String>::new());
    assert_eq!(on("2026-12-22", &age(30)), ["form.sealed_long_ago sealedAt"]);
    let since = |text| Acceptance { not_before: Instant::from_iso(text), ..Acceptance::default() };
    assert_eq!(on(ON, &since("2026-11-21")), Vec::<String>::new());
    assert_eq!(on(ON, &since("2026-11-21T02:00:00Z")), Vec::<String>::new());
    assert_eq!(on(ON, &since("2026-11-21T02:00:01Z")), ["form.sealed_too_early sealedAt"]);
    let seen = [digest];
    let before = Acceptance { seen: &seen, ..Acceptance::default() };
    assert_eq!(on(ON, &before), ["form.seen_before digest"]);
}

#[test]
fn neither_day_of_a_seal_can_be_put_forward_to_look_fresh() {
    let application = sealed("ct01", &answers("ct01"), "{}", Assurance::None);
    let dated = |name: &str, text: &str| {
        let forged = resealed(application.clone(), |members| {
            members.iter_mut().find(|(other, _)| other == name).unwrap().1 = text.into();
        });
        let acceptance = Acceptance { max_age_days: Some(7), ..Acceptance::default() };
        found(&check_sealed_for(&forged, &acceptance, Options::on(day(ON))))
    };
    assert_eq!(
        dated("on", "2026-11-01"),
        ["form.sealed_on_other_day sealedAt", "form.sealed_long_ago sealedAt"]
    );
    assert_eq!(
        dated("sealedAt", "2026-11-01T09:00:00+07:00"),
        ["form.sealed_on_other_day sealedAt", "form.sealed_long_ago sealedAt"]
    );
    assert_eq!(dated("sealedAt", "2027-01-01T09:00:00+07:00"), ["form.sealed_later sealedAt"]);
    assert_eq!(dated("on", "2026-11-22"), ["form.sealed_later on"]);
    // The instant of the next day in Vietnam, written in another zone.
    assert_eq!(dated("sealedAt", "2026-11-21T17:00:00Z"), ["form.sealed_later sealedAt"]);
}

#[test]
fn an_error_of_the_seal_names_no_member_of_the_callers() {
    let pack = form::form_in_force("ct01", day(ON)).unwrap();
    let Value::Object(mut members) = answers("ct01") else { panic!() };
    members.push(("Nguyễn Văn Mẫu".into(), "001090000017".into()));
    members.push(("pin".into(), "12".into()));
    members.remove(members.iter().position(|(name, _)| name == "pin").unwrap());
    let context =
        Context { provenance: None, assurance: Assurance::None, sealed_at: "2026-11-21T09:00:00+07:00" };
    let error = form::seal(pack, &Value::Object(members), &context, day(ON)).unwrap_err();
    assert_eq!(error.detail, "form.unknown_field, form.wrong_pin at pin");
}

#[test]
fn what_is_longer_than_any_card_is_compared_letter_by_letter_or_refused() {
    let pack = form::form_in_force("ct01", day(ON)).unwrap();
    // One vowel under a heap of marks: whoever makes its key looks back over all of them for each.
    let heap = |length: usize| String::from("a") + &"\u{334}".repeat(length);
    let long = chip(Assurance::WellFormed, &[(Field::FullName, heap(1_000).as_str())]);
    let fill = |card: &Reading, answers: &Value| {
        form::prefill(pack, form::Card::Reading(card), answers, form::Filling::default())
    };
    assert_eq!(fill(&long, &value("{}")).unwrap_err().code, "limit.input");
    let answers = Value::Object(vec![("fullName".into(), heap(1 << 20).into())]);
    let start = std::time::Instant::now();
    let filled = fill(&his_chip(Assurance::WellFormed), &answers).unwrap();
    assert_eq!(filled.conflicts.len(), 1);
    assert!(start.elapsed() < std::time::Duration::from_secs(3), "{:?}", start.elapsed());
}
