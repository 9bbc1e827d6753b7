//! Writes `docs/findings.md` and `npm/codes.d.ts` from the tables of finding codes.

use std::{fs, io};

fn main() -> io::Result<()> {
    fs::write("docs/findings.md", cancuoc::catalogue::table_as_markdown())?;
    fs::write("npm/codes.d.ts", cancuoc::catalogue::table_as_typescript())
}
