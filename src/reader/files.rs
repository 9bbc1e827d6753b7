//! Files, read in blocks (Doc 9303 part 10 §3.6): what a card says about lengths is tried, never believed.

use super::apdu::{
    Command, EXTENDED_ANSWER, OK, READ_BINARY, READ_BINARY_ODD, Reply, SHORT_ANSWER, is_success, object,
};
use super::channel::{Channel, Trouble};
use super::failure::Reason;
use super::progress::{Progress, Stage};
use crate::chip::files::FileName;
use crate::chip::tlv::header::header;
use crate::chip::tlv::{Element, Rules};

/// How many octets are asked for at once. What a card refuses is not tried again in this reading.
pub(super) struct Blocks {
    /// In the short form.
    pub(super) short: usize,
    /// In the extended form, while it may be tried.
    pub(super) long: Option<usize>,
    /// The last command of the file.
    pub(super) last: Attempt,
}

/// A command of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attempt {
    /// SELECT, or the first octets.
    Beginning,
    /// A block.
    Block {
        /// With it the file is whole.
        is_last: bool,
        /// In the extended form.
        is_long: bool,
    },
}

/// Why a file was not read.
pub(super) enum Unread {
    /// The session or the reading is over.
    Trouble(Trouble),
    /// The card refused it.
    Refused(u16),
    /// Its length is not true, or there is none.
    Unreadable,
}

/// What the octets so far say about the length of the file.
enum Length {
    /// Not enough octets.
    Unknown,
    /// Octets of the whole file.
    Known(usize),
    /// Of indefinite length, and not yet at its end.
    Open,
    /// None that can be true.
    Wrong,
}

impl Blocks {
    /// The first sizes to try: `short` of an earlier reading, or 0.
    pub(super) fn new(channel: &Channel, short: usize, is_short_only: bool) -> Self {
        let short = SIZES.into_iter().find(|size| short == 0 || *size <= short).unwrap_or(SMALLEST);
        let long = channel.longest_answer.saturating_sub(PROTECTION).min(EXTENDED_ANSWER);
        let long = (!is_short_only && channel.is_long() && long > short).then_some(long);
        Self { short, long, last: Attempt::Beginning }
    }

    /// Smaller blocks, at most `most` octets; false when there are none.
    pub(super) fn shrink(&mut self, most: Option<usize>) -> bool {
        if self.long.take().is_some() {
            return true;
        }
        let most = most.filter(|most| *most > 0).unwrap_or(usize::MAX);
        let next = SIZES.into_iter().find(|size| *size < self.short && *size <= most);
        // A card that names its own size is asked for that.
        let next = next.or((most < self.short).then_some(most));
        self.short = next.unwrap_or(self.short);
        next.is_some()
    }

    fn size(&self) -> usize {
        self.long.unwrap_or(self.short)
    }
}

/// Selects a file and reads on behind the octets that are here already, until it is whole.
pub(super) async fn read(
    channel: &mut Channel,
    blocks: &mut Blocks,
    name: FileName,
    octets: &mut Vec<u8>,
) -> Result<(), Unread> {
    blocks.last = Attempt::Beginning;
    let reply = channel.send(Command::select_file(identifier(name))).await?;
    if !is_success(reply.status) {
        return Err(Unread::Refused(reply.status));
    }
    loop {
        let left = match length(octets) {
            Length::Wrong => return Err(Unread::Unreadable),
            Length::Known(total) if total > LONGEST => return Err(Reason::Limit("octets of a file").into()),
            Length::Known(total) if octets.len() >= total => {
                octets.truncate(total);
                return Ok(());
            }
            Length::Open if octets.len() > LONGEST_OPEN => {
                return Err(Reason::Limit("octets of a file of indefinite length").into());
            }
            Length::Known(total) => Some(total.saturating_sub(octets.len())),
            Length::Open | Length::Unknown => None,
        };
        let total = left.map_or(0, |left| left.saturating_add(octets.len()));
        channel.tell(Progress { stage: Stage::File, file: Some(name), done: octets.len(), total });
        let beginning = BEGINNING.checked_sub(octets.len()).filter(|missing| *missing > 0);
        let wanted = beginning.unwrap_or_else(|| blocks.size().min(left.unwrap_or(usize::MAX)));
        blocks.last = match (beginning, left) {
            (Some(_), _) => Attempt::Beginning,
            (None, left) => Attempt::Block { is_last: left == Some(wanted), is_long: wanted > SHORT_ANSWER },
        };
        let reply = channel.send(read_binary(octets.len(), wanted)).await?;
        let data = content(octets.len(), &reply).ok_or(Unread::Unreadable)?;
        let data = data.get(..data.len().min(wanted)).unwrap_or_default();
        if is_success(reply.status) && !data.is_empty() {
            octets.extend_from_slice(data);
            continue;
        }
        let is_refusal_of_length =
            matches!(reply.status, OK | 0x6200..=0x62FF | 0x6700 | 0x6B00 | 0x6C00..=0x6CFF);
        if !is_refusal_of_length {
            return Err(Unread::Refused(reply.status));
        }
        let named = (reply.status & 0xFF00 == 0x6C00).then_some(usize::from(reply.status & 0xFF));
        if beginning.is_some() || !blocks.shrink(named) {
            return Err(Unread::Unreadable);
        }
    }
}

/// READ BINARY; behind 32,767 octets its odd form, whose offset stands in a data object (ISO/IEC 7816-4
/// §11.2.2).
fn read_binary(offset: usize, wanted: usize) -> Command {
    match u16::try_from(offset) {
        Ok(near @ 0..=0x7FFF) => {
            let [high, low] = near.to_be_bytes();
            Command::new(0, READ_BINARY, high, low).expect(wanted)
        }
        _ => {
            let octets = u32::try_from(offset).unwrap_or(u32::MAX).to_be_bytes();
            let significant: Vec<u8> = octets.iter().copied().skip_while(|octet| *octet == 0).collect();
            let data = object(0x54, &significant).unwrap_or_default();
            // As many octets as a block may have, the header of the answer's object within.
            Command::new(0, READ_BINARY_ODD, 0, 0).data(data).expect(wanted.max(SHORTEST_ODD))
        }
    }
}

/// What the reply holds of the file; of the odd form `53 { … }`.
fn content(offset: usize, reply: &Reply) -> Option<&[u8]> {
    if offset <= 0x7FFF || reply.data.is_empty() {
        return Some(&reply.data);
    }
    let header = header(&reply.data, Rules::Ber).ok().filter(|header| header.tag == 0x53)?;
    let content = reply.data.get(header.size..)?;
    content.get(..content.len().min(header.length?))
}

fn length(octets: &[u8]) -> Length {
    if octets.first() == Some(&0) {
        return Length::Wrong;
    }
    match header(octets, Rules::Ber) {
        Ok(header) => match header.length {
            Some(length) => Length::Known(header.size.saturating_add(length)),
            None => match Element::first(octets, Rules::Ber) {
                Ok(element) => Length::Known(element.raw.len()),
                Err(_) => Length::Open,
            },
        },
        Err(_) if octets.len() < BEGINNING => Length::Unknown,
        Err(_) => Length::Wrong,
    }
}

/// Doc 9303 part 10 §3.7 and §4.
fn identifier(name: FileName) -> u16 {
    match name {
        FileName::CardAccess => 0x011C,
        FileName::CardSecurity | FileName::Sod => 0x011D,
        FileName::Com => 0x011E,
        FileName::DataGroup(number) => u16::from(number) | 0x0100,
    }
}

impl From<Trouble> for Unread {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<Reason> for Unread {
    fn from(reason: Reason) -> Self {
        Self::Trouble(Trouble::Ended(reason))
    }
}

/// Identifier and length of the file's one element: three octets and five at most.
const BEGINNING: usize = 8;
/// 223 octets fit into a short answer under 3DES and AES; smaller ones are what cards in the field still took
/// (AndyQ/NFCPassportReader #89, #91: 0xA0).
const SIZES: [usize; 4] = [223, 192, 160, SMALLEST];
const SMALLEST: usize = 112;
/// Octets that secure messaging adds to an answer: 4 + 1 of DO'87', 16 of padding, 4 of DO'99', 10 of DO'8E', a
/// status word; rounded up.
const PROTECTION: usize = 40;
/// An answer of the odd form needs room for `53 82 xx xx` and one octet.
const SHORTEST_ODD: usize = 5;
/// Octets of a file. DG2 is the longest, at most 0.1 MB in the field.
const LONGEST: usize = 1 << 20;
/// Octets of a file of indefinite length: EF.SOD alone is met so (proxmark3 #1145), at most 10 KB.
const LONGEST_OPEN: usize = 1 << 16;

#[cfg(test)]
mod tests {
    use super::super::link::Link;
    use super::*;

    #[test]
    fn blocks_only_get_smaller_and_the_extended_form_goes_first() {
        let channel = Channel::new(Link::default(), 65_544, 4_096);
        let mut blocks = Blocks::new(&channel, 0, false);
        let mut sizes = vec![blocks.size()];
        while blocks.shrink(None) {
            sizes.push(blocks.size());
        }
        assert_eq!(sizes, [4_056, 223, 192, 160, 112]);
        assert!(Blocks::new(&channel, 0, true).long.is_none());
        assert_eq!(Blocks::new(&channel, 160, true).short, 160);
        let short = Channel::new(Link::default(), 261, 258);
        assert!(Blocks::new(&short, 0, false).long.is_none());
        let mut blocks = Blocks::new(&short, 0, false);
        assert!(blocks.shrink(Some(100)) && blocks.short == 100 && !blocks.shrink(Some(100)));
    }

    #[test]
    fn trap_19_offsets_beyond_32767_stand_in_a_data_object() {
        let command = |offset| read_binary(offset, 200).encode().unwrap();
        assert_eq!(command(0x7FFF), [0, 0xB0, 0x7F, 0xFF, 200]);
        assert_eq!(command(0x8000), [0, 0xB1, 0, 0, 4, 0x54, 2, 0x80, 0, 200]);
        assert_eq!(command(0x01_0000), [0, 0xB1, 0, 0, 5, 0x54, 3, 1, 0, 0, 200]);
        let reply = |data: &[u8]| Reply { data: data.to_vec(), status: OK };
        assert_eq!(content(0x8000, &reply(&[0x53, 2, 7, 8])), Some(&[7, 8][..]));
        assert_eq!(content(0x8000, &reply(&[0x53, 1, 7, 8])), Some(&[7][..]));
        assert_eq!(content(0x8000, &reply(&[0x54, 1, 7])), None);
        assert_eq!(content(0, &reply(&[0x54, 1, 7])), Some(&[0x54, 1, 7][..]));
    }
}
