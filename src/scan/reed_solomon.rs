//! Reed–Solomon decoding with errors and erasures (ISO/IEC 18004:2015, 7.5.2 and annex B; roots α⁰, α¹, …).
//!
//! Syndromes, an erasure locator that starts Berlekamp–Massey (Blahut, *Algebraic Codes for Data
//! Transmission*, 7.4), the roots by trial (Chien), the values by Forney.
#![allow(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "polynomials of at most MAX_PARITY + 1 coefficients in arrays of that size; positions are below \
              the length of the word, which is at most 255; checked at the entry"
)]

use super::galois::{alpha, inverse, multiply};

/// The longest parity of a block: 30 codewords (ISO/IEC 18004:2015, table 9).
const MAX_PARITY: usize = 30;

type Polynomial = [u8; MAX_PARITY + 1];

/// Corrects `word` (highest power first) in place, `erasures` are positions in it.
///
/// Returns how many codewords were changed at other places than the erasures; `None` leaves the word as it
/// was.
pub(super) fn correct(word: &mut [u8], parity: usize, erasures: &[usize]) -> Option<usize> {
    if parity > MAX_PARITY || parity >= word.len() || word.len() > 255 || erasures.len() > parity {
        return None;
    }
    let syndromes = syndromes(word, parity);
    if syndromes.iter().all(|&s| s == 0) {
        return Some(0);
    }
    let (locator, degree) = locator(&syndromes, parity, word.len(), erasures)?;
    let mut found = [0; MAX_PARITY];
    let mut count = 0;
    for power in 0..word.len() {
        if evaluate(&locator[..=degree], alpha(255 - power)) == 0 {
            *found.get_mut(count)? = power;
            count += 1;
        }
    }
    if count != degree {
        return None;
    }
    let mut evaluator = [0; MAX_PARITY];
    for i in 0..parity {
        for j in 0..=i.min(degree) {
            evaluator[i] ^= multiply(locator[j], syndromes[i - j]);
        }
    }
    let mut corrected = [0; 255];
    corrected[..word.len()].copy_from_slice(word);
    for &power in &found[..count] {
        let x = alpha(power);
        let x_inverse = inverse(x);
        let derivative = derivative(&locator[..=degree], x_inverse);
        if derivative == 0 {
            return None;
        }
        let value = multiply(evaluate(&evaluator[..parity], x_inverse), x);
        corrected[word.len() - 1 - power] ^= multiply(value, inverse(derivative));
    }
    let corrected = &corrected[..word.len()];
    if self::syndromes(corrected, parity).iter().any(|&s| s != 0) {
        return None;
    }
    let elsewhere = (0..word.len()).filter(|i| word[*i] != corrected[*i] && !erasures.contains(i)).count();
    word.copy_from_slice(corrected);
    Some(elsewhere)
}

/// S(i) = word(αⁱ).
#[inline(never)]
fn syndromes(word: &[u8], parity: usize) -> Polynomial {
    let mut syndromes = [0; MAX_PARITY + 1];
    for (i, syndrome) in syndromes.iter_mut().enumerate().take(parity) {
        let root = alpha(i);
        *syndrome = word.iter().fold(0, |sum, &c| multiply(sum, root) ^ c);
    }
    syndromes
}

/// Berlekamp–Massey, started from the erasure locator ∏(1 − x·αᵖ): the errata locator and its degree.
fn locator(
    syndromes: &Polynomial,
    parity: usize,
    length: usize,
    erasures: &[usize],
) -> Option<(Polynomial, usize)> {
    let erased = erasures.len();
    let mut locator = [0; MAX_PARITY + 1];
    locator[0] = 1;
    for (k, &position) in erasures.iter().enumerate() {
        let x = alpha(length.checked_sub(position + 1)?);
        for j in (1..=k + 1).rev() {
            locator[j] ^= multiply(locator[j - 1], x);
        }
    }
    let mut previous = locator;
    let mut registers = erased;
    for step in erased..parity {
        let discrepancy = (0..=step).fold(0, |sum, i| sum ^ multiply(locator[i], syndromes[step - i]));
        previous.copy_within(..MAX_PARITY, 1);
        previous[0] = 0;
        if discrepancy == 0 {
            continue;
        }
        let mut next = locator;
        for (n, &p) in next.iter_mut().zip(&previous) {
            *n ^= multiply(discrepancy, p);
        }
        if 2 * registers <= step + erased {
            registers = step + 1 + erased - registers;
            let scale = inverse(discrepancy);
            previous = locator.map(|c| multiply(c, scale));
        }
        locator = next;
    }
    let degree = locator.iter().rposition(|&c| c != 0)?;
    let fits = degree == registers && degree > 0 && 2 * degree.saturating_sub(erased) + erased <= parity;
    fits.then_some((locator, degree))
}

/// The value of a polynomial (lowest power first) at `x`.
#[inline(never)]
fn evaluate(polynomial: &[u8], x: u8) -> u8 {
    polynomial.iter().rev().fold(0, |sum, &c| multiply(sum, x) ^ c)
}

/// The value of the formal derivative at `x`: in characteristic 2 only odd powers remain.
fn derivative(polynomial: &[u8], x: u8) -> u8 {
    let square = multiply(x, x);
    polynomial.iter().skip(1).step_by(2).rev().fold(0, |sum, &c| multiply(sum, square) ^ c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Divides by the generator polynomial ∏(x − αⁱ).
    fn encode(data: &[u8], parity: usize) -> Vec<u8> {
        let mut generator = vec![1];
        for i in 0..parity {
            let mut next = vec![0; generator.len() + 1];
            for (j, &c) in generator.iter().enumerate() {
                next[j] ^= c;
                next[j + 1] ^= multiply(c, alpha(i));
            }
            generator = next;
        }
        let mut rest = data.to_vec();
        rest.resize(data.len() + parity, 0);
        for i in 0..data.len() {
            let factor = rest[i];
            for (j, &c) in generator.iter().enumerate() {
                rest[i + j] ^= multiply(factor, c);
            }
        }
        [data, &rest[data.len()..]].concat()
    }

    #[test]
    fn the_worked_example_of_annex_i_needs_no_correction() {
        // ISO/IEC 18004:2015, annex I: "01234567" in version 1-M.
        let data =
            [0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11];
        let parity = [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55];
        let mut word = [&data[..], &parity].concat();
        assert_eq!(correct(&mut word, 10, &[]), Some(0));
        assert_eq!(encode(&data, 10), word);
    }

    proptest! {
        #[test]
        fn errors_and_erasures_within_the_parity_are_undone(
            data in proptest::collection::vec(any::<u8>(), 20..120),
            parity in 7_usize..=30, seed in any::<u64>(), erased in 0_usize..=30,
        ) {
            let good = encode(&data, parity);
            let erased = erased.min(parity);
            let errors = (parity - erased) / 2;
            let mut state = seed | 1;
            let mut next = move || { state ^= state << 13; state ^= state >> 7; state ^= state << 17; state };
            let mut places: Vec<usize> = (0..good.len()).collect();
            for i in 0..erased + errors { let j = i + next() as usize % (places.len() - i); places.swap(i, j); }
            let mut word = good.clone();
            for &p in &places[..erased] { word[p] ^= next() as u8; }
            for &p in &places[erased..erased + errors] { word[p] ^= (next() % 255 + 1) as u8; }
            prop_assert_eq!(correct(&mut word, parity, &places[..erased]), Some(errors));
            prop_assert_eq!(word, good);
        }

        #[test]
        fn garbage_is_refused_or_becomes_a_codeword(
            mut word in proptest::collection::vec(any::<u8>(), 0..256), parity in 0_usize..40,
            erasures in proptest::collection::vec(0_usize..300, 0..40),
        ) {
            if correct(&mut word, parity, &erasures).is_some() {
                prop_assert!(syndromes(&word, parity).iter().all(|&s| s == 0));
            }
        }
    }
}
