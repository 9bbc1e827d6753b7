//! The shared rules of consistency: in each pack by what its fields mean, at the right field, and never on what is right.

use cancuoc::Date;
use cancuoc::finding::{Finding, Severity};
use cancuoc::form::{self, Pack, form_in_force, validate};
use cancuoc::json::{LIMITS, Value, parse};

fn json(text: &str) -> Value {
    parse(text, LIMITS).unwrap()
}

/// The first accepted example of a form, with some answers changed, on the example's day.
pub(crate) fn changed(form: &str, changes: &str) -> (&'static Pack, Value, Date) {
    let text = std::fs::read_to_string(format!("packs/{form}/examples.json")).unwrap();
    let examples = json(&text);
    let accepted = examples.get("accept").and_then(Value::as_array).unwrap();
    // The one that answers what is changed, if there is one.
    let Value::Object(changes) = json(changes) else { panic!("changes are an object") };
    let answers = |example: &Value| match example.get("answers") {
        Some(Value::Object(members)) => members.clone(),
        _ => panic!("answers are an object"),
    };
    let has_all = |example: &&Value| {
        changes.iter().all(|(name, _)| answers(example).iter().any(|(other, _)| other == name))
    };
    let example = accepted.iter().find(has_all).unwrap_or(&accepted[0]);
    let on = Date::from_iso(example.get("on").and_then(Value::as_str).unwrap()).unwrap();
    let mut answers = answers(example);
    for (name, value) in changes {
        match answers.iter_mut().find(|(other, _)| *other == name) {
            Some((_, place)) => *place = value,
            None => answers.push((name, value)),
        }
    }
    (form_in_force(form, on).unwrap(), Value::Object(answers), on)
}

/// What the shared rules find: code, path, severity.
pub(crate) fn found(form: &str, changes: &str) -> Vec<(String, String, Severity)> {
    let (pack, answers, on) = changed(form, changes);
    let findings = validate(pack, &answers, on).findings;
    let ours = findings.iter().filter(|finding| finding.code.starts_with("plausibility."));
    ours.map(|finding| {
        assert_eq!(finding.basis, None, "logic cites no law: {finding:?}");
        (finding.code.to_string(), finding.path.clone(), finding.severity)
    })
    .collect()
}

pub(crate) fn assert_found(form: &str, changes: &str, code: &str, path: &str, severity: Severity) {
    let wanted = (format!("plausibility.{code}"), path.to_owned(), severity);
    let found = found(form, changes);
    assert!(found.contains(&wanted), "{form} {changes}: {wanted:?} is not among {found:?}");
}

#[test]
fn a_stay_may_begin_on_a_coming_day() {
    for changes in [
        r#"{ "procedure": "temporary", "stayFrom": "2026-12-01", "stayUntil": "2027-12-01" }"#,
        r#"{ "procedure": "temporary", "stayFrom": "2027-06-01", "stayUntil": "2027-12-01" }"#,
    ] {
        let (pack, answers, _) = changed("ct01", changes);
        let findings = validate(pack, &answers, Date::from_iso("2026-11-21").unwrap()).findings;
        assert!(findings.iter().all(|finding| finding.path != "stayFrom"), "{changes}: {findings:?}");
    }
}

#[test]
fn who_died_was_born_before() {
    for form in ["khai-tu", "mai-tang"] {
        let changes = r#"{ "deceasedBirthDate": "1970-05-01", "diedOn": "1969-05-01" }"#;
        assert_found(form, changes, "died_before_born", "diedOn", Severity::Error);
        assert_eq!(found(form, r#"{ "deceasedBirthDate": "1970" }"#), []);
    }
}

#[test]
fn what_ends_has_begun() {
    for (form, changes, path) in [
        (
            "ct01",
            r#"{ "procedure": "temporary", "stayFrom": "2026-11-25", "stayUntil": "2026-11-01" }"#,
            "stayUntil",
        ),
        ("tam-vang", r#"{ "from": "2026-12-25", "until": "2026-12-01" }"#, "until"),
        ("luu-tru", r#"{ "arrivedOn": "2026-11-21", "until": "2026-11-01" }"#, "until"),
        ("gplx", r#"{ "licenceIssued": "2020-11-21", "licenceExpiry": "2019-11-01" }"#, "licenceExpiry"),
        ("tk04", r#"{ "passportIssued": "2020-11-21", "passportExpiry": "2019-11-01" }"#, "passportExpiry"),
        (
            "lltp-01",
            r#"{ "history": [{ "from": "2020-05", "until": "2019-04", "place": "Xã Mẫu, tỉnh Ví Dụ" }] }"#,
            "history[0].until",
        ),
    ] {
        assert_found(form, changes, "ends_before_it_begins", path, Severity::Error);
    }
}

#[test]
fn a_parent_is_older_than_the_child_by_twelve_years() {
    for (form, child, parent, path) in [
        ("khai-sinh", "childBirthDate", "motherBirthDate", "motherBirthDate"),
        ("lien-thong-ks", "childBirthDate", "motherBirthDate", "motherBirthDate"),
        ("tk01", "birthDate", "fatherBirthDate", "fatherBirthDate"),
        ("tk01a", "birthDate", "fatherBirthDate", "fatherBirthDate"),
        ("lltp-01", "birthDate", "motherBirthDate", "motherBirthDate"),
    ] {
        let (pack, answers, _) = changed(form, "{}");
        let born = answers.get(child).and_then(Value::as_str).unwrap().to_owned();
        assert!(pack.field(parent).is_some());
        let year: u16 = born[..4].parse().unwrap();
        for (age, code, severity) in [
            (-1, "parent_born_later", Severity::Error),
            (0, "parent_born_later", Severity::Error),
            (11, "parent_under_twelve", Severity::Error),
            (13, "parent_very_young", Severity::Warning),
            (90, "parent_very_old", Severity::Warning),
        ] {
            let parents = format!("{:04}{}", i32::from(year) - age, &born[4..]);
            let changes = format!(r#"{{ "{parent}": "{parents}" }}"#);
            if age >= 0 || form != "khai-sinh" && form != "lien-thong-ks" {
                assert_found(form, &changes, code, path, severity);
            }
        }
        for age in [16, 30, 55] {
            let changes = format!(r#"{{ "{parent}": "{:04}{}" }}"#, i32::from(year) - age, &born[4..]);
            let parents: Vec<_> =
                found(form, &changes).into_iter().filter(|(code, ..)| code.contains(".parent_")).collect();
            assert_eq!(parents, [], "{form} {age}");
        }
        // Of a year alone the day that makes it right is taken.
        let changes = format!(r#"{{ "{parent}": "{:04}" }}"#, year - 12);
        assert_found(form, &changes, "parent_very_young", path, Severity::Warning);
    }
    let father = r#"{ "is": "father", "recognisedBirthDate": "2015-05-01", "otherBirthDate": "2010-01-01" }"#;
    assert_found("nhan-cmc", father, "parent_born_later", "recognisedBirthDate", Severity::Error);
}

#[test]
fn a_number_is_one_persons() {
    for (form, changes, path) in [
        ("khai-tu", r#"{ "requesterPin": "001090000017", "deceasedPin": "001090000017" }"#, "deceasedPin"),
        ("ket-hon", r#"{ "wifePin": "001190000014", "husbandPin": "001190000014" }"#, "husbandPin"),
        ("dc02", r#"{ "pin": "001090000017", "representativePin": "001090000017" }"#, "representativePin"),
        ("giam-ho", r#"{ "guardianPin": "001090000017", "wardPin": "001090000017" }"#, "wardPin"),
        ("huu-tri-xh", r#"{ "pin": "001090000017", "guardianPin": "001090000017" }"#, "guardianPin"),
        ("nhan-cmc", r#"{ "recognisedPin": "001090000017", "otherPin": "001090000017" }"#, "otherPin"),
    ] {
        assert_found(form, changes, "one_number_for_two", path, Severity::Error);
    }
}

#[test]
fn in_two_rows_stand_two_people() {
    let guests = r#"{ "guests": [
        { "fullName": "Nguyễn Văn Mẫu", "birthDate": "1990-02-28", "pin": "001090000017" },
        { "fullName": "Trần Thị Mẫu", "birthDate": "1991-02-28", "pin": "001090000017" }] }"#;
    assert_found("luu-tru", guests, "one_number_for_two", "guests[1].pin", Severity::Error);
    let guests = r#"{ "guests": [
        { "fullName": "Nguyễn Văn Mẫu", "birthDate": "1990-02-28" },
        { "fullName": "NGUYỄN VĂN MẪU", "birthDate": "1990-02-28" }] }"#;
    assert_found("luu-tru", guests, "same_data_for_two", "guests[1].fullName", Severity::Error);
    let members = r#"{ "members": [
        { "fullName": "Nguyễn Văn Mẫu", "birthDate": "1990-02-28", "sex": "male", "pin": "001090000017", "relation": "child" }] }"#;
    let (pack, answers, on) = changed("ct01", members);
    let pin = answers.get("pin").and_then(Value::as_str).unwrap();
    assert_eq!(pin, "001090000017");
    let result = validate(pack, &answers, on);
    let at: Vec<&str> = result.findings.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(at.iter().filter(|path| **path == "members[0].pin").count(), 1, "{:?}", result.findings);
    assert_found("ct01", members, "one_number_for_two", "members[0].pin", Severity::Error);
}

#[test]
fn two_people_are_told_apart_by_something() {
    let twins = r#"{ "wifeName": "Nguyễn Thị Mẫu", "husbandName": "Nguyễn Thị  MẪU", "wifeBirthDate": "1995-01-02",
        "husbandBirthDate": "1995-01-02", "husbandPin": null, "husbandPaper": "B1234567" }"#;
    assert_found("ket-hon", twins, "same_data_for_two", "husbandName", Severity::Error);
}

#[test]
fn a_role_fits_the_identity() {
    let mother = r#"{ "requesterRelation": "mother", "requesterName": "Trần Thị Mẫu", "requesterPin": "001195000013",
        "motherKnown": true, "motherName": "Trần Thị Mẫu", "motherPin": "001195000020", "fatherPin": null }"#;
    assert_found("khai-sinh", mother, "role_contradicts", "requesterPin", Severity::Error);
    let father = r#"{ "requesterRelation": "mother", "requesterName": "Trần Thị Mẫu", "requesterPin": "001090000017",
        "motherKnown": true, "motherName": "Trần Thị Mẫu", "motherPin": null, "fatherKnown": true, "fatherPin": "001090000017" }"#;
    assert_found("khai-sinh", father, "role_contradicts", "requesterPin", Severity::Error);
    for (form, relation) in
        [("cai-chinh", "relation"), ("trich-luc", "relation"), ("xntthn", "requesterRelation")]
    {
        let own = format!(
            r#"{{ "{relation}": "self", "requesterPin": "001090000017", "subjectPin": "001090000024" }}"#
        );
        assert_found(form, &own, "role_contradicts", "subjectPin", Severity::Error);
    }
}

#[test]
fn a_day_of_a_life_is_not_before_it() {
    for (form, changes, path) in [
        (
            "tk01",
            r#"{ "birthDate": "2000-01-01", "oldPassportIssued": "1999-01-01", "oldPassport": "B1234567" }"#,
            "oldPassportIssued",
        ),
        ("tk05", r#"{ "birthDate": "2020-01-01", "passportIssued": "2019-01-01" }"#, "passportIssued"),
        ("dc02", r#"{ "birthDate": "2026-11-20", "signedOn": "2026-11-19" }"#, "signedOn"),
        ("tctn10", r#"{ "birthDate": "2000-01-01", "endedOn": "1999-12-31" }"#, "endedOn"),
    ] {
        assert_found(form, changes, "before_birth", path, Severity::Error);
    }
}

#[test]
fn days_years_and_hours_can_be() {
    for (form, changes, code, path) in [
        ("tk01", r#"{ "birthDate": "1890-01-01" }"#, "before_1900", "birthDate"),
        ("ket-hon", r#"{ "wifeBirthDate": "0990-01-01" }"#, "before_1900", "wifeBirthDate"),
        ("tam-vang", r#"{ "until": "2206-12-31" }"#, "in_the_future", "until"),
        ("khai-tu", r#"{ "diedAtTime": "25:70" }"#, "no_such_hour", "diedAtTime"),
        ("khai-tu", r#"{ "diedAtTime": "23:60" }"#, "no_such_hour", "diedAtTime"),
        ("dkx10", r#"{ "year": 2032 }"#, "no_such_year", "year"),
        ("gplx", r#"{ "schoolYear": 2099 }"#, "no_such_year", "schoolYear"),
    ] {
        assert_found(form, changes, code, path, Severity::Error);
    }
    assert_eq!(found("khai-tu", r#"{ "diedAtTime": "23:59" }"#), []);
    // What the pack's own bound refuses is not refused twice.
    let (pack, answers, on) = changed("khai-tu", r#"{ "diedOn": "2027-05-01" }"#);
    let findings = validate(pack, &answers, on).findings;
    let at_death: Vec<_> = findings.iter().filter(|finding| finding.path == "diedOn").collect();
    assert_eq!(at_death.len(), 1, "{at_death:?}");
}

#[test]
fn an_answer_says_something() {
    for (form, changes, path, severity) in [
        ("ct01", r#"{ "request": "..........." }"#, "request", Severity::Error),
        ("ct01", r#"{ "request": "x" }"#, "request", Severity::Error),
        ("ct01", r#"{ "request": "-" }"#, "request", Severity::Error),
        ("khai-tu", r#"{ "requesterRelation": "—" }"#, "requesterRelation", Severity::Error),
        ("khai-tu", r#"{ "deceasedResidence": "x" }"#, "deceasedResidence", Severity::Error),
        ("khai-tu", r#"{ "deceasedResidence": "1" }"#, "deceasedResidence", Severity::Error),
        ("khai-tu", r#"{ "deceasedPaper": "-" }"#, "deceasedPaper", Severity::Warning),
    ] {
        assert_found(form, changes, "says_nothing", path, severity);
    }
    // What cannot be seen is refused as such, and once.
    for unseen in ["\u{ad}", "\u{200d}", "\u{2060}", "\u{2800}", "\u{3164}", "\u{e000}"] {
        let (pack, answers, on) = changed("ct01", &format!(r#"{{ "request": "{unseen}" }}"#));
        let findings = validate(pack, &answers, on).findings;
        let codes: Vec<_> = findings.iter().map(|finding| finding.code.as_ref()).collect();
        assert_eq!(codes, ["form.wrong_characters"], "{unseen:?}");
    }
}

#[test]
fn names_are_of_one_script_and_in_capitals_or_both() {
    assert_found("ct01", r#"{ "fullName": "Nguyễn Văn Α" }"#, "mixed_scripts", "fullName", Severity::Error);
    assert_found(
        "ct01",
        r#"{ "fullName": "ＮＧＵＹＥＮ ＶＡＮ" }"#,
        "mixed_scripts",
        "fullName",
        Severity::Error,
    );
    assert_found(
        "ket-hon",
        r#"{ "husbandName": "王 小明" }"#,
        "other_script",
        "husbandName",
        Severity::Warning,
    );
    let (pack, answers, on) = changed("ct01", r#"{ "fullName": "nguyễn văn mẫu" }"#);
    let result = validate(pack, &answers, on);
    let offered: Vec<_> = result
        .findings
        .iter()
        .map(|found| (found.code.as_ref(), found.severity, found.offer.as_deref()))
        .collect();
    assert_eq!(offered, [("plausibility.small_letters", Severity::Info, Some("NGUYỄN VĂN MẪU"))]);
    assert!(result.ok);
}

#[test]
fn text_in_another_encoding_is_offered_as_it_was() {
    let (pack, answers, on) = changed("ct01", r#"{ "request": "ThÃ´n Máº«u, xÃ£ Máº«u" }"#);
    let findings = validate(pack, &answers, on).findings;
    let [found] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!((found.code.as_ref(), found.path.as_str()), ("plausibility.garbled", "request"));
    assert_eq!(found.offer.as_deref(), Some("Thôn Mẫu, xã Mẫu"));
}

#[test]
fn districts_do_not_stand_in_todays_addresses() {
    for (form, field) in [("khai-tu", "deceasedResidence"), ("luu-tru", "place"), ("tk01", "residence")] {
        let changes = format!(r#"{{ "{field}": "5 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh" }}"#);
        assert_found(form, &changes, "old_unit", field, Severity::Warning);
    }
    let like_above = r#"{ "currentAddress": "như trên" }"#;
    assert_found("tk01", like_above, "refers_elsewhere", "currentAddress", Severity::Warning);
    // Where somebody was born is told as it was then.
    assert_eq!(found("khai-sinh", r#"{ "childOrigin": "Xã Mẫu, huyện Ví Dụ, tỉnh Ví Dụ" }"#), []);
    assert_found("ct01", r#"{ "to": "CA" }"#, "office_unnamed", "to", Severity::Warning);
    assert_found("ct01", r#"{ "to": "Công an quận 1" }"#, "old_unit", "to", Severity::Warning);
}

#[test]
fn an_answer_that_is_not_asked_for_is_told_but_not_what_the_own_card_fills_in() {
    let not_asked = |form: &str, changes: &str| -> Vec<String> {
        let (pack, answers, on) = changed(form, changes);
        let findings = validate(pack, &answers, on).findings.into_iter();
        findings.filter(|found| found.code == "form.not_asked").map(|found| found.path).collect()
    };
    let head = not_asked("ct01", r#"{ "declarantIsHead": true, "headName": "Nguyễn Thị Hộ" }"#);
    assert!(head.contains(&"headName".to_owned()), "{head:?}");
    assert_eq!(not_asked("tk05", r#"{ "numberForgotten": true, "passport": "C1234567" }"#), ["passport"]);
    assert_eq!(not_asked("dc02", r#"{ "cardIssued": "2022-01-05" }"#), Vec::<String>::new());
}

#[test]
fn a_name_is_one_persons_and_an_address_names_its_commune() {
    for (form, changes, code, path) in [
        ("ct01", r#"{ "fullName": "N.V. Mẫu" }"#, "name_abbreviated", "fullName"),
        ("luu-tru", r#"{ "hostName": "Vợ chồng Trần Thị Mẫu" }"#, "two_people", "hostName"),
        ("tk01", r#"{ "fatherName": "đã mất" }"#, "no_person", "fatherName"),
        ("luu-tru", r#"{ "place": "Tổ 5" }"#, "address_incomplete", "place"),
        ("luu-tru", r#"{ "place": "nhà tôi" }"#, "refers_elsewhere", "place"),
        ("lien-thong-ks", r#"{ "policeOffice": "Công an Quận 1" }"#, "old_unit", "policeOffice"),
    ] {
        assert_found(form, changes, code, path, Severity::Warning);
    }
    // A parent of somebody old may be born before 1900, who asks may not.
    let parents = r#"{ "birthDate": "1926", "fatherBirthDate": "1895", "motherBirthDate": "1902" }"#;
    assert_eq!(found("tk01", parents), []);
    let grandparents = r#"{ "birthDate": "1926", "fatherBirthDate": "1845", "motherBirthDate": "1902" }"#;
    assert_found("tk01", grandparents, "before_1900", "fatherBirthDate", Severity::Error);
}

#[test]
fn nothing_right_is_found() {
    let mut examples = 0;
    for entry in std::fs::read_dir("packs").unwrap().flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path().join("examples.json")) else { continue };
        let form = entry.file_name().to_string_lossy().into_owned();
        for example in json(&text).get("accept").and_then(Value::as_array).unwrap() {
            let on = Date::from_iso(example.get("on").and_then(Value::as_str).unwrap()).unwrap();
            assert_right(&form, example.get("answers").unwrap(), on);
            examples += 1;
        }
    }
    assert!(examples >= 80, "{examples}");
}

#[test]
fn nothing_is_found_in_the_right_applications_that_were_written_apart() {
    let mut applications = 0;
    for entry in std::fs::read_dir("pkg-tests/wrong-applications").unwrap().flatten() {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        if entry.path().extension().is_none_or(|end| end != "json") {
            continue;
        }
        for (_, right) in json(&text).get("right").and_then(Value::as_object).unwrap() {
            let text = |name: &str| right.get(name).and_then(Value::as_str).unwrap();
            assert_right(text("form"), right.get("answers").unwrap(), Date::from_iso(text("on")).unwrap());
            applications += 1;
        }
    }
    assert!(applications >= 10, "{applications}");
}

fn assert_right(form: &str, answers: &Value, on: Date) {
    let findings = validate(form_in_force(form, on).unwrap(), answers, on).findings;
    let ours: Vec<&Finding> =
        findings.iter().filter(|finding| finding.code.starts_with("plausibility.")).collect();
    assert!(ours.is_empty(), "{form}: {ours:?}");
}

#[test]
fn nothing_is_said_twice() {
    for (form, _, text) in form::pack_texts() {
        let examples = json(&std::fs::read_to_string(format!("packs/{form}/examples.json")).unwrap());
        let pack = Pack::parse(text).unwrap();
        for refuse in examples.get("refuse").and_then(Value::as_array).unwrap() {
            let expected = refuse.get("expect").and_then(Value::as_array).unwrap_or_default();
            let paths: Vec<_> = expected.iter().map(|one| one.get("path").and_then(Value::as_str)).collect();
            let ours = expected.iter().any(|one| {
                one.get("code").and_then(Value::as_str).is_some_and(|code| code.starts_with("plausibility."))
            });
            // Where the engine speaks, it speaks alone at that field.
            if ours {
                let mut once = paths.clone();
                once.dedup();
                assert_eq!(once, paths, "{form} {} {refuse}", pack.version);
            }
        }
    }
}

#[test]
fn a_wife_is_female_and_a_father_male_in_every_form_that_asks_for_the_relation() {
    let male = r#"{ "sex": "male", "relationToHead": "wife", "declarantIsHead": false }"#;
    assert_found("ct01", male, "sex_against_role", "sex", Severity::Error);
    let husband = r#"{ "sex": "male", "relationToHead": "husband", "declarantIsHead": false }"#;
    assert!(!found("ct01", husband).iter().any(|(code, ..)| code == "plausibility.sex_against_role"));
    let open = r#"{ "sex": "male", "relationToHead": "vợ cũ", "declarantIsHead": false }"#;
    assert!(!found("ct01", open).iter().any(|(code, ..)| code == "plausibility.sex_against_role"));
    let father = r#"{ "relation": "father", "representativeSex": "female" }"#;
    assert_found("tk01a", father, "sex_against_role", "representativeSex", Severity::Error);
    let members = r#"{ "procedure": "permanent", "members": [{ "fullName": "Đỗ Văn Mẫu", "birthDate": "1990",
        "sex": "male", "pin": "036090000318", "relation": "mother" }] }"#;
    assert_found("ct01", members, "sex_against_role", "members[0].sex", Severity::Error);
}

#[test]
fn a_head_whose_number_is_of_no_earlier_year_is_asked_about_as_a_parent() {
    let child = |pin: &str| {
        format!(
            r#"{{ "relationToHead": "child", "declarantIsHead": false, "headName": "Vũ Thị Chủ", "headPin": "{pin}",
                "birthDate": "1988-09-17", "sex": "female", "pin": "036188000231" }}"#
        )
    };
    assert_found("ct01", &child("036199000104"), "number_against_child", "headPin", Severity::Warning);
    assert_found("ct01", &child("036188000104"), "number_against_child", "headPin", Severity::Warning);
    for older in ["036187000104", "036160000104"] {
        let found = found("ct01", &child(older));
        assert!(!found.iter().any(|(code, ..)| code == "plausibility.number_against_child"), "{found:?}");
    }
}

#[test]
fn two_people_with_one_name_and_birth_are_asked_about_when_their_numbers_differ() {
    let both = r#"{ "husbandName": "Cao Thị Mẫu", "husbandBirthDate": "2001-02-03", "husbandPin": "020098000217",
        "wifeName": "Cao Thị Mẫu", "wifeBirthDate": "2001-02-03", "wifePin": "031301000119" }"#;
    assert_found("ket-hon", both, "may_be_one_person", "husbandName", Severity::Warning);
    let years = r#"{ "requesterName": "Kiều Văn Mẫu", "requesterBirthDate": "1940", "deceasedName": "Kiều Văn Mẫu",
        "deceasedBirthDate": "1940" }"#;
    let (_, path, severity) = found("mai-tang", years).remove(0);
    assert_eq!(severity, Severity::Warning, "{path}");
}

#[test]
fn a_nationality_is_no_ethnic_group_and_the_other_way_round() {
    let changes = r#"{ "wifeEthnicity": "VIỆT NAM", "husbandNationality": "Tày" }"#;
    assert_found("ket-hon", changes, "nationality_as_ethnicity", "wifeEthnicity", Severity::Warning);
    assert_found("ket-hon", changes, "ethnicity_as_nationality", "husbandNationality", Severity::Warning);
    let right = r#"{ "wifeEthnicity": "Thái", "wifeNationality": "Lào", "husbandEthnicity": "Lào" }"#;
    assert!(found("ket-hon", right).is_empty());
}

#[test]
fn a_text_that_refers_to_another_entry_says_nothing() {
    assert_found(
        "khai-sinh",
        r#"{ "childBirthPlace": "như trên" }"#,
        "refers_elsewhere",
        "childBirthPlace",
        Severity::Warning,
    );
}

/// What is said of numbers: they name the decree by which a number holds birth and sex.
fn of_numbers(form: &str, changes: &str) -> Vec<String> {
    let (pack, answers, on) = changed(form, changes);
    let findings = validate(pack, &answers, on).findings;
    let ours = findings.iter().filter(|finding| finding.code.starts_with("form.number_"));
    ours.map(|finding| {
        assert_eq!(finding.severity, Severity::Warning);
        assert!(finding.basis.as_ref().is_some_and(|basis| basis.document == "Nghị định 70/2024/NĐ-CP"));
        finding.path.clone()
    })
    .collect()
}

#[test]
fn a_number_is_of_the_birth_and_of_the_sex_that_are_said_beside_it() {
    for (form, changes, path) in [
        ("tk06", r#"{ "birthDate": "1985-02-28" }"#, "pin"),
        ("huu-tri-xh", r#"{ "pin": "001060000011" }"#, "pin"),
        ("huu-tri-xh", r#"{ "pin": "001150000011" }"#, "pin"),
        ("khai-tu", r#"{ "deceasedSex": "female" }"#, "deceasedPin"),
        ("khai-sinh", r#"{ "motherPin": "001096000012" }"#, "motherPin"),
        ("ket-hon", r#"{ "wifePin": "001096000012" }"#, "wifePin"),
    ] {
        assert_eq!(of_numbers(form, changes), [path], "{form} {changes}");
    }
    for (form, changes) in
        [("tk06", r#"{ "birthDate": "1990" }"#), ("huu-tri-xh", r#"{ "birthDate": "1950-07" }"#)]
    {
        assert!(of_numbers(form, changes).is_empty(), "{form} {changes}");
    }
}
