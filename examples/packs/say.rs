//! A condition of a pack in Vietnamese words, for who reads no expressions.

use std::collections::BTreeMap;

/// The labels of a pack: of its fields, and of its choices by field and value.
#[derive(Default)]
pub(crate) struct Labels {
    /// Field id to label.
    pub(crate) fields: BTreeMap<String, String>,
    /// The same of the fields of rows.
    pub(crate) rows: BTreeMap<String, String>,
    /// Field id and value to label.
    pub(crate) choices: BTreeMap<(String, String), String>,
}

/// The words of an expression: names of fields as their labels, values of choices as they are printed.
pub(crate) fn say(expression: &str, labels: &Labels) -> String {
    let tokens = tokens(expression);
    let mut words = String::new();
    let mut field = String::new();
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let next = |ahead: usize| tokens.get(index + ahead).map_or("", String::as_str);
        let mut used = 1;
        let said = match token.as_str() {
            "&&" => " và ".to_owned(),
            "||" => " hoặc ".to_owned(),
            "!" if next(1) == "has" => {
                used = 2;
                "chưa ghi ".to_owned()
            }
            "!" => "không phải ".to_owned(),
            "has" => "đã ghi ".to_owned(),
            "==" | "!=" if matches!(next(1), "true" | "false") => {
                used = 2;
                let yes = (token == "==") == (next(1) == "true");
                (if yes { ": có" } else { ": không" }).to_owned()
            }
            "==" => " = ".to_owned(),
            "!=" => " ≠ ".to_owned(),
            "<=" => " ≤ ".to_owned(),
            ">=" => " ≥ ".to_owned(),
            "<" | ">" | "+" | "-" => format!(" {token} "),
            "in" => " thuộc ".to_owned(),
            "?" => " thì: ".to_owned(),
            ":" => "; nếu không: ".to_owned(),
            "," => "; ".to_owned(),
            "[" => "(".to_owned(),
            "]" => ")".to_owned(),
            "true" => "đúng".to_owned(),
            "false" => "sai".to_owned(),
            "null" => "bỏ trống".to_owned(),
            // `list.exists(m, …)`: what is asked of the rows, without the variable's name.
            "." if matches!(next(1), "all" | "exists" | "exists_one" | "map") && next(2) == "(" => {
                used = if next(4) == "," { 5 } else { 3 };
                format!(": {} (", function(next(1)))
            }
            "." if next(2) == "(" => {
                used = 2;
                format!(" {}", function(next(1)))
            }
            // `row.pin` is of the row that the rule is asked for, `m.pin` of any row.
            "." => {
                used = 2;
                field = next(1).to_owned();
                let own = index
                    .checked_sub(1)
                    .and_then(|before| tokens.get(before))
                    .is_some_and(|name| name == "row");
                format!("{} của {}dòng", named(&field, &labels.rows), if own { "chính " } else { "" })
            }
            "on" => "ngày nộp".to_owned(),
            text if text.starts_with(['"', '\'']) => {
                let value = text.trim_matches(['"', '\'']);
                quoted(value, &field, labels)
            }
            name if next(1) == "(" => function(name).to_owned(),
            name if name.starts_with(|c: char| c.is_alphabetic()) => {
                if next(1) == "." && !labels.fields.contains_key(name) {
                    String::new()
                } else {
                    field = name.to_owned();
                    named(name, &labels.fields)
                }
            }
            other => other.to_owned(),
        };
        words.push_str(&said);
        index += used;
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn named(id: &str, labels: &BTreeMap<String, String>) -> String {
    labels.get(id).map_or_else(|| id.to_owned(), |label| format!("“{label}”"))
}

/// A value of a choice as it is printed; a day as one writes it.
fn quoted(value: &str, field: &str, labels: &Labels) -> String {
    let of_field = labels.choices.get(&(field.to_owned(), value.to_owned()));
    let of_any = || labels.choices.iter().find(|((_, other), _)| other == value).map(|(_, label)| label);
    if let Some(label) = of_field.or_else(of_any) {
        return format!("“{label}”");
    }
    match value.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] if value.len() == 10 => format!("{day}/{month}/{year}"),
        _ => format!("“{value}”"),
    }
}

fn function(name: &str) -> &str {
    match name {
        "age" => "tuổi tròn ",
        "daysBetween" => "số ngày từ–đến ",
        "addDays" => "cộng thêm ngày ",
        "addMonths" => "cộng thêm tháng ",
        "addYears" => "cộng thêm năm ",
        "date" => "ngày ",
        "year" => "năm của ",
        "month" => "tháng của ",
        "day" => "ngày của ",
        "isFullDate" => "ghi đủ ngày, tháng, năm ",
        "dateInWords" => "ghi bằng chữ ",
        "same" => "cùng nội dung ",
        "like" => "đúng dạng ",
        "size" => "số ký tự, số dòng ",
        "distinct" => "không có hai giá trị trùng nhau ",
        "wordCount" => "số từ ",
        "pinSex" => "giới tính theo số định danh ",
        "pinBirthYear" => "năm sinh theo số định danh ",
        "isPin" => "là số định danh 12 chữ số ",
        "isTaxCode" => "là mã số thuế ",
        "startsWith" => "bắt đầu bằng ",
        "endsWith" => "kết thúc bằng ",
        "contains" => "có chứa ",
        "all" => "mọi dòng",
        "exists" => "có một dòng",
        "exists_one" => "có đúng một dòng",
        "map" => "lấy",
        other => other,
    }
}

/// Names, numbers, texts in their quotes, and signs.
fn tokens(expression: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut chars = expression.chars().peekable();
    while let Some(c) = chars.next() {
        let mut token = String::from(c);
        if c.is_whitespace() {
            continue;
        }
        if c == '"' || c == '\'' {
            while let Some(inner) = chars.next() {
                token.push(inner);
                if inner == '\\' {
                    token.extend(chars.next());
                } else if inner == c {
                    break;
                }
            }
        } else if c.is_alphanumeric() || c == '_' {
            while let Some(inner) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                token.push(inner);
            }
        } else if let Some(second) =
            chars.next_if(|d| matches!((c, d), ('&', '&') | ('|', '|') | ('=' | '!' | '<' | '>', '=')))
        {
            token.push(second);
        }
        tokens.push(token);
    }
    tokens
}
