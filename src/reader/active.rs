//! Active Authentication (Doc 9303 part 11 §6.1): the chip signs a challenge.

use super::apdu::{Command, EXTENDED_ANSWER, GET_RESPONSE, INTERNAL_AUTHENTICATE, OK, Reply, SHORT_ANSWER};
use super::channel::{Channel, Trouble};
use super::progress::Stage;
use crate::chip::key::PublicKey;
use crate::chip::lds;
use crate::chip::tlv::{Element, Rules};

/// The chip's answer, or the status word of its refusal.
pub(super) async fn run(
    channel: &mut Channel,
    challenge: [u8; 8],
    dg15: &[u8],
) -> Result<Result<Vec<u8>, u16>, Trouble> {
    channel.at(Stage::Active);
    let is_long = channel.is_long() && answer_size(dg15).is_none_or(|size| size > LONGEST_SHORT);
    let mut expected = if is_long { EXTENDED_ANSWER.min(channel.longest_answer) } else { SHORT_ANSWER };
    // Each turn asks for another length: the longest, what the card names, 256.
    for _ in 0..3 {
        let command = Command::new(0, INTERNAL_AUTHENTICATE, 0, 0);
        let reply = channel.send(command.data(challenge.to_vec()).expect(expected).slow()).await?;
        expected = match reply.status {
            OK if !reply.data.is_empty() => return Ok(Ok(reply.data)),
            0x6100..=0x61FF => return fetch(channel, reply).await,
            0x6C00 => SHORT_ANSWER,
            named @ 0x6C01..=0x6CFF => usize::from(named & 0xFF),
            OK | 0x6700 if expected > SHORT_ANSWER => SHORT_ANSWER,
            status => return Ok(Err(status)),
        };
    }
    Ok(Err(0x6700))
}

/// The rest of an answer that the card announces under secure messaging.
async fn fetch(channel: &mut Channel, first: Reply) -> Result<Result<Vec<u8>, u16>, Trouble> {
    let Reply { mut data, mut status } = first;
    while status & 0xFF00 == 0x6100 && data.len() < EXTENDED_ANSWER {
        let waiting = match usize::from(status & 0xFF) {
            0 => SHORT_ANSWER,
            waiting => waiting,
        };
        let reply = channel.send(Command::new(0, GET_RESPONSE, 0, 0).expect(waiting)).await?;
        if reply.data.is_empty() {
            return Ok(Err(reply.status));
        }
        data.extend_from_slice(&reply.data);
        status = reply.status;
    }
    Ok(if status == OK { Ok(data) } else { Err(status) })
}

/// Octets of a signature by the key in DG15.
fn answer_size(dg15: &[u8]) -> Option<usize> {
    let key = Element::only(lds::dg15(dg15).ok()?, Rules::Ber).ok()?;
    match PublicKey::from_element(&key).ok()? {
        PublicKey::Rsa(key) => Some(key.modulus().len()),
        PublicKey::Ec(key) => Some(key.curve.n.len().saturating_mul(2)),
    }
}

/// What fits into a short answer under every cipher.
const LONGEST_SHORT: usize = 223;
