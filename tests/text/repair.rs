//! Text that was read in the wrong encoding comes back; text that is right stays as it is.

use cancuoc::text::{Charset, ReverseTable, decode, lower, needs_table, repair, repair_with, upper};
use proptest::prelude::*;

use crate::samples::*;

fn tables() -> Vec<ReverseTable> {
    Charset::ALL.into_iter().map(table).collect()
}

/// How many of the garbled texts come back exactly.
struct Rate {
    what: String,
    reversible: usize,
    back: usize,
    wrong: usize,
    missed: Vec<String>,
    lossy_only: usize,
}

fn round_trips(
    what: &str,
    texts: &[String],
    tables: &[ReverseTable],
    garble: impl Fn(&str) -> Option<String>,
) -> Rate {
    let mut rate =
        Rate { what: what.to_owned(), reversible: 0, back: 0, wrong: 0, missed: Vec::new(), lossy_only: 0 };
    for text in texts {
        let Some(garbled) = garble(text) else {
            rate.lossy_only += 1;
            continue;
        };
        if garbled == *text {
            continue;
        }
        rate.reversible += 1;
        let back = repair_with(&garbled, tables);
        if back.text == *text {
            rate.back += 1;
            assert!(back.repaired && !back.lossy, "{what}: {text}");
        } else {
            // The `.Vn` fonts have no capitals with tones: there the way back may miss a capital.
            let all_but_capitals = back.from == "tcvn3" && lower(&back.text) == lower(text);
            if back.repaired && !back.lossy && !all_but_capitals {
                rate.wrong += 1;
                println!("    WRONG {text} <- {garbled} -> {} {back:?}", back.text);
            }
            rate.missed.push(format!("{text} <- {garbled} -> {} {back:?}", back.text));
        }
    }
    println!(
        "{:<34} {:>6} reversible {:>6} back {:>7.3} % wrong {} (not reversible {})",
        rate.what,
        rate.reversible,
        rate.back,
        100.0 * rate.back as f64 / rate.reversible.max(1) as f64,
        rate.wrong,
        rate.lossy_only
    );
    for missed in rate.missed.iter().take(if std::env::var("SHOW").is_ok() { 20 } else { 0 }) {
        println!("    {missed}");
    }
    rate
}

fn assert_good(rate: &Rate, least: f64) {
    assert_eq!(rate.wrong, 0, "{}: {:?}", rate.what, rate.missed.first());
    assert!(
        rate.back as f64 >= least * rate.reversible as f64,
        "{}: {} of {}",
        rate.what,
        rate.back,
        rate.reversible
    );
}

fn windows_1252(text: &str) -> Option<String> {
    misread(text, encoding_rs::WINDOWS_1252)
}

#[test]
fn right_text_is_never_altered() {
    let tables = tables();
    let mut seen = 0;
    let mut check = |text: &str| {
        let same = repair_with(text, &tables);
        assert!(!same.repaired && same.text == text, "{text} -> {} {same:?}", same.text);
        assert!(same.findings.is_empty() && !same.lossy, "{text} {same:?}");
        let same = decode(text.as_bytes());
        assert!(!same.repaired && same.text == text && same.findings.is_empty(), "{text} -> {}", same.text);
        seen += 1;
    };
    for text in texts(1, 20_000).iter().chain(&names(2, 20_000)) {
        check(text);
        check(&upper(text));
        check(&text.to_lowercase());
    }
    let mut dice = Dice::new(3);
    for _ in 0..20_000 {
        let (one, two) = (foreign_name(&mut dice), foreign_name(&mut dice));
        check(&one);
        check(&format!("{one}, {two}"));
        check(&format!("{one} – {}", name(&mut dice)));
        check(&format!("“{one}” {}", name(&mut dice)).to_uppercase());
    }
    assert_eq!(seen, 200_000);
}

#[test]
fn right_text_with_typographic_signs_is_never_altered() {
    let tables = tables();
    let mut dice = Dice::new(4);
    for _ in 0..20_000 {
        let sign = dice.word("\u{a0}|’|”|…|»|®|™|°|_–|—|²|·|!|\u{ad}|\u{a0}–_|_©|‘|“|„|‚").replace('_', " ");
        let (one, two) = (dice.word(SIGNED).to_owned(), dice.word(SIGNED).to_owned());
        let glued = if "\u{a0}…–—\u{ad}".contains(sign.trim()) {
            format!("{one}{sign}{two}")
        } else {
            one.clone()
        };
        for text in [
            format!("{one}{sign}"),
            glued,
            format!("{one}{sign} {two}"),
            format!("{} {one}{sign} {two}", sign.trim()),
        ] {
            // A no-break space before another space, or at the end, is the one sign that nobody writes.
            if sign == "\u{a0}" && (text.contains("\u{a0} ") || text.ends_with('\u{a0}')) {
                continue;
            }
            let text = text.trim_matches('\u{a0}');
            let same = repair_with(text, &tables);
            assert!(!same.repaired && same.text == text, "{text:?} -> {:?}", same.text);
        }
    }
}

const SIGNED: &str = "XÃ|HÀ|LÊ|TÔ|VÕ|TÒ|CÔ|Á|É|Â|Ê|BÃ|xã|hà|lê|tô|Hà|Lê|Tô|Võ|Xã|là|mà|THÊ|QUÝ|PHÙ|CHÍ|ÂU|Âu|ÊM|BAN|Ban|an|NGÃ|ngã|RÃ|MÃ|mã|Mã|ÔNG|ông";

#[test]
fn utf_8_misread_as_a_single_byte_encoding_comes_back() {
    for (what, samples) in [("payloads, addresses", texts(11, 3_000)), ("names alone", names(12, 3_000))] {
        let capitals: Vec<String> = samples.iter().map(|text| upper(text)).collect();
        for (case, samples) in [("", &samples), (", capitals", &capitals)] {
            let least = if what == "names alone" { 0.99 } else { 0.999 };
            let run = |how: &str, garble: &dyn Fn(&str) -> Option<String>| {
                assert_good(&round_trips(&format!("{how}, {what}{case}"), samples, &[], garble), least);
            };
            run("windows-1252", &windows_1252);
            run("iso-8859-1", &|text| Some(as_latin_1(text)));
            run("windows-1252 twice", &|text| windows_1252(&windows_1252(text)?));
            run("iso-8859-1 twice", &|text| Some(as_latin_1(&as_latin_1(text))));
            run("windows-1252 thrice", &|text| windows_1252(&windows_1252(&windows_1252(text)?)?));
        }
    }
}

#[test]
fn utf_8_misread_as_a_double_byte_encoding_comes_back_with_the_tables() {
    let tables = tables();
    for (what, samples) in [("payloads, addresses", texts(21, 4_000)), ("names alone", names(22, 10_000))] {
        let capitals: Vec<String> = samples.iter().map(|text| upper(text)).collect();
        for (case, samples) in [("", &samples), (", capitals", &capitals)] {
            for charset in Charset::ALL {
                let what = format!("{}, {what}{case}", charset.name());
                let rate = round_trips(&what, samples, &tables, |text| misread(text, encoding(charset)));
                assert_good(&rate, 0.99);
            }
        }
    }
}

#[test]
fn big5_of_one_kind_of_platform_comes_back_with_the_table_of_the_other() {
    // As Node shows them, whose Big5 is that of Windows: its private letters are other ones, or none, for the WHATWG.
    let of_the_whatwg = [table(Charset::Big5)];
    for (shown, text) in [
        ("Tr\u{f6c0}\u{f6b1}ng Thi\u{5ed9}\u{f294}", "Trương Thiện"),
        ("Ph\u{5ed5}\u{300a} Hi\u{5ed9}\u{eee6}", "Phạm Hiền"),
        ("Th\u{7e6b}n Nguy\u{5ed9}\u{f15a}, V\u{85fa}nh S\u{f6b1}n", "Thôn Nguyễn, Vĩnh Sơn"),
    ] {
        let decoded = repair_with(shown, &of_the_whatwg);
        assert_eq!((decoded.text.as_str(), decoded.from, decoded.lossy), (text, "big5", false));
    }
    // The reverse: `ơ` and `ư` as a browser shows them, a platform that has private letters there.
    let mut cells = cells(encoding(Charset::Big5));
    for (at, letter) in (0xA1..=0xFE_usize).zip(0xF6B1_u32..) {
        let cell = ((0xC6 - 0x81) * 191 + at - 0x40) * 4;
        cells[cell..cell + 4].copy_from_slice(&letter.to_le_bytes());
    }
    let of_windows = [ReverseTable::new(Charset::Big5, &cells).unwrap()];
    let decoded = repair_with("Tr⑹①ng Th\u{5ed5}\u{300a}", &of_windows);
    assert_eq!((decoded.text.as_str(), decoded.from), ("Trương Thạm", "big5"));
    assert!(needs_table("Tr⑹①ng"));
    // Numbers in circles are right beside words.
    for right in ["Điều ① và ②", "Mục ①, mục ⑹", "Xã An①"] {
        assert!(!repair_with(right, &of_the_whatwg).repaired && !repair_with(right, &of_windows).repaired);
    }
}

#[test]
fn older_encodings_shown_as_windows_1252_come_back() {
    for (what, samples) in [("payloads, addresses", texts(31, 2_000)), ("names alone", names(32, 2_000))] {
        let capitals: Vec<String> = samples.iter().map(|text| upper(text)).collect();
        for (case, samples) in [("", &samples), (", capitals", &capitals)] {
            // A short name may be Vietnamese in two encodings: then it stays as it is.
            let names = what == "names alone";
            for (how, garble, least) in [
                ("tcvn3", tcvn3 as fn(&str) -> Option<String>, if names { 0.85 } else { 0.998 }),
                ("vni", vni, if names { 0.85 } else { 0.998 }),
                ("viscii", viscii, if names { 0.60 } else { 0.98 }),
                ("windows-1258", windows_1258, if names { 0.70 } else { 0.99 }),
            ] {
                let rate = round_trips(&format!("{how}, {what}{case}"), samples, &[], garble);
                assert_good(&rate, least);
            }
        }
    }
}

#[test]
fn a_sentence_of_small_letters_in_tcvn3_comes_back() {
    for (shown, text) in [
        ("®éc lËp - tù do - h¹nh phóc", "độc lập - tự do - hạnh phúc"),
        ("®¬n xin x¸c nhËn n¬i c\u{ad} tró", "đơn xin xác nhận nơi cư trú"),
        ("t«i ë t¹i thµnh phè hµ néi", "tôi ở tại thành phố hà nội"),
    ] {
        let decoded = repair(shown);
        assert_eq!((decoded.text.as_str(), decoded.from), (text, "tcvn3"));
    }
}

#[test]
fn bytes_of_older_encodings_are_recognised() {
    let shown = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let text = "Nguyễn Thị Mẫu, Phường Bến Nghé, Đắk Lắk";
    for (from, garbled) in [
        ("tcvn3", tcvn3(text)),
        ("vni", vni(text)),
        ("viscii", viscii(text)),
        ("windows-1258", windows_1258(text)),
    ] {
        let decoded = decode(&shown(&garbled.unwrap()));
        assert_eq!(
            (decoded.text.as_str(), decoded.from, decoded.repaired, decoded.lossy),
            (text, from, true, false)
        );
        assert_eq!(decoded.findings[0].code, "text.legacy_encoding");
    }
    let western = decode(b"Jos\xe9 Garc\xeda");
    assert_eq!(
        (western.text.as_str(), western.from, western.repaired),
        ("José García", "windows-1252", true)
    );
    for (from, order) in
        [("utf-16le", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("utf-16be", u16::to_be_bytes)]
    {
        let bytes: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(order).collect();
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_str(), decoded.from), (text, from));
    }
}

#[test]
fn what_was_lost_is_said_and_the_rest_is_kept() {
    // A cut in the middle of a letter.
    let whole = "001199999999||Nguyễn Thị Mẫu|01011999|Nữ";
    let cut = decode(&whole.as_bytes()[..20]);
    assert_eq!(
        (cut.text.as_str(), cut.from, cut.repaired, cut.lossy),
        ("001199999999||Nguy\u{fffd}", "utf-8", false, true)
    );
    assert_eq!(cut.findings[0].code, "text.lossy");

    // Decoders that drop what windows-1252 leaves undefined.
    for (garbled, rest) in [
        ("Ä\u{fffd}áº·ng VÄƒn Máº«u", "\u{fffd}ặng Văn Mẫu"),
        ("Äáº·ng VÄƒn Máº«u", "\u{fffd}ặng Văn Mẫu"),
        ("Tráº§n VÄƒn Há»?u", "Trần Văn H\u{fffd}u"),
    ] {
        let decoded = repair(garbled);
        assert_eq!((decoded.text.as_str(), decoded.repaired, decoded.lossy), (rest, true, true), "{garbled}");
        assert_eq!(
            decoded.findings.iter().map(|f| f.code.as_ref()).collect::<Vec<_>>(),
            ["text.repaired", "text.lossy"]
        );
    }

    for text in ["Nguy\u{fffd}n", "Nguy?n V?n M?u"] {
        let decoded = repair(text);
        assert!(decoded.lossy && !decoded.repaired && decoded.text == text);
    }
    assert!(!repair("https://dichvucong.gov.vn/a?b=c").lossy);
}

/// Whether `kept` is `text` with up to three letters replaced by each U+FFFD.
fn is_rest_of(kept: &str, text: &str) -> bool {
    fn fits(kept: &[char], text: &[char]) -> bool {
        match kept {
            [] => text.is_empty(),
            ['\u{fffd}', rest @ ..] => (0..=text.len().min(3)).any(|gone| fits(rest, &text[gone..])),
            [letter, rest @ ..] => text.first() == Some(letter) && fits(rest, &text[1..]),
        }
    }
    fits(&kept.chars().collect::<Vec<_>>(), &text.chars().collect::<Vec<_>>())
}

#[test]
fn the_rest_of_a_double_byte_misreading_is_right() {
    let tables = tables();
    let samples = [texts(41, 1_500), names(42, 1_500)].concat();
    for charset in Charset::ALL {
        let (mut lossy, mut repaired) = (0, 0);
        for text in &samples {
            let (garbled, errors) = encoding(charset).decode_without_bom_handling(text.as_bytes());
            if !errors {
                continue;
            }
            lossy += 1;
            let decoded = repair_with(&garbled, &tables);
            assert!(decoded.lossy, "{garbled}");
            if decoded.repaired {
                repaired += 1;
                assert!(is_rest_of(&decoded.text, text), "{text} <- {garbled} -> {}", decoded.text);
            }
        }
        println!("{}: of {lossy} that lost bytes, the rest of {repaired} came back", charset.name());
        let least = if charset == Charset::EucJp { 85 } else { 90 };
        assert!(repaired * 100 > lossy * least, "{} {repaired} of {lossy}", charset.name());
    }
}

#[test]
fn a_no_break_space_that_became_a_space_comes_back_as_its_letter() {
    for (garbled, text) in [
        ("HÃ  Ná»™i", "Hà Nội"),
        ("HÃ Ná»™i", "Hà Nội"),
        ("HoÃ ng VÄƒn Máº«u", "Hoàng Văn Mẫu"),
        ("Nguyá»…n VÄƒn LÃ ", "Nguyễn Văn Là"),
        ("Nguyá»…n VÄƒn LÃ", "Nguyễn Văn Là"),
    ] {
        let decoded = repair(garbled);
        assert_eq!((decoded.text.as_str(), decoded.lossy), (text, false), "{garbled}");
    }
}

#[test]
fn a_right_label_before_a_misread_value_stays() {
    let decoded = repair("Họ và tên: Nguyá»…n VÄƒn Máº«u");
    assert_eq!(decoded.text, "Họ và tên: Nguyễn Văn Mẫu");
}

#[test]
fn misread_text_in_the_facts_comes_back() {
    let tables = tables();
    let decoded = repair_with("Hu廙軟h Hi廕簑 Thu廕要", &tables);
    assert_eq!((decoded.text.as_str(), decoded.from), ("Huỳnh Hiếu Thuận", "big5"));
    assert!(needs_table("Hu廙軟h Hi廕簑 Thu廕要") && !needs_table("Nguyễn") && !needs_table("王小明"));
    let without = repair("Hu廙軟h Hi廕簑 Thu廕要");
    assert!(!without.repaired);
    assert_eq!(without.findings[0].code, "text.needs_table");
}

#[test]
fn decomposed_text_is_composed_and_said() {
    let decoded = decode("Nguye\u{302}\u{303}n".as_bytes());
    assert_eq!((decoded.text.as_str(), decoded.repaired), ("Nguyễn", false));
    assert_eq!(decoded.findings[0].code, "text.decomposed");
}

#[test]
fn a_table_of_the_wrong_length_or_with_no_letter_is_refused() {
    assert_eq!(ReverseTable::new(Charset::Big5, &[0; 4]).unwrap_err().code, "text.table");
    let mut cells = vec![0; ReverseTable::BYTES];
    cells[..4].copy_from_slice(&0xD800_u32.to_le_bytes());
    assert_eq!(ReverseTable::new(Charset::Big5, &cells).unwrap_err().code, "text.table");
}

proptest! {
    #[test]
    fn any_text_is_answered_and_what_comes_out_stays(text in any::<String>()) {
        let once = repair(&text);
        let again = repair(&once.text);
        prop_assert!(!again.repaired || once.repaired || once.text != text);
        prop_assert_eq!(decode(text.as_bytes()).text, once.text);
    }

    #[test]
    fn any_bytes_are_answered(bytes in any::<Vec<u8>>()) {
        let decoded = decode(&bytes);
        prop_assert!(str::from_utf8(&bytes).is_ok() || decoded.repaired || decoded.lossy);
    }

    #[test]
    fn any_windows_1252_text_is_answered(text in "[ -~À-ÿ€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u{80}-\u{bf}\u{fffd}]{0,60}") {
        let _ = repair(&text);
    }
}
