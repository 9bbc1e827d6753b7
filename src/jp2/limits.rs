/// How much one picture may ask for; beyond it is the error `jp2.too_large`. Together they keep the answer within a
/// quarter of a second, whatever the header asks for (docs/limits.md).
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file. Portraits of DG2 have 10–100 KB.
    pub bytes: usize,
    /// Pixels. ISO/IEC 19794-5 asks for 420 × 525 and more.
    pub pixels: u64,
    /// Tiles. A portrait is one tile.
    pub tiles: u64,
    /// Parts that the tiles come in.
    pub parts: usize,
    /// Red, green, blue and alpha.
    pub components: u64,
    /// Bits of a sample.
    pub precision: u8,
    /// Wavelet levels; encoders write 5.
    pub levels: u8,
    /// Packets: precincts × components × levels × layers, as if all levels were as fine as the finest. Encoders write one
    /// precinct a level, or some of 128 × 128.
    pub packets: u64,
    /// Exponents of a code-block's sides together, at least: encoders write 12 (64 × 64) or 10.
    pub block: u8,
    /// Bit planes with guard bits and the shift of a region: 8 bits, 2 of the wavelet, 2 guard bits, and fine steps.
    pub planes: u8,
}

/// The limits of [`decode`](super::decode).
pub const LIMITS: Limits = Limits {
    bytes: 1 << 20,
    pixels: 2_000_000,
    tiles: 64,
    parts: 1_000,
    components: 4,
    precision: 8,
    levels: 10,
    packets: 100_000,
    block: 8,
    planes: 20,
};
