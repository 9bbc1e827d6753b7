use crate::date::digits;

/// The 63 codes of the provinces as they were until 30/6/2025 (annex of Thông tư 07/2016/TT-BCA), sorted.
pub(super) const PROVINCES: &str = "\
    1 Hà Nội|2 Hà Giang|4 Cao Bằng|6 Bắc Kạn|8 Tuyên Quang|10 Lào Cai|11 Điện Biên|12 Lai Châu|\
    14 Sơn La|15 Yên Bái|17 Hòa Bình|19 Thái Nguyên|20 Lạng Sơn|22 Quảng Ninh|24 Bắc Giang|\
    25 Phú Thọ|26 Vĩnh Phúc|27 Bắc Ninh|30 Hải Dương|31 Hải Phòng|33 Hưng Yên|34 Thái Bình|35 Hà Nam|\
    36 Nam Định|37 Ninh Bình|38 Thanh Hóa|40 Nghệ An|42 Hà Tĩnh|44 Quảng Bình|45 Quảng Trị|\
    46 Thừa Thiên Huế|48 Đà Nẵng|49 Quảng Nam|51 Quảng Ngãi|52 Bình Định|54 Phú Yên|56 Khánh Hòa|\
    58 Ninh Thuận|60 Bình Thuận|62 Kon Tum|64 Gia Lai|66 Đắk Lắk|67 Đắk Nông|68 Lâm Đồng|\
    70 Bình Phước|72 Tây Ninh|74 Bình Dương|75 Đồng Nai|77 Bà Rịa – Vũng Tàu|\
    79 Thành phố Hồ Chí Minh|80 Long An|82 Tiền Giang|83 Bến Tre|84 Trà Vinh|86 Vĩnh Long|\
    87 Đồng Tháp|89 An Giang|91 Kiên Giang|92 Cần Thơ|93 Hậu Giang|94 Sóc Trăng|95 Bạc Liêu|\
    96 Cà Mau";

/// Codes that name another province for births registered since 01/7/2025: the list of administrative
/// units of Quyết định 19/2025/QĐ-TTg, after Nghị quyết 202/2025/QH15.
pub(super) const RENAMED_2025: &str = "\
    15 Lào Cai|24 Bắc Ninh|44 Quảng Trị|52 Gia Lai|80 Tây Ninh|82 Đồng Tháp|91 An Giang";

/// The name of a code in a list.
pub(super) fn name_of(list: &'static str, code: u16) -> Option<&'static str> {
    rows(list).find(|(other, _)| *other == Some(code)).map(|(_, name)| name)
}

fn rows(list: &'static str) -> impl Iterator<Item = (Option<u16>, &'static str)> {
    list.split('|').filter_map(|row| row.split_once(' ')).map(|(code, name)| (digits(code, code.len()), name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_are_sorted_and_the_renamed_codes_are_among_the_old_ones() {
        assert_eq!((rows(PROVINCES).count(), rows(RENAMED_2025).count()), (63, 7));
        assert!(rows(PROVINCES).all(|(code, _)| code.is_some()));
        assert!(rows(PROVINCES).map(|(code, _)| code).is_sorted());
        assert!(rows(RENAMED_2025).map(|(code, _)| code).is_sorted());
        for (code, name) in rows(RENAMED_2025) {
            let before = name_of(PROVINCES, code.unwrap());
            assert!(before.is_some_and(|before| before != name));
        }
    }
}
