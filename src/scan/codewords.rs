//! From one soft value a module to the message: mask, order of the codewords, blocks, erasures.
//!
//! The least reliable codewords are declared erased, in rising sets, until a block decodes: Forney's
//! generalised minimum distance decoding (*IEEE Trans. Inf. Theory* 12, 1966). Blocks that decode while
//! others do not are given back as modules that are now known, to train the equaliser on.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "module indices come from the Template and lie within its size; block sizes sum to the codewords of \
              the version, of which there are at most 3706"
)]

use super::format::{self, Format};
use super::order;
use super::reed_solomon;
use super::segments::{self, Payload};
use super::template::Template;
use super::version::{Level, Version};

/// What soft values gave.
pub(super) enum Outcome {
    /// All blocks decoded and the bit stream makes sense.
    Read(Box<Message>),
    /// Some blocks decoded: these modules (index, 1 dark or −1 light) are known now.
    Part(Vec<(u32, i8)>),
    Nothing,
}

/// A decoded symbol.
#[derive(Clone, Debug)]
pub(super) struct Message {
    pub(super) payload: Payload,
    pub(super) level: Level,
    pub(super) mask: u8,
    /// Codewords that were not as sampled.
    pub(super) corrected: usize,
}

/// Decodes `soft` (row by row, positive for dark). `erasable` is the share of the parity that may be spent on
/// erasures.
pub(super) fn decode(soft: &[f32], template: &Template, erasable: f32) -> Outcome {
    let (formats, _) = format::read(soft, template.size);
    let mut part = Outcome::Nothing;
    for format in formats {
        match decode_as(soft, template, format, erasable) {
            Outcome::Nothing => {}
            read @ Outcome::Read(_) => return read,
            found @ Outcome::Part(_) => {
                part = found;
                break;
            }
        }
    }
    part
}

fn decode_as(soft: &[f32], template: &Template, format: Format, erasable: f32) -> Outcome {
    let received = Received::new(soft, template, format);
    let layout = Layout::new(template, format.level);
    let mut data = Vec::with_capacity(received.words.len());
    let mut corrected = 0;
    let mut marginal = false;
    let mut solved: Vec<(usize, Vec<u8>)> = Vec::new();
    for (number, block) in layout.blocks.iter().enumerate() {
        let Some(fixed) = received.block(block, &layout, erasable) else { continue };
        corrected += fixed.changed;
        marginal |= fixed.marginal;
        data.extend_from_slice(&fixed.word[..block.len() - layout.parity]);
        solved.push((number, fixed.word));
    }
    if solved.len() == layout.blocks.len() {
        let payload = segments::parse(&data, template.version);
        let Some(payload) = payload.filter(|p| !marginal || is_plausible(p)) else { return Outcome::Nothing };
        let (level, mask) = (format.level, format.mask);
        return Outcome::Read(Box::new(Message { payload, level, mask, corrected }));
    }
    if solved.is_empty() || marginal {
        return Outcome::Nothing;
    }
    let mut known = Vec::new();
    for (number, word) in solved {
        for (&position, &value) in layout.blocks[number].iter().zip(&word) {
            for bit in 0..8 {
                let module = template.data[position * 8 + bit];
                let (x, y) = (module as usize % template.size, module as usize / template.size);
                let dark = (value >> (7 - bit) & 1 == 1) ^ format.reverses(x, y);
                known.push((module, if dark { 1 } else { -1 }));
            }
        }
    }
    Outcome::Part(known)
}

/// When the code was stretched to its limit, only what looks like text is believed.
fn is_plausible(payload: &Payload) -> bool {
    let text = core::str::from_utf8(&payload.bytes);
    payload.standard_padding
        && text.is_ok_and(|t| t.chars().all(|c| !c.is_control() || "\t\r\n\u{1d}".contains(c)))
}

/// The codewords in their transmitted order, with the reliability of each.
struct Received {
    words: Vec<u8>,
    reliability: Vec<f32>,
}

struct Fixed {
    word: Vec<u8>,
    changed: usize,
    marginal: bool,
}

impl Received {
    fn new(soft: &[f32], template: &Template, format: Format) -> Self {
        let count = template.codewords();
        let (mut words, mut reliability) = (Vec::with_capacity(count), Vec::with_capacity(count));
        for modules in template.data.chunks_exact(8) {
            let mut word = 0;
            let (mut least, mut next) = (f32::MAX, f32::MAX);
            for &module in modules {
                let module = module as usize;
                let (x, y) = (module % template.size, module / template.size);
                let value = soft[module];
                word = word << 1 | u8::from((value > 0.0) ^ format.reverses(x, y));
                let strength = value.abs();
                if strength < least {
                    next = least;
                    least = strength;
                } else if strength < next {
                    next = strength;
                }
            }
            words.push(word);
            // The weakest bit decides; among equals the second weakest does.
            reliability.push(least + 0.15 * next.min(1.0));
        }
        Self { words, reliability }
    }

    /// One block, corrected, with rising sets of erasures.
    fn block(&self, block: &[usize], layout: &Layout, erasable: f32) -> Option<Fixed> {
        let received: Vec<u8> = block.iter().map(|&i| self.words[i]).collect();
        let weakest = order::ascending(block.iter().map(|&i| self.reliability[i]));
        let most = ((layout.parity as f32 * erasable) as usize).min(layout.parity.saturating_sub(4));
        for erased in (0..=most).step_by(2) {
            let mut word = received.clone();
            let Some(errors) = reed_solomon::correct(&mut word, layout.parity, &weakest[..erased]) else {
                continue;
            };
            let spent = erased + 2 * errors;
            if spent + layout.protection > layout.parity {
                continue;
            }
            let changed = word.iter().zip(&received).filter(|(a, b)| a != b).count();
            return Some(Fixed { word, changed, marginal: erased > 0 && spent * 4 > layout.parity * 3 });
        }
        None
    }
}

/// Which codewords make up which block (ISO/IEC 18004:2015, 7.6).
struct Layout {
    /// Indices into the transmitted codewords, data first.
    blocks: Vec<Vec<usize>>,
    parity: usize,
    /// Parity that is kept for detection (table 9, `p`).
    protection: usize,
}

impl Layout {
    fn new(template: &Template, level: Level) -> Self {
        let (version, total) = (template.version, template.codewords());
        let (parity, count) = (version.parity(level), version.blocks(level));
        let data = total - parity * count;
        let (short, long) = (data / count, data % count);
        let mut blocks = vec![Vec::with_capacity(short + 1 + parity); count];
        let mut next = 0..total;
        for row in 0..=short {
            // The last `long` blocks hold one codeword more.
            let first = if row < short { 0 } else { count - long };
            blocks[first..].iter_mut().for_each(|b| b.extend(next.next()));
        }
        for _ in 0..parity {
            blocks.iter_mut().for_each(|b| b.extend(next.next()));
        }
        Self { blocks, parity, protection: protection(version, level) }
    }
}

/// Table 9: small versions keep some parity codewords to detect what they cannot correct.
fn protection(version: Version, level: Level) -> usize {
    match (version.number(), level) {
        (1, Level::L) => 3,
        (1, Level::M) | (2, Level::L) => 2,
        (1, _) | (3, Level::L) => 1,
        _ => 0,
    }
}
