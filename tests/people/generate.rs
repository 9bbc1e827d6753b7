//! Dirty lists of invented people, and the truth about each of them. The same seed gives the same list.

use cancuoc::{
    Date,
    people::{Cell, DateTime},
};
use unicode_normalization::UnicodeNormalization;

/// A small generator of numbers (splitmix64, Steele et al. 2014): the lists must be the same everywhere.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub(crate) fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    pub(crate) fn of<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }
}

/// Who somebody is.
#[derive(Clone, PartialEq)]
pub(crate) struct Truth {
    pub pin: String,
    pub name: String,
    pub birth: Date,
    /// Only the year is known to the list.
    pub year_only: bool,
    pub female: bool,
    pub residence: &'static str,
    pub phone: String,
    pub email: String,
    pub insurance: String,
}

/// How a whole list is dirty.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    pub people: usize,
    /// Text days with the month first.
    pub month_first: bool,
    /// Numbers of days count from 1904.
    pub from_1904: bool,
    /// Of a hundred people how many stand in the list once more.
    pub repeated: usize,
}

/// A list, with the person of each row below the heading.
pub(crate) struct List {
    pub rows: Vec<Vec<Cell>>,
    pub truth: Vec<Truth>,
    /// The number of the person; repeated rows have that of the first.
    pub who: Vec<usize>,
}

pub(crate) const HEADING: [&str; 9] = [
    "STT",
    "Họ và tên",
    "Ngày sinh",
    "Giới tính",
    "Số CCCD",
    "Nơi thường trú",
    "Điện thoại",
    "Email",
    "Mã thẻ BHYT",
];

pub(crate) fn list(seed: u64, style: Style) -> List {
    let mut random = Random::new(seed);
    let mut rows = vec![HEADING.iter().map(|text| Cell::text(*text)).collect::<Vec<_>>()];
    let (mut truth, mut who) = (Vec::new(), Vec::new());
    let mut numbers = std::collections::HashSet::new();
    for number in 0..style.people {
        let person = loop {
            let person = person(&mut random, number);
            if numbers.insert(person.pin.clone()) {
                break person;
            }
        };
        let times = 1 + usize::from(random.percent(style.repeated));
        for _ in 0..times {
            rows.push(row(&mut random, &person, rows.len(), style));
            truth.push(person.clone());
            who.push(number);
        }
    }
    List { rows, truth, who }
}

fn person(random: &mut Random, number: usize) -> Truth {
    let female = random.percent(50);
    let middle = if female {
        &["Thị", "Ngọc", "Thu", "Kim", "Thanh"]
    } else {
        &["Văn", "Đức", "Hữu", "Quốc", "Xuân"]
    };
    let name = format!("{} {} {} Mẫu", random.of(&FAMILIES), random.of(middle), random.of(&SECONDS));
    let year = 1930 + random.below(94) as u16;
    let birth = Date::new(year, 1 + random.below(12) as u8, 1 + random.below(28) as u8).unwrap();
    let place = random.of(&[1, 2, 4, 10, 12, 22, 25, 31, 36, 38, 40, 44, 48, 52, 66, 74, 79, 83, 92, 96]);
    let century = (year - 1900) / 100 * 2 + u16::from(female);
    let pin = format!("{place:03}{century}{:02}{:06}", year % 100, 1 + random.below(999_998));
    Truth {
        pin,
        name,
        birth,
        year_only: random.percent(4),
        female,
        residence: random.of(&HOMES).0,
        phone: format!("0{}{:07}", random.of(&["90", "38", "77", "81", "56"]), random.below(10_000_000)),
        email: format!("mau{number}@vidu.vn"),
        insurance: format!("GD4{:02}{:010}", 1 + random.below(96), random.below(1_000_000_000)),
    }
}

/// Addresses of before 01/07/2025, and where they are in the units of 2026.
pub(crate) const HOMES: [(&str, &str); 6] = [
    (
        "12 Nguyễn Huệ, Phường Bến Nghé, Quận 1, Thành phố Hồ Chí Minh",
        "12 Nguyễn Huệ, Phường Sài Gòn, Thành phố Hồ Chí Minh",
    ),
    ("25 Lê Lợi, Phường Bến Thành, Quận 1, TP.HCM", "25 Lê Lợi, Phường Bến Thành, Thành phố Hồ Chí Minh"),
    ("P. Lái Thiêu, TX. Thuận An, Bình Dương", "Phường Lái Thiêu, Thành phố Hồ Chí Minh"),
    ("Phường 08, Quận 03, TP. Hồ Chí Minh", "Phường Xuân Hòa, Thành phố Hồ Chí Minh"),
    ("Phường Ba Đình, Hà Nội", "Phường Ba Đình, Hà Nội"),
    ("Thôn 3", "Thôn 3"),
];

/// A person as somebody wrote them into a list.
fn row(random: &mut Random, person: &Truth, number: usize, style: Style) -> Vec<Cell> {
    vec![
        Cell::Number(number as f64),
        name(random, &person.name),
        birth(random, person, style),
        sex(random, person.female),
        pin(random, &person.pin),
        Cell::text(person.residence),
        phone(random, &person.phone),
        if random.percent(2) {
            Cell::text(format!(" {} ", person.email))
        } else {
            Cell::text(&*person.email)
        },
        match random.below(20) {
            0 => Cell::text(person.insurance.to_lowercase()),
            1 => Cell::text(format!("{} {}", &person.insurance[..5], &person.insurance[5..])),
            _ => Cell::text(&*person.insurance),
        },
    ]
}

fn name(random: &mut Random, name: &str) -> Cell {
    Cell::text(match random.below(100) {
        0..15 => name.to_uppercase(),
        15..18 => name.to_lowercase(),
        18..22 => name.replace(' ', "  "),
        22..28 => tcvn3(name),
        28..32 => vni(name),
        32..36 => name.nfd().collect(),
        36..38 => name.replacen('a', "а", 1).replacen('M', "М", 1),
        38..40 => mojibake(name),
        40..42 => format!("\u{200b}{name}\u{a0}"),
        _ => name.to_owned(),
    })
}

fn birth(random: &mut Random, person: &Truth, style: Style) -> Cell {
    let (day, month, year) = (person.birth.day(), person.birth.month(), person.birth.year());
    if person.year_only {
        return if random.percent(50) {
            Cell::Number(f64::from(year))
        } else {
            Cell::text(format!("00/00/{year}"))
        };
    }
    let (first, second) = if style.month_first { (month, day) } else { (day, month) };
    let from = if style.from_1904 { Date::new(1904, 1, 1) } else { Date::new(1899, 12, 30) }.unwrap();
    let serial = from.days_to(person.birth);
    match random.below(100) {
        0..50 => Cell::text(format!("{first:02}/{second:02}/{year}")),
        50..60 => Cell::text(format!("{first}/{second}/{year}")),
        60..63 => Cell::text(format!("{first:02}-{second:02}-{:02}", year % 100)),
        // Days before 1906 have numbers that might be years.
        63..75 if serial > 2300 => Cell::Number(f64::from(serial)),
        75..90 => Cell::Date(DateTime { day: person.birth, second: 0 }),
        90..92 => Cell::text(person.birth.to_string()),
        92..93 if !style.month_first => Cell::text(format!("ngày {day} tháng {month} năm {year}")),
        93..94 => Cell::Empty,
        _ => Cell::text(format!("{first:02}.{second:02}.{year}")),
    }
}

fn sex(random: &mut Random, female: bool) -> Cell {
    let words = if female { ["Nữ", "NỮ", "nữ", "Nu"] } else { ["Nam", "NAM", "nam", "Nam"] };
    match random.below(100) {
        0..98 => Cell::text(*random.of(&words)),
        _ => Cell::Empty,
    }
}

fn pin(random: &mut Random, pin: &str) -> Cell {
    let number = pin.parse::<f64>().unwrap();
    match random.below(100) {
        0..40 => Cell::Number(number),
        40..44 => Cell::text(pin.trim_start_matches('0')),
        44..46 => Cell::text(rounded(number)),
        46..47 => Cell::text(spelled(number)),
        47..50 => Cell::text(format!("{} {} {}", &pin[..3], &pin[3..6], &pin[6..])),
        50..51 => Cell::text(pin.replace('0', "O")),
        // A digit was left out, and the rest went through a spreadsheet or did not.
        51..53 => {
            let mut digits = pin.to_owned();
            digits.remove(3 + random.below(9));
            if random.percent(50) { Cell::text(digits) } else { Cell::Number(digits.parse().unwrap()) }
        }
        53..54 => Cell::text(format!("{:09}", random.below(400_000_000))),
        54..56 => Cell::Empty,
        // Another digit: nobody can see that, and nothing is to be done about it.
        56..57 => {
            let mut digits = pin.as_bytes().to_vec();
            let at = 6 + random.below(6);
            digits[at] = b'0' + (digits[at] - b'0' + 1) % 10;
            Cell::text(String::from_utf8(digits).unwrap())
        }
        _ => Cell::text(pin),
    }
}

fn phone(random: &mut Random, phone: &str) -> Cell {
    match random.below(100) {
        0..20 => Cell::Number(phone.parse().unwrap()),
        20..28 => Cell::text(format!("+84{}", &phone[1..])),
        28..36 => Cell::text(format!("{}.{}.{}", &phone[..4], &phone[4..7], &phone[7..])),
        36..37 => Cell::text(&phone[..8]),
        37..40 => Cell::Empty,
        _ => Cell::text(phone),
    }
}

/// As a narrow column shows a long number: six digits.
fn rounded(number: f64) -> String {
    format!("{number:.5E}").replace('E', "E+")
}

fn spelled(number: f64) -> String {
    format!("{number:E}").replace('E', "E+")
}

/// UTF-8 that was read as windows-1252.
fn mojibake(text: &str) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(text.as_bytes()).0.into_owned()
}

/// In the `.Vn` fonts, which have no capitals with tones.
fn tcvn3(text: &str) -> String {
    let bytes: Vec<u8> = text
        .chars()
        .map(|letter| match TCVN3.chars().position(|own| own == letter) {
            _ if letter.is_ascii() => letter as u8,
            Some(at) => 0x80 + at as u8,
            None => b'?',
        })
        .collect();
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned()
}

/// 0x80–0xFF of TCVN 5712:1993 VN1.
const TCVN3: &str = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u{a0}ĂÂÊÔƠƯĐăâêôơưđẰ\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\
    àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

/// In the `VNI-` fonts: a letter, then a sign for its marks.
fn vni(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        if letter.is_ascii() {
            out.push(letter);
            continue;
        }
        let small = letter.to_lowercase().next().unwrap();
        let capital = small != letter;
        let alone = [
            ('ơ', 'ô'),
            ('ư', 'ö'),
            ('đ', 'ñ'),
            ('í', 'í'),
            ('ì', 'ì'),
            ('ỉ', 'æ'),
            ('ĩ', 'ó'),
            ('ị', 'ò'),
            ('ỵ', 'î'),
        ];
        let mut sign = String::new();
        if let Some((_, own)) = alone.iter().find(|(own, _)| *own == small) {
            sign.push(*own);
        } else {
            let parts: Vec<char> = small.to_string().nfd().collect();
            let marks: Vec<char> = parts[1..].iter().copied().filter(|mark| *mark != '\u{31b}').collect();
            let horn = parts.contains(&'\u{31b}');
            sign.push(match (parts[0], horn) {
                ('o', true) => 'ô',
                ('u', true) => 'ö',
                (base, _) => base,
            });
            let of = |marks: &[char]| match marks {
                ['\u{301}'] => "ù",
                ['\u{300}'] => "ø",
                ['\u{309}'] => "û",
                ['\u{303}'] => "õ",
                ['\u{323}'] => "ï",
                ['\u{302}'] => "â",
                ['\u{302}', '\u{301}'] => "á",
                ['\u{302}', '\u{300}'] => "à",
                ['\u{302}', '\u{309}'] => "å",
                ['\u{302}', '\u{303}'] => "ã",
                ['\u{323}', '\u{302}'] => "ä",
                ['\u{306}'] => "ê",
                ['\u{306}', '\u{301}'] => "é",
                ['\u{306}', '\u{300}'] => "è",
                ['\u{306}', '\u{309}'] => "ú",
                ['\u{306}', '\u{303}'] => "ü",
                ['\u{323}', '\u{306}'] => "ë",
                _ => "",
            };
            sign.push_str(of(&marks));
        }
        // A capital takes both in capitals, as the fonts do.
        out.push_str(&if capital { sign.to_uppercase() } else { sign });
    }
    out
}

const FAMILIES: [&str; 20] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Đinh", "Trịnh", "Cao", "Lương",
];

const SECONDS: [&str; 24] = [
    "Bình", "Châu", "Diệp", "Giang", "Hải", "Hạnh", "Hiếu", "Hòa", "Huyền", "Khánh", "Lan", "Linh", "Minh",
    "Nga", "Nghĩa", "Phúc", "Quỳnh", "Sơn", "Thảo", "Thủy", "Trung", "Tuấn", "Vân", "Yến",
];
