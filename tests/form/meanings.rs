//! What fields mean to each other: derived from the pack, declared in it, and each mistake told with its place.

use cancuoc::form::{Office, Pack, Sense, pack_texts};

const PACK: &str = r###"{
  "id": "mine", "version": "1", "effectiveFrom": "2026-07-01",
  "title": { "vi": "Mẫu", "en": "Mine" }, "notice": { "vi": "Dựng thử", "en": "A trial" },
  "citation": { "document": "Mẫu", "status": "unconfirmed" },
  "persons": [
    { "role": "applicant", "label": { "vi": "Người khai", "en": "The declarant" },
      "map": { "fullName": "fullName", "birthDate": "birthDate", "pin": "pin", "issued": "issueDate", "expires": "expiryDate" } },
    { "role": "member", "group": "members", "label": { "vi": "Người", "en": "Person" }, "map": { "name": "fullName", "pin": "pin" } },
    { "role": "child", "group": "members", "label": { "vi": "Con", "en": "Child" }, "map": { "name": "fullName", "pin": "pin" } }
  ],
  "meanings": [
    MEANINGS
  ],
  "sections": [{ "id": "all", "title": { "vi": "Tất cả", "en": "All" }, "fields": [
    { "id": "fullName", "type": "name", "label": { "vi": "Họ tên", "en": "Name" } },
    { "id": "birthDate", "type": "date", "label": { "vi": "Ngày sinh", "en": "Birth" } },
    { "id": "pin", "type": "pin", "label": { "vi": "Số", "en": "Number" } },
    { "id": "issued", "type": "date", "label": { "vi": "Cấp", "en": "Issued" } },
    { "id": "expires", "type": "date", "label": { "vi": "Hết hạn", "en": "Expires" } },
    { "id": "hour", "type": "text", "pattern": "##:##", "label": { "vi": "Giờ", "en": "Hour" } },
    { "id": "year", "type": "number", "label": { "vi": "Năm", "en": "Year" } },
    { "id": "office", "type": "text", "suggest": { "office": "Công an {commune}", "of": ["home"] }, "label": { "vi": "Kính gửi", "en": "To" } },
    { "id": "home", "type": "address", "label": { "vi": "Nơi ở", "en": "Home" } },
    { "id": "origin", "type": "address", "label": { "vi": "Quê quán", "en": "Origin" } },
    { "id": "signedOn", "type": "date", "suggest": "today", "latest": "on", "label": { "vi": "Ngày khai", "en": "Day" } },
    { "id": "members", "type": "group", "label": { "vi": "Người", "en": "People" }, "fields": [
      { "id": "name", "type": "name", "label": { "vi": "Họ tên", "en": "Name" } },
      { "id": "pin", "type": "pin", "label": { "vi": "Số", "en": "Number" } },
      { "id": "from", "type": "date", "label": { "vi": "Từ", "en": "From" } },
      { "id": "until", "type": "date", "label": { "vi": "Đến", "en": "Until" } }
    ] }
  ] }],
  "rules": []
}"###;

fn with(meanings: &str) -> Result<Pack, Vec<String>> {
    let parsed = Pack::parse(&PACK.replace("MEANINGS", meanings));
    parsed.map_err(|mistakes| mistakes.iter().map(ToString::to_string).collect())
}

#[test]
fn what_a_pack_says_already_is_not_declared_again() {
    let pack = with("").unwrap();
    let people: Vec<(&str, Option<usize>)> =
        pack.meanings.people.iter().map(|person| (person.role.as_str(), person.group)).collect();
    assert_eq!(people, [("applicant", None), ("member", Some(0))]);
    let (issued, expires, signed) =
        (pack.field("issued").unwrap(), pack.field("expires").unwrap(), pack.field("signedOn").unwrap());
    let terms: Vec<_> = pack.meanings.terms.iter().map(|term| (term.from, term.until)).collect();
    assert_eq!(terms, [(issued, expires)]);
    let days: Vec<_> = pack.meanings.days.iter().map(|day| (day.of, day.day, day.death)).collect();
    assert_eq!(days, [(0, issued, false), (0, signed, false)]);
    let pairs: Vec<_> = pack.meanings.pairs.iter().map(|pair| (pair.one, pair.other, pair.same)).collect();
    assert_eq!(pairs, [(0, 1, false)]);
    let sense = |name: &str| pack.fields[pack.field(name).unwrap()].sense;
    assert_eq!(
        ["hour", "office", "birthDate", "issued", "home"].map(sense),
        [
            Some(Sense::Hour),
            Some(Sense::Office(Some(Office::Police))),
            Some(Sense::Happened),
            Some(Sense::Happened),
            None
        ]
    );
}

#[test]
fn what_is_declared_is_taken_over() {
    let pack = with(
        r#"{ "person": "father", "label": { "vi": "Cha", "en": "Father" }, "map": { "office": "fullName" } },
    { "parent": "father", "of": "applicant", "when": "has(year)" },
    { "same": ["father", "member"], "when": "year == 1" },
    { "from": "from", "until": "until", "group": "members" },
    { "years": ["year"] }, { "past": ["origin"] }, { "death": "signedOn", "of": "applicant" }"#,
    )
    .unwrap();
    assert_eq!(pack.meanings.people[2].role, "father");
    assert_eq!((pack.meanings.parents[0].parent, pack.meanings.parents[0].child), (2, 0));
    assert_eq!(pack.meanings.terms[1].group, Some(0));
    let asked = pack.meanings.pairs.iter().find(|pair| pair.same).unwrap().asked.clone();
    assert_eq!(asked, [pack.field("year").unwrap()]);
    let sense = |name: &str| pack.fields[pack.field(name).unwrap()].sense;
    assert_eq!([sense("year"), sense("origin")], [Some(Sense::Year), Some(Sense::Past)]);
    assert_eq!(pack.meanings.days.iter().filter(|day| day.death).count(), 1);
}

#[test]
fn an_office_is_of_the_kind_that_is_suggested_or_declared() {
    let kind = |statement: &str| {
        let pack = with(statement).unwrap();
        pack.fields[pack.field("office").unwrap()].sense
    };
    for (statement, wanted) in [
        ("", Some(Office::Police)),
        (r#"{ "offices": ["office"], "kind": "committee" }"#, Some(Office::Committee)),
        (r#"{ "offices": ["office"], "kind": "police" }"#, Some(Office::Police)),
        // Said without a kind: whichever takes it.
        (r#"{ "offices": ["office"] }"#, None),
    ] {
        assert_eq!(kind(statement), Some(Sense::Office(wanted)), "{statement}");
    }
}

#[test]
fn every_mistake_is_told_with_line_and_column() {
    let line = PACK.lines().position(|line| line.contains("MEANINGS")).unwrap() + 1;
    for (statement, column, words) in [
        (
            r#"{ "odd": 1 }"#,
            5,
            "meanings[0]: a statement has one of person, parent, relation, same, different, death, afterBirth, until, hours, years, past, offices",
        ),
        (
            r#"{ "years": ["year"], "past": ["home"] }"#,
            5,
            "meanings[0]: a statement has one of person, parent, relation, same, different, death, afterBirth, until, hours, years, past, offices",
        ),
        (r#"{ "years": ["year"], "of": "x" }"#, 5, "meanings[0]: `of` has no meaning here"),
        (r#"{ "years": ["yaer"] }"#, 17, "meanings[0].years[0]: there is no field `yaer`"),
        (r#"{ "years": ["home"] }"#, 17, "meanings[0].years[0]: a number is needed, `home` is a text"),
        (r#"{ "years": [] }"#, 5, "meanings[0]: `years` is a list of fields"),
        (r#"{ "offices": ["home"], "kind": "army" }"#, 36, "meanings[0].kind: one of committee, police"),
        (r#"{ "years": ["year"], "kind": "police" }"#, 5, "meanings[0]: `kind` has no meaning here"),
        (r#"{ "hours": ["year"] }"#, 17, "meanings[0].hours[0]: a text is needed, `year` is a number"),
        (r#"{ "past": ["home"], "group": "people" }"#, 5, "meanings[0]: there is no group `people`"),
        (
            r#"{ "death": "home", "of": "applicant" }"#,
            16,
            "meanings[0].death: a date is needed, `home` is a text",
        ),
        (r#"{ "death": "signedOn" }"#, 5, "meanings[0]: `of` is missing: whose?"),
        (r#"{ "death": "signedOn", "of": "nobody" }"#, 34, "meanings[0].of: nobody here is `nobody`"),
        (r#"{ "until": "expires" }"#, 5, "meanings[0]: `from` is missing"),
        (r#"{ "from": "from", "until": "until" }"#, 15, "meanings[0].from: there is no field `from`"),
        (
            r#"{ "afterBirth": ["home"], "of": "applicant" }"#,
            22,
            "meanings[0].afterBirth[0]: a date is needed, `home` is a text",
        ),
        (
            r#"{ "same": ["applicant", "member"] }"#,
            5,
            "meanings[0]: `when` is missing: when are both one person?",
        ),
        (r#"{ "same": ["applicant"], "when": "true" }"#, 5, "meanings[0]: `same` names two roles"),
        (
            r#"{ "different": ["applicant", "mumber"] }"#,
            34,
            "meanings[0].different[1]: nobody here is `mumber`",
        ),
        (
            r#"{ "different": ["applicant", "member"], "when": "yaer == 1" }"#,
            53,
            "meanings[0].when: line 1, column 1: there is no field `yaer`; did you mean `year`? — yaer == 1",
        ),
        (
            r#"{ "parent": "applicant", "of": "member", "when": "year" }"#,
            54,
            "meanings[0].when: a condition must be true or false, this is a number",
        ),
        (r#"{ "person": "x", "label": { "vi": "A", "en": "A" } }"#, 5, "meanings[0]: `map` is missing"),
        (r#"{ "person": "x", "map": { "home": "fullName" } }"#, 5, "meanings[0]: `label` is missing"),
        (
            r#"{ "person": "x", "label": { "vi": "A", "en": "A" }, "map": { "hame": "fullName" } }"#,
            74,
            "meanings[0].map.hame: there is no such field",
        ),
        (
            r#"{ "person": "x", "label": { "vi": "A", "en": "A" }, "map": { "home": "fulName" } }"#,
            74,
            "meanings[0].map.home: a person has no `fulName`",
        ),
    ] {
        let mistakes = with(statement).unwrap_err();
        let place = format!("line {line}, column ");
        let told = mistakes.iter().map(|told| told.strip_prefix(&place).unwrap_or(told));
        let told: Vec<(usize, &str)> = told
            .map(|told| told.split_once(", ").map(|(column, words)| (column.parse().unwrap_or(0), words)))
            .map(Option::unwrap)
            .collect();
        assert!(told.iter().any(|(_, one)| *one == words), "{statement}: {mistakes:?}");
        let at: Vec<usize> =
            told.iter().filter(|(_, one)| *one == words).map(|(column, _)| *column).collect();
        assert_eq!(at, [column], "{statement}: {mistakes:?}");
    }
    assert_eq!(
        with("1").unwrap_err()[0],
        format!(
            "line {line}, column 5, meanings[0]: a statement has one of person, parent, relation, same, different, death, afterBirth, until, hours, years, past, offices"
        )
    );
    // A text that is no JSON, and one with a name twice.
    let broken = Pack::parse("{\n  \"id\": \"x\",,\n}").unwrap_err();
    assert_eq!(broken[0].at.0, 2, "{broken:?}");
    let twice = Pack::parse("{\n  \"id\": \"x\",\n  \"id\": \"x\"\n}").unwrap_err();
    // Where the object ends that has it twice.
    assert_eq!(twice[0].at, (4, 1), "{twice:?}");
}

#[test]
fn mistakes_elsewhere_have_their_place_too() {
    let (_, _, text) = pack_texts().iter().rfind(|(form, ..)| *form == "ct01").unwrap();
    let broken = text.replacen(
        "\"check\": \"stayUntil <= addYears(stayFrom, 2)\"",
        "\"check\": \"stayUntl <= on\"",
        1,
    );
    let line = broken.lines().position(|line| line.contains("stayUntl")).unwrap() + 1;
    let mistakes = Pack::parse(&broken).unwrap_err();
    assert_eq!(mistakes.len(), 1);
    assert_eq!(mistakes[0].at, (line, 16), "{mistakes:?}");
}

#[test]
fn the_packs_mean_what_they_should() {
    let mut people = 0;
    for (form, _, text) in pack_texts() {
        let pack = Pack::parse(text).unwrap();
        people += pack.meanings.people.len();
        for pair in &pack.meanings.pairs {
            assert_ne!(pair.one, pair.other, "{form}");
        }
    }
    assert!(people >= 60, "{people}");
}
