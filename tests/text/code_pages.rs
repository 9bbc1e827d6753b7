//! Text in any code page comes back, or stays as it came and is marked. Never a wrong repair.

use cancuoc::text::{Charset, Decoded, ReverseTable, repair_with, upper};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use crate::samples::*;

/// Every single-byte encoding of the WHATWG, and those of the vendors beside it.
fn code_pages() -> Vec<CodePage> {
    let whatwg = [
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "windows-874",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "koi8-r",
        "koi8-u",
        "macintosh",
        "x-mac-cyrillic",
        "ibm866",
    ];
    let mut pages: Vec<CodePage> = whatwg.into_iter().map(CodePage::of_whatwg).collect();
    pages.push(CodePage {
        name: "iso-8859-1".into(),
        high: (0x80..=0xFF_u8).map(|byte| Some(char::from(byte))).collect(),
    });
    for line in include_str!("vendor_code_pages.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split(' ');
        let name = cells.next().unwrap().to_owned();
        let high = cells.map(|cell| u32::from_str_radix(cell, 16).ok().and_then(char::from_u32)).collect();
        pages.push(CodePage { name, high });
    }
    pages
}

struct CodePage {
    name: String,
    /// 0x80–0xFF; none where the page has no letter.
    high: Vec<Option<char>>,
}

impl CodePage {
    fn of_whatwg(name: &str) -> Self {
        let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
        let high = (0x80..=0xFF_u8).map(|byte| {
            let (shown, errors) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
            shown.chars().next().filter(|_| !errors)
        });
        Self { name: name.to_owned(), high: high.collect() }
    }

    /// UTF-8 read as this page, and whether nothing was lost.
    fn misread(&self, text: &str, loss: Loss) -> (String, bool) {
        let mut out = String::new();
        let mut whole = true;
        for byte in text.bytes() {
            let letter =
                if byte.is_ascii() { Some(char::from(byte)) } else { self.high[usize::from(byte & 0x7F)] };
            let letter =
                letter.filter(|letter| loss == Loss::AsTheStandard || !matches!(letter, '\u{80}'..='\u{9f}'));
            match (letter, loss) {
                (Some(letter), _) => out.push(letter),
                (None, Loss::AsTheStandard) => out.push('\u{fffd}'),
                (None, Loss::Dropped) => {}
                (None, Loss::QuestionMarks) => out.push('?'),
            }
            whole &= letter.is_some();
        }
        (out, whole)
    }
}

/// What a decoder does with bytes that its page does not define.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loss {
    AsTheStandard,
    Dropped,
    QuestionMarks,
}

const LOSSES: [Loss; 3] = [Loss::AsTheStandard, Loss::Dropped, Loss::QuestionMarks];

#[derive(Default)]
struct Tally {
    reversible: usize,
    back: usize,
    irreversible: usize,
    marked: usize,
    wrong: Vec<String>,
    missed: Vec<String>,
    unmarked: Vec<String>,
}

fn is_marked(decoded: &Decoded) -> bool {
    decoded
        .findings
        .iter()
        .any(|finding| ["text.garbled", "text.lossy", "text.needs_table"].contains(&finding.code.as_ref()))
}

impl Tally {
    fn add(&mut self, text: &str, shown: &str, whole: bool, decoded: &Decoded) {
        let meant: String = text.nfc().collect();
        if shown == text {
            return;
        }
        if decoded.repaired && !each_field_is_right_or_as_it_came(decoded, shown, &meant) {
            self.wrong.push(format!("{meant} <- {shown} -> {} ({})", decoded.text, decoded.from));
        }
        if whole {
            self.reversible += 1;
            self.back += usize::from(decoded.text == meant);
            if decoded.text != meant {
                self.missed.push(format!("{meant} <- {shown} -> {} {decoded:?}", decoded.text));
            }
        } else {
            self.irreversible += 1;
            let said = decoded.text == meant || is_marked(decoded);
            self.marked += usize::from(said);
            if !said {
                self.unmarked.push(format!("{meant} <- {shown} -> {} {decoded:?}", decoded.text));
            }
        }
    }

    fn print(&self, name: &str) {
        let rate = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        println!(
            "{name:<16} reversible {:>7} back {:>7.3} %   irreversible {:>7} marked {:>7.3} %   wrong {}",
            self.reversible,
            rate(self.back, self.reversible),
            self.irreversible,
            rate(self.marked, self.irreversible),
            self.wrong.len()
        );
        for line in self.wrong.iter().take(3) {
            println!("    WRONG {line}");
        }
        if std::env::var("SHOW").is_ok() {
            self.missed.iter().take(3).for_each(|line| println!("    missed {line}"));
            self.unmarked.iter().take(3).for_each(|line| println!("    unmarked {line}"));
        }
    }
}

/// What a repair keeps must be what was meant, and what it lost be said; a field without a way back stays as it came, and
/// the text is marked.
fn each_field_is_right_or_as_it_came(decoded: &Decoded, shown: &str, meant: &str) -> bool {
    let fields =
        |text: &str| text.split('|').map(|field| field.nfc().collect::<String>()).collect::<Vec<_>>();
    let (kept, shown, meant) = (fields(&decoded.text), fields(shown), fields(meant));
    kept.len() == meant.len()
        && kept.iter().zip(&shown).zip(&meant).all(|((kept, shown), meant)| {
            kept == meant
                || kept == shown && is_marked(decoded)
                || decoded.lossy && kept.contains('\u{fffd}') && is_rest_of(kept, meant)
        })
}

/// Whether `kept` is `text` with up to four letters replaced by each U+FFFD.
fn is_rest_of(kept: &str, text: &str) -> bool {
    fn fits(kept: &[char], text: &[char]) -> bool {
        match kept {
            [] => text.is_empty(),
            ['\u{fffd}', rest @ ..] => (0..=text.len().min(4)).any(|gone| fits(rest, &text[gone..])),
            [letter, rest @ ..] => text.first() == Some(letter) && fits(rest, &text[1..]),
        }
    }
    fits(&kept.chars().collect::<Vec<_>>(), &text.chars().collect::<Vec<_>>())
}

/// `count` payloads through every page and every kind of loss, and through the double-byte encodings.
fn measure(seed: u64, count: usize) -> Tally {
    let tables: Vec<ReverseTable> = Charset::ALL.into_iter().map(table).collect();
    let mut all = Tally::default();
    // `PAGE` takes one of them.
    let only = std::env::var("PAGE").ok();
    let pages: Vec<CodePage> =
        code_pages().into_iter().filter(|page| only.as_ref().is_none_or(|name| *name == page.name)).collect();
    let mut finish = |name: &str, tally: Tally| {
        tally.print(name);
        all.reversible += tally.reversible;
        all.back += tally.back;
        all.irreversible += tally.irreversible;
        all.marked += tally.marked;
        all.wrong.extend(tally.wrong);
    };
    for (at, page) in (0_u64..).zip(&pages) {
        let mut dice = Dice::new(seed + at);
        let mut tally = Tally::default();
        for _ in 0..count {
            let text = sample(&mut dice);
            let mut before = String::new();
            for loss in LOSSES {
                let (shown, whole) = page.misread(&text, loss);
                if shown != before {
                    tally.add(&text, &shown, whole, &repair_with(&shown, &tables));
                }
                before = shown;
            }
        }
        finish(&page.name, tally);
    }
    for (at, charset) in (100_u64..).zip(Charset::ALL) {
        let mut dice = Dice::new(seed + at);
        let mut tally = Tally::default();
        for _ in 0..count {
            let text = sample(&mut dice);
            let (shown, errors) = encoding(charset).decode_without_bom_handling(text.as_bytes());
            tally.add(&text, &shown, !errors, &repair_with(&shown, &tables));
        }
        finish(charset.name(), tally);
    }
    all.print("all");
    all
}

/// A payload of a card: in title case or capitals, composed or apart.
fn sample(dice: &mut Dice) -> String {
    let text = payload(dice);
    match dice.below(10) {
        0 => upper(&text),
        1 => text.nfd().collect(),
        _ => text,
    }
}

fn assert_bar(all: &Tally) {
    assert_eq!(all.wrong.len(), 0, "{:?}", all.wrong.first());
    assert!(all.back * 100 >= all.reversible * 99, "{} of {} came back", all.back, all.reversible);
    assert!(all.marked * 100 >= all.irreversible * 99, "{} of {} are marked", all.marked, all.irreversible);
}

#[test]
fn a_payload_in_any_code_page_comes_back_or_is_marked_and_is_never_repaired_wrongly() {
    assert_bar(&measure(501, 60));
}

/// The figures of docs/text.md: `cargo test --test text million -- --ignored --nocapture`, about 76 texts for each payload;
/// `PAYLOADS` takes another number of them.
#[test]
#[ignore = "minutes when optimised, hours when not"]
fn of_a_million_texts_none_is_repaired_wrongly() {
    let count = std::env::var("PAYLOADS").ok().and_then(|count| count.parse().ok()).unwrap_or(13_500);
    assert_bar(&measure(77, count));
}

#[test]
fn a_card_read_as_the_code_page_of_vietnamese_windows_comes_back_whole() {
    for (shown, text) in [
        ("HoĂ\u{a0}ng VÄƒn LĂª", "Hoàng Văn Lê"),
        (
            "001099999999||HoĂ\u{a0}ng VÄƒn LĂª|01011999|Nam|Háº£i PhĂ²ng|01012022",
            "001099999999||Hoàng Văn Lê|01011999|Nam|Hải Phòng|01012022",
        ),
        ("khĂ´ng cĂ³", "không có"),
    ] {
        let decoded = repair_with(shown, &[]);
        assert_eq!(decoded.text, text);
        assert!(decoded.repaired || is_marked(&decoded), "{shown}");
    }
    let decoded = repair_with("KrÃŽng NÄ\u{83}ng", &[]);
    assert_eq!((decoded.text.as_str(), decoded.from), ("Krông Năng", "iso-8859-15"));
}

#[test]
fn one_field_is_judged_without_the_others() {
    let right = "001099999999||Nguyễn Văn Mẫu|01011999|Nam|Háº£i PhĂ²ng|01012022";
    let decoded = repair_with(right, &[]);
    assert_eq!(decoded.text, "001099999999||Nguyễn Văn Mẫu|01011999|Nam|Hải Phòng|01012022");
    assert!(decoded.repaired && !is_marked(&decoded));

    // Every byte segment of a symbol guessed by itself: Shift_JIS in the name, windows-1252 in the address.
    let tables: Vec<ReverseTable> = Charset::ALL.into_iter().map(table).collect();
    let name = misread("Trần", encoding(Charset::ShiftJis)).unwrap();
    let mixed = format!("001099999999||{name}|01011999|Nam|Háº£i PhÃ²ng|01012022");
    let decoded = repair_with(&mixed, &tables);
    assert_eq!(decoded.text, "001099999999||Trần|01011999|Nam|Hải Phòng|01012022");
    let decoded = repair_with(&mixed.replace(&name, "L\u{ff83}\u{ff6a} S\u{ff86}\u{ff61}n"), &[]);
    assert!(decoded.text.contains("Hải Phòng") && is_marked(&decoded), "{}", decoded.text);
}

#[test]
fn a_mark_that_became_another_mark_keeps_the_text_as_it_came() {
    // «Quách» apart is «Qua» CC 81; windows-1258 shows CC as U+0300, and a decoder that drops 81 leaves «Quàch».
    let decoded = repair_with("Qua\u{300}ch Chi|To\u{300}‚\u{300}‰ 5, Phu\u{300}›ng Cu\u{300}‰ Chi", &[]);
    assert!(!decoded.repaired && is_marked(&decoded), "{}", decoded.text);
}

#[test]
fn a_letter_that_lost_its_second_byte_keeps_its_field_as_it_came() {
    // Á is C3 81: windows-1258 shows Ă and nothing, which alone looks like a right «Ănh».
    for shown in ["VÅ© Thá»‹ Ănh Tuyáº¿t", "VÅ© Thá»‹ Ãnh Tuyáº¿t", "Há» ÄiÃ¬nh"] {
        let decoded = repair_with(shown, &[]);
        assert!(!decoded.repaired || decoded.lossy, "{shown} -> {}", decoded.text);
        assert!(is_marked(&decoded), "{shown}");
    }
}

#[test]
fn a_text_of_which_only_second_bytes_are_left_is_no_legacy_text() {
    // «Trọng Lộc» apart; ISO 8859-8 has no CC, and of the marks only A3 is no control.
    let shown = "001099067363||Ung Tro£ng Lo£c Hoa|15101961|Nam|To 1, Phuong Khue My, La£ng Son|13032022";
    let decoded = repair_with(shown, &[]);
    assert_eq!((decoded.text.as_str(), decoded.repaired), (shown, false));
    assert!(is_marked(&decoded));
    // The same bytes in windows-1255 and in ISO 8859-8, which drops Ô and Í: nobody can tell.
    let shown = "T BCH Ng\u{5d1}»§c|H\u{5d1}»§";
    let decoded = repair_with(shown, &[]);
    assert_eq!((decoded.text.as_str(), decoded.repaired), (shown, false));
    assert!(is_marked(&decoded));
    assert!(is_marked(&repair_with("Hu????u|Tha?ch", &[])));
    assert!(is_marked(&repair_with("Phu Tho£|Nghe£ An", &[])));
    assert!(!is_marked(&repair_with("Phí £5, 5£ mỗi ngày", &[])));
}

#[test]
fn text_that_no_way_back_is_certain_for_is_marked() {
    for shown in [
        "Trß║ºn V─ân S╞ín",
        "Tr·∫ßn VƒÉn S∆°n",
        "Trбє§n VДѓn SЖЎn",
        "Lรช Anh Sฦกn",
        "L\u{ff83}\u{ff6a} S\u{ff86}\u{ff61}n",
        "Nguyß╗n V─n",
        "Nguyб»n",
        "Huyá»n",
        "Táť 11",
        "Tr廕吵",
    ] {
        let decoded = repair_with(shown, &[]);
        assert!(
            decoded.repaired && decoded.text.starts_with(['T', 'L']) || is_marked(&decoded),
            "{shown} {decoded:?}"
        );
    }
}

proptest! {
    #[test]
    fn text_in_any_code_page_is_right_or_untouched_and_marked(seed in any::<u32>(), page in 0..34usize, loss in 0..3usize) {
        let pages = code_pages();
        let page = &pages[page % pages.len()];
        let text = sample(&mut Dice::new(u64::from(seed)));
        let (shown, _) = page.misread(&text, LOSSES[loss]);
        let decoded = repair_with(&shown, &[]);
        let meant: String = text.nfc().collect();
        let right = decoded.text == meant;
        let said = is_marked(&decoded) && each_field_is_right_or_as_it_came(&decoded, &shown, &meant);
        // Of a page without any of its letters only ASCII is left.
        prop_assert!(right || said || shown.is_ascii() || !decoded.repaired && loss > 0, "{} <- {} -> {} {:?}", meant, shown, decoded.text, decoded);
    }
}
