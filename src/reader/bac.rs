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

#[cfg(test)]
mod tests {
    use super::super::apdu::Command;
    use super::super::link::{Link, Request};
    use super::super::random::RANDOM_OCTETS;
    use super::*;
    use crate::chip::crypto::hex;
    use std::future::Future;
    use std::task::{Context, Poll, Waker};

    fn replay(answers: &[&[u8]]) -> (Result<Session, Refusal>, Vec<Vec<u8>>) {
        let mut pool = hex::<24>(b"781723860C06C2260B795240CB7049B01C19B33E32804F0B").to_vec();
        pool.resize(RANDOM_OCTETS, 0x55);
        let mut random = Random::new(&pool, None).unwrap();
        let key = Key::mrz("L898902C", "1969-08-06", "1994-06-23").unwrap();
        let link = Link::default();
        let mut channel = Channel::new(link.clone(), 261, 258);
        let mut answers = answers.iter();
        let mut sent = Vec::new();
        let mut work = Box::pin(run(&mut channel, &mut random, &key));
        loop {
            match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(ended) => return (ended, sent),
                Poll::Pending => {
                    let Request { command, .. } = link.mailbox().request.take().unwrap();
                    sent.push(command);
                    link.mailbox().answer = Some(Ok(answers.next().unwrap().to_vec()));
                }
            }
        }
    }

    const CHALLENGE: [u8; 10] = hex(b"4608F919887022129000");
    const ANSWER: [u8; 42] =
        hex(b"46B9342A41396CD7386BF5803104D7CEDC122B9132139BAF2EEDC94EE178534F2F2D235D074D74499000");

    /// Doc 9303 part 11, 8th edition (2021), appendix D.3; the session goes on as in D.4.
    #[test]
    fn the_worked_example_of_appendix_d_comes_out_octet_by_octet() {
        let (session, sent) = replay(&[&CHALLENGE, &ANSWER]);
        assert_eq!(sent[0], hex::<5>(b"0084000008"));
        let expected = hex::<46>(
            b"008200002872C29C2371CC9BDB65B779B8E8D37B29ECC154AA56A8799FAE2F498F76ED92F25F1448EEA8AD90A728",
        );
        assert_eq!(sent[1], expected);
        let select = Command::select_file(0x011E);
        assert_eq!(
            session.unwrap().protect(&select).unwrap(),
            hex::<27>(b"0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800")
        );
    }

    #[test]
    fn an_answer_that_is_altered_cut_or_our_own_is_refused() {
        for at in [0, 8, 31, 32, 39] {
            let mut answer = ANSWER;
            answer[at] ^= 1;
            let refused = replay(&[&CHALLENGE, &answer]).0.err();
            assert!(matches!(refused, Some(Refusal::Ended(Reason::Protocol(_)))), "{at}");
        }
        let cut = [&ANSWER[..39], &[0x90, 0]].concat();
        assert!(replay(&[&CHALLENGE, &cut]).0.is_err());
        let echo = [&replay(&[&CHALLENGE, &ANSWER]).1[1][5..45], &[0x90, 0]].concat();
        assert!(replay(&[&CHALLENGE, &echo]).0.is_err());
        // A challenge that is our own number.
        let ours = [&hex::<8>(b"781723860C06C226")[..], &[0x90, 0]].concat();
        let (refused, sent) = replay(&[&ours]);
        assert!(refused.is_err() && sent.len() == 1);
    }
}
