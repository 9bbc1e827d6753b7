//! PACE from the chip's side.

use num_bigint::BigUint;

use super::curve::{Affine, Group, fixed};
use super::faults::Fault;
use super::messaging::Messaging;
use super::primitives::{Kind, objects, stream, tlv};

/// A PACEInfo of EF.CardAccess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Offer {
    /// 1 DH-GM, 2 ECDH-GM, 4 ECDH-IM, 6 ECDH-CAM.
    pub(crate) mapping: u8,
    pub(crate) kind: Kind,
    pub(crate) parameter: u8,
}

impl Offer {
    pub(crate) fn identifier(&self) -> Vec<u8> {
        vec![4, 0, 0x7F, 0, 7, 2, 2, 4, self.mapping, self.kind as u8]
    }

    pub(crate) fn info(&self) -> Vec<u8> {
        tlv(0x30, &[tlv(6, &self.identifier()), vec![2, 1, 2, 2, 1, self.parameter]].concat())
    }
}

/// A curve, or a prime field with its generator.
#[derive(Clone)]
enum Place {
    Curve(Group, Affine),
    Field { p: BigUint, q: BigUint, g: BigUint },
}

/// A run that has begun.
pub(crate) struct Pace {
    offer: Offer,
    place: Place,
    nonce: Vec<u8>,
    password: Vec<u8>,
    mapping: Option<(BigUint, Vec<u8>)>,
    agreed: Option<(Messaging, Vec<u8>, Vec<u8>)>,
    draws: u64,
}

/// What a step leads to.
pub(crate) enum Moved {
    Answer(Vec<u8>),
    Refused(u16),
    Open(Vec<u8>, Messaging),
}

impl Pace {
    pub(crate) fn new(offer: Offer, password: Vec<u8>, draws: u64) -> Self {
        let place = match offer.parameter {
            0 => {
                let (p, q, g) = modp_1024_160();
                Place::Field { p, q, g }
            }
            id => {
                let names = [
                    (8, "P-192"),
                    (9, "brainpoolP192r1"),
                    (10, "P-224"),
                    (11, "brainpoolP224r1"),
                    (12, "P-256"),
                    (13, "brainpoolP256r1"),
                    (14, "brainpoolP320r1"),
                    (15, "P-384"),
                    (16, "brainpoolP384r1"),
                    (17, "brainpoolP512r1"),
                    (18, "P-521"),
                ];
                let group = Group::named(names.iter().find(|(other, _)| *other == id).unwrap().1);
                let g = group.g.clone();
                Place::Curve(group, g)
            }
        };
        let nonce = stream("nonce", draws, 16);
        Self { offer, place, nonce, password, mapping: None, agreed: None, draws }
    }

    pub(crate) fn step(&mut self, data: &[u8], faults: &[Fault], static_key: Option<&BigUint>) -> Moved {
        let outer = objects(data).unwrap_or_default();
        let [(0x7C, inner)] = outer.as_slice() else { return Moved::Refused(0x6A80) };
        let inner = objects(inner).unwrap_or_default();
        match inner.first() {
            None => {
                let key = self.offer.kind.key(&self.password, 3);
                let zeros = vec![0; self.offer.kind.block()];
                let secret = self.offer.kind.encrypt(&key, &zeros, &self.nonce);
                Moved::Answer(tlv(0x7C, &tlv(0x80, &secret)))
            }
            Some((0x81, theirs)) => self.map(theirs, faults),
            Some((0x83, theirs)) => self.agree(theirs, faults),
            Some((0x85, token)) => self.finish(token, faults, static_key),
            _ => Moved::Refused(0x6A80),
        }
    }

    fn map(&mut self, theirs: &[u8], faults: &[Fault]) -> Moved {
        let d = self.draw("mapping");
        let nonce = BigUint::from_bytes_be(&self.nonce);
        let public = match self.place.clone() {
            Place::Curve(group, g) => {
                let Some(point) = group.decode(theirs) else { return Moved::Refused(0x6300) };
                let h = group.multiply(&d, &point).unwrap();
                let mapped = group.plus(&group.multiply(&nonce, &g).unwrap(), &h).unwrap();
                let public = group.encode(&group.multiply(&d, &g).unwrap());
                self.place = Place::Curve(group, mapped);
                public
            }
            Place::Field { p, q, g } => {
                let h = BigUint::from_bytes_be(theirs).modpow(&d, &p);
                let public = fixed(&g.modpow(&d, &p), 128);
                self.place = Place::Field { g: g.modpow(&nonce, &p) * h % &p, p, q };
                public
            }
        };
        self.mapping = Some((d, public.clone()));
        let public =
            if faults.contains(&Fault::EchoMapping) { theirs.to_vec() } else { spoilt(public, faults) };
        Moved::Answer(tlv(0x7C, &tlv(0x82, &public)))
    }

    fn agree(&mut self, theirs: &[u8], faults: &[Fault]) -> Moved {
        let mut d = self.draw("agreement");
        let wants_zero = faults.contains(&Fault::ZeroSecret);
        let (secret, public) = match &self.place {
            Place::Curve(group, g) => {
                let Some(point) = group.decode(theirs) else { return Moved::Refused(0x6300) };
                let mut shared = group.multiply(&d, &point).unwrap();
                while wants_zero && fixed(&shared.0, group.size)[0] != 0 {
                    shared = group.plus(&shared, &point).unwrap();
                    d += 1u8;
                }
                (fixed(&shared.0, group.size), group.encode(&group.multiply(&d, g).unwrap()))
            }
            Place::Field { p, g, .. } => {
                let theirs = BigUint::from_bytes_be(theirs);
                let mut shared = theirs.modpow(&d, p);
                while wants_zero && fixed(&shared, 128)[0] != 0 {
                    shared = shared * &theirs % p;
                    d += 1u8;
                }
                (fixed(&shared, 128), fixed(&g.modpow(&d, p), 128))
            }
        };
        let public =
            if faults.contains(&Fault::EchoAgreement) { theirs.to_vec() } else { spoilt(public, faults) };
        self.agreed = Some((Messaging::new(self.offer.kind, &secret, 0), theirs.to_vec(), public.clone()));
        Moved::Answer(tlv(0x7C, &tlv(0x84, &public)))
    }

    fn finish(&mut self, token: &[u8], faults: &[Fault], static_key: Option<&BigUint>) -> Moved {
        let Some((messaging, theirs, ours)) = self.agreed.take() else { return Moved::Refused(0x6985) };
        let tag = if self.offer.mapping == 1 { 0x84 } else { 0x86 };
        let input = |key: &[u8]| tlv(0x7F49, &[tlv(6, &self.offer.identifier()), tlv(tag, key)].concat());
        if messaging.token(&input(&ours)) != token {
            return Moved::Refused(0);
        }
        if let Some(Fault::PaceFails(status)) =
            faults.iter().find(|fault| matches!(fault, Fault::PaceFails(_)))
        {
            return Moved::Refused(*status);
        }
        let mut answer = tlv(0x86, &messaging.token(&input(&theirs)));
        if self.offer.mapping == 6 {
            let (Place::Curve(group, _), Some((d, _)), Some(key)) = (&self.place, &self.mapping, static_key)
            else {
                return Moved::Refused(0x6A88);
            };
            let data = d * key.modinv(&group.n).unwrap() % &group.n;
            answer.extend(tlv(0x8A, &messaging.mapping_data(&fixed(&data, group.size))));
        }
        Moved::Open(tlv(0x7C, &answer), messaging)
    }

    fn draw(&mut self, label: &str) -> BigUint {
        let n = match &self.place {
            Place::Curve(group, _) => &group.n,
            Place::Field { q, .. } => q,
        };
        BigUint::from_bytes_be(&stream(label, self.draws, 80)) % (n - 1u8) + 1u8
    }
}

fn spoilt(mut public: Vec<u8>, faults: &[Fault]) -> Vec<u8> {
    if faults.contains(&Fault::OffCurve) {
        *public.last_mut().unwrap() ^= 1;
    }
    if faults.contains(&Fault::Compressed) {
        public.truncate(public.len() / 2 + 1);
        public[0] = 2;
    }
    public
}

/// RFC 5114 §2.1.
fn modp_1024_160() -> (BigUint, BigUint, BigUint) {
    let p = "B10B8F96A080E01DDE92DE5EAE5D54EC52C99FBCFB06A3C69A6A9DCA52D23B616073E28675A23D189838EF1E2EE652C0\
             13ECB4AEA906112324975C3CD49B83BFACCBDD7D90C4BD7098488E9C219A73724EFFD6FAE5644738FAA31A4FF55BCCC0\
             A151AF5F0DC8B4BD45BF37DF365C1A65E68CFDA76D4DA708DF1FB2BC2E4A4371";
    let g = "A4D1CBD5C3FD34126765A442EFB99905F8104DD258AC507FD6406CFF14266D31266FEA1E5C41564B777E690F5504F213\
             160217B4B01B886A5E91547F9E2749F4D7FBD7D3B9A92EE1909D0D2263F80A76A6A24C087A091F531DBF0A0169B6A28A\
             D662A4D18E73AFA32D779D5918D08BC8858F4DCEF97C2A24855E6EEB22B3B2E5";
    let q = "F518AA8781A8DF278ABA4E7D64B7CB9D49462353";
    (super::keys::number(p), super::keys::number(q), super::keys::number(g))
}
