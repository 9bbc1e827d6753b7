//! What in the packs rests on no text that was read: unit by unit, so that it can be worked off.

use cancuoc::json::Value;

use super::book::{law, list, text, vi};
use super::table::Table;

/// Everything unconfirmed, of every pack and of the catalogue.
pub(crate) fn open(packs: &[Value], services: &Value) -> Table {
    let mut table = Table {
        title: "Những gì còn chưa xác nhận trong các gói".to_owned(),
        notes: Vec::new(),
        head: ["Gói", "Loại", "Mã", "Nội dung", "Căn cứ chưa đọc"].map(str::to_owned).to_vec(),
        rows: Vec::new(),
    };
    for pack in packs {
        let place = format!("{} {}", text(pack, "id"), text(pack, "version"));
        let mut add = |kind: &str, code: &str, words: &str, basis: &str| {
            table.rows.push([place.as_str(), kind, code, words, basis].map(str::to_owned).to_vec());
        };
        if is_open(pack.get("citation")) {
            add("Mẫu", "citation", &vi(pack.get("title")), &law(pack.get("citation")));
        }
        for question in list(pack, "unconfirmed") {
            add("Câu hỏi", "", &vi(Some(question)), "");
        }
        for field in list(pack, "sections").iter().flat_map(|section| list(section, "fields")) {
            for one in std::iter::once(field).chain(list(field, "fields")) {
                if is_open(one.get("basis")) {
                    add("Mục", text(one, "id"), &vi(one.get("label")), &law(one.get("basis")));
                }
            }
        }
        for rule in list(pack, "rules").iter().filter(|rule| is_open(rule.get("basis"))) {
            add("Quy tắc", text(rule, "code"), &vi(rule.get("words")), &law(rule.get("basis")));
        }
        for paper in list(pack, "papers").iter().filter(|paper| is_open(paper.get("basis"))) {
            add("Giấy tờ", text(paper, "id"), &vi(paper.get("label")), &law(paper.get("basis")));
        }
    }
    for service in list(services, "services") {
        let place = format!("dịch vụ {}", text(service, "id"));
        let mut add = |kind: &str, code: &str, words: &str, basis: &str| {
            table.rows.push([place.as_str(), kind, code, words, basis].map(str::to_owned).to_vec());
        };
        if is_open(service.get("basis")) {
            add("Dịch vụ", "basis", &vi(service.get("title")), &law(service.get("basis")));
        }
        for paper in list(service, "papers").iter().filter(|paper| is_open(paper.get("basis"))) {
            add("Giấy tờ", text(paper, "id"), &vi(paper.get("label")), &law(paper.get("basis")));
        }
    }
    let by_sense = table
        .rows
        .iter()
        .filter(|row| row.iter().any(|cell| cell.starts_with("Kiểm tra tính hợp lý")))
        .count();
    table.notes = vec![format!(
        "{} chỗ. Trong đó {by_sense} chỗ là kiểm tra tính hợp lý, không dựa vào điều luật nào: chỉ nhắc, không chờ văn bản.",
        table.rows.len()
    )];
    table
}

fn is_open(basis: Option<&Value>) -> bool {
    basis.is_some_and(|basis| text(basis, "status") == "unconfirmed")
}
