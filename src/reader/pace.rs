//! Password Authenticated Connection Establishment (Doc 9303 part 11 §4.4): generic mapping and Chip
//! Authentication Mapping.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::apdu::{
    Command, GENERAL_AUTHENTICATE, MANAGE_SECURITY_ENVIRONMENT, OK, SHORT_ANSWER, SHORT_DATA, object,
};
use super::channel::{Channel, Trouble};
use super::crypt;
use super::domain::Domain;
use super::failure::Reason;
use super::key::{Key, KeyKind};
use super::random::Random;
use super::refusal::{Refusal, refusal};
use super::session::Session;
use crate::chip::lds::{SecurityInfo, SecurityInfos};
use crate::chip::oid::dotted;
use crate::chip::secure_messaging::Cipher;
use crate::chip::tlv::{Element, Rules};

/// One way to run PACE that both sides know.
#[derive(Clone)]
pub(super) struct Protocol {
    /// Content octets of its object identifier.
    identifier: Vec<u8>,
    pub(super) is_chip_mapping: bool,
    pub(super) cipher: Cipher,
    pub(super) domain: Domain,
    parameter: u32,
    /// The same identifier is offered with other parameters too.
    is_ambiguous: bool,
}

/// What the card offers.
pub(super) enum Offer {
    /// No PACE at all.
    Nothing,
    /// PACE, but no way that is known here: the identifiers.
    Unknown(String),
    /// The strongest way.
    Protocol(Protocol),
}

/// A session, and what Chip Authentication Mapping said.
pub(super) struct Established {
    pub(super) session: Session,
    /// The chip's mapping key and CA_IC.
    pub(super) mapping: Option<(Vec<u8>, Zeroizing<Vec<u8>>)>,
}

/// The identifier, and the mapping in words.
fn described(identifier: &[u8]) -> String {
    let mapping = match identifier {
        [.., 3 | 4, _] => " integrated mapping",
        _ => "",
    };
    format!("{}{mapping}", dotted(identifier))
}

impl Protocol {
    /// Chooses among the infos of EF.CardAccess; order, unknown infos and infos of other protocols do not matter.
    /// What does not fit into the transport's commands is not chosen.
    pub(super) fn choose(infos: &SecurityInfos<'_>, longest_command: usize) -> Offer {
        let offers = |info: &SecurityInfo<'_>| match info {
            SecurityInfo::Pace { protocol, parameter_id, .. } => Some((protocol.to_vec(), *parameter_id)),
            _ => None,
        };
        let offered: Vec<_> = infos.infos.iter().filter_map(offers).collect();
        let fits = |protocol: &Protocol| {
            let data = protocol.domain.public_size().saturating_add(8);
            data <= SHORT_DATA || data.saturating_add(9) <= longest_command
        };
        let known = offered.iter().filter_map(|(identifier, parameter)| {
            let is_ambiguous = offered.iter().any(|(other, id)| other == identifier && id != parameter);
            Self::new(identifier, *parameter, is_ambiguous)
        });
        match known.filter(fits).max_by_key(Self::rank) {
            Some(protocol) => Offer::Protocol(protocol),
            None if offered.is_empty() => Offer::Nothing,
            None => {
                let names: Vec<_> = offered.iter().map(|(identifier, _)| described(identifier)).collect();
                Offer::Unknown(names.join(", "))
            }
        }
    }

    /// `id-PACE-*` (Doc 9303 part 11 §9.2.3): 0.4.0.127.0.7.2.2.4.mapping.cipher.
    fn new(identifier: &[u8], parameter: Option<u32>, is_ambiguous: bool) -> Option<Self> {
        let (parameter, [.., mapping, cipher]) = (parameter?, identifier) else { return None };
        let domain = Domain::by_id(parameter)?;
        let is_chip_mapping = match (mapping, domain) {
            (1, Domain::Field(_)) | (2, Domain::Curve(_)) => false,
            (6, Domain::Curve(_)) => true,
            _ => return None,
        };
        let cipher = match cipher {
            1 if !is_chip_mapping => Cipher::TripleDes,
            2 => Cipher::Aes128,
            3 => Cipher::Aes192,
            4 => Cipher::Aes256,
            _ => return None,
        };
        Some(Self {
            identifier: identifier.to_vec(),
            is_chip_mapping,
            cipher,
            domain,
            parameter,
            is_ambiguous,
        })
    }

    /// Strength first, then the mapping that proves the chip.
    fn rank(&self) -> (usize, bool) {
        let key = match self.cipher {
            Cipher::TripleDes => 112,
            Cipher::Aes128 => 128,
            Cipher::Aes192 => 192,
            Cipher::Aes256 => 256,
        };
        (self.domain.strength().min(key), self.is_chip_mapping)
    }

    /// Runs it once with this key, in clear.
    pub(super) async fn run(
        &self,
        channel: &mut Channel,
        random: &mut Random,
        key: &Key,
    ) -> Result<Established, Refusal> {
        self.set_up(channel, key.kind()).await?;
        let encrypted = exchange(channel, false, None, 0x80).await?.0;
        let nonce = self.nonce(key, &encrypted)?;

        let generator = self.domain.generator().ok_or(Reason::Protocol("a group that cannot be used"))?;
        let pair = generator.pair(random)?;
        let (mapping_key, _) = exchange(channel, false, Some((0x81, &pair.public)), 0x82).await?;
        let shared = generator.agree(&pair, &mapping_key)?;
        let generator = generator.mapped(&nonce, &shared)?;

        let pair = generator.pair(random)?;
        let (public, _) = exchange(channel, false, Some((0x83, &pair.public)), 0x84).await?;
        let shared = generator.agree(&pair, &public)?;
        let session = Session::new(self.cipher, shared.secret(), 0);

        let ours = self.token(&session, &public)?;
        let expected = self.token(&session, &pair.public)?;
        let (theirs, rest) = exchange(channel, true, Some((0x85, &ours)), 0x86).await?;
        if !bool::from(theirs.as_slice().ct_eq(&expected)) {
            return Err(Reason::Protocol("the chip's authentication token").into());
        }
        let mapping = match rest {
            Some(data) if self.is_chip_mapping => {
                let data = session.decrypt_mapping_data(&data);
                let data = data.ok_or(Reason::Protocol("the data of Chip Authentication Mapping"))?;
                Some((mapping_key, data))
            }
            None if self.is_chip_mapping => {
                return Err(Reason::Protocol("no data of Chip Authentication Mapping").into());
            }
            _ => None,
        };
        Ok(Established { session, mapping })
    }

    /// MSE:Set AT (Doc 9303 part 11 §4.4.4.1). The parameters are named when there is a choice, or when the card
    /// asks for them.
    async fn set_up(&self, channel: &mut Channel, kind: KeyKind) -> Result<(), Refusal> {
        let password = match kind {
            KeyKind::Mrz => 1,
            KeyKind::Can => 2,
        };
        let mut is_named = self.is_ambiguous;
        loop {
            let mut objects = vec![object(0x80, &self.identifier), object(0x83, &[password])];
            if is_named {
                objects.push(object(0x84, &[u8::try_from(self.parameter).unwrap_or_default()]));
            }
            let data = objects.into_iter().flatten().collect::<Vec<_>>().concat();
            let command = Command::new(0, MANAGE_SECURITY_ENVIRONMENT, 0xC1, 0xA4).data(data).slow();
            match send(channel, command).await?.1 {
                // 63Cx says how many tries are left, and that the command was done.
                OK | 0x63C1..=0x63CF => return Ok(()),
                0x6A80 | 0x6A87 | 0x6A88 if !is_named => is_named = true,
                0x63C0 | 0x6983 | 0x6984 => return Err(Refusal::Blocked),
                status => return Err(Refusal::Method(status)),
            }
        }
    }

    /// s = D(K_π, z). How long s is, the card decides: whole blocks.
    fn nonce(&self, key: &Key, encrypted: &[u8]) -> Result<Zeroizing<Vec<u8>>, Reason> {
        let wrong = Reason::Protocol("the encrypted nonce");
        if !(16..=32).contains(&encrypted.len()) {
            return Err(wrong);
        }
        let password = self.cipher.derive(key.secret(), 3);
        crypt::decrypt(self.cipher, &password, &crypt::zeros(self.cipher), encrypted).ok_or(wrong)
    }

    /// MAC(KS_MAC, public key of the other side), Doc 9303 part 11 §4.4.3.4.
    fn token(&self, session: &Session, public: &[u8]) -> Result<Vec<u8>, Reason> {
        let input = || {
            let objects =
                [object(0x06, &self.identifier)?, object(self.domain.public_tag(), public)?].concat();
            session.token(&object(0x7F49, &objects)?)
        };
        input().ok_or(Reason::Protocol("an authentication token"))
    }
}

/// What a step of GENERAL AUTHENTICATE brings: the wanted object, and that of Chip Authentication Mapping.
type Brought = (Vec<u8>, Option<Vec<u8>>);

/// One step: `7C { object }` out, `7C { object, … }` back. All but the last are marked as parts of a chain.
async fn exchange(
    channel: &mut Channel,
    is_last: bool,
    out: Option<(u32, &[u8])>,
    wanted: u32,
) -> Result<Brought, Refusal> {
    let content = match out {
        Some((tag, content)) => object(tag, content),
        None => Some(Vec::new()),
    };
    let data = content.and_then(|content| object(0x7C, &content)).unwrap_or_default();
    let class = if is_last { 0 } else { 0x10 };
    let command = Command::new(class, GENERAL_AUTHENTICATE, 0, 0).data(data).expect(SHORT_ANSWER).slow();
    let (answer, status) = send(channel, command).await?;
    if status != OK {
        return Err(refusal(status, is_last));
    }
    objects(&answer, wanted).ok_or(Reason::Protocol("an answer of PACE").into())
}

fn objects(answer: &[u8], wanted: u32) -> Option<Brought> {
    let mut objects = Element::only(answer, Rules::Ber).ok()?.expect(0x7C).ok()?.children();
    let (mut found, mut mapping) = (None, None);
    while !objects.is_empty() {
        let object = objects.read().ok()?;
        if object.tag == wanted {
            found = Some(object.content.to_vec());
        } else if object.tag == 0x8A {
            mapping = Some(object.content.to_vec());
        }
    }
    Some((found?, mapping))
}

async fn send(channel: &mut Channel, command: Command) -> Result<(Vec<u8>, u16), Refusal> {
    let reply = channel.send(command).await.map_err(Trouble::into_reason)?;
    Ok((reply.data, reply.status))
}

#[cfg(test)]
mod tests;
