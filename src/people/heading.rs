//! What a heading says of its column: Vietnamese and English, with and without accents.

use super::{
    Cell,
    PersonColumn::{self, *},
};
use crate::text;

/// How a heading was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The heading is exactly one that is in use for this.
    Known(PersonColumn),
    /// It has the words of one among others.
    Likely(PersonColumn),
    /// It is about somebody or something else.
    Other,
    /// It says nothing that is known here.
    Unknown,
}

/// The texts of a row of headings. Fonts of before Unicode are brought back from all of them together: one
/// heading alone is too short to be certain.
pub(super) fn texts(row: &[Cell]) -> Vec<Option<String>> {
    let plain: Vec<Option<String>> = row
        .iter()
        .map(|cell| {
            matches!(cell, Cell::Text(_)).then(|| text::clean(&cell.shown())).filter(|text| !text.is_empty())
        })
        .collect();
    let joined: Vec<&str> = plain.iter().flatten().map(String::as_str).collect();
    if joined.iter().all(|text| text.is_ascii()) {
        return plain;
    }
    // Only one encoding makes sense of the headings and of these names.
    let repaired = NAMES_IN_FONTS.iter().find_map(|names| {
        let decoded = text::repair(&[joined.join("|").as_str(), names].join("|"));
        let parts: Vec<String> = decoded.text.split('|').map(str::to_owned).collect();
        (decoded.repaired && parts.len() == joined.len().saturating_add(1)).then_some(parts)
    });
    let Some(repaired) = repaired else { return plain };
    let mut parts = repaired.into_iter();
    plain.into_iter().map(|text| text.and_then(|_| parts.next())).collect()
}

/// Nguyễn Văn, Trần Thị in TCVN3 and in VNI, as windows-1252 shows them: headings have too few words that
/// are common enough to tell the encodings apart.
const NAMES_IN_FONTS: [&str; 2] = ["NguyÔn V¨n TrÇn ThÞ", "Nguyeãn Vaên Traàn Thò"];

/// The words of a heading as they are compared: small ASCII letters and digits, what stands in brackets gone.
pub(super) fn folded(heading: &str) -> String {
    let small = text::ascii(&text::lower(&text::clean(heading)));
    let outside = without_brackets(&small);
    let words: Vec<&str> =
        outside.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The meaning of a folded heading under another one (empty when there is none).
pub(super) fn meaning(group: &str, own: &str) -> Meaning {
    if own.is_empty() {
        return if group.is_empty() { Meaning::Unknown } else { meaning("", group) };
    }
    if !group.is_empty() {
        if is_of_others(group) {
            return Meaning::Other;
        }
        if let Some(column) = in_group(group, own) {
            return Meaning::Known(column);
        }
        if has_any(group, PLACES_OF_PAST) {
            return Meaning::Other;
        }
    }
    alone(own)
}

/// Whether this heading makes sense only under another one.
pub(super) fn is_part(own: &str) -> bool {
    PARTS.contains(&own)
}

fn alone(own: &str) -> Meaning {
    if let Some((_, column)) = EXACT.iter().find(|(words, _)| words.split('|').any(|words| words == own)) {
        return Meaning::Known(*column);
    }
    let is_other = OTHERS.split('|').any(|words| words == own) || has_any(own, OTHER_WORDS);
    if is_other || is_of_others(own) {
        return Meaning::Other;
    }
    match LIKELY.iter().find(|(words, _)| words.split('|').any(|words| has_words(own, words))) {
        Some((_, column)) => Meaning::Likely(*column),
        None => Meaning::Unknown,
    }
}

fn in_group(group: &str, own: &str) -> Option<PersonColumn> {
    let groups = [
        (
            &["sinh"][..],
            [("ngay", BirthDay), ("thang", BirthMonth), ("nam", BirthOfMale), ("nu", BirthOfFemale)],
        ),
        (
            &["gioi tinh", "gioi", "phai"][..],
            [("nam", MaleMark), ("nu", FemaleMark), ("male", MaleMark), ("female", FemaleMark)],
        ),
        (
            &["ho va ten", "ho ten"][..],
            [("ho", Surname), ("ten", GivenName), ("dem", MiddleName), ("ho dem", Surname)],
        ),
    ];
    for (words, parts) in groups {
        if has_any(group, words) && !has_any(group, PLACES_OF_PAST) {
            return parts.iter().find(|(part, _)| *part == own).map(|(_, column)| *column);
        }
    }
    let papers = ["cccd", "can cuoc", "cmnd", "dinh danh", "giay to", "cmt"];
    if has_any(group, &papers) && matches!(own, "so" | "so giay to" | "ma so" | "so the" | "so hieu") {
        return Some(Pin);
    }
    None
}

/// Whose heading it is: somebody else's than the person of the row.
fn is_of_others(own: &str) -> bool {
    has_any(own, RELATIVES)
}

fn has_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| has_words(text, phrase))
}

/// Whether the words stand in the text, whole.
fn has_words(text: &str, words: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find(words) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let behind = from.strip_prefix(words).unwrap_or("");
        if (before.is_empty() || before.ends_with(' ')) && (behind.is_empty() || behind.starts_with(' ')) {
            return true;
        }
        rest = behind;
    }
    false
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth = depth.saturating_add(1),
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    // `(Họ và tên)`: all of it stands in brackets.
    if out.trim().is_empty() { text.replace(['(', ')', '[', ']'], " ") } else { out }
}

/// People whose data stand beside those of the person of the row.
const RELATIVES: &[&str] = &[
    "chu ho",
    "cha",
    "me",
    "bo",
    "vo",
    "chong",
    "giam ho",
    "nguoi than",
    "nguoi dai dien",
    "than nhan",
    "ong ba",
    "quan he",
    "nguoi lap",
    "can bo",
    "nguoi gioi thieu",
    "con",
    "father",
    "mother",
    "spouse",
    "guardian",
    "head",
];

/// Groups of columns about places that are not where somebody lives.
const PLACES_OF_PAST: &[&str] = &["que quan", "noi sinh", "khai sinh", "nguyen quan", "origin", "tam tru"];

/// Headings that are parts: under `Ngày sinh`, `Giới tính`, `Họ và tên`, `CCCD`, `Địa chỉ`.
const PARTS: &[&str] = &[
    "nam",
    "nu",
    "ngay",
    "thang",
    "so",
    "ho",
    "ten",
    "dem",
    "ho dem",
    "xa",
    "huyen",
    "tinh",
    "thon",
    "to",
    "so nha",
    "duong",
    "ngay cap",
    "noi cap",
    "male",
    "female",
    "day",
    "month",
    "year",
    "xa phuong",
    "phuong xa",
    "quan huyen",
    "huyen quan",
    "tinh thanh pho",
    "tinh tp",
    "phuong",
    "quan",
    "ap",
    "khu pho",
];

/// Headings in use, whole.
const EXACT: &[(&str, PersonColumn)] = &[
    ("stt|tt|so tt|so thu tu|no|so tt ho|serial no|index|ordinal", Ordinal),
    (
        "so dinh danh ca nhan|so dinh danh|ma dinh danh|ma dinh danh ca nhan|ma so dinh danh|ma so dinh danh ca nhan|sddcn|so ddcn|\
         ma ddcn|cccd|so cccd|can cuoc|so can cuoc|the can cuoc|so the can cuoc|can cuoc cong dan|so can cuoc cong dan|\
         so the can cuoc cong dan|so the cccd|cmnd cccd|cccd cmnd|so cmnd cccd|so cccd cmnd|cmt cccd|so cmt cccd|cmnd can cuoc|\
         so cmnd can cuoc|so cmnd cccd dinh danh|so cccd ma dinh danh|so can cuoc dinh danh|so dinh danh cccd|so cc cccd|so dinh danh ca nhan cccd|\
         so dinh danh ca nhan cmnd|personal number|personal id|personal id number|personal identification number|id number|\
         id no|id card|id card number|citizen id|citizen id number|national id|national id number|identity number|pin|cccd number",
        Pin,
    ),
    (
        "cmnd|so cmnd|cmt|so cmt|chung minh nhan dan|so chung minh nhan dan|chung minh thu|so cmnd cu|cmnd cu|old id|old id number",
        OldId,
    ),
    (
        "ho va ten|ho ten|ho chu dem va ten|ho chu dem ten|ho va ten khai sinh|ho chu dem va ten khai sinh|ten day du|ho ten day du|\
         full name|fullname|name|ho va ten cong dan|ho va ten nguoi dan|ho ten cong dan|ho va ten hoi vien|ho ten hoi vien|\
         ho va ten doan vien|ho va ten thanh vien|ten hoi vien|ten khach hang|ho ten khach hang|ten thue bao|ho va ten nhan khau|\
         ho ten nhan khau|ho va ten hoc sinh|ho va ten benh nhan|ho ten thanh vien|ho ten hoc sinh|ho va ten nguoi lao dong",
        FullName,
    ),
    (
        "ho|ho va ten dem|ho va chu dem|ho ten dem|ho dem|ho chu dem|ho lot|ho va ten lot|surname|last name|family name",
        Surname,
    ),
    ("dem|ten dem|chu dem|ten lot|middle name", MiddleName),
    ("ten|ten goi|given name|first name", GivenName),
    (
        "ngay sinh|ngay thang nam sinh|nam sinh|ngay thang sinh|sinh ngay|ngay nam sinh|ngay thang nam sinh duong lich|\
         date of birth|birth date|birthdate|birthday|dob|birth|ngay sinh nam sinh|nam sinh ngay sinh|ntns|ngay sinh duong lich",
        BirthDate,
    ),
    ("day of birth", BirthDay),
    ("thang sinh|month of birth", BirthMonth),
    ("year of birth|birth year|yob", BirthYear),
    ("nam sinh nam", BirthOfMale),
    ("nam sinh nu", BirthOfFemale),
    ("gioi tinh|phai|gioi|gt|sex|gender|gioi tinh nam nu|nam nu|phai nam nu", Sex),
    ("nam|male", MaleMark),
    ("nu|female", FemaleMark),
    ("quoc tich|nationality", Nationality),
    ("dan toc|ethnicity|ethnic group", Ethnicity),
    ("ton giao|religion", Religion),
    ("que quan|nguyen quan|place of origin|hometown", PlaceOfOrigin),
    (
        "noi dang ky khai sinh|noi sinh|noi dk khai sinh|noi khai sinh|place of birth|place of birth registration|birthplace",
        PlaceOfBirthRegistration,
    ),
    (
        "dia chi|noi thuong tru|dia chi thuong tru|ho khau thuong tru|hktt|noi dang ky thuong tru|noi dk thuong tru|noi cu tru|\
         noi o|noi o hien nay|cho o hien nay|noi o hien tai|dia chi hien nay|dia chi hien tai|dia chi noi o|dia chi cu tru|thuong tru|\
         noi dkhktt|dkhktt|ho khau|address|residence|permanent address|current address|dia chi thuong tru hien nay|cho o",
        Residence,
    ),
    (
        "so nha|thon|to|ap|khu pho|duong|so nha duong|so nha duong pho|thon xom|thon to|to dan pho|to thon|thon to dan pho|xom|ban|khu dan cu|so nha to thon|so nha thon|dia chi chi tiet|street|house|hamlet",
        Street,
    ),
    (
        "xa|phuong|xa phuong|phuong xa|xa phuong thi tran|phuong xa thi tran|xa phuong dac khu|ten xa|commune|ward|commune ward",
        Commune,
    ),
    (
        "huyen|quan|quan huyen|huyen quan|huyen thi xa thanh pho|quan huyen thi xa|huyen thi xa|quan huyen thi xa thanh pho|district",
        District,
    ),
    ("tinh|tinh thanh pho|tinh thanh|tinh tp|thanh pho tinh|ten tinh|province|city|province city", Province),
    (
        "ngay cap|ngay cap cccd|ngay cap the|ngay cap can cuoc|ngay cap cmnd cccd|date of issue|issue date|issued on",
        IssueDate,
    ),
    (
        "ngay het han|co gia tri den|het han|gia tri den|han su dung|han the|date of expiry|expiry date|expires",
        ExpiryDate,
    ),
    ("ho ten cha|ho va ten cha|ten cha|ho ten bo|ho va ten bo|father s name|father name|father", FatherName),
    ("ho ten me|ho va ten me|ten me|mother s name|mother name|mother", MotherName),
    (
        "ho ten vo chong|ho va ten vo chong|ho ten vo|ho ten chong|spouse name|spouse s name|spouse",
        SpouseName,
    ),
    (
        "so dien thoai|dien thoai|sdt|so dt|dt|so dien thoai lien he|dien thoai lien he|dien thoai di dong|dtdd|so dtdd|di dong|\
         so di dong|so thue bao|thue bao|sdt lien he|phone|phone number|telephone|mobile|mobile number|tel|cell phone",
        Phone,
    ),
    (
        "email|e mail|thu dien tu|dia chi email|dia chi thu dien tu|hop thu|email address|e mail address",
        Email,
    ),
    ("ma so thue|mst|ma so thue ca nhan|mst ca nhan|tax code|tax id|tax number|tin", TaxCode),
    (
        "ma the bhyt|so the bhyt|bhyt|ma bhyt|the bhyt|so bhyt|the bao hiem y te|so the bao hiem y te|ma the bao hiem y te|\
         ma so bhxh|so bhxh|so so bhxh|bhxh|ma bhxh|health insurance|health insurance number|health insurance code|social insurance number",
        HealthInsurance,
    ),
];

/// Headings that are known, and of nothing that is checked here.
const OTHERS: &str = "noi cap|ghi chu|note|notes|ngay vao hoi|ngay vao doan|ngay vao dang|chuc vu|nghe nghiep|trinh do|don vi|\
    ngay ky|ngay lap|chu ky|ky nhan|ky ten|so ho khau|ma ho|so ho|so tien|ngay dang ky|ngay tham gia|ngay cap nhat|tuoi|age";

/// Words of headings about something that is not checked here.
const OTHER_WORDS: &[&str] = &[
    "ngay vao",
    "ngay tham gia",
    "ngay dang ky",
    "ngay ket nap",
    "ngay mat",
    "noi cap",
    "tam tru",
    "co quan cap",
];

/// Words that a heading has among others, the more telling ones first.
const LIKELY: &[(&str, PersonColumn)] = &[
    ("ngay cap", IssueDate),
    ("het han|gia tri den", ExpiryDate),
    ("dien thoai|sdt|dtdd|phone|mobile", Phone),
    ("email|e mail", Email),
    ("ma so thue|mst", TaxCode),
    ("bhyt|bao hiem y te|bhxh", HealthInsurance),
    ("dinh danh|cccd|can cuoc", Pin),
    ("cmnd|chung minh nhan dan", OldId),
    ("noi dang ky khai sinh|noi sinh", PlaceOfBirthRegistration),
    ("ngay sinh|nam sinh|ngay thang nam sinh|birth", BirthDate),
    ("gioi tinh|gender", Sex),
    ("ho va ten|ho ten|full name", FullName),
    ("quoc tich", Nationality),
    ("dan toc", Ethnicity),
    ("ton giao", Religion),
    ("que quan", PlaceOfOrigin),
    ("dia chi|thuong tru|noi o|cu tru|address", Residence),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(group: &str, own: &str) -> Meaning {
        meaning(&folded(group), &folded(own))
    }

    #[test]
    fn headings_are_known_in_both_languages_with_and_without_accents() {
        for (heading, column) in [
            ("Họ và tên", FullName),
            ("HO VA TEN", FullName),
            ("Họ, chữ đệm\nvà tên", FullName),
            ("Số CCCD (12 số)", Pin),
            ("CMND/CCCD", Pin),
            ("Số ĐDCN", Pin),
            ("Số CMND", OldId),
            ("Ngày, tháng, năm sinh", BirthDate),
            ("Date of birth", BirthDate),
            ("Giới tính (Nam/Nữ)", Sex),
            ("Nơi thường trú", Residence),
            ("SĐT", Phone),
            ("E-mail", Email),
            ("Mã thẻ BHYT", HealthInsurance),
            ("Số TT", Ordinal),
            ("(Họ và tên)", FullName),
        ] {
            assert_eq!(of("", heading), Meaning::Known(column), "{heading}");
        }
        assert_eq!(of("", "Số điện thoại của hội viên"), Meaning::Likely(Phone));
    }

    #[test]
    fn what_belongs_to_somebody_else_is_not_taken_for_the_person() {
        for heading in ["Họ tên chủ hộ", "CCCD của cha", "Ngày sinh của con", "Quan hệ với chủ hộ"]
        {
            assert_eq!(of("", heading), Meaning::Other, "{heading}");
        }
        assert_eq!(of("", "Họ tên cha"), Meaning::Known(FatherName));
        assert_eq!(of("Chủ hộ", "Họ và tên"), Meaning::Other);
        for heading in ["Nơi cấp", "Ngày vào Đoàn", "Ghi chú"] {
            assert!(!matches!(of("", heading), Meaning::Known(IssueDate | BirthDate)), "{heading}");
        }
        assert_eq!(of("", "Ghi chú"), Meaning::Other);
        assert_eq!(of("", "Chiều cao"), Meaning::Unknown);
    }

    #[test]
    fn a_part_means_what_its_group_says() {
        assert_eq!(of("Năm sinh", "Nam"), Meaning::Known(BirthOfMale));
        assert_eq!(of("Giới tính", "Nam"), Meaning::Known(MaleMark));
        assert_eq!(of("Ngày tháng năm sinh", "Tháng"), Meaning::Known(BirthMonth));
        assert_eq!(of("Căn cước công dân", "Số"), Meaning::Known(Pin));
        assert_eq!(of("Căn cước công dân", "Ngày cấp"), Meaning::Known(IssueDate));
        assert_eq!(of("Nơi thường trú", "Xã/Phường"), Meaning::Known(Commune));
        assert_eq!(of("Quê quán", "Xã"), Meaning::Other);
        assert_eq!(of("Họ và tên", "Tên"), Meaning::Known(GivenName));
        assert_eq!(of("Số CCCD", ""), Meaning::Known(Pin));
    }
}
