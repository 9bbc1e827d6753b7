//! Which documents' days have passed: packs that ended, and documents that another one replaced (`packs/documents.json`).

use cancuoc::json::Value;

use super::book::{day, law, list, status, text, vi};
use super::table::Table;

/// Its last day has passed.
pub(crate) const ENDED: &str = "Đã hết";

/// Days ahead in which an end is announced.
const SOON: i32 = 120;

/// What has ended, or ends soon, on that day: packs first, then documents with every place that rests on them.
pub(crate) fn dates(packs: &[Value], services: &Value, documents: &Value, on: &str) -> Table {
    let mut table = Table {
        title: format!("Văn bản và mẫu đã hết ngày, tính đến {}", day(on)),
        notes: vec![format!(
            "“Sắp hết”: trong {SOON} ngày tới. Văn bản thay thế lấy từ packs/documents.json."
        )],
        head: ["Tình trạng", "Văn bản, mẫu", "Hết ngày", "Nay dùng", "Trạng thái", "Ở đâu"]
            .map(str::to_owned)
            .to_vec(),
        rows: Vec::new(),
    };
    for pack in packs {
        let until = text(pack, "effectiveTo");
        let Some(state) = state(until, on) else { continue };
        let later = packs
            .iter()
            .find(|other| text(other, "id") == text(pack, "id") && text(other, "effectiveFrom") > until)
            .map_or("chưa có mẫu mới", |other| text(other, "version"));
        let cited = law(pack.get("citation"));
        let row = [state, &cited, &day(until), later, status(pack.get("citation")), &place(pack)];
        table.rows.push(row.map(str::to_owned).to_vec());
    }
    let cited = citations(packs, services, on);
    for document in list(documents, "documents") {
        let Some(state) = state(text(document, "until"), on) else { continue };
        let places: Vec<&str> = cited
            .iter()
            .filter(|(_, basis)| rests_on(basis, document))
            .map(|(place, _)| place.as_str())
            .collect();
        if places.is_empty() {
            continue;
        }
        let now = match (text(document, "replacedBy"), vi(document.get("note"))) {
            ("", note) => note,
            (successor, note) if note.is_empty() => successor.to_owned(),
            (successor, note) => format!("{successor} ({note})"),
        };
        let until = day(text(document, "until"));
        let row = [state, text(document, "title"), &until, &now, status(Some(document)), &places.join("; ")];
        table.rows.push(row.map(str::to_owned).to_vec());
    }
    table
}

/// Every place of the packs of that day and of the catalogue, and what it cites.
fn citations(packs: &[Value], services: &Value, on: &str) -> Vec<(String, String)> {
    let mut cited = Vec::new();
    let mut add = |place: String, basis: Option<&Value>| {
        if basis.is_some() {
            cited.push((place, law(basis)));
        }
    };
    // What a pack that ended rests on is of its own days.
    let in_force = |pack: &&Value| text(pack, "effectiveTo").is_empty() || text(pack, "effectiveTo") >= on;
    for pack in packs.iter().filter(in_force) {
        let form = text(pack, "id");
        add(format!("{form}: mẫu"), pack.get("citation"));
        for field in list(pack, "sections").iter().flat_map(|section| list(section, "fields")) {
            for one in std::iter::once(field).chain(list(field, "fields")) {
                add(format!("{form}: mục {}", text(one, "id")), one.get("basis"));
            }
        }
        for rule in list(pack, "rules") {
            add(text(rule, "code").to_owned(), rule.get("basis"));
        }
        for paper in list(pack, "papers") {
            add(format!("{form}: giấy tờ {}", text(paper, "id")), paper.get("basis"));
        }
    }
    for service in list(services, "services") {
        let name = text(service, "id");
        add(format!("dịch vụ {name}"), service.get("basis"));
        for paper in list(service, "papers") {
            add(format!("dịch vụ {name}: giấy tờ {}", text(paper, "id")), paper.get("basis"));
        }
    }
    cited
}

/// "Thông tư 90/2026 (trước 01/7/2026: Thông tư 86/2024)" names the successor already.
fn rests_on(cited: &str, document: &Value) -> bool {
    let successor = text(document, "replacedByNumber");
    cited.contains(text(document, "number")) && (successor.is_empty() || !cited.contains(successor))
}

fn place(pack: &Value) -> String {
    format!("{} {}", text(pack, "id"), text(pack, "version"))
}

/// Past, or near; nothing of an end far away.
fn state(until: &str, on: &str) -> Option<&'static str> {
    let (until, on) = (cancuoc::Date::from_iso(until)?, cancuoc::Date::from_iso(on)?);
    match on.days_to(until) {
        left if left < 0 => Some(ENDED),
        left if left <= SOON => Some("Sắp hết"),
        _ => None,
    }
}
