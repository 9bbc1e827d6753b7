//! Texts with a separator: `.csv`, `.tsv`.

use crate::{Error, people::Cell};

use super::{
    Format, LIMITS, Sheet, Workbook,
    encoding::{self, Content},
    error,
    table::{Budget, Table},
};

pub(crate) fn read(file: &[u8]) -> Result<Workbook, Error> {
    let content = encoding::of(file);
    let (bytes, known) = match &content {
        Content::Utf8(bytes, from) => (bytes.as_slice(), Some(*from)),
        Content::Bytes(bytes) => (bytes.as_slice(), None),
    };
    let (bytes, declared) = declared(bytes);
    let separator = declared.unwrap_or_else(|| separator(bytes));
    let mut places: Vec<(usize, usize)> = Vec::new();
    let mut raw: Vec<Vec<u8>> = Vec::new();
    // Rows are counted by lines that are parsed: the library drops blank ones, their number comes from the text.
    let mut count = 0_usize;
    for record in records(bytes, separator) {
        let (row, values) = record?;
        if row >= LIMITS.rows || values.len() > LIMITS.columns {
            return Err(error::too_many_cells(LIMITS.cells));
        }
        count = count.saturating_add(values.len());
        if count > LIMITS.cells {
            return Err(error::too_many_cells(LIMITS.cells));
        }
        for (column, value) in values.into_iter().enumerate().filter(|(_, value)| !value.is_empty()) {
            places.push((row, column));
            raw.push(value);
        }
    }
    let (texts, from, doubtful) = match known {
        Some(from) => {
            let texts = raw.into_iter().map(|value| String::from_utf8_lossy(&value).into_owned()).collect();
            (texts, from, 0)
        }
        None => {
            let values = encoding::values(&raw);
            (values.texts, values.from, values.doubtful)
        }
    };
    let (mut table, mut budget) = (Table::default(), Budget::default());
    for ((row, column), text) in places.into_iter().zip::<Vec<String>>(texts) {
        table.put(row, column, Cell::text(text), &mut budget)?;
    }
    let sheet = Sheet { name: "Sheet1".to_owned(), rows: table.into_rows(), ..Sheet::default() };
    Ok(Workbook {
        format: if separator == b'\t' { Format::Tsv } else { Format::Csv },
        sheets: vec![sheet],
        date1904: false,
        encoding: Some(from),
        separator: Some(char::from(separator)),
        doubtful,
    })
}

/// `sep=;` in the first line, as Excel writes and reads it.
fn declared(bytes: &[u8]) -> (&[u8], Option<u8>) {
    let rest = bytes.strip_prefix(b"sep=").or_else(|| bytes.strip_prefix(b"SEP="));
    match rest {
        Some([separator @ (b',' | b';' | b'\t' | b'|'), rest @ ..]) => {
            let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
            (rest.strip_prefix(b"\n").unwrap_or(rest), Some(*separator))
        }
        _ => (bytes, None),
    }
}

/// The separator that parts the first records most evenly.
fn separator(bytes: &[u8]) -> u8 {
    let head = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or(bytes);
    let score = |separator: u8| {
        let mut counts: Vec<usize> =
            records(head, separator).take(RECORDS).filter_map(|record| Some(record.ok()?.1.len())).collect();
        counts.sort_unstable();
        // The number of values that most records have: titles above a table have one.
        let mut best = (0_usize, 0_usize);
        for chunk in counts.chunk_by(|a, b| a == b) {
            let width = chunk.first().copied().unwrap_or(0);
            if width > 1 {
                best = best.max((chunk.len(), width));
            }
        }
        best
    };
    let scores = [b'\t', b';', b',', b'|'].map(|separator| (score(separator), separator));
    let best = scores.into_iter().max_by_key(|(score, _)| *score);
    best.filter(|((count, _), _)| *count > 0).map_or(b',', |(_, separator)| separator)
}

/// Records with the number of their row: of a line that is blank there is none, and a value with line breaks
/// is one row.
fn records(bytes: &[u8], separator: u8) -> impl Iterator<Item = Result<(usize, Vec<Vec<u8>>), Error>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut row = 0_usize;
    let mut position = 0_usize;
    std::iter::from_fn(move || match reader.read_byte_record(&mut record) {
        Ok(false) => None,
        Ok(true) => {
            // The end of the record before may still hang on: `\r` ended it, `\n` comes now.
            let rest = bytes.get(position..).unwrap_or_default();
            let ended = position.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'\r');
            let rest = if ended { rest.strip_prefix(b"\n").unwrap_or(rest) } else { rest };
            let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
            row = row.saturating_add(breaks(rest.get(..blank).unwrap_or_default()));
            let own = row;
            position = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            row = row.saturating_add(1);
            Some(Ok((own, record.iter().map(<[u8]>::to_vec).collect())))
        }
        Err(_) => Some(Err(error::damaged("the text"))),
    })
}

/// Line breaks: `\r\n`, `\n` or `\r`.
fn breaks(bytes: &[u8]) -> usize {
    let mut count = 0_usize;
    let mut before = 0;
    for byte in bytes {
        if *byte == b'\r' || *byte == b'\n' && before != b'\r' {
            count = count.saturating_add(1);
        }
        before = *byte;
    }
    count
}

/// Bytes and records of the beginning that the separator is found out from.
const SAMPLE: usize = 1 << 16;
const RECORDS: usize = 50;

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        let book = read(text.as_bytes()).unwrap();
        let rows = book.sheets.into_iter().flat_map(|sheet| sheet.rows);
        rows.map(|row| row.iter().map(|cell| cell.shown().into_owned()).collect()).collect()
    }

    #[test]
    fn the_separator_is_the_one_that_parts_the_rows_evenly() {
        for separator in [",", ";", "\t", "|"] {
            let text = "DANH SÁCH HỘI VIÊN\nHọ tên,Địa chỉ\nMẫu,\"Thôn 3, xã Mẫu; tỉnh Mẫu\"\nMẫu,x\n";
            let text = text
                .replace("tên,", &["tên", separator].concat())
                .replace("Mẫu,", &["Mẫu", separator].concat());
            let want = ["Mẫu", "Thôn 3, xã Mẫu; tỉnh Mẫu"];
            assert_eq!(rows(&text)[2], want, "{separator}");
        }
        assert_eq!(rows("sep=;\r\na,b;c"), [["a,b", "c"]]);
        assert_eq!(rows("một cột\nhai"), [["một cột"], ["hai"]]);
    }

    #[test]
    fn rows_keep_their_number_over_blank_lines_and_breaks_in_values() {
        for end in ["\n", "\r\n"] {
            let text = ["a,1", "", "\"b", "b\",2", "", "", "c,3"].join(end);
            let rows = rows(&text);
            assert_eq!(rows.len(), 6, "{end:?}");
            assert_eq!(
                (rows[0][0].as_str(), rows[1].len(), rows[2][1].as_str(), rows[5][0].as_str()),
                ("a", 0, "2", "c")
            );
        }
    }

    #[test]
    fn zeros_in_front_stay() {
        assert_eq!(rows("036099012345,001\n"), [["036099012345", "001"]]);
        assert_eq!(read(b"a;b\n1;2").unwrap().separator, Some(';'));
    }

    #[test]
    fn legacy_bytes_are_brought_back() {
        let book =
            read(b"STT;H\xe4 v\xb5 t\xaan\n1;Nguy\xd4n V\xa8n M\xc9u\n2;Tr\xc7n Th\xde M\xc9u\n").unwrap();
        assert_eq!((book.encoding, book.doubtful), (Some("tcvn3"), 0));
        assert_eq!(book.sheets[0].rows[0][1], Cell::text("Họ và tên"));
        assert_eq!(book.sheets[0].rows[2][1], Cell::text("Trần Thị Mẫu"));
    }
}
