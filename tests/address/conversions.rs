//! Addresses as cards, people and offices write them: each failure seen elsewhere is a test here.

use cancuoc::{
    Date,
    address::{self, ConvertedAddress, Direction, Era, ParsedAddress, Question, Units},
    json::Value,
};

use crate::units;

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

fn parse(text: &str) -> ParsedAddress {
    address::parse(units(), text, day("2026-11-21")).unwrap()
}

fn convert(text: &str) -> ConvertedAddress {
    address::convert(units(), text, day("2026-11-21")).unwrap()
}

fn codes(converted: &ConvertedAddress) -> Vec<&str> {
    converted.candidates.iter().map(|candidate| candidate.code.as_str()).collect()
}

fn found(converted: &ConvertedAddress, code: &str) -> bool {
    converted.findings.iter().any(|finding| finding.code == code)
}

/// The text is in this one unit, without doubt.
#[track_caller]
fn exactly(text: &str, commune: &str, province: &str) {
    let converted = convert(text);
    let [candidate] = converted.candidates.as_slice() else { panic!("{text}: {:?}", converted.candidates) };
    assert_eq!((candidate.commune.as_str(), candidate.province.as_str()), (commune, province), "{text}");
    assert!(converted.exact, "{text}: {:?}", converted.findings);
    assert_eq!(converted.question, None);
}

/// The text gets a question, with this unit among the candidates.
#[track_caller]
fn asked(text: &str, commune: &str) {
    let converted = convert(text);
    assert!(!converted.exact, "{text}");
    assert!(converted.question.is_some(), "{text}");
    assert!(
        converted.candidates.iter().any(|candidate| candidate.commune == commune),
        "{text}: {:?}",
        converted.candidates
    );
}

const HCM: &str = "Thành phố Hồ Chí Minh";

#[test]
fn an_address_of_a_card_is_taken_apart() {
    let parsed = parse("Số 12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    assert_eq!(parsed.street.as_deref(), Some("Số 12 Nguyễn Huệ"));
    assert_eq!(parsed.commune.as_deref(), Some("Phường Bến Nghé"));
    assert_eq!(parsed.district.as_deref(), Some("Quận 1"));
    assert_eq!(parsed.province.as_deref(), Some(HCM));
    assert_eq!(parsed.era, Era::Before2025);
    assert_eq!(parsed.candidates.len(), 1);
    assert_eq!(parsed.candidates[0].code, "26740");
    assert!(parsed.findings.is_empty());
}

#[test]
fn ward_and_district_are_abbreviated_and_the_province_is_missing() {
    exactly("P. Bến Nghé, Q1", "Phường Sài Gòn", HCM);
    exactly("P Bến Nghé Q.1", "Phường Sài Gòn", HCM);
    exactly("p.bến nghé,q.1,tp.hcm", "Phường Sài Gòn", HCM);
}

#[test]
fn a_ward_that_was_merged_in_2021_is_found() {
    exactly("phường 8, quận 3", "Phường Xuân Hòa", HCM);
    exactly("F8 Q3 Tp Hồ Chí Minh", "Phường Xuân Hòa", HCM);
    exactly("Phường 08, Quận 03, TP. Hồ Chí Minh", "Phường Xuân Hòa", HCM);
    assert!(found(&convert("phường 8, quận 3"), "address.merged_before"));
}

#[test]
fn a_street_that_sounds_like_a_ward_is_a_street_and_the_old_district_asks() {
    let converted = convert("Đường Phú, Quận 9");
    assert!(!converted.exact);
    assert_eq!(converted.question, Some(Question::WhichCommune("Thành phố Thủ Đức".into())));
    assert_eq!(converted.street.as_deref(), Some("Đường Phú"));
    assert!(converted.candidates.len() > 10);
    // The street bears the name of a ward of another district, or of the same.
    exactly("12 Đường Bến Nghé, Phường Tân Thuận Đông, Quận 7, TP.HCM", "Phường Tân Thuận", HCM);
    exactly("25 Lê Lợi, Phường Bến Thành, Quận 1, TP.HCM", "Phường Bến Thành", HCM);
    exactly(
        "Ngõ 5 phố Vĩnh Phúc, Phường Liễu Giai, Quận Ba Đình, Hà Nội",
        "Phường Ngọc Hà",
        "Thành phố Hà Nội",
    );
    exactly(
        "Thôn Tân Lập, Xã Yên Trung, Huyện Yên Phong, Tỉnh Bắc Ninh",
        "Xã Yên Trung",
        "Thành phố Bắc Ninh",
    );
}

#[test]
fn con_dao_is_its_special_zone() {
    for text in [
        "Côn Đảo",
        "Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu",
        "H. Côn Đảo, BR-VT",
        "Đặc khu Côn Đảo, TP Hồ Chí Minh",
    ] {
        exactly(text, "Đặc khu Côn Đảo", HCM);
    }
    assert!(found(&convert("Huyện Côn Đảo, Bà Rịa - Vũng Tàu"), "address.island_district"));
}

#[test]
fn ly_son_is_its_special_zone() {
    for text in ["Lý Sơn", "Huyện Lý Sơn, Tỉnh Quảng Ngãi", "ly son, quang ngai", "HUYỆN LÝ SƠN, QUẢNG NGÃI"]
    {
        exactly(text, "Đặc khu Lý Sơn", "Tỉnh Quảng Ngãi");
    }
}

#[test]
fn the_five_districts_without_communes_say_so() {
    for (text, zone, province) in [
        ("Huyện Bạch Long Vĩ, Thành phố Hải Phòng", "Đặc khu Bạch Long Vĩ", "Thành phố Hải Phòng"),
        ("Huyện Cồn Cỏ, Tỉnh Quảng Trị", "Đặc khu Cồn Cỏ", "Tỉnh Quảng Trị"),
        ("Huyện Hoàng Sa, Thành phố Đà Nẵng", "Đặc khu Hoàng Sa", "Thành phố Đà Nẵng"),
        ("Huyện Lý Sơn, Tỉnh Quảng Ngãi", "Đặc khu Lý Sơn", "Tỉnh Quảng Ngãi"),
        ("Huyện Côn Đảo, Tỉnh Bà Rịa - Vũng Tàu", "Đặc khu Côn Đảo", HCM),
    ] {
        exactly(text, zone, province);
        assert!(found(&convert(text), "address.island_district"), "{text}");
    }
}

#[test]
fn a_text_without_accents_is_understood() {
    exactly("12 le loi, phuong ben thanh, quan 1, tp ho chi minh", "Phường Bến Thành", HCM);
    exactly("12 le loi phuong ben thanh quan 1 tp ho chi minh", "Phường Bến Thành", HCM);
    exactly("xa yen trung huyen yen phong bac ninh", "Xã Yên Trung", "Thành phố Bắc Ninh");
}

#[test]
fn a_text_in_nfd_is_understood() {
    // "Phường Bến Thành, Quận 1" with every mark apart.
    exactly(
        "Phu\u{31b}o\u{31b}\u{300}ng Be\u{302}\u{301}n Tha\u{300}nh, Qua\u{323}\u{302}n 1, Ho\u{302}\u{300} Chi\u{301} Minh",
        "Phường Bến Thành",
        HCM,
    );
}

#[test]
fn upper_case_is_understood() {
    exactly("PHƯỜNG BẾN THÀNH, QUẬN 1, THÀNH PHỐ HỒ CHÍ MINH", "Phường Bến Thành", HCM);
    exactly("P. BEN THANH, Q.1, TP.HCM", "Phường Bến Thành", HCM);
}

#[test]
fn the_city_has_many_names() {
    for city in [
        "TP.HCM",
        "TPHCM",
        "Tp Hồ Chí Minh",
        "TP. Hồ Chí Minh",
        "HCM",
        "Sài Gòn",
        "thanh pho ho chi minh",
        "Ho Chi Minh City",
    ] {
        exactly(&format!("Phường Bến Thành, Quận 1, {city}"), "Phường Bến Thành", HCM);
    }
}

#[test]
fn every_abbreviation_of_a_level_is_understood() {
    exactly("X. Yên Trung, H. Yên Phong, T. Bắc Ninh", "Xã Yên Trung", "Thành phố Bắc Ninh");
    exactly("TT. Ba Chẽ, H.Ba Chẽ, Quảng Ninh", "Xã Ba Chẽ", "Thành phố Quảng Ninh");
    exactly("T.T Ba Chẽ, H. Ba Chẽ, Quảng Ninh", "Xã Ba Chẽ", "Thành phố Quảng Ninh");
    exactly("P. Lái Thiêu, TX. Thuận An, Bình Dương", "Phường Lái Thiêu", HCM);
    exactly("P.Lái Thiêu, TP.Thuận An, Bình Dương", "Phường Lái Thiêu", HCM);
}

#[test]
fn reversed_order_is_understood() {
    exactly("Tỉnh Bắc Ninh, Thành phố Bắc Ninh, Phường Suối Hoa", "Phường Kinh Bắc", "Thành phố Bắc Ninh");
    exactly("TP Hồ Chí Minh - Quận 1 - Phường Bến Nghé - 12 Nguyễn Huệ", "Phường Sài Gòn", HCM);
}

#[test]
fn an_old_district_is_never_taken_for_a_commune_of_its_name() {
    for text in ["Ba Đình, Hà Nội", "Quận Ba Đình, Hà Nội", "ba dinh, ha noi", "Ba Đình"] {
        let parsed = parse(text);
        assert_eq!(parsed.era, Era::Before2025, "{text}");
        assert_eq!(parsed.commune, None, "{text}");
        assert_eq!(parsed.district.as_deref(), Some("Quận Ba Đình"), "{text}");
        asked(text, "Phường Ba Đình");
    }
    // With its type it is today's ward.
    exactly("Phường Ba Đình, Hà Nội", "Phường Ba Đình", "Thành phố Hà Nội");
    // Every district that shares its name with a present commune of its province.
    let present: std::collections::HashSet<(String, String)> = units()
        .list(day("2026-11-21"))
        .map(|[_, commune, province]| (bare(&commune).to_owned(), province))
        .collect();
    let mut count = 0;
    let mut seen = std::collections::HashSet::new();
    for [_, _, district, province] in units().old_list() {
        if !seen.insert((district.clone(), province.clone())) {
            continue;
        }
        let text = format!("{}, {}", bare(&district), bare(&province));
        let converted = convert(&text);
        if converted.exact {
            // Every commune of the district came into one unit.
            let whole = convert(&format!("{district}, {province}"));
            assert!(whole.exact && whole.candidates == converted.candidates, "{text}");
        }
        count += usize::from(present.contains(&(bare(&district).to_owned(), province)));
    }
    assert!(count > 100, "{count}");
}

#[test]
fn a_divided_commune_gives_all_its_parts_and_a_question() {
    let converted = convert("Thôn Mẫu, Xã Văn Khê, Huyện Mê Linh, Hà Nội");
    assert_eq!(codes(&converted).len(), 4);
    assert!(!converted.exact);
    assert_eq!(converted.question, Some(Question::WhichPart("Xã Văn Khê".into())));
    assert_eq!(converted.original, "Thôn Mẫu, Xã Văn Khê, Huyện Mê Linh, Hà Nội");
    assert_eq!(converted.address(), None);
    assert!(found(&converted, "address.divided"));
    // Five parts: the most there are.
    let most = units().mapping().map(|(_, targets)| targets.len()).max();
    assert_eq!(most, Some(5));
}

#[test]
fn every_old_commune_gives_exactly_its_set() {
    let expected: Vec<(String, Vec<String>)> = include_str!("../data/address/mapping.tsv")
        .lines()
        .map(|line| {
            let (code, targets) = line.split_once('\t').unwrap();
            (code.to_owned(), targets.split(' ').map(str::to_owned).collect())
        })
        .collect();
    assert_eq!(expected.len(), 10_035);
    let expected: std::collections::HashMap<_, _> = expected.into_iter().collect();
    let mut sizes = [0; 6];
    for [code, commune, district, province] in units().old_list() {
        let text = format!("{commune}, {district}, {province}");
        let converted = convert(&text);
        let mut codes = codes(&converted);
        codes.sort_unstable();
        // Two communes of a district can bear one name and type in the list: both are candidates.
        let twins = parse(&text).candidates.len();
        if twins == 1 {
            assert_eq!(codes, expected[&code], "{text}");
            assert_eq!(parse(&text).candidates[0].code, code, "{text}");
            let doubtful = found(&converted, "address.sources_differ");
            assert_eq!(converted.exact, codes.len() == 1 && !doubtful, "{text}");
            assert_eq!(converted.question.is_some(), !converted.exact, "{text}");
        } else {
            assert!(expected[&code].iter().all(|target| codes.contains(&target.as_str())), "{text}");
        }
        sizes[expected[&code].len()] += 1;
    }
    assert_eq!(sizes, [0, 9_593, 370, 54, 17, 1]);
}

#[test]
fn back_into_the_old_units() {
    let back = |text| address::convert_to(units(), text, day("2026-11-21"), Direction::ToOld).unwrap();
    let several = back("Phường Sài Gòn, Thành phố Hồ Chí Minh");
    assert!(!several.exact && several.question.is_some());
    assert!(
        several
            .candidates
            .iter()
            .any(|old| old.commune == "Phường Bến Nghé" && old.district.as_deref() == Some("Quận 1"))
    );
    // A commune that was not touched.
    let one = back("Xã Tuấn Đạo, Bắc Ninh");
    assert_eq!(codes(&one), ["07663"]);
    assert_eq!(one.candidates[0].province, "Tỉnh Bắc Giang");
    assert!(one.exact);
    // Every present commune has those old ones that lead to it.
    let mapping: Vec<(String, Vec<String>)> = units().mapping().collect();
    let mut parents: std::collections::HashMap<&str, Vec<&str>> = std::collections::HashMap::new();
    for (old, targets) in &mapping {
        for target in targets {
            parents.entry(target).or_default().push(old);
        }
    }
    for [code, ..] in units().list(day("2026-11-21")) {
        let object = Value::Object(vec![
            ("code".into(), Value::from(code.as_str())),
            ("era".into(), Value::from("since2025")),
        ]);
        let back = address::convert_value(units(), &object, day("2026-11-21"), Direction::ToOld).unwrap();
        let mut codes = codes(&back);
        codes.sort_unstable();
        let mut expected = parents.get(code.as_str()).cloned().unwrap_or_default();
        // Five were districts without communes.
        let islands =
            [("11948", "318"), ("19742", "471"), ("20333", "498"), ("21548", "536"), ("26732", "755")];
        expected.extend(islands.iter().filter(|(zone, _)| *zone == code).map(|(_, district)| *district));
        expected.sort_unstable();
        assert_eq!(codes.len(), expected.len().min(64), "{code}");
        assert!(codes.iter().all(|code| expected.contains(code)), "{code}");
    }
}

#[test]
fn before_their_day_the_units_give_no_candidate() {
    let text = "Phường Bến Nghé, Quận 1, TP.HCM";
    let before = address::convert(units(), text, day("2025-06-30")).unwrap();
    assert!(before.candidates.is_empty() && !before.exact);
    assert!(found(&before, "address.before_units_day"));
    assert!(address::convert(units(), text, day("2025-07-01")).unwrap().exact);
}

#[test]
fn a_unit_has_the_name_of_the_day() {
    let on = |text: &str, on| {
        let converted = address::convert(units(), text, day(on)).unwrap();
        assert!(converted.exact, "{text} {on}");
        (converted.candidates[0].commune.clone(), converted.candidates[0].province.clone())
    };
    let loc_ninh = "Thị trấn Lộc Ninh, Huyện Lộc Ninh, Tỉnh Bình Phước";
    assert_eq!(on(loc_ninh, "2026-04-29"), ("Xã Lộc Ninh".into(), "Tỉnh Đồng Nai".into()));
    assert_eq!(on(loc_ninh, "2026-04-30"), ("Phường Lộc Ninh".into(), "Thành phố Đồng Nai".into()));
    let ba_che = "Thị trấn Ba Chẽ, Huyện Ba Chẽ, Tỉnh Quảng Ninh";
    assert_eq!(on(ba_che, "2026-08-31").1, "Tỉnh Quảng Ninh");
    assert_eq!(on(ba_che, "2026-09-01").1, "Thành phố Quảng Ninh");
    let suoi_hoa = "Phường Suối Hoa, Thành phố Bắc Ninh, Tỉnh Bắc Ninh";
    assert_eq!(on(suoi_hoa, "2026-09-19").1, "Tỉnh Bắc Ninh");
    assert_eq!(on(suoi_hoa, "2026-09-20").1, "Thành phố Bắc Ninh");
    assert_eq!(on("Xã Lục Nam, Bắc Ninh", "2026-09-20").0, "Phường Lục Nam");
}

#[test]
fn both_names_of_a_changed_province_are_accepted_and_an_unread_resolution_is_said() {
    for name in ["Tỉnh Bắc Ninh", "Thành phố Bắc Ninh", "Bắc Ninh", "TP Bắc Ninh"] {
        for on in ["2026-01-01", "2026-11-21"] {
            let text = format!("Xã Tuấn Đạo, {name}");
            let converted = address::convert(units(), &text, day(on)).unwrap();
            assert_eq!(codes(&converted), ["07663"], "{text}");
            assert!(converted.exact, "{text}");
        }
    }
    let converted = convert("Xã Tuấn Đạo, Bắc Ninh");
    let said =
        converted.findings.iter().find(|finding| finding.code == "address.change_unconfirmed").unwrap();
    assert_eq!(said.basis.as_ref().unwrap().document, "Nghị quyết 39/2026/QH16");
    // Read in the text itself: nothing to say.
    assert!(!found(&convert("Phường Trấn Biên, Đồng Nai"), "address.change_unconfirmed"));
}

#[test]
fn both_codes_of_ba_che_are_accepted() {
    for code in ["06970", "06978"] {
        let object = Value::Object(vec![("code".into(), Value::from(code))]);
        let converted =
            address::convert_value(units(), &object, day("2026-11-21"), Direction::ToPresent).unwrap();
        assert_eq!(codes(&converted), ["06970"], "{code}");
        assert!(converted.exact, "{code}");
    }
}

#[test]
fn a_code_without_a_row_in_the_table_says_so_and_asks() {
    let amendments =
        cancuoc::json::parse(include_str!("../../data/units/amendments.json"), cancuoc::json::LIMITS)
            .unwrap();
    let retired = amendments.get("notInTable").unwrap().as_array().unwrap();
    assert_eq!(retired.len(), 26);
    for entry in retired {
        let code = entry.get("code").unwrap().as_str().unwrap();
        let object = Value::Object(vec![("code".into(), Value::from(code))]);
        let converted =
            address::convert_value(units(), &object, day("2026-11-21"), Direction::ToPresent).unwrap();
        assert!(found(&converted, "address.code_not_mapped"), "{code}");
        assert!(!converted.exact, "{code}");
    }
    // With these two there are 28.
    for (text, code) in [
        ("Xã Mỹ Hưng, Huyện Quảng Hòa, Tỉnh Cao Bằng", "01648"),
        ("Xã Phú Thịnh, Huyện Yên Sơn, Tỉnh Tuyên Quang", "02494"),
    ] {
        let converted = convert(text);
        assert_eq!(codes(&converted), [code]);
        assert!(!converted.exact && converted.question.is_some());
        assert!(found(&converted, "address.sources_differ"));
    }
}

#[test]
fn nonsense_is_unknown_and_has_no_candidate() {
    for text in [
        "",
        "   ",
        "xin chào các bạn",
        "asdf qwer",
        "12345",
        ",,,;;",
        "北京市",
        "\u{0}\u{1}",
        "phường",
        "phường, quận, tỉnh",
        "!!!",
        "Nguyễn Văn Mẫu",
    ] {
        let parsed = parse(text);
        assert_eq!(parsed.era, Era::Unknown, "{text}");
        assert!(parsed.candidates.is_empty(), "{text}");
        assert!(convert(text).candidates.is_empty(), "{text}");
        assert!(found(&convert(text), "address.not_recognised"), "{text}");
    }
}

#[test]
fn ten_thousand_characters_are_answered_and_more_is_a_limit() {
    let on = day("2026-11-21");
    for piece in [
        "Tân Phú, ",
        "phường ",
        "Xã Tân Lập, Huyện ",
        "ă",
        ", ",
        "P.5 Q.3 ",
        "tân phú tân phú hòa ",
        "Hà Nội, ",
    ] {
        let text: String = piece.chars().cycle().take(10_000).collect();
        address::parse(units(), &text, on).unwrap();
        address::convert(units(), &text, on).unwrap();
        let longer = format!("{text}x");
        assert_eq!(address::parse(units(), &longer, on).unwrap_err().code, "limit.input");
    }
}

#[test]
fn levels_that_do_not_belong_together_are_asked_about() {
    asked("Phường Bến Nghé, Quận 3, TP HCM", "Phường Sài Gòn");
    assert!(found(&convert("Phường Bến Nghé, Quận 3, TP HCM"), "address.levels_disagree"));
    asked("Phường Sài Gòn, Quận 1, TP HCM", "Phường Sài Gòn");
}

#[test]
fn names_that_collide_without_accents_are_told_apart_by_them() {
    // Both in one district: with accents exact, without them a question when they lead to two places.
    let mut by_key: std::collections::HashMap<String, Vec<[String; 4]>> = std::collections::HashMap::new();
    for row in units().old_list() {
        let text = format!("{}, {}, {}", row[1], row[2], row[3]);
        by_key.entry(cancuoc::text::ascii(&text).to_lowercase()).or_default().push(row);
    }
    let mapping: std::collections::HashMap<String, Vec<String>> = units().mapping().collect();
    let mut pairs = 0;
    for (key, rows) in by_key.iter().filter(|(_, rows)| rows.len() > 1) {
        let converted = convert(key);
        for row in rows {
            assert!(
                mapping[&row[0]].iter().all(|target| codes(&converted).contains(&target.as_str())),
                "{key}"
            );
        }
        if rows.iter().any(|row| mapping[&row[0]] != mapping[&rows[0][0]]) {
            assert!(!converted.exact, "{key}");
            pairs += 1;
        }
    }
    assert!(pairs > 0);
}

#[test]
fn another_official_spelling_finds_its_commune() {
    exactly("Xã Xà Phìn, Huyện Đồng Văn, Tỉnh Hà Giang", "Xã Sà Phìn", "Tỉnh Tuyên Quang");
    exactly("Xã Ô Long Vỹ, Huyện Châu Phú, An Giang", "Xã Thạnh Mỹ Tây", "Tỉnh An Giang");
    // Đăk in the list of 2025, Đắk in that of 2023; another tone is asked about.
    exactly("Xã Đắk Cấm, Thành phố Kon Tum, Tỉnh Kon Tum", "Phường Đăk Cấm", "Tỉnh Quảng Ngãi");
    asked("Xã Đăk Cầm, Thành phố Kon Tum, Tỉnh Kon Tum", "Phường Đăk Cấm");
    exactly("Xã Dak Cam, Thành phố Kon Tum, Tỉnh Kon Tum", "Phường Đăk Cấm", "Tỉnh Quảng Ngãi");
    // Mộc Châu, a district until 2025.
    exactly("Xã Mường Sang, Huyện Mộc Châu, Sơn La", "Phường Mộc Châu", "Tỉnh Sơn La");
    // The place of the tone does not count.
    exactly("Phường Hoà Thuận, Thành phố Tam Kỳ, Quảng Nam", "Phường Bàn Thạch", "Thành phố Đà Nẵng");
}

#[test]
fn a_name_of_two_eras_that_leads_to_one_place_is_certain() {
    exactly("Phường Tân Định, TP.HCM", "Phường Tân Định", HCM);
    assert_eq!(parse("Phường Tân Định, TP.HCM").era, Era::Since2025);
    assert!(!found(&convert("Phường Tân Định, TP.HCM"), "address.ambiguous"));
}

#[test]
fn a_commune_without_any_level_above_is_asked_about() {
    asked("Phường Bến Nghé", "Phường Sài Gòn");
    let many = convert("Xã Tân Lập");
    assert!(many.candidates.len() > 5 && !many.exact);
}

#[test]
fn an_object_is_converted_like_its_text() {
    let object = |members: &[(&str, &str)]| {
        Value::Object(members.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect())
    };
    let address = object(&[
        ("street", "Số 1"),
        ("commune", "Phường Bến Nghé"),
        ("district", "Quận 1"),
        ("province", "Thành phố Hồ Chí Minh"),
    ]);
    let converted =
        address::convert_value(units(), &address, day("2026-11-21"), Direction::ToPresent).unwrap();
    assert_eq!(converted.address().as_deref(), Some("Số 1, Phường Sài Gòn, Thành phố Hồ Chí Minh"));
    assert_eq!(converted.original, "Số 1, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh");
    let wrong = address::convert_value(units(), &Value::from(1.0), day("2026-11-21"), Direction::ToPresent);
    assert_eq!(wrong.unwrap_err().code, "input.type");
    let unknown = object(&[("code", "99999")]);
    let converted =
        address::convert_value(units(), &unknown, day("2026-11-21"), Direction::ToPresent).unwrap();
    assert!(converted.candidates.is_empty());
    assert!(found(&converted, "address.code_unknown"));
}

#[test]
fn an_asset_that_is_not_whole_is_refused() {
    let asset = include_bytes!("../../data/units/units.bin");
    let code = |bytes: &[u8]| Units::from_bytes(bytes).unwrap_err().code;
    assert_eq!(code(b""), "units.corrupt");
    assert_eq!(code(b"CCUN"), "units.corrupt");
    assert_eq!(code(&asset[..asset.len() - 1]), "units.corrupt");
    for at in [0, 4, 5, 37, 1_000, asset.len() - 1] {
        let mut wrong = asset.to_vec();
        wrong[at] ^= 1;
        assert_eq!(code(&wrong), "units.corrupt", "byte {at}");
    }
    assert_eq!(Units::from_bytes(asset).unwrap().version(), "2026-09-20");
    assert_eq!(units().first_day(), day("2025-07-01"));
    assert_eq!(units().list(day("2026-11-21")).count(), 3_321);
    assert_eq!(units().old_list().count(), 10_035);
}

/// The name without its type.
fn bare(full: &str) -> &str {
    ["Thành phố ", "Thị trấn ", "Thị xã ", "Đặc khu ", "Phường ", "Quận ", "Huyện ", "Tỉnh ", "Xã "]
        .iter()
        .find_map(|kind| full.strip_prefix(kind))
        .unwrap_or(full)
}
