//! Chip Authentication (Doc 9303 part 11 §6.2): a key agreed with the chip's static key protects what follows.

use super::apdu::{
    Command, GENERAL_AUTHENTICATE, MANAGE_SECURITY_ENVIRONMENT, OK, Reply, SHORT_ANSWER, object,
};
use super::channel::{Channel, Trouble};
use super::chip_key::ChipKey;
use super::failure::Reason;
use super::outcome::Agreement;
use super::progress::Stage;
use super::random::Random;
use super::session::Session;
use crate::chip::secure_messaging::Cipher;

/// How it ended.
pub(super) enum Proof {
    /// The first answer under the new keys; whether its checksum holds.
    Answered(Agreement, bool),
    /// The card refused: its status word.
    Refused(u16),
}

/// Runs it under the session that stands. What comes back is evidence only: whether the chip is genuine is
/// judged with EF.SOD.
pub(super) async fn run(channel: &mut Channel, random: &mut Random, key: &ChipKey) -> Result<Proof, Trouble> {
    channel.at(Stage::Chip);
    let too_long = || Reason::Protocol("a public key too long");
    let pair = key.generator.pair(random)?;
    let shared = key.generator.agree(&pair, &key.public)?;
    // Unsigned, without padding, and only when DG14 states one.
    let id = key.key_id.map(|id| {
        let octets: Vec<u8> = id.to_be_bytes().iter().copied().skip_while(|octet| *octet == 0).collect();
        object(0x84, if octets.is_empty() { &[0] } else { &octets })
    });
    let id = id.flatten().unwrap_or_default();
    let reply = match (&key.protocol, key.cipher) {
        // MSE:Set KAT (§6.2.4.1): for 3DES, and all that older cards know.
        (_, Cipher::TripleDes) | (None, _) => {
            let data = [object(0x91, &pair.public).ok_or_else(too_long)?, id].concat();
            channel.send(Command::new(0, MANAGE_SECURITY_ENVIRONMENT, 0x41, 0xA6).data(data).slow()).await?
        }
        // MSE:Set AT and GENERAL AUTHENTICATE (§6.2.4.2).
        (Some(protocol), _) => {
            let data = [object(0x80, protocol).ok_or_else(too_long)?, id].concat();
            let command = Command::new(0, MANAGE_SECURITY_ENVIRONMENT, 0x41, 0xA4).data(data);
            let reply = channel.send(command).await?;
            if reply.status != OK {
                return Ok(Proof::Refused(reply.status));
            }
            let data = object(0x80, &pair.public).and_then(|key| object(0x7C, &key)).ok_or_else(too_long)?;
            let command = Command::new(0, GENERAL_AUTHENTICATE, 0, 0).data(data).expect(SHORT_ANSWER);
            channel.send(command.slow()).await?
        }
    };
    let Reply { status: OK, .. } = reply else { return Ok(Proof::Refused(reply.status)) };
    channel.protect(Session::new(key.cipher, shared.secret(), 0));
    let (response, holds) = channel.send_for_evidence(Command::select_file(SOD)).await?;
    let agreement = Agreement { terminal_key: pair.secret, response, key_id: key.key_id };
    Ok(Proof::Answered(agreement, holds))
}

/// EF.SOD is there on every card, and the answer to its SELECT holds nothing.
const SOD: u16 = 0x011D;
