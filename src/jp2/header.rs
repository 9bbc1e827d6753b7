//! What a picture asks for, read before the decoder is let near it, which bounds little itself: a header of some octets can
//! ask for millions of tiles or precincts. What no portrait has is refused, so that the decoder reads nothing that was not
//! looked at here.

use super::limits::Limits;

/// Why a codestream is not decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// It is none, or ends too early.
    Broken,
    /// It asks for more than a portrait, or for other things.
    TooLarge,
}

/// Every codestream of a file, of which the decoder takes the last: a bare one is the file itself, the others stand in
/// the boxes of a JP2 (annex I.4). What lies in other boxes is none, whatever it looks like.
pub(super) fn codestreams(file: &[u8]) -> Vec<&[u8]> {
    if file.starts_with(&SOC_SIZ) {
        return vec![file];
    }
    let mut found = Vec::new();
    let mut rest = file;
    while let Some((kind, content, behind)) = next_box(rest) {
        if kind == *b"jp2c" {
            found.push(content);
        }
        rest = behind;
    }
    found
}

/// Holds a codestream (ISO/IEC 15444-1 annex A) against the limits: its main header, and the headers of its tile-parts,
/// which may change nothing.
pub(super) fn check(codestream: &[u8], limits: &Limits) -> Result<(), Unfit> {
    let mut rest = Octets(codestream.strip_prefix(&SOC_SIZ).ok_or(Unfit::Broken)?);
    let size = Size::read(&mut rest.segment()?)?;
    size.check(limits)?;
    let mut coding = Coding::default();
    loop {
        match rest.marker()? {
            COD => coding.take_default(&mut rest.segment()?)?,
            COC => coding.take_of_component(&mut rest.segment()?)?,
            QCD => coding.take_quantisation(&mut rest.segment()?)?,
            QCC => {
                let mut segment = rest.segment()?;
                segment.take(1)?;
                coding.take_quantisation(&mut segment)?;
            }
            RGN => {
                let mut segment = rest.segment()?;
                segment.take(2)?;
                coding.shift = coding.shift.max(segment.byte()?);
                segment.end()?;
            }
            COM | TLM | CRG => {
                rest.segment()?;
            }
            SOT => break,
            _ => return Err(Unfit::TooLarge),
        }
    }
    coding.check(&size, limits)?;
    check_parts(rest, limits)
}

/// The tile-parts, from behind the first SOT: each says how long it is (A.4.2).
fn check_parts(mut rest: Octets<'_>, limits: &Limits) -> Result<(), Unfit> {
    for _ in 0..limits.parts {
        let mut segment = rest.segment()?;
        segment.take(2)?;
        let length = segment.number::<4>()?;
        segment.take(2)?;
        segment.end()?;
        // The length counts SOT itself; without one the part is the rest.
        let length = match length {
            0 => rest.0.len(),
            length => usize::try_from(length.checked_sub(12).ok_or(Unfit::Broken)?).unwrap_or(usize::MAX),
        };
        let (part, behind) = rest.0.split_at(length.min(rest.0.len()));
        let mut part = Octets(part);
        loop {
            match part.marker()? {
                COM | PLT => {
                    part.segment()?;
                }
                SOD => break,
                _ => return Err(Unfit::TooLarge),
            }
        }
        rest = Octets(behind);
        if rest.0.first_chunk::<2>() != Some(&[0xFF, SOT]) {
            return Ok(());
        }
        rest.take(2)?;
    }
    Err(Unfit::TooLarge)
}

/// The SIZ segment (A.5.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Size {
    /// Of the grid that they make up.
    tiles: u64,
    /// Points across and down.
    width: u64,
    height: u64,
    components: u64,
    /// Bits of the deepest.
    precision: u8,
}

impl Size {
    fn read(segment: &mut Octets<'_>) -> Result<Self, Unfit> {
        segment.take(2)?;
        let mut numbers = [0; 8];
        for number in &mut numbers {
            *number = u64::from(segment.number::<4>()?);
        }
        let [x_end, y_end, x, y, tile_width, tile_height, tile_x, tile_y] = numbers;
        let count = segment.number::<2>()?;
        let mut precision = 0;
        for _ in 0..count {
            precision = precision.max((segment.byte()? & 0x7F).saturating_add(1));
            segment.take(2)?;
        }
        segment.end()?;
        let across = |end: u64, start: u64, tile: u64| end.saturating_sub(start).div_ceil(tile.max(1));
        let tiles = across(x_end, tile_x, tile_width).saturating_mul(across(y_end, tile_y, tile_height));
        let (width, height) = (x_end.saturating_sub(x), y_end.saturating_sub(y));
        Ok(Self { tiles, width, height, components: count.into(), precision })
    }

    fn points(&self) -> u64 {
        self.width.saturating_mul(self.height)
    }

    fn check(&self, limits: &Limits) -> Result<(), Unfit> {
        let fits = self.tiles <= limits.tiles
            && self.points() <= limits.pixels
            && self.components <= limits.components
            && self.precision <= limits.precision;
        if fits { Ok(()) } else { Err(Unfit::TooLarge) }
    }
}

/// What COD, COC, QCD, QCC and RGN ask for at most (A.6), whichever component they speak of.
#[derive(Default)]
struct Coding {
    layers: u64,
    levels: u8,
    /// Exponents of the smallest precinct; none for the whole.
    precinct: Option<(u8, u8)>,
    /// Exponents of the smallest code-block's width and height together.
    block: Option<u8>,
    /// Bit planes beside the shift.
    planes: u8,
    shift: u8,
}

impl Coding {
    fn take_default(&mut self, segment: &mut Octets<'_>) -> Result<(), Unfit> {
        let style = segment.byte()?;
        segment.take(1)?;
        self.layers = self.layers.max(segment.number::<2>()?.into());
        segment.take(1)?;
        self.take_parameters(style, segment)
    }

    fn take_of_component(&mut self, segment: &mut Octets<'_>) -> Result<(), Unfit> {
        segment.take(1)?;
        let style = segment.byte()?;
        self.take_parameters(style, segment)
    }

    fn take_parameters(&mut self, style: u8, segment: &mut Octets<'_>) -> Result<(), Unfit> {
        let levels = segment.byte()?;
        self.levels = self.levels.max(levels);
        let sides = segment.byte()?.saturating_add(segment.byte()?).saturating_add(4);
        self.block = Some(self.block.map_or(sides, |block| block.min(sides)));
        segment.take(2)?;
        if style & 1 != 0 {
            for _ in 0..=levels {
                let exponents = segment.byte()?;
                let (across, down) = (exponents & 0xF, exponents >> 4);
                let (least_across, least_down) = self.precinct.unwrap_or((15, 15));
                self.precinct = Some((least_across.min(across), least_down.min(down)));
            }
        }
        segment.end()
    }

    fn take_quantisation(&mut self, segment: &mut Octets<'_>) -> Result<(), Unfit> {
        let style = segment.byte()?;
        let guard = style >> 5;
        while !segment.0.is_empty() {
            let first = segment.byte()?;
            if style & 0x1F != 0 {
                segment.take(1)?;
            }
            self.planes = self.planes.max(guard.saturating_add(first >> 3));
        }
        Ok(())
    }

    fn check(&self, size: &Size, limits: &Limits) -> Result<(), Unfit> {
        let (across, down) = self.precinct.unwrap_or((15, 15));
        // Of the finest level, as if all were as fine; one more for a precinct that a tile cuts.
        let along =
            |length: u64, exponent: u8| (length >> exponent).saturating_add(size.tiles).saturating_add(1);
        let precincts = along(size.width, across).saturating_mul(along(size.height, down));
        let packets = precincts
            .saturating_mul(size.components)
            .saturating_mul(u64::from(self.levels).saturating_add(1))
            .saturating_mul(self.layers);
        let fits = packets <= limits.packets
            && self.levels <= limits.levels
            && self.block.is_some_and(|block| block >= limits.block)
            && self.planes.saturating_add(self.shift) <= limits.planes;
        if fits { Ok(()) } else { Err(Unfit::TooLarge) }
    }
}

/// Octets that are taken from the front.
struct Octets<'a>(&'a [u8]);

impl<'a> Octets<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], Unfit> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Unfit::Broken)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8, Unfit> {
        self.take(1)?.first().copied().ok_or(Unfit::Broken)
    }

    /// Big-endian, of up to four octets.
    fn number<const N: usize>(&mut self) -> Result<u32, Unfit> {
        Ok(self.take(N)?.iter().fold(0, |number: u32, octet| number.wrapping_shl(8) | u32::from(*octet)))
    }

    /// The second octet of a marker.
    fn marker(&mut self) -> Result<u8, Unfit> {
        match self.take(2)? {
            [0xFF, marker] => Ok(*marker),
            _ => Err(Unfit::Broken),
        }
    }

    /// What a segment holds behind its length.
    fn segment(&mut self) -> Result<Octets<'a>, Unfit> {
        let length = usize::try_from(self.number::<2>()?).map_err(|_| Unfit::Broken)?;
        self.take(length.checked_sub(2).ok_or(Unfit::Broken)?).map(Octets)
    }

    /// Nothing is left: the decoder goes by its own count of a segment's octets, so the two have to be the same.
    fn end(&self) -> Result<(), Unfit> {
        if self.0.is_empty() { Ok(()) } else { Err(Unfit::Broken) }
    }
}

const SOC_SIZ: [u8; 4] = [0xFF, 0x4F, 0xFF, 0x51];
const COD: u8 = 0x52;
const COC: u8 = 0x53;
const TLM: u8 = 0x55;
const PLT: u8 = 0x58;
const QCD: u8 = 0x5C;
const QCC: u8 = 0x5D;
const RGN: u8 = 0x5E;
const CRG: u8 = 0x63;
const COM: u8 = 0x64;
const SOT: u8 = 0x90;
const SOD: u8 = 0x93;

/// Type, content and what follows: as the decoder reads it, so that both find the same codestream. A length of 0 is the rest,
/// and so is one beyond the end; 1 says that a longer one follows.
fn next_box(bytes: &[u8]) -> Option<([u8; 4], &[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (length, rest) = match u32::from_be_bytes(*length) {
        0 => (rest.len(), rest),
        1 => {
            let (longer, rest) = rest.split_first_chunk::<8>()?;
            let length = u64::from_be_bytes(*longer).checked_sub(16)?;
            (usize::try_from(length).unwrap_or(usize::MAX), rest)
        }
        short => (usize::try_from(short.checked_sub(8)?).ok()?, rest),
    };
    let (content, behind) = rest.split_at(length.min(rest.len()));
    Some((*kind, content, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len().strict_add(2)).unwrap().to_be_bytes();
        [&[0xFF, marker][..], &length, content].concat()
    }

    fn siz(numbers: [u32; 8], components: u16, depth: u8) -> Vec<u8> {
        let mut content = vec![0, 0];
        numbers.iter().for_each(|number| content.extend(number.to_be_bytes()));
        content.extend(components.to_be_bytes());
        content.extend([depth.strict_sub(1), 1, 1].repeat(components.into()));
        segment(0x51, &content)
    }

    const PORTRAIT: [u32; 8] = [480, 640, 0, 0, 480, 640, 0, 0];
    const CODING: [u8; 10] = [0, 0, 0, 1, 1, 5, 4, 4, 0, 0];

    fn stream(size: &[u8], headers: &[Vec<u8>], part: &[u8]) -> Vec<u8> {
        let length = u32::try_from(part.len().strict_add(12)).unwrap().to_be_bytes();
        let sot = segment(SOT, &[&[0, 0][..], &length, &[0, 1]].concat());
        [&[0xFF, 0x4F][..], size, &headers.concat(), &sot, part, &[0xFF, 0xD9]].concat()
    }

    fn usual() -> Vec<Vec<u8>> {
        vec![segment(COD, &CODING), segment(QCD, &[0x40, 64, 72, 72, 80])]
    }

    fn judged(bytes: &[u8]) -> Result<(), Unfit> {
        check(bytes, &super::super::limits::LIMITS)
    }

    #[test]
    fn a_portraits_header_fits_and_each_part_that_asks_for_more_does_not() {
        let size = siz(PORTRAIT, 3, 8);
        let data = [0xFF, SOD, 1, 2, 3];
        assert_eq!(judged(&stream(&size, &usual(), &data)), Ok(()));
        for (what, size) in [
            ("points", siz([60_000, 60_000, 0, 0, 60_000, 60_000, 0, 0], 3, 8)),
            ("tiles", siz([480, 640, 0, 0, 1, 1, 0, 0], 3, 8)),
            ("components", siz(PORTRAIT, 5, 8)),
            ("bits", siz(PORTRAIT, 1, 16)),
        ] {
            assert_eq!(judged(&stream(&size, &usual(), &data)), Err(Unfit::TooLarge), "{what}");
        }
        let fine = [&[1, 0, 0, 32, 1, 5, 4, 4, 0, 0][..], &[0x11; 6]].concat();
        for (what, header) in [
            ("packets", segment(COD, &fine)),
            ("levels", segment(COD, &[0, 0, 0, 1, 1, 32, 4, 4, 0, 0])),
            ("blocks", segment(COD, &[0, 0, 0, 1, 1, 5, 0, 0, 0, 0])),
            ("blocks of a component", segment(COC, &[0, 0, 5, 0, 0, 0, 0])),
            ("planes", segment(QCD, &[0xE0, 31 << 3])),
            ("planes of a component", segment(QCC, &[0, 0xE2, 31 << 3, 0])),
            ("a shift", segment(RGN, &[0, 0, 30])),
            ("packed headers", segment(0x60, &[0; 9])),
        ] {
            let headers = [usual(), vec![header]].concat();
            assert_eq!(judged(&stream(&size, &headers, &data)), Err(Unfit::TooLarge), "{what}");
        }
    }

    #[test]
    fn a_tile_part_changes_nothing_of_what_was_looked_at() {
        let size = siz(PORTRAIT, 3, 8);
        let with = |header: &[u8]| judged(&stream(&size, &usual(), &[header, &[0xFF, SOD, 1]].concat()));
        assert_eq!(with(&segment(COM, b"x")), Ok(()));
        for marker in [COD, COC, QCD, QCC, RGN, 0x5F, 0x61] {
            assert_eq!(with(&segment(marker, &CODING)), Err(Unfit::TooLarge), "{marker:x}");
        }
    }

    #[test]
    fn a_segment_is_as_long_as_it_says() {
        let data = [0xFF, SOD];
        let long = segment(COD, &[&CODING[..], &[0]].concat());
        let headers = vec![long, segment(QCD, &[0x40, 64])];
        assert_eq!(judged(&stream(&siz(PORTRAIT, 3, 8), &headers, &data)), Err(Unfit::Broken));
        let whole = stream(&siz(PORTRAIT, 3, 8), &usual(), &data);
        // But for the mark of the end, which a reader may have cut off.
        for cut in 0..whole.len() - 2 {
            assert_eq!(judged(&whole[..cut]), Err(Unfit::Broken), "{cut}");
        }
    }

    fn boxed(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        [&u32::try_from(content.len().strict_add(8)).unwrap().to_be_bytes()[..], kind, content].concat()
    }

    #[test]
    fn codestreams_stand_in_their_boxes_and_nowhere_else() {
        let (decoy, real) = ([&SOC_SIZ[..], &[1]].concat(), [&SOC_SIZ[..], &[2]].concat());
        let signature = boxed(b"jP  ", &[0x0D, 0x0A, 0x87, 0x0A]);
        let file = [signature, boxed(b"uuid", &decoy), boxed(b"jp2c", &real)].concat();
        assert_eq!(codestreams(&file), [&real[..]]);
        let open = [&[0, 0, 0, 0][..], b"jp2c", &real].concat();
        assert_eq!(codestreams(&open), [&real[..]]);
        let long = [&[0, 0, 0, 1][..], b"jp2c", &u64::MAX.to_be_bytes(), &real].concat();
        assert_eq!(codestreams(&long), [&real[..]]);
        let two = [boxed(b"jp2c", &decoy), boxed(b"jp2c", &real)].concat();
        assert_eq!(codestreams(&two), [&decoy[..], &real[..]]);
        assert!(codestreams(&[0, 0, 0, 2, 1, 1, 1, 1]).is_empty());
    }
}
