use crate::Error;

/// What a reading function takes at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a payload, an MRZ or a number. A QR code holds under 3 kB; 1 MiB leaves room for whatever
    /// is pasted, and keeps the answer within milliseconds.
    pub input: usize,
    /// Readings that become one identity. A citizen shows a handful.
    pub readings: usize,
    /// Findings carried over from one reading.
    pub findings: usize,
    /// Characters of one value of a person who is compared. The longest residence has some 200.
    pub value: usize,
    /// Characters of all values of the people who are compared in one call.
    pub values: usize,
}

/// The limits of everything that reads.
pub const LIMITS: Limits =
    Limits { input: 1 << 20, readings: 64, findings: 200, value: 1_000, values: 50_000 };

impl Limits {
    /// # Errors
    /// `limit.input` for an input of more bytes.
    pub(crate) fn check_input(self, bytes: usize) -> Result<(), Error> {
        if bytes > self.input { Err(Error::limit("input, bytes", self.input)) } else { Ok(()) }
    }
}
