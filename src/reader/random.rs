//! The random octets that the caller hands in; each is used once.

use zeroize::Zeroizing;

use super::failure::Reason;
use crate::Error;
use crate::chip::crypto::Hash;

/// What is left of them.
pub(super) struct Random {
    octets: Zeroizing<Vec<u8>>,
    at: usize,
}

/// How many octets a reading is given: six sessions of PACE on P-521 take 888, Chip Authentication and a
/// challenge 82.
pub const RANDOM_OCTETS: usize = 1_024;

/// Tells two pools apart without saying what is in them.
pub(super) type Fingerprint = [u8; 8];

impl Random {
    /// Takes the pool. One that is too short, of one octet only, or that an earlier reading had
    /// (`before`), is refused.
    pub(super) fn new(octets: &[u8], before: Option<Fingerprint>) -> Result<Self, Error> {
        let refused = |why: String| Error::new("reader.random", why);
        if octets.len() < RANDOM_OCTETS {
            return Err(refused(format!("at least {RANDOM_OCTETS} octets")));
        }
        let is_constant = octets.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        if is_constant {
            return Err(refused("all octets are the same".to_owned()));
        }
        if before == Some(fingerprint(octets)) {
            return Err(refused("these octets were used before".to_owned()));
        }
        Ok(Self { octets: Zeroizing::new(octets.to_vec()), at: 0 })
    }

    pub(super) fn fingerprint(&self) -> Fingerprint {
        fingerprint(&self.octets)
    }

    /// The next octets; zeros alone are no random octets (one case in 2⁶⁴ for eight of them).
    pub(super) fn take(&mut self, length: usize) -> Result<Zeroizing<Vec<u8>>, Reason> {
        let end = self.at.saturating_add(length);
        let taken = self.octets.get(self.at..end).ok_or(Reason::Limit("random octets"))?;
        if taken.iter().all(|octet| *octet == 0) {
            return Err(Reason::Limit("random octets that are zeros"));
        }
        self.at = end;
        Ok(Zeroizing::new(taken.to_vec()))
    }
}

fn fingerprint(octets: &[u8]) -> Fingerprint {
    let digest = Hash::Sha256.digest(&[b"cancuoc reader pool", octets]);
    digest.get(..8).and_then(|digest| digest.try_into().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn octets_that_are_short_constant_or_used_before_are_refused() {
        let pool: Vec<u8> = (0..=255).cycle().take(RANDOM_OCTETS).collect();
        let before = Random::new(&pool, None).unwrap().fingerprint();
        for (octets, before) in [
            (&pool[1..], None),
            (&[0; RANDOM_OCTETS], None),
            (&[9; RANDOM_OCTETS], None),
            (&pool[..], Some(before)),
        ] {
            assert_eq!(Random::new(octets, before).err().map(|error| error.code), Some("reader.random"));
        }
    }

    #[test]
    fn each_octet_is_given_once_and_zeros_alone_never() {
        let mut pool: Vec<u8> = (0..=255).cycle().take(RANDOM_OCTETS).collect();
        pool[16..32].fill(0);
        let mut random = Random::new(&pool, None).unwrap();
        assert_eq!(*random.take(8).unwrap(), pool[..8]);
        assert_eq!(*random.take(8).unwrap(), pool[8..16]);
        assert!(random.take(16).is_err());
        assert!(random.take(RANDOM_OCTETS).is_err());
    }
}
