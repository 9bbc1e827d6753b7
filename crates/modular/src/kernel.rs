//! Montgomery's product, the place where nearly all time is spent.
//!
//! Limbs are short of 32 bits so that a whole column of products fits in 64 bits and is carried once, at its
//! end: a multiplication then costs little more than its `imul`s (WebAssembly has no 64 × 64 → 128).
//! Two rows at a time: each limb that is loaded serves two products.

use crate::limbs::{Limbs, MAX};

/// What the kernels need of a modulus.
#[derive(Clone)]
pub(crate) struct Shape {
    /// The modulus, fully carried.
    pub(crate) words: Limbs,
    /// Limbs in use.
    pub(crate) length: usize,
    /// Bits of a limb.
    pub(crate) width: u32,
    /// −m⁻¹ mod 2^width
    pub(crate) negated_inverse: u32,
}

impl Shape {
    /// 2^width − 1
    pub(crate) fn mask(&self) -> u32 {
        (1 << self.width) - 1
    }

    /// a·b·2^(−width·length), below (1 + ab/(2^(width·length)·m))·m
    pub(crate) fn mul(&self, out: &mut Limbs, a: &Limbs, b: &Limbs) {
        match self.length {
            6 => product::<6>(self, out, a, b),
            7 => product::<7>(self, out, a, b),
            8 => product::<8>(self, out, a, b),
            9 => product::<9>(self, out, a, b),
            12 => product::<12>(self, out, a, b),
            14 => product::<14>(self, out, a, b),
            18 => product::<18>(self, out, a, b),
            _ => product::<MAX>(self, out, a, b),
        }
    }
}

fn product<const N: usize>(shape: &Shape, out: &mut Limbs, a: &Limbs, b: &Limbs) {
    let m = &shape.words;
    let (width, mask, inverse) = (shape.width, shape.mask(), shape.negated_inverse);
    let wide = |limb: u32| u64::from(limb);
    let mut t = [0u64; N];
    let mut i = 0;
    while i + 1 < N {
        let (a0, a1) = (wide(a[i]), wide(a[i + 1]));
        let first = t[0] + a0 * wide(b[0]);
        let q0 = wide((first as u32).wrapping_mul(inverse) & mask);
        let carry = (first + q0 * wide(m[0])) >> width;
        let second = t[1] + a0 * wide(b[1]) + a1 * wide(b[0]) + q0 * wide(m[1]) + carry;
        let q1 = wide((second as u32).wrapping_mul(inverse) & mask);
        let carry = (second + q1 * wide(m[0])) >> width;
        let mut columns = |from: usize, to: usize| {
            for j in from..to {
                t[j - 2] =
                    t[j] + a0 * wide(b[j]) + a1 * wide(b[j - 1]) + q0 * wide(m[j]) + q1 * wide(m[j - 1]);
            }
        };
        // In halves, so that the compiler unrolls even the longest and keeps the columns in registers.
        columns(2, N / 2);
        columns(N / 2, N);
        t[N - 2] = a1 * wide(b[N - 1]) + q1 * wide(m[N - 1]);
        t[N - 1] = 0;
        t[0] += carry;
        i += 2;
    }
    if N % 2 == 1 {
        let last = wide(a[N - 1]);
        let first = t[0] + last * wide(b[0]);
        let q = wide((first as u32).wrapping_mul(inverse) & mask);
        let carry = (first + q * wide(m[0])) >> width;
        for j in 1..N {
            t[j - 1] = t[j] + last * wide(b[j]) + q * wide(m[j]);
        }
        t[N - 1] = 0;
        t[0] += carry;
    }
    let mut carry = 0;
    for j in 0..N - 1 {
        let sum = t[j] + carry;
        out[j] = sum as u32 & mask;
        carry = sum >> width;
    }
    out[N - 1] = (t[N - 1] + carry) as u32;
}
