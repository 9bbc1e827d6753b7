//! Basic Access Control (Doc 9303 part 11 §4.3).

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::apdu::{Command, EXTERNAL_AUTHENTICATE, GET_CHALLENGE, OK};
use super::channel::{Channel, Trouble};
use super::crypt;
use super::failure::Reason;
use super::key::Key;
use super::random::Random;
use super::refusal::{Refusal, refusal};
use super::session::Session;
use crate::chip::secure_messaging::{Cipher, SessionMac};

/// Runs it once with this key, in clear, the application being selected.
pub(super) async fn run(channel: &mut Channel, random: &mut Random, key: &Key) -> Result<Session, Refusal> {
    let (theirs, status) = send(channel, Command::new(0, GET_CHALLENGE, 0, 0).expect(8)).await?;
    if status != OK {
        return Err(match status {
            0x6983 | 0x6984 => Refusal::Blocked,
            status => Refusal::Method(status),
        });
    }
    let wrong = || Reason::Protocol("an answer of BAC");
    let ours = random.take(8)?;
    if theirs.len() != 8 || theirs == *ours {
        return Err(wrong().into());
    }
    let secret = random.take(16)?;
    // K_seed is the first half of the hash (Doc 9303 part 11 §9.7.2, appendix D.1).
    let seed = key.secret().get(..16).ok_or_else(wrong)?;
    let cipher = Cipher::TripleDes;
    let (encryption, mac) = (cipher.derive(seed, 1), SessionMac::derive(cipher, seed));
    let plain = Zeroizing::new([ours.as_slice(), &theirs, &secret].concat());
    let mut token = crypt::encrypt(cipher, &encryption, &crypt::zeros(cipher), &plain).ok_or_else(wrong)?;
    let checksum = mac.mac_of_padded(&token).ok_or_else(wrong)?;
    token.extend(checksum);
    let command = Command::new(0, EXTERNAL_AUTHENTICATE, 0, 0).data(token).expect(40).slow();
    let (answer, status) = send(channel, command).await?;
    if status != OK {
        return Err(refusal(status, true));
    }
    let session = open(&encryption, &mac, &answer, &ours, &theirs, &secret).ok_or_else(wrong)?;
    Ok(session)
}

/// E_IC ‖ M_IC to a session: RND.IC ‖ RND.IFD ‖ K.IC under the same keys.
fn open(
    encryption: &[u8],
    mac: &SessionMac,
    answer: &[u8],
    ours: &[u8],
    theirs: &[u8],
    secret: &[u8],
) -> Option<Session> {
    let (token, checksum) = answer.split_at_checked(32)?;
    let expected = mac.mac_of_padded(token)?;
    if !bool::from(expected.as_slice().ct_eq(checksum)) {
        return None;
    }
    let cipher = Cipher::TripleDes;
    let plain = crypt::decrypt(cipher, encryption, &crypt::zeros(cipher), token)?;
    let (numbers, their_secret) = plain.split_at_checked(16)?;
    if !bool::from(numbers.ct_eq(&[theirs, ours].concat())) {
        return None;
    }
    let seed: Zeroizing<Vec<u8>> =
        Zeroizing::new(secret.iter().zip(their_secret).map(|(one, other)| one ^ other).collect());
    let counter: Vec<u8> = [theirs.get(4..)?, ours.get(4..)?].concat();
    Some(Session::new(cipher, &seed, u64::from_be_bytes(counter.try_into().ok()?)))
}

async fn send(channel: &mut Channel, command: Command) -> Result<(Vec<u8>, u16), Refusal> {
    let reply = channel.send(command).await.map_err(Trouble::into_reason)?;
    Ok((reply.data, reply.status))
}
