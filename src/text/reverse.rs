use crate::Error;

/// The way back from the letters of a double-byte encoding to its bytes.
///
/// The tables of these encodings are big and every platform has them, so none ships here: the
/// caller decodes all pairs of bytes once and hands the result over.
pub struct ReverseTable {
    charset: Charset,
    /// Code point and pair, in order.
    pairs: Vec<(char, [u8; 2])>,
}

/// The encodings that decoders guess when a QR code says nothing of its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// Traditional Chinese.
    Big5,
    /// Japanese.
    ShiftJis,
    /// Simplified Chinese; GBK and GB2312 are parts of it.
    Gb18030,
    /// Korean, with the letters of windows-949.
    EucKr,
    /// Japanese on Unix; of its three-byte letters nothing is known here.
    EucJp,
}

impl Charset {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Big5, Self::ShiftJis, Self::Gb18030, Self::EucKr, Self::EucJp];

    /// The WHATWG label, which `TextDecoder` takes.
    pub fn name(self) -> &'static str {
        match self {
            Self::Big5 => "big5",
            Self::ShiftJis => "shift_jis",
            Self::Gb18030 => "gb18030",
            Self::EucKr => "euc-kr",
            Self::EucJp => "euc-jp",
        }
    }

    /// The charset with this label.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|charset| charset.name() == name)
    }
}

impl ReverseTable {
    /// Bytes of a table: 126 lead bytes × 191 trail bytes × 4.
    pub const BYTES: usize = 126 * 191 * 4;

    /// From the code points of all pairs: leads 0x81–0xFE, for each the trails 0x40–0xFE, each cell a
    /// little-endian u32, 0 where the pair is no single character.
    ///
    /// # Errors
    /// `text.table` when the length is not [`Self::BYTES`] or a cell is no code point.
    pub fn new(charset: Charset, cells: &[u8]) -> Result<Self, Error> {
        if cells.len() != Self::BYTES {
            return Err(Error::new("text.table", "a table has 126 × 191 cells of 4 bytes"));
        }
        let mut pairs = Vec::new();
        for (cell, pair) in cells.as_chunks::<4>().0.iter().zip(Self::pairs()) {
            let code = u32::from_le_bytes(*cell);
            if code == 0 || code == 0xFFFD {
                continue;
            }
            let letter = char::from_u32(code)
                .ok_or_else(|| Error::new("text.table", "a cell is no Unicode scalar value"))?;
            pairs.push((letter, pair));
        }
        pairs.sort_by(Ord::cmp);
        Ok(Self { charset, pairs })
    }

    /// From a platform's decoder: what it makes of [`Self::probe`].
    ///
    /// # Errors
    /// `text.table` when it is not the decoding of the probe.
    pub fn of_probe(charset: Charset, decoded: &str) -> Result<Self, Error> {
        let cell = |line: &str| {
            let mut letters = line.chars();
            // 0 where the pair is no single character.
            letters.next().filter(|_| letters.next().is_none()).map_or(0, u32::from).to_le_bytes()
        };
        let cells: Vec<u8> = decoded.split('\n').take(Self::BYTES / 4).flat_map(cell).collect();
        Self::new(charset, &cells)
    }

    /// One text of all pairs, each on a line of its own: a line break is no part of any pair.
    pub fn probe() -> Vec<u8> {
        Self::pairs().flat_map(|[lead, trail]| [lead, trail, b'\n']).collect()
    }

    /// All pairs of bytes, in the order of the cells.
    pub fn pairs() -> impl Iterator<Item = [u8; 2]> {
        (0x81_u8..=0xFE).flat_map(|lead| (0x40_u8..=0xFE).map(move |trail| [lead, trail]))
    }

    /// Which encoding it undoes.
    pub fn charset(&self) -> Charset {
        self.charset
    }

    /// All bytes that decode to this letter: one for ASCII, else mostly one pair, seldom several or none.
    pub(super) fn bytes(&self, letter: char) -> Vec<Vec<u8>> {
        if letter.is_ascii() {
            return vec![u8::try_from(letter).into_iter().collect()];
        }
        let mut found = Vec::new();
        match (self.charset, letter) {
            // JIS X 0201: half-width katakana, and what older decoders show for two signs of ASCII.
            (Charset::ShiftJis, '\u{ff61}'..='\u{ff9f}') => {
                let code = u32::from(letter).saturating_sub(0xFF61).saturating_add(0xA1);
                found.extend(u8::try_from(code).ok().map(|byte| vec![byte]));
            }
            (Charset::ShiftJis, '\u{80}') | (Charset::Gb18030, '€') => found.push(vec![0x80]),
            _ => {}
        }
        let from = self.pairs.partition_point(|(other, _)| *other < letter);
        let same = self.pairs.iter().skip(from).take_while(|(other, _)| *other == letter);
        found.extend(same.map(|(_, pair)| pair.to_vec()));
        if self.charset == Charset::Big5
            && let Some(pair) = other_big5(letter).map(Vec::from)
            && !found.contains(&pair)
        {
            found.push(pair);
        }
        found
    }
}

/// Big5 differs by platform: where Windows and ICU (which Node has) show private letters, the WHATWG's has others or
/// none, and `ơ`, `ư` are in those places. A text may come from the other kind than the table does.
fn other_big5(letter: char) -> Option<[u8; 2]> {
    let code = u32::from(letter);
    let (first, _, start) =
        OTHER_BIG5.iter().find(|(first, count, _)| (*first..first.saturating_add(*count)).contains(&code))?;
    let at = code.saturating_sub(*first).saturating_add(*start);
    let (lead, trail) = (at.checked_div(TRAILS)?.saturating_add(0x81), at.checked_rem(TRAILS)?);
    let trail = trail.saturating_add(if trail < 0x3F { 0x40 } else { 0x62 });
    Some([u8::try_from(lead).ok()?, u8::try_from(trail).ok()?])
}

/// Trails of a lead of Big5: 0x40–0x7E, 0xA1–0xFE.
const TRAILS: u32 = 157;

/// First letter, how many, and place of the first among all pairs: private letters of Windows at FA40, 8E40, 8140 and
/// C6A1; of the WHATWG what stands for `ơ`, `ư` at C6A1.
const OTHER_BIG5: [(u32, u32, u32); 6] = [
    (0xE000, 785, 18_997),
    (0xE311, 2_983, 2_041),
    (0xEEB8, 2_041, 0),
    (0xF6B1, 408, 10_896),
    (0x2460, 10, 10_896),
    (0x2474, 10, 10_906),
];

impl std::fmt::Debug for ReverseTable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReverseTable({}, {} pairs)", self.charset.name(), self.pairs.len())
    }
}
