//! What people and programs reported, by kind: each a rule of how an address is understood.

use cancuoc::{
    Date,
    address::{self, ConvertedAddress, Direction},
};
use proptest::prelude::*;

use crate::units;

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

fn convert(text: &str) -> ConvertedAddress {
    address::convert(units(), text, day("2026-11-21")).unwrap()
}

fn found(converted: &ConvertedAddress, code: &str) -> bool {
    converted.findings.iter().any(|finding| finding.code == code)
}

fn communes(converted: &ConvertedAddress) -> Vec<&str> {
    converted.candidates.iter().map(|candidate| candidate.commune.as_str()).collect()
}

#[track_caller]
fn becomes(text: &str, address: &str) {
    let converted = convert(text);
    assert_eq!(converted.address().as_deref(), Some(address), "{text}: {:?}", converted.findings);
}

#[test]
fn a_province_of_before_beside_a_city_of_the_same_name_is_no_street() {
    let now = "Số 5 Lê Lợi, Phường Thuận Hóa, Thành phố Huế";
    becomes("Số 5 Lê Lợi, Phường Vĩnh Ninh, Thành phố Huế, Thừa Thiên Huế", now);
    becomes("Số 5 Lê Lợi, Phường Vĩnh Ninh, Thành phố Huế, Tỉnh Thừa Thiên Huế", now);
    becomes("Số 5 Lê Lợi, Phường Vĩnh Ninh, TP Huế, TT Huế", now);
    becomes("Số 5 Lê Lợi, Phường Vĩnh Ninh, Quận Thuận Hóa, Thành phố Huế", now);
}

#[test]
fn a_city_that_was_a_district_and_is_a_province_is_the_district_beside_another_province() {
    becomes("Xã Hương Phong, Thành phố Huế, Tỉnh Thừa Thiên Huế", "Phường Hóa Châu, Thành phố Huế");
    becomes("Xã Hương Phong, Huyện A Lưới, Tỉnh Thừa Thiên Huế", "Xã A Lưới 4, Thành phố Huế");
    // Alone it may be either: both are asked.
    let either = convert("Xã Hương Phong, Thành phố Huế");
    assert!(!either.exact && either.question.is_some());
    for commune in ["Phường Hóa Châu", "Xã A Lưới 4"] {
        assert!(communes(&either).contains(&commune), "{:?}", communes(&either));
    }
}

#[test]
fn a_commune_that_changed_its_district_is_found_under_the_former_one() {
    becomes("Tổ 5, Thị trấn Chũ, Lục Ngạn, Bắc Giang", "Tổ 5, Phường Chũ, Thành phố Bắc Ninh");
    becomes("Chũ, Lục Ngạn, Bắc Giang", "Phường Chũ, Thành phố Bắc Ninh");
    becomes("Xã Nghi Phong, Nghi Lộc, Nghệ An", "Phường Vinh Lộc, Tỉnh Nghệ An");
    becomes("Thạch Kim, Lộc Hà, Hà Tĩnh", "Xã Lộc Hà, Tỉnh Hà Tĩnh");
    // One of this name moved, another one stayed: both are asked.
    let both = convert("Xã An Hưng, Huyện An Dương, Hải Phòng");
    assert!(both.exact || both.question.is_some());
    assert!(!communes(&both).is_empty());
    // The district alone has the communes that it had.
    let whole = convert("Huyện Lục Ngạn, Bắc Giang");
    for commune in ["Phường Chũ", "Xã Lục Ngạn", "Xã Tân Sơn"] {
        assert!(communes(&whole).contains(&commune), "{:?}", communes(&whole));
    }
    let gone = convert("Huyện Yên Dũng, Bắc Giang");
    assert!(communes(&gone).contains(&"Phường Yên Dũng") && gone.question.is_some());
}

#[test]
fn provinces_of_before_1997_and_2008_are_known() {
    becomes("Xã Cần Kiệm, Huyện Thạch Thất, Tỉnh Hà Tây", "Xã Hạ Bằng, Thành phố Hà Nội");
    becomes("Cần Kiệm, Thạch Thất, Hà Tây", "Xã Hạ Bằng, Thành phố Hà Nội");
    for (text, province) in [
        ("Xã Trừ Văn Thố, Huyện Bàu Bàng, Tỉnh Sông Bé", "Thành phố Hồ Chí Minh"),
        ("Xã Yên Trung, Huyện Yên Phong, Tỉnh Hà Bắc", "Thành phố Bắc Ninh"),
        ("Thị trấn Cái Nước, Huyện Cái Nước, Tỉnh Minh Hải", "Tỉnh Cà Mau"),
        ("Xã Vĩnh Tú, Huyện Vĩnh Linh, Tỉnh Bình Trị Thiên", "Tỉnh Quảng Trị"),
    ] {
        let converted = convert(text);
        assert!(converted.exact, "{text} {:?} {:?}", communes(&converted), converted.findings);
        assert_eq!(
            (converted.street.as_deref(), &*converted.candidates[0].province),
            (None, province),
            "{text}"
        );
    }
    // A street of that name stays a street, and a province that does not fit is asked about.
    let street = convert("12 Cửu Long, Phường 2, Quận Tân Bình, TP.HCM");
    assert_eq!(street.street.as_deref(), Some("12 Cửu Long"));
    assert!(street.exact);
    assert!(!convert("Xã Cần Kiệm, Huyện Thạch Thất, Tỉnh Sông Bé").exact);
}

#[test]
fn a_postal_code_and_the_country_are_no_street() {
    for tail in [
        " 700000",
        ", 700000",
        ", Việt Nam",
        ", 700000 Việt Nam",
        " 70000, VN",
        ", Mã bưu chính 700000",
        " Việt Nam",
    ] {
        becomes(
            &format!("12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, TP.HCM{tail}"),
            "12 Nguyễn Huệ, Phường Sài Gòn, Thành phố Hồ Chí Minh",
        );
        becomes(&format!("Xã Cần Kiệm, Huyện Thạch Thất, Hà Nội{tail}"), "Xã Hạ Bằng, Thành phố Hà Nội");
    }
    // A house may have a number of five digits in front of its street.
    assert_eq!(
        convert("12345 Nguyễn Huệ, Phường Bến Nghé, Quận 1, TP.HCM").street.as_deref(),
        Some("12345 Nguyễn Huệ")
    );
}

#[test]
fn two_letters_of_six_bytes_are_no_postal_code() {
    let text = "TP.HCM 北京, Tân Phú";
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let mut list = address::Converter::new(units(), day("2026-11-21"), Direction::ToPresent);
    let candidates = list.convert_utf16(&utf16).unwrap().candidates().collect::<Vec<_>>();
    assert_eq!(candidates, convert(text).candidates);
    assert!(found(&convert(text), "address.words_left"), "{:?}", convert(text).findings);
}

#[test]
fn a_numeral_of_a_communes_own_name_is_no_street() {
    for text in [
        "Phường Hải Châu I, Quận Hải Châu, Thành phố Đà Nẵng",
        "Phường Hải Châu II, Quận Hải Châu, Thành phố Đà Nẵng",
        "Hải Châu 1, Hải Châu, Đà Nẵng",
    ] {
        let converted = convert(text);
        assert_eq!(converted.street, None, "{text}");
        assert!(communes(&converted).contains(&"Phường Hải Châu"), "{text} {:?}", communes(&converted));
    }
    becomes("Phường Hải Châu I, Quận Hải Châu, Thành phố Đà Nẵng", "Phường Hải Châu, Thành phố Đà Nẵng");
    becomes("Xã Phúc Thành A, Huyện Kim Thành, Hải Dương", "Xã Phú Thái, Thành phố Hải Phòng");
    // One that nobody knows makes a question.
    let unknown = convert("Phường Bến Nghé B, Quận 1, TP.HCM");
    assert!(!unknown.exact && unknown.question.is_some() && found(&unknown, "address.words_left"));
    assert_eq!(unknown.street, None);
}

#[test]
fn an_island_is_named_in_every_way() {
    for text in [
        "Huyện đảo Lý Sơn, Quảng Ngãi",
        "Huyện Lý Sơn, Tỉnh Quảng Ngãi",
        "Xã An Vĩnh, Huyện Lý Sơn, Tỉnh Quảng Ngãi",
        "An Hải, Lý Sơn, Quảng Ngãi",
    ] {
        becomes(text, "Đặc khu Lý Sơn, Tỉnh Quảng Ngãi");
    }
    becomes("Thôn Đông, Xã An Vĩnh, Huyện Lý Sơn, Quảng Ngãi", "Thôn Đông, Đặc khu Lý Sơn, Tỉnh Quảng Ngãi");
}

#[test]
fn a_name_with_i_for_y_or_y_for_i_is_known() {
    becomes("Xã Tam Thanh, Huyện đảo Phú Quý, Bình Thuận", "Đặc khu Phú Quý, Tỉnh Lâm Đồng");
    becomes("Xã Tam Thanh, Huyện Phú Quí, Bình Thuận", "Đặc khu Phú Quý, Tỉnh Lâm Đồng");
    becomes("Phường Kì Bá, TP Thái Bình, Thái Bình", "Phường Trần Lãm, Tỉnh Hưng Yên");
    becomes("Xã Mĩ Phong, Thành phố Mĩ Tho, Tiền Giang", "Phường Mỹ Phong, Tỉnh Đồng Tháp");
}

#[test]
fn english_puts_the_kind_of_a_unit_behind_its_name() {
    for text in [
        "12 Nguyen Hue, Ben Nghe Ward, District 1, Ho Chi Minh City",
        "12 Nguyen Hue, Bến Nghé ward, District 1, Ho Chi Minh City, Vietnam",
    ] {
        let converted = convert(text);
        assert_eq!(converted.street.as_deref(), Some("12 Nguyen Hue"), "{text}");
        assert_eq!(communes(&converted), ["Phường Sài Gòn"], "{text}");
    }
    // A number is in many districts: the one that is named decides.
    let numbered = convert("5 Le Quang Dinh Street, Ward 1, Binh Thanh District, Ho Chi Minh City");
    assert_eq!(numbered.street.as_deref(), Some("5 Le Quang Dinh Street"));
    assert_eq!(communes(&numbered), ["Phường Gia Định"]);
    let commune = convert("Can Kiem Commune, Thach That District, Ha Noi City");
    assert_eq!((commune.street.as_deref(), communes(&commune)), (None, vec!["Xã Hạ Bằng"]));
}

#[test]
fn a_special_zone_goes_back_to_the_district_that_had_no_communes() {
    for (zone, district, province, code) in [
        ("Đặc khu Bạch Long Vĩ, Hải Phòng", "Huyện Bạch Long Vĩ", "Thành phố Hải Phòng", "318"),
        ("Đặc khu Cồn Cỏ, Quảng Trị", "Huyện Cồn Cỏ", "Tỉnh Quảng Trị", "471"),
        ("Đặc khu Hoàng Sa, Đà Nẵng", "Huyện Hoàng Sa", "Thành phố Đà Nẵng", "498"),
        ("Đặc khu Lý Sơn, Quảng Ngãi", "Huyện Lý Sơn", "Tỉnh Quảng Ngãi", "536"),
        ("Đặc khu Côn Đảo, TP.HCM", "Huyện Côn Đảo", "Tỉnh Bà Rịa - Vũng Tàu", "755"),
    ] {
        let back = address::convert_to(units(), zone, day("2026-11-21"), Direction::ToOld).unwrap();
        let [candidate] = back.candidates.as_slice() else { panic!("{zone} {:?}", back.candidates) };
        assert_eq!((&*candidate.commune, &*candidate.province, &*candidate.code), (district, province, code));
        assert_eq!((candidate.district.as_deref(), back.exact), (None, true), "{zone}");
        assert_eq!(back.address(), Some(format!("{district}, {province}")));
        assert!(found(&back, "address.island_district"));
    }
    // Those that had communes go back to them.
    let back = address::convert_to(units(), "Đặc khu Phú Quý", day("2026-11-21"), Direction::ToOld).unwrap();
    assert!(communes(&back).contains(&"Xã Long Hải"), "{:?}", communes(&back));
}

#[test]
fn a_day_before_a_unit_or_its_type_exists_is_said() {
    let on = |text: &str, on| address::convert(units(), text, day(on)).unwrap();
    let early = on("Phường Lộc Ninh, Đồng Nai", "2026-04-29");
    assert!(found(&early, "address.not_yet"));
    assert_eq!(communes(&early), ["Xã Lộc Ninh"]);
    assert!(!found(&on("Phường Lộc Ninh, Đồng Nai", "2026-04-30"), "address.not_yet"));
    assert!(!found(&on("Xã Lộc Ninh, Đồng Nai", "2026-04-29"), "address.not_yet"));
    let before = on("Phường Sài Gòn, TP.HCM", "2025-06-30");
    assert!(before.candidates.is_empty() && found(&before, "address.before_units_day"));
    let parsed = address::parse(units(), "Phường Sài Gòn, TP.HCM", day("2025-06-30")).unwrap();
    assert!(parsed.findings.iter().any(|finding| finding.code == "address.before_units_day"));
}

#[test]
fn a_commune_that_was_merged_before_july_2025_gives_what_became_of_the_other() {
    // 1237/NQ-UBTVQH15: with An Hóa into An Phước, from December 2024.
    becomes("Số 1, Xã Phú An Hòa, Huyện Châu Thành, Tỉnh Bến Tre", "Số 1, Xã Giao Long, Tỉnh Vĩnh Long");
    becomes("Ấp 3, Phú An Hòa, Châu Thành, Bến Tre", "Ấp 3, Xã Giao Long, Tỉnh Vĩnh Long");
    becomes("Xã An Hóa, Huyện Châu Thành, Tỉnh Bến Tre", "Xã Giao Long, Tỉnh Vĩnh Long");
}

#[test]
fn a_unit_that_is_not_known_is_no_street_and_is_said() {
    let unknown = convert("Số 1, Xã Nơi Khác, Huyện Châu Thành, Tỉnh Bến Tre");
    assert!(!unknown.exact && unknown.question.is_some() && found(&unknown, "address.words_left"));
    assert_eq!(unknown.street.as_deref(), Some("Số 1"));
    let other = convert("Phường Sài Gòn, Xã Nơi Khác, TP.HCM");
    assert!(!other.exact && other.street.is_none());
}

#[test]
fn words_of_streets_that_look_like_units_stay_streets() {
    for (street, rest) in [
        ("Tỉnh lộ 8", "Xã Tân Thạnh Đông, Huyện Củ Chi, TP.HCM"),
        ("P. 302, Chung cư Mẫu", "Phường Bến Nghé, Quận 1, TP.HCM"),
        ("Huyện lộ 12", "Xã Yên Trung, Huyện Yên Phong, Bắc Ninh"),
        ("12 Nguyễn Huệ", "Phường Bến Nghé, Quận 1, TP.HCM"),
    ] {
        let converted = convert(&format!("{street}, {rest}"));
        assert!(converted.exact, "{street} {:?}", converted.findings);
        assert_eq!(converted.street.as_deref(), Some(street));
    }
    // Behind the commune a house's number says that a street follows; what says nothing is asked about and kept.
    let behind = convert("Phường Bến Nghé, 12 Nguyễn Huệ, Quận 1, TP.HCM");
    assert_eq!((behind.exact, behind.street.as_deref()), (true, Some("12 Nguyễn Huệ")));
    let unclear = convert("Phường Bến Nghé, Nguyễn Huệ, Quận 1, TP.HCM");
    assert_eq!((unclear.exact, unclear.street.as_deref()), (false, Some("Nguyễn Huệ")));
    assert!(found(&unclear, "address.words_left"));
}

/// Streets, houses and hamlets as people write them.
fn street() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "(Số )?[1-9][0-9]{0,3}[A-D]?(/[1-9][0-9]?)?( (Đường|Phố|Ngõ|Hẻm) (Lê Lợi|Trần Phú|Hùng Vương|30 Tháng 4))?",
        "(Thôn|Ấp|Xóm|Bản|Tổ|Khu phố|Khóm|Tổ dân phố) ([1-9][0-9]?|Đông|Mẫu|Trung Hòa|Tân Lập)",
        "(Đường|Phố|Ngõ|Ngách|Hẻm|Kiệt) ([1-9][0-9]{0,2}|Nguyễn Huệ|Lê Duẩn|Phan Bội Châu|Tô Hiệu)",
    ];
    prop::collection::vec(part, 1..4).prop_map(|parts| parts.join(", "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_street_that_goes_in_comes_out_whatever_the_unit(street in street(), at in 0_usize..10_599, spelling in 0_usize..4) {
        let address = crate::of_2023::spelled(at, spelling);
        let converted = convert(&format!("{street}, {address}"));
        prop_assert_eq!(converted.street.as_deref(), Some(&*street), "{}", address);
        prop_assert_eq!(convert(&address).street, None, "{}", address);
    }
}
