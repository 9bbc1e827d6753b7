/// What a table takes: it is counted before it is written.
#[derive(Clone, Copy, Default)]
pub(super) struct Extent {
    pub(super) rows: usize,
    pub(super) columns: usize,
}
