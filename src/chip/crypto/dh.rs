use cancuoc_modular::LongModulus;

use super::octets::strip;

/// A static Diffie–Hellman key over a prime field (RFC 2631; BSI TR-03110 part 3 §A.2.2): the prime and y.
///
/// The prime and the generator come from a data group that its issuer signed, so they are not judged; y must
/// not be one of the values whose powers everybody knows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct DhKey<'a> {
    prime: &'a [u8],
    y: &'a [u8],
}

impl<'a> DhKey<'a> {
    /// The longest prime, in octets; 2048 bits are usual.
    pub const MAX_OCTETS: usize = 512;

    /// From two big-endian numbers; `None` for a prime that is even, below 1024 bits or too long, and for y
    /// outside 2 … p − 2.
    pub fn new(prime: &'a [u8], y: &'a [u8]) -> Option<Self> {
        let (prime, y) = (strip(prime), strip(y));
        let (last, head) = prime.split_last()?;
        let in_range = last & 1 == 1 && (128..=Self::MAX_OCTETS).contains(&prime.len()) && y > &[1][..];
        // p − 1 differs from the odd p in the lowest bit.
        let is_minus_one = y.split_last() == Some((&(last ^ 1), head));
        (in_range && (y.len(), y) < (prime.len(), prime) && !is_minus_one).then_some(Self { prime, y })
    }

    /// y^x mod p, as long as the prime (RFC 2631 §2.1.2); `None` for an exponent of p or more, or of 0.
    pub fn agree(&self, x: &[u8]) -> Option<Vec<u8>> {
        let x = strip(x);
        if x.is_empty() || (x.len(), x) >= (self.prime.len(), self.prime) {
            return None;
        }
        let secret = LongModulus::new(self.prime)?.power(self.y, x)?;
        secret.get(secret.len().checked_sub(self.prime.len())?..).map(<[u8]>::to_vec)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_whose_powers_everybody_knows_are_no_keys() {
        let mut prime = [0xFF; 128];
        prime[0] = 0x7F;
        let mut minus_one = prime;
        minus_one[127] ^= 1;
        let mut minus_two = minus_one;
        minus_two[127] ^= 3;
        for bad in [&[][..], &[0], &[1], &[0, 1], &minus_one, &prime, &[0xFF; 128], &[1; 129]] {
            assert!(DhKey::new(&prime, bad).is_none(), "{bad:02X?}");
        }
        for good in [&[2][..], &[0, 2], &[1, 0], &minus_two] {
            assert!(DhKey::new(&prime, good).is_some(), "{good:02X?}");
        }
        assert!(DhKey::new(&minus_one, &[2]).is_none());
        assert!(DhKey::new(&[0xFF; 127], &[2]).is_none());
        assert!(DhKey::new(&[0xFF; 513], &[2]).is_none());
    }

    #[test]
    fn both_sides_reckon_the_same_secret_of_the_length_of_the_prime() {
        let mut prime = [0xA5; 128];
        prime[127] = 0xA7;
        let public = |x: &[u8]| DhKey::new(&prime, &[2]).unwrap().agree(x).unwrap();
        let (a, b) = ([0x31; 20], [0x57; 128]);
        let one = DhKey::new(&prime, &public(&b)).unwrap().agree(&a).unwrap();
        let other = DhKey::new(&prime, &public(&a)).unwrap().agree(&b).unwrap();
        assert_eq!(one, other);
        assert_eq!(public(&[3]).len(), 128); // 8, with its leading zeros
        assert!(DhKey::new(&prime, &[2]).unwrap().agree(&prime).is_none());
        assert!(DhKey::new(&prime, &[2]).unwrap().agree(&[0]).is_none());
    }
}
