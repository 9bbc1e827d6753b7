//! How far a column of personal numbers can be trusted to have lost nothing but zeros.

use std::collections::HashMap;

use super::{Cell, digits};
use crate::{
    identity::Sex,
    pin::{self, Pin},
};

/// What a column says of numbers of ten digits: two zeros may be gone (001–009), or one and another digit.
#[derive(Clone, Debug, Default)]
pub(super) struct TwoZeros {
    /// By code of the place: numbers that agree with year and sex of their row once the zeros are back.
    agreeing: HashMap<u16, usize>,
    /// Numbers that have visibly lost another digit.
    lost: usize,
}

impl TwoZeros {
    /// Counts a cell; year and sex are what its row says.
    pub(super) fn add(&mut self, cell: &Cell, year: Option<u16>, sex: Option<Sex>) {
        let shown = cell.shown();
        let number = if matches!(cell, Cell::Text(_)) { pin::squeeze(&shown) } else { shown.into_owned() };
        let visibly_lost = number.len() == 11 && number.starts_with('0') && digits::are_all(&number);
        let candidate = digits::with_zeros(&number).filter(|_| number.len() == 10);
        let agreed = candidate
            .as_deref()
            .and_then(Pin::parse)
            .filter(|pin| year == Some(pin.birth_year()) && sex.is_none_or(|sex| sex == pin.sex()));
        match (agreed, candidate) {
            (Some(pin), _) => {
                let count = self.agreeing.entry(pin.place_code()).or_default();
                *count = count.saturating_add(1);
            }
            (None, candidate) if visibly_lost || candidate.is_some() && year.is_some() => {
                self.lost = self.lost.saturating_add(1);
            }
            _ => {}
        }
    }

    /// Whether digits are lost so rarely here that numbers of this place have only lost their zeros.
    pub(super) fn trusts(&self, pin: Pin) -> bool {
        let agreeing = self.agreeing.get(&pin.place_code()).copied().unwrap_or(0);
        self.lost == 0 || self.lost.saturating_mul(RARE) <= agreeing
    }
}

/// Of so many numbers of a place one may have lost another digit: a fourteenth of those would agree by chance.
const RARE: usize = 1000;
