//! Public keys, as certificates and data groups hold them.

use super::crypto::{CURVES, Curve, EcPoint, RsaError, RsaKey, strip};
use super::oid;
use super::tlv::{Element, TlvError, tag};

/// A key that can verify.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA.
    Rsa(RsaKey),
    /// A point on a curve of the closed table.
    Ec(EcPoint),
}

/// Why a key cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyError {
    /// Malformed.
    Encoding(TlvError),
    /// An algorithm that this module does not know.
    Unsupported(String),
    /// A curve that is not in the closed table; or spelled-out parameters that are not exactly one of its
    /// rows (the lesson of CVE-2020-0601).
    UnknownCurve,
    /// The point does not lie on the curve that the key names.
    OffCurve {
        /// The curve it names.
        curve: &'static Curve,
        /// The octets of the point.
        octets: Vec<u8>,
    },
    /// Not an RSA key, or too long.
    Rsa(RsaError),
}

impl KeyError {
    /// For an engineer.
    pub fn describe(&self) -> String {
        match self {
            Self::Encoding(error) => error.to_string(),
            Self::Unsupported(algorithm) => format!("algorithm {algorithm}"),
            Self::UnknownCurve => "curve".to_owned(),
            Self::OffCurve { curve, .. } => format!("not on {}", curve.name),
            Self::Rsa(RsaError::BadKey) => "no RSA key".to_owned(),
            Self::Rsa(RsaError::TooLong) => "RSA key length".to_owned(),
        }
    }
}

impl From<TlvError> for KeyError {
    fn from(error: TlvError) -> Self {
        Self::Encoding(error)
    }
}

impl PublicKey {
    /// From a `SubjectPublicKeyInfo` (RFC 5280 §4.1, RFC 3279 §2.3).
    ///
    /// # Errors
    /// [`KeyError`]
    pub fn from_element(element: &Element<'_>) -> Result<Self, KeyError> {
        let mut parts = element.expect(tag::SEQUENCE)?.children();
        let mut algorithm = parts.expect(tag::SEQUENCE)?.children();
        let bits = parts.expect(tag::BIT_STRING)?;
        parts.finish()?;
        let kind = algorithm.expect(tag::OID)?.content;
        match kind {
            // RSASSA-PSS as the key's own algorithm restricts it (RFC 4055 §1.2); the key is the same.
            oid::RSA | oid::RSA_PSS => {
                // As deep as the input allows: the key is an encoding within the BIT STRING.
                let key = Element::only(bits.whole_bits()?, super::tlv::Rules::Ber)?;
                let mut numbers = key.expect(tag::SEQUENCE)?.children();
                let modulus = numbers.expect(tag::INTEGER)?.unsigned()?;
                let exponent = numbers.expect(tag::INTEGER)?.unsigned()?;
                numbers.finish()?;
                RsaKey::new(modulus, exponent).map(Self::Rsa).map_err(KeyError::Rsa)
            }
            oid::EC_PUBLIC_KEY => {
                let curve = curve(&algorithm.read()?)?;
                Self::on_curve(curve, bits.whole_bits()?)
            }
            _ => Err(KeyError::Unsupported(oid::dotted(kind))),
        }
    }

    /// A point on this curve.
    ///
    /// # Errors
    /// [`KeyError::OffCurve`]
    pub fn on_curve(curve: &'static Curve, octets: &[u8]) -> Result<Self, KeyError> {
        EcPoint::from_octets(curve, octets)
            .map(Self::Ec)
            .map_err(|_| KeyError::OffCurve { curve, octets: octets.to_vec() })
    }

    /// `RSA 3072` is `3072 bit`; a curve is its name.
    pub fn describe(&self) -> String {
        match self {
            Self::Rsa(key) => format!("{} bit", key.bits()),
            Self::Ec(key) => key.curve.name.to_owned(),
        }
    }

    /// A curve below 224 bits. Short RSA keys are refused, not named.
    pub fn is_weak(&self) -> bool {
        matches!(self, Self::Ec(key) if key.curve.is_weak())
    }

    /// What one verification costs, in units of [`Budget`](super::Budget).
    pub fn cost(&self) -> u64 {
        match self {
            Self::Rsa(key) => key.cost(),
            Self::Ec(key) => key.curve.cost(),
        }
    }

    /// Long enough for a signer: 2048 bits of RSA (NIST SP 800-131A rev. 2); every curve of the table is.
    pub fn may_sign(&self) -> bool {
        match self {
            Self::Rsa(key) => key.bits() >= 2048,
            Self::Ec(_) => true,
        }
    }
}

/// `EcpkParameters ::= CHOICE { namedCurve OID, ecParameters SEQUENCE, implicitlyCA NULL }` (RFC 3279
/// §2.3.5).
///
/// # Errors
/// [`KeyError::UnknownCurve`]
pub fn curve(parameters: &Element<'_>) -> Result<&'static Curve, KeyError> {
    match parameters.tag {
        tag::OID => Curve::by_oid(parameters.content).ok_or(KeyError::UnknownCurve),
        tag::SEQUENCE => explicit_curve(parameters),
        _ => Err(KeyError::UnknownCurve),
    }
}

/// All of p, a, b, G, n and h must be those of one row; the prime alone proves nothing. The seed does not
/// count, and an absent cofactor follows from the rest.
///
/// ```text
/// ECParameters ::= SEQUENCE {
///     version  INTEGER (1..3),
///     fieldID  SEQUENCE { prime-field OID, p INTEGER },
///     curve    SEQUENCE { a OCTET STRING, b OCTET STRING, seed BIT STRING OPTIONAL },
///     base     OCTET STRING,
///     order    INTEGER,
///     cofactor INTEGER OPTIONAL }
/// ```
fn explicit_curve(parameters: &Element<'_>) -> Result<&'static Curve, KeyError> {
    let mut parts = parameters.children();
    parts.expect(tag::INTEGER)?;
    let mut field = parts.expect(tag::SEQUENCE)?.children();
    if field.expect(tag::OID)?.content != oid::PRIME_FIELD {
        return Err(KeyError::UnknownCurve);
    }
    let p = field.expect(tag::INTEGER)?.unsigned()?;
    let mut coefficients = parts.expect(tag::SEQUENCE)?.children();
    let a = coefficients.expect(tag::OCTET_STRING)?.content;
    let b = coefficients.expect(tag::OCTET_STRING)?.content;
    let base = parts.expect(tag::OCTET_STRING)?.content;
    let n = parts.expect(tag::INTEGER)?.unsigned()?;
    let h = parts.optional(tag::INTEGER)?.map(|h| h.unsigned()).transpose()?;
    // SEC 1 version 3 may append a hash identifier; it changes nothing.
    let same = |one: &[u8], other: &[u8]| strip(one) == strip(other);
    let is_base = |curve: &Curve| match base.split_first() {
        Some((4, point)) => point == [curve.x, curve.y].concat(),
        Some((sign @ (2 | 3), x)) => {
            x == curve.x && curve.y.last().is_some_and(|octet| octet & 1 == sign & 1)
        }
        _ => false,
    };
    CURVES
        .iter()
        .find(|curve| {
            same(p, curve.p)
                && same(a, curve.a)
                && same(b, curve.b)
                && is_base(curve)
                && same(n, curve.n)
                && h.is_none_or(|h| h == [1])
        })
        .ok_or(KeyError::UnknownCurve)
}
