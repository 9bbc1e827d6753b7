//! Key agreement over a curve or a prime field, in constant time: every number here but public keys is secret.

use cancuoc_modular::{SecretGroup, SecretPoint, SecretPowers, secret_scalar};
use zeroize::{Zeroize, Zeroizing};

use super::dh_groups::DhGroup;
use super::failure::Reason;
use super::random::Random;
use crate::chip::crypto::Curve;

/// A generator with its group: the standardised one, or the one that PACE maps to.
pub(super) enum Generator {
    Point { curve: &'static Curve, group: Box<SecretGroup>, point: Box<SecretPoint> },
    Number { field: Field, powers: SecretPowers, number: Zeroizing<Vec<u8>> },
}

/// A prime field; q is the order of the subgroup where that is known.
#[derive(Clone)]
pub(super) struct Field {
    p: Vec<u8>,
    q: Option<&'static [u8]>,
}

/// What both sides have in common: a point, or a power.
pub(super) enum Shared {
    Point(&'static Curve, Zeroizing<Vec<u8>>, Box<SecretPoint>),
    Number(Zeroizing<Vec<u8>>),
}

/// A secret number and what belongs to it.
pub(super) struct KeyPair {
    pub(super) secret: Zeroizing<Vec<u8>>,
    /// `04‖x‖y`, or the power, as long as the field.
    pub(super) public: Vec<u8>,
}

impl Generator {
    /// The base point of a curve.
    pub(super) fn of_curve(curve: &'static Curve) -> Option<Self> {
        let group = SecretGroup::new(curve.p, curve.a, curve.b)?;
        let point = group.point(curve.x, curve.y)?;
        Some(Self::Point { curve, group: Box::new(group), point: Box::new(point) })
    }

    /// The generator of a standardised prime field.
    pub(super) fn of_group(group: DhGroup) -> Option<Self> {
        let field = Field { p: group.p.to_vec(), q: Some(group.q) };
        Self::of_field(field, group.g)
    }

    /// The generator that a key's parameters name; p without leading zeros.
    pub(super) fn of_numbers(p: &[u8], g: &[u8]) -> Option<Self> {
        Self::of_field(Field { p: p.to_vec(), q: None }, g)
    }

    fn of_field(field: Field, g: &[u8]) -> Option<Self> {
        let number = widened(g, field.p.len())?;
        field.accepts(&number).then_some(())?;
        let powers = SecretPowers::new(&field.p)?;
        Some(Self::Number { field, powers, number: Zeroizing::new(number) })
    }

    /// A new key pair. The secret is from 1 to the order less 1; without an order, 320 bits, which is more
    /// than twice the strength of the longest prime (NIST SP 800-56A rev. 3 §5.6.1.1).
    pub(super) fn pair(&self, random: &mut Random) -> Result<KeyPair, Reason> {
        let order = match self {
            Self::Point { curve, .. } => Some(curve.n),
            Self::Number { field, .. } => field.q,
        };
        let secret = match order {
            Some(order) => {
                let wide = random.take(order.len().saturating_add(8))?;
                secret_scalar(&wide, order).ok_or(GROUP)?
            }
            None => random.take(40)?,
        };
        let public = match self {
            Self::Point { curve, group, point } => octets_of(curve, group, &group.multiply(&secret, point)),
            Self::Number { powers, number, .. } => powers.power(number, &secret).map(|power| power.to_vec()),
        };
        Ok(KeyPair { secret, public: public.ok_or(GROUP)? })
    }

    /// KA(secret, public key of the other side). That key is uncompressed, of the right length, in the group,
    /// not a value whose multiples everybody knows, and not our own (Doc 9303 part 11 §4.4.1, step 3 d).
    pub(super) fn agree(&self, pair: &KeyPair, theirs: &[u8]) -> Result<Shared, Reason> {
        if theirs == pair.public {
            return Err(Reason::Protocol("our own public key came back"));
        }
        let shared = match self {
            Self::Point { curve, group, .. } => Self::point(curve, group, theirs).and_then(|theirs| {
                let shared = group.multiply(&pair.secret, &theirs);
                let octets = Zeroizing::new(octets_of(curve, group, &shared)?);
                Some(Shared::Point(curve, octets, Box::new(shared)))
            }),
            Self::Number { field, powers, .. } => (theirs.len() == field.p.len()
                && field.accepts(theirs)
                && field
                    .q
                    .is_none_or(|q| powers.public_power(theirs, q).is_some_and(|power| is_one(&power))))
            .then(|| powers.power(theirs, &pair.secret).map(Shared::Number))
            .flatten(),
        };
        shared.ok_or(Reason::Protocol("the chip's public key is none of its group"))
    }

    /// The generic mapping: s·G + H, or g^s·h (Doc 9303 part 11 §4.4.3.3.1); never the neutral element.
    pub(super) fn mapped(self, nonce: &[u8], shared: &Shared) -> Result<Self, Reason> {
        let mapped = match (self, shared) {
            (Self::Point { curve, group, point }, Shared::Point(_, _, shared)) => {
                let point = Box::new(group.add(&group.multiply(nonce, &point), shared));
                group.coordinates(&point).is_some().then_some(Self::Point { curve, group, point })
            }
            (Self::Number { field, powers, number }, Shared::Number(shared)) => {
                let product = powers.power(&number, nonce).and_then(|power| powers.multiply(&power, shared));
                product.filter(|number| field.accepts(number)).map(|number| Self::Number {
                    field,
                    powers,
                    number,
                })
            }
            _ => None,
        };
        mapped.ok_or(Reason::Protocol("the mapped generator generates nothing"))
    }

    fn point(curve: &Curve, group: &SecretGroup, octets: &[u8]) -> Option<SecretPoint> {
        let (4, coordinates) = octets.split_first()? else { return None };
        let (x, y) = coordinates.split_at_checked(curve.size())?;
        (y.len() == curve.size()).then(|| group.point(x, y)).flatten()
    }
}

impl Shared {
    /// The shared secret: x of the point, or the power, always as long as the field.
    pub(super) fn secret(&self) -> &[u8] {
        match self {
            Self::Point(curve, octets, _) => {
                octets.get(1..).and_then(|octets| octets.get(..curve.size())).unwrap_or_default()
            }
            Self::Number(power) => power,
        }
    }
}

impl Field {
    /// From 2 to p − 2; as long as p.
    fn accepts(&self, number: &[u8]) -> bool {
        let mut minus_one = self.p.clone();
        if let Some(last) = minus_one.last_mut() {
            *last &= !1;
        }
        let is_below = number < minus_one.as_slice();
        let is_above = number.iter().rev().skip(1).any(|octet| *octet != 0)
            || number.last().is_some_and(|last| *last > 1);
        number.len() == self.p.len() && is_below && is_above
    }
}

/// `04‖x‖y`; `None` for infinity.
fn octets_of(curve: &Curve, group: &SecretGroup, point: &SecretPoint) -> Option<Vec<u8>> {
    let (mut x, mut y) = group.coordinates(point)?;
    let mut octets = vec![4];
    for number in [&mut x, &mut y] {
        let bytes: Zeroizing<Vec<u8>> =
            Zeroizing::new(number.iter().rev().flat_map(|word| word.to_be_bytes()).collect());
        octets.extend_from_slice(bytes.get(bytes.len().checked_sub(curve.size())?..)?);
        number.zeroize();
    }
    Some(octets)
}

fn is_one(number: &[u8]) -> bool {
    number.split_last().is_some_and(|(last, rest)| *last == 1 && rest.iter().all(|octet| *octet == 0))
}

/// As long as wanted, with leading zeros.
fn widened(number: &[u8], length: usize) -> Option<Vec<u8>> {
    let number = crate::chip::crypto::strip(number);
    let mut wide = vec![0; length.checked_sub(number.len())?];
    wide.extend_from_slice(number);
    Some(wide)
}

const GROUP: Reason = Reason::Protocol("a group that cannot be used");

#[cfg(test)]
#[allow(clippy::as_conversions, clippy::arithmetic_side_effects, reason = "numbers of a test")]
mod tests {
    use super::super::dh_groups::{MODP_1024_160, MODP_2048_224, MODP_2048_256};
    use super::super::random::RANDOM_OCTETS;
    use super::*;
    use crate::chip::crypto::{CURVES, EcPoint};

    fn pool(seed: u8) -> Random {
        let octets: Vec<u8> = (0..RANDOM_OCTETS).map(|i| (i * 89 + i / 7) as u8 ^ seed).collect();
        Random::new(&octets, None).unwrap()
    }

    #[test]
    fn both_sides_agree_on_every_curve_and_in_every_field_before_and_after_the_mapping() {
        let curves = CURVES.iter().map(|curve| Generator::of_curve(curve).unwrap());
        let fields = [MODP_1024_160, MODP_2048_224, MODP_2048_256].into_iter();
        for generator in curves.chain(fields.map(|group| Generator::of_group(group).unwrap())) {
            let (mut one, mut other) = (pool(1), pool(2));
            let (a, b) = (generator.pair(&mut one).unwrap(), generator.pair(&mut other).unwrap());
            let shared = generator.agree(&a, &b.public).unwrap();
            assert_eq!(shared.secret(), generator.agree(&b, &a.public).unwrap().secret());
            let mapped = generator.mapped(&[0x5A; 16], &shared).unwrap();
            let (a, b) = (mapped.pair(&mut one).unwrap(), mapped.pair(&mut other).unwrap());
            assert_ne!(a.public, b.public);
            let secret = mapped.agree(&a, &b.public).unwrap();
            assert_eq!(secret.secret(), mapped.agree(&b, &a.public).unwrap().secret());
        }
    }

    #[test]
    fn multiples_are_those_of_the_verifier_on_every_curve() {
        for curve in CURVES {
            let pair = Generator::of_curve(curve).unwrap().pair(&mut pool(3)).unwrap();
            let base = EcPoint::from_octets(curve, &[&[4], curve.x, curve.y].concat()).unwrap();
            let multiple = EcPoint::combine(&[], None, &pair.secret, &base).unwrap();
            assert_eq!(pair.public, multiple.to_octets(), "{curve:?}");
        }
    }

    #[test]
    fn trap_11_our_own_public_key_is_refused() {
        let generator = Generator::of_curve(Curve::by_name("P-256").unwrap()).unwrap();
        let pair = generator.pair(&mut pool(1)).unwrap();
        let refused = generator.agree(&pair, &pair.public).err();
        assert_eq!(refused, Some(Reason::Protocol("our own public key came back")));
    }

    #[test]
    fn trap_12_points_off_the_curve_compressed_infinite_or_of_another_length_are_refused() {
        for name in ["P-256", "brainpoolP384r1", "P-521"] {
            let curve = Curve::by_name(name).unwrap();
            let generator = Generator::of_curve(curve).unwrap();
            let pair = generator.pair(&mut pool(1)).unwrap();
            let good = generator.pair(&mut pool(2)).unwrap().public;
            assert!(generator.agree(&pair, &good).is_ok());
            let mut off = good.clone();
            *off.last_mut().unwrap() ^= 1;
            let sign = 2 + (good.last().unwrap() & 1);
            let compressed = [&[sign], &good[1..=curve.size()]].concat();
            let large = [&[4], curve.p, curve.y].concat();
            for bad in [&off, &compressed, &vec![0], &good[1..].to_vec(), &[&good[..], &[0]].concat(), &large]
            {
                assert!(generator.agree(&pair, bad).is_err());
            }
        }
    }

    #[test]
    fn trap_12_numbers_whose_powers_everybody_knows_are_refused() {
        let generator = Generator::of_group(MODP_1024_160).unwrap();
        let pair = generator.pair(&mut pool(1)).unwrap();
        let number = |last: u8| {
            let mut number = vec![0; 128];
            number[127] = last;
            number
        };
        let mut minus_one = MODP_1024_160.p.to_vec();
        minus_one[127] ^= 1;
        // 2 lies outside of the subgroup of order q.
        for bad in [number(0), number(1), number(2), minus_one, MODP_1024_160.p.to_vec(), vec![2], vec![]] {
            assert!(generator.agree(&pair, &bad).is_err());
        }
    }

    /// Doc 9303 part 11, 8th edition (2021), appendix G.2.
    #[test]
    fn trap_09_a_shared_power_keeps_the_length_of_its_field() {
        let generator = Generator::of_numbers(MODP_1024_160.p, MODP_1024_160.g).unwrap();
        let Generator::Number { powers, .. } = &generator else { panic!("a field") };
        assert_eq!(powers.power(&[2], &[3]).unwrap().len(), 128);
        let point = Shared::Point(
            Curve::by_name("P-256").unwrap(),
            Zeroizing::new([&[4][..], &[0; 33], &[7; 31]].concat()),
            Box::new(SecretGroup::new(&[23], &[1], &[1]).unwrap().point(&[3], &[10]).unwrap()),
        );
        assert_eq!(point.secret(), [0; 32]);
    }
}
