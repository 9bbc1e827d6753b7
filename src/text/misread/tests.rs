//! That the cheap look before a repair hides nothing from it.

#![allow(clippy::arithmetic_side_effects, clippy::as_conversions, clippy::indexing_slicing)]

use super::*;
use crate::text::{may_be_misread, repair};

/// xorshift64*: the same texts in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

const WORDS: &str = "Nguyễn Văn Mẫu THỊ ĐẶNG Đỗ Ưng Hồ Phường Đường xã Quận Dương Trương ĐÁ đá Đê Đô Ýên HÀ LÊ XÃ Hà Là \
    Krông Ayŭn Čil José Müller François Łódź Øre 王小明 An Bình so 12 a? … – ’ “ ” \u{a0} \u{fffd} ? ½ ° « »";

fn right(dice: &mut Dice) -> String {
    let words: Vec<&str> = WORDS.split(' ').collect();
    let count = 1 + dice.below(5);
    let glue = dice.one(&[" ", " ", " ", "", ", ", ": ", "|"]);
    (0..count).map(|_| dice.one(&words)).collect::<Vec<_>>().join(glue)
}

/// As a decoder of the table shows it.
fn misread(text: &str, table: &Table) -> String {
    let shown: Vec<(u8, char)> = table.letters().map(|(letter, byte)| (byte, letter)).collect();
    text.bytes()
        .map(|byte| match byte.checked_sub(0x80) {
            None => char::from(byte),
            Some(at) => shown[usize::from(at)].1,
        })
        .collect()
}

/// Any letters of Latin-1 and of Vietnamese, with ASCII between.
fn noise(dice: &mut Dice) -> String {
    let letters = |dice: &mut Dice| match dice.below(5) {
        0 => char::from_u32(0xC0 + dice.below(0x100) as u32),
        1 => char::from_u32(0x1EA0 + dice.below(0x60) as u32),
        2 => Some(dice.one(&['Ã', 'Ä', 'Æ', 'á', 'º', '»', 'Đ', 'Ă', 'ă', 'ư', 'Ơ', '?', ' ', '\u{300}'])),
        _ => Some(char::from(b'a' + dice.below(26) as u8)),
    };
    (0..1 + dice.below(8)).filter_map(|_| letters(dice)).collect()
}

#[test]
fn where_no_sequence_can_be_no_way_back_finds_one() {
    let mut dice = Dice(15);
    let mut without = 0;
    for round in 0..100_000 {
        let text = right(&mut dice);
        let text = match round % 4 {
            0 => text,
            1 => noise(&mut dice),
            2 => misread(&text, dice.one(&TABLES.iter().collect::<Vec<_>>())),
            // A part of it only.
            _ => {
                format!("{text} {}", misread(&right(&mut dice), dice.one(&TABLES.iter().collect::<Vec<_>>())))
            }
        };
        if may_hold_sequence(&text) {
            continue;
        }
        without += 1;
        for tie in [Tie::Western, Tie::None] {
            assert!(through_all(&text, tie).is_none(), "{text:?}");
        }
        assert!(!traces_of_any(&text), "{text:?}");
        if !may_be_misread(&text) {
            assert_eq!(repair(&text).from, "utf-8", "{text:?}");
        }
    }
    assert!(without > 20_000, "{without}");
}

#[test]
fn names_and_addresses_hold_no_sequence_and_misread_ones_do() {
    for text in
        ["Nguyễn Thị Mẫu", "ĐẶNG VĂN ĐƯỜNG", "Phường Bến Nghé, Đắk Lắk", "H'Hen Niê", "HÀ LÊ XÃ", "Müller"]
    {
        assert!(!may_hold_sequence(text), "{text}");
        for table in TABLES {
            assert!(may_hold_sequence(&misread(text, table)), "{text} {}", table.name);
        }
    }
}
