use crate::chip::tlv::{Element, Rules, TlvError, tag};

/// The SecurityInfos of DG14, EF.CardAccess and the content of EF.CardSecurity (Doc 9303-11, 9.2; BSI
/// TR-03110-3, A.1), those that concern proof against copies, as they stand.
///
/// ```text
/// SecurityInfos ::= SET OF SecurityInfo
/// SecurityInfo ::= SEQUENCE { protocol OBJECT IDENTIFIER, requiredData ANY DEFINED BY protocol, optionalData ANY … OPTIONAL }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecurityInfos<'a> {
    /// In the order of the file.
    pub infos: Vec<SecurityInfo<'a>>,
}

/// One of them; object identifiers are the content octets of their encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SecurityInfo<'a> {
    /// `id-icao-mrtd-security-aaProtocolObject` (2.23.136.1.1.5): the algorithm of an ECDSA answer.
    ActiveAuthentication {
        /// E.g. `ecdsa-plain-SHA256`.
        algorithm: &'a [u8],
    },
    /// `id-CA-*` (0.4.0.127.0.7.2.2.3.*.*): key agreement and cipher.
    ChipAuthentication {
        /// The protocol.
        protocol: &'a [u8],
        /// 1, or 2 with a key id.
        version: u32,
        /// Which key, when there are several.
        key_id: Option<u32>,
    },
    /// `id-PK-DH`, `id-PK-ECDH` (0.4.0.127.0.7.2.2.1.*): the chip's static public key.
    ChipAuthenticationKey(PublicKeyInfo<'a>),
    /// `id-PACE-*` (0.4.0.127.0.7.2.2.4.*.*).
    Pace {
        /// The protocol; arc 6 in the last place but one is Chip Authentication Mapping.
        protocol: &'a [u8],
        /// Of the protocol.
        version: u32,
        /// A standardised domain parameter of Doc 9303-11, table 6.
        parameter_id: Option<u32>,
    },
    /// Another protocol (Terminal Authentication, card info, …).
    Other {
        /// The protocol.
        protocol: &'a [u8],
    },
}

/// ChipAuthenticationPublicKeyInfo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublicKeyInfo<'a> {
    /// `id-PK-ECDH` or `id-PK-DH`.
    pub protocol: &'a [u8],
    /// SubjectPublicKeyInfo, the whole element.
    pub spki: &'a [u8],
    /// Which key, when there are several.
    pub key_id: Option<u32>,
}

impl<'a> SecurityInfos<'a> {
    /// Reads DG14: `6E { SecurityInfos }`.
    ///
    /// # Errors
    /// Of the encoding; another file than DG14.
    pub fn dg14(file: &'a [u8]) -> Result<Self, TlvError> {
        let set = Element::first(file, Rules::Ber)?.expect(0x6E)?.children().expect(tag::SET)?;
        Self::of_set(&set)
    }

    /// Reads EF.CardAccess, or the signed content of EF.CardSecurity: the bare set.
    ///
    /// # Errors
    /// Of the encoding.
    pub fn card_access(file: &'a [u8]) -> Result<Self, TlvError> {
        Self::of_set(&Element::first(file, Rules::Ber)?.expect(tag::SET)?)
    }

    /// The key of this id; without an id the only one, or the first.
    pub fn chip_key(&self, key_id: Option<u32>) -> Option<PublicKeyInfo<'a>> {
        self.infos.iter().find_map(|info| match info {
            SecurityInfo::ChipAuthenticationKey(key) if key_id.is_none() || key.key_id == key_id => {
                Some(*key)
            }
            _ => None,
        })
    }

    /// The algorithm that ActiveAuthenticationInfo names.
    pub fn active_authentication(&self) -> Option<&'a [u8]> {
        self.infos.iter().find_map(|info| match info {
            SecurityInfo::ActiveAuthentication { algorithm } => Some(*algorithm),
            _ => None,
        })
    }

    fn of_set(set: &Element<'a>) -> Result<Self, TlvError> {
        let mut infos = Vec::new();
        let mut within = set.children();
        while !within.is_empty() {
            infos.push(SecurityInfo::parse(&within.expect(tag::SEQUENCE)?)?);
        }
        Ok(Self { infos })
    }
}

impl<'a> SecurityInfo<'a> {
    fn parse(element: &Element<'a>) -> Result<Self, TlvError> {
        let mut within = element.children();
        let protocol = within.expect(tag::OID)?.content;
        let other = Self::Other { protocol };
        if protocol == ACTIVE_AUTHENTICATION {
            within.expect(tag::INTEGER)?;
            return Ok(Self::ActiveAuthentication { algorithm: within.expect(tag::OID)?.content });
        }
        let Some(arcs) = protocol.strip_prefix(SMARTCARD) else { return Ok(other) };
        match arcs {
            [1, _] => {
                let spki = within.expect(tag::SEQUENCE)?.raw;
                Ok(Self::ChipAuthenticationKey(PublicKeyInfo {
                    protocol,
                    spki,
                    key_id: number(&mut within)?,
                }))
            }
            [3, _, _] => {
                let version = within.expect(tag::INTEGER)?.small()?;
                Ok(Self::ChipAuthentication { protocol, version, key_id: number(&mut within)? })
            }
            // Version 2 of PACE with a domain parameter; `PACEDomainParameterInfo` has a shorter identifier.
            [4, _, _] => {
                let version = within.expect(tag::INTEGER)?.small()?;
                Ok(Self::Pace { protocol, version, parameter_id: number(&mut within)? })
            }
            _ => Ok(other),
        }
    }
}

/// DG15: `6F { SubjectPublicKeyInfo }` (Doc 9303-10, 4.7.15): the whole element of the key for Active Authentication.
///
/// # Errors
/// Of the encoding; another file than DG15.
pub fn dg15(file: &[u8]) -> Result<&[u8], TlvError> {
    Ok(Element::first(file, Rules::Ber)?.expect(0x6F)?.children().expect(tag::SEQUENCE)?.raw)
}

fn number(within: &mut crate::chip::tlv::Reader<'_>) -> Result<Option<u32>, TlvError> {
    within.optional(tag::INTEGER)?.map(|element| element.small()).transpose()
}

/// 2.23.136.1.1.5
const ACTIVE_AUTHENTICATION: &[u8] = &[0x67, 0x81, 0x08, 0x01, 0x01, 0x05];
/// 0.4.0.127.0.7.2.2: bsi-de protocols smartcard
const SMARTCARD: &[u8] = &[0x04, 0x00, 0x7F, 0x00, 0x07, 0x02, 0x02];
