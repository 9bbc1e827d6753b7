//! Units that are no more, as their kind shows without any list: since 01/07/2025 there are communes and provinces, and
//! nothing between (Luật Tổ chức chính quyền địa phương 72/2025/QH15).

use crate::form::pack::Office;
use crate::text;

/// The part of the address that names a district, a township, or a city that is no province.
pub(super) fn of_address(address: &str) -> Option<&str> {
    let parts = || address.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let last = parts().rfind(|part| !is_behind_the_province(part))?;
    parts().enumerate().find(|(index, part)| is_gone(part, *index == 0, *part == last)).map(|(_, part)| part)
}

/// `Tổ 5`, `SG`: one part, and no word in it that says what unit it is.
pub(super) fn is_without_units(address: &str) -> bool {
    let key = text::lower(address);
    let in_parts = key.contains([',', ';', '\n', '–']) || key.contains(" - ");
    let names_unit =
        key.split([' ', '.']).any(|word| UNITS.contains(&word)) || CITIES.contains(&key.as_str());
    // What is longer may name all without a comma; another country writes otherwise.
    !in_parts && !names_unit && key.split_whitespace().count() < SHORT_ADDRESS
}

/// `Bệnh viện Mẫu`: a house, and nothing of where it stands.
pub(super) fn is_only_a_house(address: &str) -> bool {
    let key = text::lower(address);
    is_without_units(address) && HOUSES.iter().any(|start| key.starts_with(start))
}

/// House, street, commune and province take more words than this.
const SHORT_ADDRESS: usize = 5;

const UNITS: &[&str] =
    &["xã", "phường", "p", "x", "đặc", "tỉnh", "thành", "tp", "khu", "huyện", "quận", "thị"];

const HOUSES: &[&str] = &["bệnh viện", "bv ", "trạm y tế", "nhà hộ sinh", "phòng khám", "trung tâm y tế"];

/// An office of a district: the police or the committee, or another one that each district had.
pub(super) fn of_office(office: &str, named: Option<Office>) -> Option<&str> {
    let key = text::lower(office);
    let is_local = named.is_some() || OFFICES.iter().any(|start| key.starts_with(start));
    let gone = [" quận ", " huyện ", " thị xã "].iter().any(|word| key.contains(word));
    (is_local && gone).then_some(office)
}

const OFFICES: &[&str] = &["chi cục thuế", "bảo hiểm xã hội", "bhxh", "văn phòng đăng ký", "chi nhánh"];

/// The country, or a postal code.
fn is_behind_the_province(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(text::lower(part).as_str(), "việt nam" | "vietnam")
}

fn is_gone(part: &str, first: bool, last: bool) -> bool {
    let key = text::lower(part);
    // `Huyện lộ 5` is a road, `Huyện đội` a barracks.
    if NO_UNITS.iter().any(|start| key.starts_with(start)) {
        return false;
    }
    let behind = |start: &str| key.strip_prefix(start).map(str::trim_start);
    if KINDS.iter().any(|kind| behind(kind).is_some_and(|name| !name.is_empty())) {
        return true;
    }
    // `Q1`, `Q. 1`, `H. Củ Chi`: the short forms, behind the street.
    let short = || {
        let name = behind("q.").or_else(|| behind("h.")).or_else(|| behind("tx.")).or_else(|| behind("tt."));
        let number = key.strip_prefix('q').is_some_and(|number| {
            (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        name.is_some_and(|name| !name.is_empty()) || number
    };
    if !first && short() {
        return true;
    }
    // Every city is a province now, so one within another unit is gone.
    behind("thành phố ").or_else(|| behind("tp.")).or_else(|| behind("tp ")).is_some_and(|name| {
        !name.is_empty() && !first && !last && !CITIES.iter().any(|city| name.starts_with(city))
    })
}

const KINDS: &[&str] = &["quận ", "huyện ", "thị xã ", "thị trấn "];

const NO_UNITS: &[&str] = &[
    "huyện lộ",
    "huyện đội",
    "huyện ủy",
    "huyện uỷ",
    "quận đội",
    "quận ủy",
    "quận uỷ",
    "quận công",
    "thị trấn cũ",
    "huyện đường",
];

/// The cities of today, those of the amendments included (`data/units/amendments.json`), and the short forms of names.
const CITIES: &[&str] = &[
    "hà nội",
    "hồ chí minh",
    "hcm",
    "hải phòng",
    "đà nẵng",
    "cần thơ",
    "huế",
    "đồng nai",
    "quảng ninh",
    "bắc ninh",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_is_seen_without_a_list() {
        for (address, gone) in [
            ("5 Lê Lợi, Phường Bến Nghé, Quận 1, TP.HCM", Some("Quận 1")),
            ("Phường Bến Nghé, Q1, TP. Hồ Chí Minh", Some("Q1")),
            ("Xã Mẫu, huyện Ví Dụ, tỉnh Ví Dụ", Some("huyện Ví Dụ")),
            ("Phường Mẫu, thị xã Ví Dụ, tỉnh Ví Dụ", Some("thị xã Ví Dụ")),
            ("Thị trấn Chũ, Lục Ngạn, Bắc Giang", Some("Thị trấn Chũ")),
            ("phường Dĩ An, thành phố Dĩ An, Bình Dương", Some("thành phố Dĩ An")),
            ("Xã Mẫu, H. Ví Dụ, tỉnh Ví Dụ", Some("H. Ví Dụ")),
            ("Phường Mẫu, thành phố Mẫu", None),
            ("Phường Thuận Hóa, Thành phố Huế, Việt Nam", None),
            ("Phường Thuận Hóa, Thành phố Huế", None),
            ("Xã Mẫu, tỉnh Ví Dụ", None),
            ("Huyện lộ 5, xã Mẫu, tỉnh Ví Dụ", None),
            ("Số 5 đường Quận Công, xã Mẫu", None),
            ("Phường Sài Gòn, TP Hồ Chí Minh", None),
            ("Phường Sài Gòn, tp.hcm", None),
        ] {
            assert_eq!(of_address(address), gone, "{address}");
        }
        for (address, incomplete) in [
            ("Tổ 5", true),
            ("SG", true),
            ("Bệnh viện Mẫu", true),
            ("Tổ 5, Xã Mẫu", false),
            ("Phường Mẫu", false),
            ("Hà Nội", false),
            ("Số 5 đường Mẫu Phường Ví Dụ tỉnh Mẫu", false),
            ("12 Musterstraße, Berlin", false),
        ] {
            assert_eq!(is_without_units(address), incomplete, "{address}");
        }
        assert!(is_only_a_house("Bệnh viện Mẫu") && !is_only_a_house("Nghệ An"));
        assert!(!is_only_a_house("Bệnh viện Mẫu, Phường Ví Dụ, tỉnh Mẫu"));
        for (office, gone) in [
            ("Chi cục Thuế Quận 1", true),
            ("Công an quận 1", true),
            ("Trưởng CA. quận 1", true),
            ("UBND huyện Ví Dụ", true),
            ("Công an phường Mẫu", false),
            ("Bảo hiểm xã hội cơ sở Mẫu", false),
        ] {
            assert_eq!(of_office(office, Office::named(office)).is_some(), gone, "{office}");
        }
    }
}
