//! A pack as a table that a lawyer reads: every item, rule and paper, when it holds, and the law it stands on.

use cancuoc::json::Value;

use super::say::{Labels, say};
use super::table::Table;

const HEAD: [&str; 8] = ["Loại", "Mục", "Điều kiện", "Quy tắc", "Mức", "Căn cứ", "Trạng thái", "Mã"];

/// The table of one pack.
pub(crate) fn book(pack: &Value) -> Table {
    let labels = labels(pack);
    let mut table = Table {
        title: format!("{} ({})", vi(pack.get("title")), text(pack, "version")),
        notes: notes(pack),
        head: HEAD.map(str::to_owned).to_vec(),
        rows: Vec::new(),
    };
    let citation = pack.get("citation");
    for section in list(pack, "sections") {
        let shown = condition(section.get("visible"), &labels);
        for field in list(section, "fields") {
            row_of_field(field, "", &shown, citation, &labels, &mut table.rows);
        }
    }
    for rule in list(pack, "rules") {
        table.rows.push(row_of_rule(rule, &labels));
    }
    for paper in list(pack, "papers") {
        table.rows.push(row_of_paper(paper, &labels));
    }
    table
}

fn notes(pack: &Value) -> Vec<String> {
    let days = match (text(pack, "effectiveFrom"), text(pack, "effectiveTo")) {
        (from, "") => format!("Áp dụng từ {}.", day(from)),
        (from, to) => format!("Áp dụng từ {} đến {}.", day(from), day(to)),
    };
    let mut notes =
        vec![vi(pack.get("notice")), days, format!("Văn bản ban hành mẫu: {}.", law(pack.get("citation")))];
    notes.push(format!("Trạng thái của văn bản đó: {}.", status(pack.get("citation"))));
    notes.extend(list(pack, "unconfirmed").iter().map(|open| format!("Còn phải xem: {}", vi(Some(open)))));
    notes
}

fn row_of_field(
    field: &Value,
    group: &str,
    shown: &str,
    citation: Option<&Value>,
    labels: &Labels,
    rows: &mut Vec<Vec<String>>,
) {
    let own = vi(field.get("label"));
    let numbered = match text(field, "number") {
        "" => own,
        number => format!("{number}. {own}"),
    };
    let item = if group.is_empty() { numbered } else { format!("{group} › {numbered}") };
    let basis = field.get("basis").or(citation);
    let own_basis_is_open = field.get("basis").is_some_and(|basis| text(basis, "status") == "unconfirmed");
    let (rule, level) = match (field.get("value"), field.get("required")) {
        (Some(value), _) => (format!("Tự tính: {}", say(value.as_str().unwrap_or(""), labels)), ""),
        (None, Some(Value::Bool(true))) => ("Bắt buộc".to_owned(), level_of(own_basis_is_open)),
        (None, Some(Value::String(when))) => {
            (format!("Bắt buộc khi {}", say(when, labels)), level_of(own_basis_is_open))
        }
        _ => ("Không bắt buộc".to_owned(), ""),
    };
    let own_condition = condition(field.get("visible"), labels);
    let both: Vec<&str> =
        [shown, own_condition.as_str()].into_iter().filter(|condition| !condition.is_empty()).collect();
    let when = both.join(" và ");
    rows.push(
        ["Mục", &item, &when, &rule, level, &law(basis), status(basis), text(field, "id")]
            .map(str::to_owned)
            .to_vec(),
    );
    for inner in list(field, "fields") {
        row_of_field(inner, &item, &when, citation, labels, rows);
    }
}

fn row_of_rule(rule: &Value, labels: &Labels) -> Vec<String> {
    let at = text(rule, "at");
    let item = match labels.fields.get(text(rule, "each")) {
        Some(group) => format!("{group} › {}", labels.rows.get(at).map_or(at, String::as_str)),
        None => labels.fields.get(at).cloned().unwrap_or_else(|| at.to_owned()),
    };
    let mut when = condition(rule.get("when"), labels);
    for (member, words) in [("effectiveFrom", "từ"), ("effectiveTo", "đến")] {
        if !text(rule, member).is_empty() {
            when = format!("{when} ({words} {})", day(text(rule, member)));
        }
    }
    let check = format!("{} Đúng khi: {}.", vi(rule.get("words")), say(text(rule, "check"), labels));
    let basis = rule.get("basis");
    let level = match text(rule, "severity") {
        "error" => "Chặn",
        "warning" => "Nhắc",
        _ => "Cho biết",
    };
    ["Quy tắc", &item, when.trim(), &check, level, &law(basis), status(basis), text(rule, "code")]
        .map(str::to_owned)
        .to_vec()
}

fn row_of_paper(paper: &Value, labels: &Labels) -> Vec<String> {
    let kind = match text(paper, "kind") {
        "original" => "Bản chính",
        "copy" => "Bản sao",
        _ => "Xuất trình",
    };
    let yes = |member: &str| paper.get(member).and_then(Value::as_bool) == Some(true);
    let mut rule = kind.to_owned();
    if yes("optional") {
        rule.push_str("; chỉ khi cần hoặc khi được hỏi");
    }
    if yes("inDatabase") {
        rule.push_str("; dữ liệu đã có thì không phải nộp");
    }
    if let Some(note) = paper.get("note") {
        rule.push_str(". ");
        rule.push_str(&vi(Some(note)));
    }
    let basis = paper.get("basis");
    let when = condition(paper.get("when"), labels);
    ["Giấy tờ", &vi(paper.get("label")), &when, &rule, "", &law(basis), status(basis), text(paper, "id")]
        .map(str::to_owned)
        .to_vec()
}

fn level_of(open: bool) -> &'static str {
    if open { "Nhắc" } else { "Chặn" }
}

fn labels(pack: &Value) -> Labels {
    let mut labels = Labels::default();
    for field in list(pack, "sections").iter().flat_map(|section| list(section, "fields")) {
        labels.fields.insert(text(field, "id").to_owned(), vi(field.get("label")));
        choices(field, &mut labels);
        for inner in list(field, "fields") {
            labels.rows.insert(text(inner, "id").to_owned(), vi(inner.get("label")));
            choices(inner, &mut labels);
        }
    }
    labels
}

fn choices(field: &Value, labels: &mut Labels) {
    for choice in list(field, "choices") {
        let key = (text(field, "id").to_owned(), text(choice, "value").to_owned());
        labels.choices.insert(key, vi(choice.get("label")));
    }
}

fn condition(value: Option<&Value>, labels: &Labels) -> String {
    value.and_then(Value::as_str).map(|expression| say(expression, labels)).unwrap_or_default()
}

/// The members of a list, none if it is not there.
pub(crate) fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).unwrap_or_default()
}

/// A text, empty if it is not there.
pub(crate) fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or("")
}

/// The Vietnamese of words.
pub(crate) fn vi(words: Option<&Value>) -> String {
    words.map(|words| text(words, "vi").to_owned()).unwrap_or_default()
}

/// Document and article.
pub(crate) fn law(basis: Option<&Value>) -> String {
    let Some(basis) = basis else { return String::new() };
    [text(basis, "document"), text(basis, "article")].join(" ").trim().to_owned()
}

/// How well the basis is known.
pub(crate) fn status(basis: Option<&Value>) -> &'static str {
    match basis.map_or("", |basis| text(basis, "status")) {
        "read" => "Đã đọc",
        "unconfirmed" => "Chưa xác nhận",
        _ => "",
    }
}

/// `2026-07-01` as one writes it here.
pub(crate) fn day(iso: &str) -> String {
    match iso.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => iso.to_owned(),
    }
}
