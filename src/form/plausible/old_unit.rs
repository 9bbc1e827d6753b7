//! Units that are no more, as their kind shows without any list: since 01/07/2025 there are communes and provinces, and
//! nothing between (Luật Tổ chức chính quyền địa phương 72/2025/QH15).

use crate::text;

/// The part of the address that names a district, a township, or a city that is no province.
pub(super) fn of_address(address: &str) -> Option<&str> {
    let parts = || address.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    let last = parts().rfind(|part| !is_behind_the_province(part))?;
    parts().enumerate().find(|(index, part)| is_gone(part, *index == 0, *part == last)).map(|(_, part)| part)
}

/// The police or the committee of a district.
pub(super) fn of_office(office: &str) -> Option<&str> {
    let key = text::lower(office);
    let is_local = OFFICES.iter().any(|start| key.starts_with(start));
    let gone = [" quận ", " huyện ", " thị xã "].iter().any(|word| key.contains(word));
    (is_local && gone).then_some(office)
}

const OFFICES: &[&str] = &["công an", "ca ", "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd"];

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
        assert!(of_office("Công an quận 1").is_some() && of_office("UBND huyện Ví Dụ").is_some());
        assert!(
            of_office("Công an phường Mẫu").is_none() && of_office("Bảo hiểm xã hội cơ sở Mẫu").is_none()
        );
    }
}
