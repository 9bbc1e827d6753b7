//! What a file is, by its first bytes and not by its name.

use std::io::Cursor;

use crate::Error;
use serde::Serialize;

use super::error;

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// Excel since 2007 (ECMA-376).
    Xlsx,
    /// The same with binary parts.
    Xlsb,
    /// Excel 97–2003 (BIFF8 in a compound file).
    Xls,
    /// OpenDocument.
    Ods,
    /// Comma or semicolon between the values.
    Csv,
    /// Tab between the values.
    Tsv,
}

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Zip(Format),
    Binary,
    Text,
}

pub(crate) fn of(file: &[u8]) -> Result<Kind, Error> {
    if file.is_empty() {
        return Err(error::empty());
    }
    if file.starts_with(b"PK\x03\x04") || file.starts_with(b"PK\x05\x06") {
        return of_zip(file).map(Kind::Zip);
    }
    if file.starts_with(&COMPOUND) {
        return of_compound(file);
    }
    if let Some((_, what)) = OTHERS.iter().find(|(head, _)| file.starts_with(head)) {
        return Err(error::not_a_sheet(what));
    }
    of_text(file)
}

fn of_zip(file: &[u8]) -> Result<Format, Error> {
    let archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| error::damaged("the archive"))?;
    let has = |name: &str| archive.file_names().flatten().any(|own| own.eq_ignore_ascii_case(name));
    let starts = |head: &str| archive.file_names().flatten().any(|own| own.starts_with(head));
    if has("xl/workbook.bin") {
        Ok(Format::Xlsb)
    } else if starts("xl/") {
        Ok(Format::Xlsx)
    } else if has("content.xml") && has("mimetype") {
        Ok(Format::Ods)
    } else if starts("word/") || starts("ppt/") {
        Err(error::not_a_sheet("a document of another program"))
    } else {
        Err(error::not_a_sheet("an archive"))
    }
}

/// Names of streams stand in a compound file as UTF-16.
fn of_compound(file: &[u8]) -> Result<Kind, Error> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        file.windows(name.len()).any(|part| part == name)
    };
    if holds("EncryptedPackage") {
        Err(error::encrypted())
    } else if holds("Workbook") || holds("Book") {
        Ok(Kind::Binary)
    } else {
        Err(error::not_a_sheet("a document of another program"))
    }
}

fn of_text(file: &[u8]) -> Result<Kind, Error> {
    let head = file.get(..file.len().min(2048)).unwrap_or(file);
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start().to_ascii_lowercase();
    if ["<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<body"]
        .iter()
        .any(|tag| start.starts_with(tag.as_bytes()))
    {
        return Err(error::web_page());
    }
    let marked = head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF");
    // Texts of 8 bits have no zeros; those of 16 bits have one in every second byte.
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    let wide = zeros.saturating_mul(4) >= head.len();
    if marked || zeros == 0 || wide {
        Ok(Kind::Text)
    } else {
        Err(error::not_a_sheet("of an unknown format"))
    }
}

/// The head of a compound file (MS-CFB §2.2).
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// First bytes of what people choose by mistake.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture or a sound"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"Rar!", "an archive"),
    (b"7z\xBC\xAF", "an archive"),
    (b"\x1F\x8B", "an archive"),
    (b"SQLite format 3", "a database"),
    (b"{\\rtf", "a document of another program"),
    (b"MZ\x90\0", "a program"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_content() {
        for (file, code) in [
            (&b""[..], "sheet.empty"),
            (b"%PDF-1.7", "sheet.not_a_sheet"),
            (b"\x89PNG\r\n\x1a\n", "sheet.not_a_sheet"),
            (b"<html><table>", "sheet.web_page"),
            (b"\xEF\xBB\xBF <?xml version='1.0'?><Workbook>", "sheet.web_page"),
            (b"PK\x03\x04 no archive", "sheet.damaged"),
            (b"abc\0def, no text at all", "sheet.not_a_sheet"),
        ] {
            assert_eq!(of(file).unwrap_err().code, code);
        }
        assert_eq!(of(b"STT,Ho ten\r\n1,Mau"), Ok(Kind::Text));
        assert_eq!(of(b"S\0T\0T\0"), Ok(Kind::Text));
    }

    #[test]
    fn an_encrypted_workbook_is_known_by_its_stream() {
        let mut file = COMPOUND.to_vec();
        file.extend([0; 600]);
        assert_eq!(of(&file).unwrap_err().code, "sheet.not_a_sheet");
        file.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(of(&file).unwrap_err().code, "sheet.encrypted");
    }
}
