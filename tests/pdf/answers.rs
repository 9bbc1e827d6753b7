//! What was answered stands on the page.

use cancuoc::form::{Field, Kind, Pack};
use cancuoc::json::Value;
use cancuoc::pdf::render;

use crate::examples::{ct01_with, of_all_forms, of_form, texts, without_blanks};

/// The texts that an answer has to be found by, from the pack alone.
fn expected(pack: &Pack, fields: &[Field], answers: &Value, out: &mut Vec<String>) {
    for field in fields {
        let Some(answer) = answers.get(&field.id) else { continue };
        let label = |value: &str| match &field.kind {
            Kind::Choice { choices, .. } | Kind::MultiChoice { choices, .. } => choices
                .iter()
                .find(|choice| choice.value == value)
                .map_or(value.to_owned(), |choice| choice.label.vi.clone()),
            Kind::Date { .. } => value.split('-').rev().collect::<Vec<_>>().join("/"),
            _ => value.to_owned(),
        };
        match (&field.kind, answer) {
            (Kind::Group(group), Value::Array(rows)) => {
                rows.iter().for_each(|row| expected(pack, &pack.groups[*group].fields, row, out));
            }
            (_, Value::String(text)) => out.push(label(text)),
            (_, Value::Array(items)) => out.extend(items.iter().filter_map(Value::as_str).map(label)),
            (_, Value::Object(_)) => {
                out.extend(answer.get("text").and_then(Value::as_str).map(str::to_owned))
            }
            (_, Value::Number(_)) => out.push(answer.as_whole().unwrap().to_string()),
            _ => {}
        }
    }
}

#[test]
fn every_answer_of_every_accepted_example_stands_on_the_page() {
    let mut count = 0;
    for example in of_all_forms() {
        let pages = texts(&render(&example.sealed).unwrap()).concat();
        // Numbers with separators are found by their digits.
        let digits: String = pages.replace('.', "");
        let mut answers = Vec::new();
        let sealed = example.sealed.get("answers").unwrap();
        expected(example.pack, &example.pack.fields, sealed, &mut answers);
        for answer in answers {
            let wanted = without_blanks(&answer);
            let in_words = day_in_words(&wanted);
            let found = pages.contains(&wanted) || digits.contains(&wanted) || pages.contains(&in_words);
            assert!(found, "{}: {answer}", example.name);
            count += 1;
        }
    }
    assert!(count > 1_000, "{count}");
}

/// The day above a signature.
fn day_in_words(slashed: &str) -> String {
    match slashed.split('/').collect::<Vec<_>>()[..] {
        [day, month, year] => format!("ngày{day}tháng{month}năm{year}"),
        _ => "?".to_owned(),
    }
}

/// An item stands once on the sheet: its label is found as often as the pack has fields of that name.
#[test]
fn the_items_of_ct01_stand_once_and_in_the_order_of_the_form() {
    let text = texts(&render(&of_form("ct01")[0].sealed).unwrap()).concat();
    let mut from = 0;
    for item in [
        "MẫuCT01",
        "BanhànhkèmtheoThôngtư116/2026/TT-BCA",
        "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM",
        "Độclập-Tựdo-Hạnhphúc",
        "TỜKHAITHAYĐỔITHÔNGTINCƯTRÚ",
        "Kínhgửi:CônganphườngMẫu",
        "1.Họ,chữđệmvàtênkhaisinh:NguyễnVănMẫu",
        "2.Ngày,tháng,nămsinh:28/02/1990",
        "3.Giớitính:Nam",
        "4.Sốđịnhdanhcánhân:001090000017",
        "5.Sốđiệnthoạiliênhệ:0901234567",
        "6.Email:mau@vidu.vn",
        "7.Họ,chữđệmvàtênchủhộ:NguyễnThịHộ",
        "8.Mốiquanhệvớichủhộ:Con",
        "9.Sốđịnhdanhcánhâncủachủhộ:001160000021",
        "10.Nộidungđềnghị:Đăngkýthườngtrútạisố1,đườngMẫu,phườngMẫu,thànhphốMẫu",
        "11.Nhữngthànhviêntronghộgiađìnhcùngthayđổi:",
        "1TrầnThịMẫu06/05/1992Nữ001192000033",
        "2NguyễnVănBé02/01/2020Nam001220000045",
        "ÝKIẾNCỦACHỦHỘ",
        "ngày21tháng11năm2026",
        "NGƯỜIKÊKHAI",
        "Nơiđăngký:Số1,đườngMẫu,phườngMẫu,thànhphốMẫu",
        "Mãđốichiếu:CT01-",
    ] {
        let at = text[from..].find(item).unwrap_or_else(|| panic!("{item} after {}", &text[..from]));
        from += at + item.len();
        if item.len() > 20 {
            assert_eq!(text.matches(item).count(), 1, "{item}");
        }
    }
}

#[test]
fn who_declares_and_is_the_head_stands_at_the_items_of_the_head() {
    let sealed = ct01_with(&[
        ("declarantIsHead", "true"),
        ("headName", "null"),
        ("relationToHead", "null"),
        ("headPin", "null"),
        ("headConsent", "null"),
    ]);
    let text = texts(&render(&sealed).unwrap()).concat();
    for item in [
        "7.Họ,chữđệmvàtênchủhộ:NguyễnVănMẫu",
        "8.Mốiquanhệvớichủhộ:Chủhộ",
        "9.Sốđịnhdanhcánhâncủachủhộ:001090000017",
    ] {
        assert!(text.contains(item), "{item}");
    }
    assert!(!text.contains("Ngườikêkhailàchủhộ"), "{text}");
}
