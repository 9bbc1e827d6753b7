/// What JSON may hold at most; beyond it is an [`Error`](crate::Error) with code `limit.input`.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the text. 16 MiB: an application with ten scanned papers' digests is under 1 MiB.
    pub bytes: usize,
    /// Nesting. An application needs 6; recursion below stays under 64 KiB of stack at 128.
    pub depth: usize,
    /// Values in all. Keeps memory under about 50 times the text.
    pub values: usize,
}

/// The limits of everything that comes from outside.
pub const LIMITS: Limits = Limits { bytes: 16 << 20, depth: 128, values: 1_000_000 };
