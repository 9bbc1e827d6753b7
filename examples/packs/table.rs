//! A table of text: as CSV for a spreadsheet and as a page of HTML.

use std::fmt::Write;

/// Rows under one heading.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
    /// Of the page.
    pub(crate) title: String,
    /// Lines above the table.
    pub(crate) notes: Vec<String>,
    /// Of the columns.
    pub(crate) head: Vec<String>,
    /// Each as long as `head`.
    pub(crate) rows: Vec<Vec<String>>,
}

impl Table {
    /// RFC 4180, UTF-8 with a byte order mark, because Excel reads a file without one in the machine's old code page.
    pub(crate) fn csv(&self) -> String {
        let mut text = String::from("\u{feff}");
        for row in std::iter::once(&self.head).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| csv_cell(cell)).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
        text
    }

    /// A page of its own: no script, nothing from elsewhere.
    pub(crate) fn html(&self) -> String {
        let mut page = start(&self.title);
        for note in &self.notes {
            let _ = writeln!(page, "<p>{}</p>", escape(note));
        }
        page.push_str(&self.body());
        page.push_str("</body>\n</html>\n");
        page
    }

    /// The `<table>` alone.
    pub(crate) fn body(&self) -> String {
        let mut page = String::from("<table>\n<thead><tr>");
        for cell in &self.head {
            let _ = write!(page, "<th scope=\"col\">{}</th>", escape(cell));
        }
        page.push_str("</tr></thead>\n<tbody>\n");
        for row in &self.rows {
            page.push_str("<tr>");
            for cell in row {
                let _ = write!(page, "<td>{}</td>", escape(cell));
            }
            page.push_str("</tr>\n");
        }
        page.push_str("</tbody>\n</table>\n");
        page
    }
}

/// The head of a page, up to its heading.
pub(crate) fn start(title: &str) -> String {
    let title = escape(title);
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>body{{font:16px/1.5 sans-serif;margin:2rem}}table{{border-collapse:collapse}}\
         th,td{{border:1px solid #767676;padding:.3rem .5rem;text-align:left;vertical-align:top}}\
         th{{background:#eee}}@media print{{body{{margin:0;font-size:10pt}}}}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n"
    )
}

/// Text as it may stand in HTML, in an attribute too.
pub(crate) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

/// In quotes; a text that a spreadsheet would compute gets an apostrophe before it.
fn csv_cell(text: &str) -> String {
    let computed = text.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || text.starts_with(['\t', '\r', '\n']);
    let guard = if computed { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
