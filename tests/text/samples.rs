//! Invented names, addresses and payloads from a fixed seed, and the encodings that they are put through.

use cancuoc::text::{Charset, ReverseTable};
use unicode_normalization::UnicodeNormalization;

/// xorshift64*: the same samples on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    pub(crate) fn word<'a>(&mut self, words: &'a str) -> &'a str {
        let words: Vec<&str> = words.split('|').map(str::trim).collect();
        words[self.below(words.len())]
    }
}

/// A Kinh name of two to five words.
pub(crate) fn name(dice: &mut Dice) -> String {
    let mut parts = vec![dice.word(SURNAMES).to_owned()];
    for _ in 0..dice.below(3) {
        parts.push(dice.word(MIDDLE).to_owned());
    }
    for _ in 0..=dice.below(2) {
        parts.push(dice.word(GIVEN).to_owned());
    }
    parts.join(" ")
}

/// A name of one of the other peoples of Vietnam.
pub(crate) fn minority_name(dice: &mut Dice) -> String {
    let apostrophe = dice.word("'|’|ʼ|`");
    let first = dice.word(MINORITY_FIRST).replace('\'', apostrophe);
    format!("{first} {}", dice.word(MINORITY_LAST))
}

/// An address as the cards write it, before or after 2025.
pub(crate) fn address(dice: &mut Dice) -> String {
    let mut parts = Vec::new();
    match dice.below(4) {
        0 => parts.push(format!("Thôn {}", dice.word(PLACES))),
        1 => parts.push(format!("Tổ {}", 1 + dice.below(40))),
        2 => parts.push(format!(
            "Số {}, {} {}",
            1 + dice.below(400),
            dice.word("Đường|Phố|Ngõ|Hẻm"),
            dice.word(STREETS)
        )),
        _ => parts.push(format!("Khu phố {}", 1 + dice.below(12))),
    }
    parts.push(format!("{} {}", dice.word("Xã|Phường|Thị trấn"), dice.word(PLACES)));
    if dice.below(2) == 0 {
        parts.push(format!("{} {}", dice.word("Huyện|Quận|Thị xã|Thành phố"), dice.word(PLACES)));
    }
    parts.push(dice.word(PROVINCES).to_owned());
    parts.join(", ")
}

/// The QR payload of a card of either kind.
pub(crate) fn payload(dice: &mut Dice) -> String {
    let who = if dice.below(12) == 0 { minority_name(dice) } else { name(dice) };
    let (sex, tail) = (dice.word("Nam|Nữ").to_owned(), if dice.below(2) == 0 { "" } else { "||||" });
    let number = 1 + dice.below(999_999);
    format!(
        "0010990{number:06}|{}|{who}|{:02}{:02}{}|{sex}|{}|{:02}{:02}2022{tail}",
        if dice.below(2) == 0 { "" } else { "012345678" },
        1 + dice.below(28),
        1 + dice.below(12),
        1950 + dice.below(60),
        address(dice),
        1 + dice.below(28),
        1 + dice.below(12),
    )
}

/// `count` texts of all kinds, in title case.
pub(crate) fn texts(seed: u64, count: usize) -> Vec<String> {
    let mut dice = Dice::new(seed);
    (0..count)
        .map(|at| match at % 3 {
            0 => payload(&mut dice),
            1 => format!("{}, {}", name(&mut dice), address(&mut dice)),
            _ => address(&mut dice),
        })
        .collect()
}

/// `count` names alone, one in ten of a minority people.
pub(crate) fn names(seed: u64, count: usize) -> Vec<String> {
    let mut dice = Dice::new(seed);
    (0..count).map(|at| if at % 10 == 0 { minority_name(&mut dice) } else { name(&mut dice) }).collect()
}

/// A name from elsewhere: Europe in Latin letters, China, Japan, Korea, Russia, Thailand, alone or mixed.
pub(crate) fn foreign_name(dice: &mut Dice) -> String {
    match dice.below(8) {
        0 | 1 => format!("{} {}", dice.word(EUROPE_FIRST), dice.word(EUROPE_LAST)),
        2 => format!("{}{}{}", dice.word(HAN_FAMILY), dice.word(HAN_GIVEN), dice.word(HAN_GIVEN)),
        3 => format!("{}　{}", dice.word(JAPAN_FAMILY), dice.word(JAPAN_GIVEN)),
        4 => format!("{} {}", dice.word(KANA), dice.word(KANA)),
        5 => format!("{}{} ({})", dice.word(HAN_FAMILY), dice.word(HAN_GIVEN), name(dice)),
        6 => format!("{} {}", dice.word(EUROPE_FIRST).to_uppercase(), dice.word(EUROPE_LAST).to_uppercase()),
        _ => format!("{} {}", dice.word(OTHER), dice.word(OTHER)),
    }
}

/// UTF-8 read as ISO 8859-1.
pub(crate) fn as_latin_1(text: &str) -> String {
    text.bytes().map(char::from).collect()
}

/// UTF-8 read as another encoding by the WHATWG rules; `None` when bytes were lost.
pub(crate) fn misread(text: &str, encoding: &'static encoding_rs::Encoding) -> Option<String> {
    let (shown, errors) = encoding.decode_without_bom_handling(text.as_bytes());
    (!errors).then(|| shown.into_owned())
}

/// What `npm/text.js` makes of `TextDecoder`.
pub(crate) fn table(charset: Charset) -> ReverseTable {
    ReverseTable::new(charset, &cells(encoding(charset))).unwrap()
}

pub(crate) fn encoding(charset: Charset) -> &'static encoding_rs::Encoding {
    encoding_rs::Encoding::for_label(charset.name().as_bytes()).unwrap()
}

pub(crate) fn cells(encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    let mut cells = Vec::with_capacity(ReverseTable::BYTES);
    for lead in 0x81..=0xFE_u8 {
        for trail in 0x40..=0xFE_u8 {
            let pair = [lead, trail];
            let (shown, errors) = encoding.decode_without_bom_handling(&pair);
            let mut letters = shown.chars();
            let code = match (letters.next(), letters.next()) {
                (Some(letter), None) if !errors => u32::from(letter),
                _ => 0,
            };
            cells.extend(code.to_le_bytes());
        }
    }
    cells
}

/// TCVN3 (`.Vn` fonts, which have no capitals with tones) shown as windows-1252; `None` where the font
/// has no such letter.
pub(crate) fn tcvn3(text: &str) -> Option<String> {
    in_legacy(text, |letter| {
        let at = TCVN3_LETTERS.chars().position(|other| other == letter).or_else(|| {
            let small = letter.to_lowercase().next()?;
            TCVN3_LETTERS.chars().position(|other| other == small)
        })?;
        Some(TCVN3_SHOWN.chars().nth(at)?.to_string())
    })
}

/// VNI shown as windows-1252.
pub(crate) fn vni(text: &str) -> Option<String> {
    in_legacy(text, |letter| {
        let small = letter.to_lowercase().next()?;
        let row = VNI_ROWS.iter().find_map(|(letters, shown)| {
            let at = letters.chars().position(|other| other == small)?;
            shown.split(' ').nth(at)
        })?;
        Some(if small == letter { row.to_owned() } else { row.to_uppercase() })
    })
}

/// VISCII shown as windows-1252.
pub(crate) fn viscii(text: &str) -> Option<String> {
    in_legacy(text, |letter| {
        let at = VISCII_LETTERS.chars().position(|other| other == letter);
        let byte = match at {
            Some(at) => 0x80 + u8::try_from(at).unwrap(),
            None => VISCII_LOW.iter().find(|(other, _)| *other == letter)?.1,
        };
        Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned())
    })
}

/// windows-1258 shown as windows-1252.
pub(crate) fn windows_1258(text: &str) -> Option<String> {
    let mut parted = String::new();
    for letter in text.chars() {
        let marks: Vec<char> = letter.nfd().collect();
        let (tones, rest): (Vec<char>, Vec<char>) =
            marks.into_iter().partition(|mark| "\u{300}\u{301}\u{303}\u{309}\u{323}".contains(*mark));
        parted.extend(rest.into_iter().nfc());
        parted.extend(tones);
    }
    let (bytes, _, errors) = encoding_rs::WINDOWS_1258.encode(&parted);
    (!errors).then(|| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned())
}

fn in_legacy(text: &str, shown: impl Fn(char) -> Option<String>) -> Option<String> {
    text.chars()
        .map(|letter| if letter.is_ascii() { Some(letter.to_string()) } else { shown(letter) })
        .collect()
}

/// The `.Vn` fonts: letters, and windows-1252's in their places.
const TCVN3_LETTERS: &str = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ";
const TCVN3_SHOWN: &str = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u{ad}õøö÷ùúýûüþ¡¢£¤¥¦§";

/// The `VNI-` fonts, small letters.
const VNI_ROWS: &[(&str, &str)] = &[
    ("áàảãạ", "aù aø aû aõ aï"),
    ("âấầẩẫậ", "aâ aá aà aå aã aä"),
    ("ăắằẳẵặ", "aê aé aè aú aü aë"),
    ("éèẻẽẹ", "eù eø eû eõ eï"),
    ("êếềểễệ", "eâ eá eà eå eã eä"),
    ("íìỉĩị", "í ì æ ó ò"),
    ("óòỏõọ", "où oø oû oõ oï"),
    ("ôốồổỗộ", "oâ oá oà oå oã oä"),
    ("ơớờởỡợ", "ô ôù ôø ôû ôõ ôï"),
    ("úùủũụ", "uù uø uû uõ uï"),
    ("ưứừửữự", "ö öù öø öû öõ öï"),
    ("ýỳỷỹỵ", "yù yø yû yõ î"),
    ("đ", "ñ"),
];

/// RFC 1456, 0x80–0xFF and the capitals below 0x20.
const VISCII_LETTERS: &str = "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";
const VISCII_LOW: [(char, u8); 6] = [('Ẳ', 2), ('Ẵ', 5), ('Ẫ', 6), ('Ỷ', 0x14), ('Ỹ', 0x19), ('Ỵ', 0x1E)];

const SURNAMES: &str = "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Đoàn|Trịnh|Mai|Tô|Hà|Cao|Lương|Lưu|Tạ|Thái|Châu|Quách|Tăng|Từ|Triệu|Vương|Kiều|La|Nghiêm|Phùng|Tống|Ông|Âu|Ứng|Chử|Giáp|Khổng|Doãn|Thạch|Sơn|Lò|Quàng|Lường|Giàng|Thào|Vàng|Sùng|Mùa|Hạng|Cầm|Bế|Nông|Hứa|Ma|Chu|Lục";
const MIDDLE: &str = "Văn|Thị|Đức|Hữu|Minh|Quốc|Ngọc|Thanh|Hoàng|Xuân|Đình|Công|Kim|Thúy|Thuý|Bích|Hồng|Gia|Như|Quang|Thế|Trọng|Bá|Diệu|Mỹ|Phương|Tuấn|Anh|Bảo|Khánh|Nhật|Thùy|Thuỳ|Viết|Duy|Tấn|Ái|Ánh";
const GIVEN: &str = "An|Anh|Ánh|Bình|Bảo|Cường|Chi|Châu|Dũng|Dung|Duyên|Dương|Đạt|Đức|Giang|Hà|Hải|Hạnh|Hằng|Hiền|Hiếu|Hoa|Hòa|Hoà|Hoàng|Hồng|Huệ|Hùng|Huy|Huyền|Hương|Khoa|Khôi|Khuê|Kiên|Kỳ|Lan|Linh|Loan|Long|Lộc|Ly|Lý|Mai|Mẫu|Minh|My|Nam|Nga|Ngân|Nghĩa|Ngọc|Nguyên|Nhân|Nhung|Oanh|Phát|Phong|Phú|Phúc|Phương|Phượng|Quân|Quý|Quỳ|Quyên|Quỳnh|Sơn|Tài|Tâm|Tân|Thái|Thảo|Thắng|Thịnh|Thoa|Thu|Thuận|Thủy|Thuỷ|Thúy|Thư|Thương|Tiến|Toàn|Toại|Trang|Trâm|Trinh|Trúc|Trường|Tú|Tuấn|Tuyết|Tùng|Uyên|Vân|Việt|Vinh|Vỹ|Vy|Xuân|Yến|Ý|Khuỷu|Thuở|Huế|Giờ|Ngoãn|Oánh|Thoại|Uy|Ủy|Hoẵng|Nhuần|Khiết|Phước";
const MINORITY_FIRST: &str = "Y Bliă|Y Moan|Y Krông|H'Hen|H'Bia|H'Lăng|H'Ayŭn|K'Brĕm|K'Păng|K'Lơng|Ka Să|Rơ Châm|Ksor|Siu|Nay|Kpă|Rmah|A Lăng|Bnướch|Zơrâm|Pơloong|Hồ Thị|Ama Kông|Đinh Vă|Y Ŏng|Čil Ha|Cil Múp|Bon Niêng|Ñơn Hăk|Lơ Mu|Păng Tiêng|Thào A|Vừ Mí|Mùa Thị|Lò Văn|Chảo Láo|Lầu Y|Siu H'Yŏk|Rah Lan|Puih";
const MINORITY_LAST: &str = "Niê|Êban|Ênuôl|Mlô|Kđăm|Byă|Hđơk|Ayŭn|Kbuôr|Knul|Krông|Buôn Yă|Adrơng|Êñuôl|Bkrông|Ktla|Dơng|Hrui|Phơr|Čêñ|Săn|Sử|Pó|Sếnh|Dế|Mẩy|Ton|Tĭm|Brĭu|Ŏt|Hơ Bĕ";
const STREETS: &str = "Nguyễn Huệ|Lê Lợi|Trần Hưng Đạo|Phạm Ngũ Lão|Điện Biên Phủ|Lý Thường Kiệt|Võ Thị Sáu|Cách Mạng Tháng Tám|Hai Bà Trưng|Nguyễn Thị Minh Khai|Ba Tháng Hai|Đinh Tiên Hoàng|Phố Mẫu|Hàng Bạc|Kim Mã|Âu Cơ|Ỷ Lan|Yết Kiêu|Ngô Quyền|Quang Trung";
const PLACES: &str = "Mẫu|Bến Nghé|Đống Đa|Tân Bình|Hòa Bình|Hoà Hiệp|Phú Quý|Cư M'gar|Cư Jút|Ea H'leo|Ea Súp|Krông Pắc|Krông Năng|Đắk Mil|Đắk R'lấp|Đắk Glong|Buôn Đôn|Lắk|Ia Grai|Chư Păh|Chư Prông|Kbang|Mang Yang|Ayun Pa|Kon Plông|Đăk Hà|Sa Thầy|Tu Mơ Rông|Mường Tè|Mường Nhé|Sìn Hồ|Tủa Chùa|Bát Xát|Quản Bạ|Mèo Vạc|Đồng Văn|Xín Mần|Hoàng Su Phì|Bảo Lạc|Bình Gia|Cửa Lò|Quỳ Châu|Quỳ Hợp|Nghĩa Đàn|Hương Khê|Kỳ Anh|Lệ Thủy|Gio Linh|A Lưới|Giồng Riềng|U Minh Thượng|Ngã Bảy|Phụng Hiệp|Ô Môn|Cái Răng|Giếng Đáy|Bãi Cháy|Yên Nghĩa|Cẩm Phả|Tuần Giáo|Thủ Đức|Gò Vấp|Củ Chi|Cần Giờ|Lý Sơn|Phổ Yên|Vĩnh Ngươn|Thuỷ Xuân|Khuê Mỹ|Trường Sa|Bình Hưng Hoà B|Ea Drăng|Ea Tŭl|Buôn Hồ|Čư Yang";
const PROVINCES: &str = "Hà Nội|Hà Giang|Cao Bằng|Bắc Kạn|Tuyên Quang|Lào Cai|Điện Biên|Lai Châu|Sơn La|Yên Bái|Hòa Bình|Thái Nguyên|Lạng Sơn|Quảng Ninh|Bắc Giang|Phú Thọ|Vĩnh Phúc|Bắc Ninh|Hải Dương|Hải Phòng|Hưng Yên|Thái Bình|Hà Nam|Nam Định|Ninh Bình|Thanh Hóa|Nghệ An|Hà Tĩnh|Quảng Bình|Quảng Trị|Thừa Thiên Huế|Đà Nẵng|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng|Bình Phước|Tây Ninh|Bình Dương|Đồng Nai|Bà Rịa - Vũng Tàu|Thành phố Hồ Chí Minh|TP. Hồ Chí Minh|Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|An Giang|Kiên Giang|Cần Thơ|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau";
const EUROPE_FIRST: &str = "José|Loïc|Zoë|Chloé|François|René|André|Noël|Raúl|Saúl|Seán|João|Ângela|Antônio|Björn|Søren|Åsa|Jürgen|Günther|Müge|Gül|Özgür|Ömer|Łukasz|Zdzisław|Jiří|Šárka|Žofie|István|Ödön|Győző|Ștefan|Țuțu|Élodie|Anaïs|Naïm|Saïd|Haïm|Moïse|Caïn|Eloïse|Maël|Joël|Benoît|Jérôme|Hélène|Inès|Conceição|Simões|Íñigo|Begoña|Núria|Àlex|Þór|Ðuro|Guðrún|Æsir|Mary|John|William|Ålesund|Bó|Sá|Tô|Té|Hô|Thò|Mï|Aú|Éric|Eugène|Niño|Peña|Muñoz";
const EUROPE_LAST: &str = "García|Müller|Schröder|Weiß|Größe|Lefèvre|Châtelet|Goût|Martin|O'Neill|O’Brien|D'Arc|Núñez|Gonçalves|Magalhães|Guimarães|Sørensen|Åkerlund|Öberg|Høgh|Kovačević|Dvořák|Łódź|Wałęsa|Čapek|Škoda|Ökten|Çelik|Yıldız|Şahin|Þórsson|Sigurðsson|Ærø|Smith|Nguyen|Tran|Le|Pham|van der Böhl|de la Cruz|Höng|Bùi|Trần|Jaén|Leán|Joán|Haï|Öz|Hüt|Köln|Süß|Tóth|Nagy|Sæther|Møller|Côté|Élysée|Noël™|Crème©|Société®|Nº 5|1ª|«Été»|“Thé”|‘Né’|Café…|50 °C|§ 3|± 2 µm|½ kg|¿Qué?|¡Olé!|£ 5|100 €";
const HAN_FAMILY: &str = "王|李|張|张|劉|刘|陳|陈|楊|杨|黃|黄|趙|赵|吳|吴|周|徐|孫|馬|朱|胡|郭|何|林|高|羅|鄭|阮|黎|範|武|裴|吕|纏|廖|龔|顏|謝";
const HAN_GIVEN: &str = "小|明|偉|芳|秀|英|娜|敏|靜|麗|強|磊|軍|洋|勇|艷|杰|娟|濤|超|霞|平|剛|桂|玉|蘭|志|建|國|文|華|雲|龍|鳳|廙|軟|翔|豪|嘉|怡|婷|雅|膬|脿|岷|峄|盻";
const JAPAN_FAMILY: &str =
    "佐藤|鈴木|高橋|田中|渡辺|伊藤|山本|中村|小林|加藤|吉田|山田|佐々木|蘯井|齋藤|斎藤";
const JAPAN_GIVEN: &str = "さくら|太郎|花子|健一|由美|翔太|陽菜|蓮|ユウキ|あかり|一郎|直子";
const KANA: &str = "ﾀﾅｶ|ﾃｨﾅ|ｻﾄｳ|ﾔﾏﾀﾞ|ﾊﾅｺ|ﾀﾛｳ|ﾃｽﾄ|タナカ|ヤマダ|タロウ|ﾃｽ|ﾄﾖﾀ|ﾆｯｻﾝ|A型|B王|ﾃｨ";
const OTHER: &str = "김철수|박영희|이민호|Иван|Петров|Сергей|สมชาย|ใจดี|Αλέξανδρος|Γεώργιος|محمد|דוד|राम|Đặng|Trần Văn|王|①②|→|№ 5|☎ 0900";
