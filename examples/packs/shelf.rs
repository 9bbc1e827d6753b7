//! The tables of all packs on the disk: a page and a CSV for each, the open questions, the dates, and a page that lists them.

use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use cancuoc::json::{LIMITS, Value, parse};

use super::book::{book, day, list, status, text, vi};
use super::dates::{ENDED, dates};
use super::open::open;
use super::table::{Table, escape, start};

/// What was written.
#[derive(Debug)]
pub(crate) struct Written {
    /// Versions of packs.
    pub(crate) packs: usize,
    /// Places that stand on nothing that was read.
    pub(crate) open: usize,
    /// Versions and documents whose last day has passed, and those whose last day is near.
    pub(crate) ended: usize,
    pub(crate) ending: usize,
}

/// Writes the tables of the packs of `folder` into `target`.
pub(crate) fn write(folder: &Path, target: &Path, on: &str) -> io::Result<Written> {
    fs::create_dir_all(target)?;
    let packs = packs(folder)?;
    let root = |name: &str| -> Value { read(&folder.join(name)).unwrap_or_default() };
    let (services, documents) = (root("services.json"), root("documents.json"));
    for pack in &packs {
        put(target, &file(pack), &book(pack))?;
    }
    let open = open(&packs, &services);
    let dates = dates(&packs, &services, &documents, on);
    put(target, "open", &open)?;
    put(target, "dates", &dates)?;
    fs::write(target.join("index.html"), index(&packs, &open, &dates, on))?;
    let ended = dates.rows.iter().filter(|row| row.first().is_some_and(|state| state == ENDED)).count();
    Ok(Written {
        packs: packs.len(),
        open: open.rows.len(),
        ended,
        ending: dates.rows.len().saturating_sub(ended),
    })
}

fn index(packs: &[Value], open: &Table, dates: &Table, on: &str) -> String {
    let mut page = start("Các gói: bảng để đọc");
    let _ = write!(
        page,
        "<p>Ngày {}. Mỗi gói có một trang và một tệp CSV cho bảng tính. Không gói nào đã được cơ quan ban hành xác nhận.</p>\n\
         <ul><li><a href=\"open.html\">Còn chưa xác nhận: {} chỗ</a> (<a href=\"open.csv\">CSV</a>)</li>\n\
         <li><a href=\"dates.html\">Văn bản đã hết hoặc sắp hết ngày: {} chỗ</a> (<a href=\"dates.csv\">CSV</a>)</li></ul>\n",
        day(on),
        open.rows.len(),
        dates.rows.len()
    );
    page.push_str("<table>\n<thead><tr>");
    for head in ["Gói", "Bản", "Áp dụng", "Trạng thái của mẫu", "Quy tắc", "Chưa xác nhận", "Tệp"]
    {
        let _ = write!(page, "<th scope=\"col\">{head}</th>");
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    for pack in packs {
        let name = escape(&file(pack));
        let rules = list(pack, "rules");
        let unread = rules.iter().filter(|rule| status(rule.get("basis")) == "Chưa xác nhận").count();
        let until = text(pack, "effectiveTo");
        let ended = if !until.is_empty() && until < on { " (đã hết)" } else { "" };
        let days = format!("{} – {}{ended}", day(text(pack, "effectiveFrom")), day(until));
        let _ = writeln!(
            page,
            "<tr><td><a href=\"{name}.html\">{}</a></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{unread}</td>\
             <td><a href=\"{name}.csv\">CSV</a></td></tr>",
            escape(&vi(pack.get("title"))),
            escape(text(pack, "version")),
            escape(&days),
            status(pack.get("citation")),
            rules.len()
        );
    }
    page.push_str("</tbody>\n</table>\n</body>\n</html>\n");
    page
}

/// `ct01-2026-07-01`.
fn file(pack: &Value) -> String {
    format!("{}-{}", text(pack, "id"), text(pack, "effectiveFrom"))
}

fn put(target: &Path, name: &str, table: &Table) -> io::Result<()> {
    fs::write(target.join(format!("{name}.html")), table.html())?;
    fs::write(target.join(format!("{name}.csv")), table.csv())
}

/// All versions of all forms, in the order of their names. What cannot be read is the linter's to tell.
fn packs(folder: &Path) -> io::Result<Vec<Value>> {
    let mut forms: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    forms.sort_by_key(fs::DirEntry::file_name);
    let mut packs = Vec::new();
    for form in forms.iter().filter(|form| form.path().is_dir()) {
        let mut files: Vec<_> = fs::read_dir(form.path())?.collect::<Result<_, _>>()?;
        files.sort_by_key(fs::DirEntry::file_name);
        let versions = files.iter().filter(|file| file.file_name() != "examples.json");
        packs.extend(versions.filter_map(|file| read(&file.path())));
    }
    Ok(packs)
}

fn read(path: &Path) -> Option<Value> {
    parse(&fs::read_to_string(path).ok()?, LIMITS).ok()
}
