//! Natural numbers of any size, for decimals that a double cannot hold.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    reason = "limbs in 64 bits: every sum and product of two fits"
)]

use std::cmp::Ordering;

/// A natural number: limbs of 32 bits, the lowest first, the highest not zero.
#[derive(Clone, Default)]
pub(super) struct Big(pub(super) Vec<u32>);

impl From<u64> for Big {
    fn from(number: u64) -> Self {
        let mut big = Self(vec![number as u32, (number >> 32) as u32]);
        big.trim();
        big
    }
}

impl Big {
    pub(super) fn times_plus(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    pub(super) fn times_ten_to(&mut self, power: u32) {
        (0..power / 9).for_each(|_| self.times_plus(1_000_000_000, 0));
        self.times_plus(10_u32.pow(power % 9), 0);
    }

    pub(super) fn shift(&mut self, bits: u32) {
        self.times_plus(1 << (bits % 32), 0);
        if !self.0.is_empty() {
            self.0.splice(0..0, (0..bits / 32).map(|_| 0));
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let (mut sum, mut carry) = (Vec::new(), 0);
        for at in 0..self.0.len().max(other.0.len()) {
            carry += self.limb(at) + other.limb(at);
            sum.push(carry as u32);
            carry >>= 32;
        }
        sum.push(carry as u32);
        let mut sum = Self(sum);
        sum.trim();
        sum
    }

    /// Takes away what is not greater.
    pub(super) fn minus(&mut self, other: &Self) {
        let mut borrow = 0;
        for at in 0..self.0.len() {
            let difference = self.limb(at).wrapping_sub(other.limb(at) + borrow);
            borrow = difference >> 63;
            if let Some(limb) = self.0.get_mut(at) {
                *limb = difference as u32;
            }
        }
        self.trim();
    }

    pub(super) fn cmp(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    pub(super) fn bits(&self) -> u32 {
        self.0.last().map_or(0, |highest| self.0.len() as u32 * 32 - highest.leading_zeros())
    }

    pub(super) fn limb(&self, at: usize) -> u64 {
        self.0.get(at).copied().map_or(0, u64::from)
    }

    pub(super) fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}
