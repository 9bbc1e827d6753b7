//! The Latin letters of Unicode: how they are composed, and their case. Other scripts are not in here.
//!
//! Source: UnicodeData.txt (Unicode 16, Unicode License V3); `tests/text/nfc.rs` proves each row against
//! the `unicode-normalization` crate and the standard library.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "the table of composed letters holds code points of two ranges only; each is read in the tests"
)]

use std::sync::OnceLock;

/// A letter without its last mark, and that mark: `ậ` is `ạ` and U+0302.
pub(super) fn decompose(letter: char) -> Option<(char, char)> {
    let code = u32::from(letter);
    let cell = match code {
        0xC0..=0x24F => code.checked_sub(0xC0)?,
        0x1E00..=0x1EFF => code.checked_sub(0x1E00 - LOW)?,
        0x212A => return Some(('K', NO_MARK)),
        0x212B => return Some(('A', '\u{30a}')),
        _ => return None,
    };
    let (base, mark) = *PARTS.get_or_init(parts).get(usize::try_from(cell).ok()?)?;
    if base == 0 {
        return None;
    }
    Some((char::from_u32(u32::from(base))?, char::from_u32(u32::from(mark))?))
}

/// The letter that `base` makes with `mark`.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    let row = COMPOSED.binary_search_by_key(&mark, |(mark, _)| *mark).ok()?;
    let mut letters = COMPOSED.get(row)?.1.chars();
    while let (Some(from), Some(to)) = (letters.next(), letters.next()) {
        if from == base {
            return Some(to);
        }
    }
    None
}

/// The canonical combining class of U+0300–U+036F; 0 for all else.
pub(super) fn class(mark: char) -> u8 {
    match u32::from(mark) {
        0x34F => 0,
        0x334..=0x338 => 1,
        0x321..=0x322 | 0x327..=0x328 => 202,
        0x31B => 216,
        0x316..=0x319
        | 0x31C..=0x320
        | 0x323..=0x326
        | 0x329..=0x333
        | 0x339..=0x33C
        | 0x347..=0x349
        | 0x34D..=0x34E
        | 0x353..=0x356
        | 0x359..=0x35A => 220,
        0x315 | 0x31A | 0x358 => 232,
        0x35C | 0x35F | 0x362 => 233,
        0x35D..=0x35E | 0x360..=0x361 => 234,
        0x345 => 240,
        0x300..=0x36F => 230,
        _ => 0,
    }
}

/// Lower case of a Latin letter that is not composed; others as they are.
pub(super) fn lower_base(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    in_pairs(CASES, |upper, lower| (upper == letter).then_some(lower)).unwrap_or(letter)
}

/// Upper case of a Latin letter that is not composed; others as they are. `ß` stays: it has no single one.
pub(super) fn upper_base(letter: char) -> char {
    match letter {
        '\u{131}' => 'I',
        '\u{17f}' => 'S',
        _ if letter.is_ascii() => letter.to_ascii_uppercase(),
        _ => in_pairs(CASES, |upper, lower| (lower == letter).then_some(upper)).unwrap_or(letter),
    }
}

fn in_pairs<T>(pairs: &str, mut find: impl FnMut(char, char) -> Option<T>) -> Option<T> {
    let mut letters = pairs.chars();
    while let (Some(first), Some(second)) = (letters.next(), letters.next()) {
        if let Some(found) = find(first, second) {
            return Some(found);
        }
    }
    None
}

/// Stands for "no mark" where a letter is only another name of its base (U+212A, the kelvin sign).
pub(super) const NO_MARK: char = '\0';

/// Letters of U+00C0–U+024F, before those of U+1E00–U+1EFF.
const LOW: u32 = 0x250 - 0xC0;

/// Per letter its base and its last mark, or zeros; made when first asked for, since it is bigger than what it
/// is made of.
static PARTS: OnceLock<[(u16, u16); 0x290]> = OnceLock::new();

/// Spreads `COMPOSED` over the code points.
fn parts() -> [(u16, u16); 0x290] {
    let mut cells = [(0, 0); 0x290];
    for (mark, letters) in COMPOSED {
        let mut letters = letters.chars().map(u32::from);
        while let (Some(base), Some(letter)) = (letters.next(), letters.next()) {
            let cell = if letter < 0x250 { letter - 0xC0 } else { letter - (0x1E00 - LOW) };
            cells[cell as usize] = (base as u16, *mark as u16);
        }
    }
    cells
}

/// Per mark, in order of the marks: base, letter, base, letter …
#[rustfmt::skip]
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "AÀEÈIÌOÒUÙaàeèiìoòuùÜǛüǜNǸnǹĒḔēḕŌṐōṑWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"),
    ('\u{301}', "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźÜǗüǘGǴgǵÅǺåǻÆǼæǽØǾøǿÇḈçḉĒḖēḗÏḮïḯKḰkḱMḾmḿÕṌõṍŌṒōṓPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắÊẾêếÔỐôốƠỚơớƯỨưứ"),
    ('\u{302}', "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"),
    ('\u{303}', "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"),
    ('\u{304}', "AĀaāEĒeēIĪiīOŌoōUŪuūÜǕüǖÄǞäǟȦǠȧǡÆǢæǣǪǬǫǭÖȪöȫÕȬõȭȮȰȯȱYȲyȳGḠgḡḶḸḷḹṚṜṛṝ"),
    ('\u{306}', "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭȨḜȩḝẠẶạặ"),
    ('\u{307}', "CĊcċEĖeėGĠgġIİZŻzżAȦaȧOȮoȯBḂbḃDḊdḋFḞfḟHḢhḣMṀmṁNṄnṅPṖpṗRṘrṙSṠsṡŚṤśṥŠṦšṧṢṨṣṩTṪtṫWẆwẇXẊxẋYẎyẏſẛ"),
    ('\u{308}', "AÄEËIÏOÖUÜaäeëiïoöuüyÿYŸHḦhḧÕṎõṏŪṺūṻWẄwẅXẌxẍtẗ"),
    ('\u{309}', "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"),
    ('\u{30a}', "AÅaåUŮuůwẘyẙ"),
    ('\u{30b}', "OŐoőUŰuű"),
    ('\u{30c}', "CČcčDĎdďEĚeěLĽlľNŇnňRŘrřSŠsšTŤtťZŽzžAǍaǎIǏiǐOǑoǒUǓuǔÜǙüǚGǦgǧKǨkǩƷǮʒǯjǰHȞhȟ"),
    ('\u{30f}', "AȀaȁEȄeȅIȈiȉOȌoȍRȐrȑUȔuȕ"),
    ('\u{311}', "AȂaȃEȆeȇIȊiȋOȎoȏRȒrȓUȖuȗ"),
    ('\u{31b}', "OƠoơUƯuư"),
    ('\u{323}', "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"),
    ('\u{324}', "UṲuṳ"),
    ('\u{325}', "AḀaḁ"),
    ('\u{326}', "SȘsșTȚtț"),
    ('\u{327}', "CÇcçGĢgģKĶkķLĻlļNŅnņRŖrŗSŞsşTŢtţEȨeȩDḐdḑHḨhḩ"),
    ('\u{328}', "AĄaąEĘeęIĮiįUŲuųOǪoǫ"),
    ('\u{32d}', "DḒdḓEḘeḙLḼlḽNṊnṋTṰtṱUṶuṷ"),
    ('\u{32e}', "HḪhḫ"),
    ('\u{330}', "EḚeḛIḬiḭUṴuṵ"),
    ('\u{331}', "BḆbḇDḎdḏKḴkḵLḺlḻNṈnṉRṞrṟTṮtṯZẔzẕhẖ"),
];

/// Upper, lower, upper, lower … of the letters that are not composed.
const CASES: &str = "ÆæÐðØøÞþĐđĦħĲĳĿŀŁłŊŋŒœŦŧƁɓƂƃƄƅƆɔƇƈƉɖƊɗƋƌƎǝƏəƐɛƑƒƓɠƔɣƖɩƗɨƘƙƜɯƝɲƟɵƢƣƤƥƦʀƧƨƩʃƬƭƮʈƱʊƲʋƳƴƵƶƷʒƸƹƼƽǤǥǶƕǷƿȜȝȠƞȢȣȤȥȺⱥȻȼȽƚȾⱦɁɂɃƀɄʉɅʌɆɇɈɉɊɋɌɍɎɏẞßỺỻỼỽỾỿ";
