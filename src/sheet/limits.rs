/// What a file may be at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a file. 100,000 people with 9 columns take 6 MB as .xlsx; ten times that still fits into the
    /// memory of a browser's tab.
    pub file: usize,
    /// Bytes of everything that an archive holds, unpacked.
    pub unpacked: u64,
    /// Files in an archive; a workbook has some dozen.
    pub entries: usize,
    /// Cells of a file, the empty ones between filled ones included.
    pub cells: usize,
    /// Rows of a sheet (Excel specifications and limits).
    pub rows: usize,
    /// Columns of a sheet (Excel specifications and limits).
    pub columns: usize,
    /// Characters of a cell (Excel specifications and limits).
    pub characters: usize,
    /// Sheets of a file.
    pub sheets: usize,
}

/// The limits of this crate.
pub const LIMITS: Limits = Limits {
    file: 64 << 20,
    unpacked: 512 << 20,
    entries: 4_096,
    cells: 20_000_000,
    rows: 1_048_576,
    columns: 16_384,
    characters: 32_767,
    sheets: 256,
};
