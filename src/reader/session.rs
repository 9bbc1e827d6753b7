//! Secure messaging (Doc 9303 part 11 §9.8): commands wrapped, answers judged.

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::apdu::{Command, Reply, SHORT_ANSWER, SHORT_DATA, encode, object};
use super::crypt;
use crate::chip::secure_messaging::{Cipher, SessionMac};
use crate::chip::tlv::{Reader, Rules};

/// Keys and send sequence counter of one session. The counter moves before a command is built, so none is ever
/// built twice under one counter.
pub(super) struct Session {
    cipher: Cipher,
    encryption: Zeroizing<Vec<u8>>,
    mac: SessionMac,
    counter: u64,
}

/// Why a session is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Death {
    /// A status word that nothing protects.
    Naked(u16),
    /// A checksum that is wrong, or an answer that is none of secure messaging. Which of the two, and what
    /// else was wrong with it, is not told apart.
    Forged,
}

impl Session {
    /// From a shared secret, the counter at `counter`.
    pub(super) fn new(cipher: Cipher, secret: &[u8], counter: u64) -> Self {
        Self {
            cipher,
            encryption: cipher.derive(secret, 1),
            mac: SessionMac::derive(cipher, secret),
            counter,
        }
    }

    /// A checksum outside of secure messaging: authentication tokens.
    pub(super) fn token(&self, message: &[u8]) -> Option<Vec<u8>> {
        self.mac.mac_of_message(message)
    }

    /// Decrypts outside of secure messaging: the data of Chip Authentication Mapping, whose initial block is
    /// the encryption of −1 (Doc 9303 part 11 §4.4.3.5.2).
    pub(super) fn decrypt_mapping_data(&self, data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let minus_one = vec![0xFF; self.cipher.block()];
        let initial = crypt::encrypt(self.cipher, &self.encryption, &crypt::zeros(self.cipher), &minus_one)?;
        let padded = crypt::decrypt(self.cipher, &self.encryption, &initial, data)?;
        crypt::unpad(self.cipher, &padded).map(|data| Zeroizing::new(data.to_vec()))
    }

    /// `CLA|0C INS P1 P2 Lc [87|85 …] [97 …] 8E 08 … Le`; `None` for a command that is too long.
    pub(super) fn protect(&mut self, command: &Command) -> Option<Vec<u8>> {
        self.counter = self.counter.checked_add(1)?;
        let header = [command.class | 0x0C, command.instruction, command.p1, command.p2];
        let mut objects = Vec::new();
        if !command.data.is_empty() {
            let padded = crypt::pad(self.cipher, &command.data);
            let encrypted = crypt::encrypt(self.cipher, &self.encryption, &self.initial()?, &padded)?;
            // ISO/IEC 7816-4 §10.2.2: an odd instruction holds data objects, without padding indicator.
            objects = if command.instruction & 1 == 1 {
                object(0x85, &encrypted)?
            } else {
                object(0x87, &[&[1], encrypted.as_slice()].concat())?
            };
        }
        if let Some(expected) = command.expected {
            let octets = u32::try_from(expected).ok()?.to_be_bytes();
            let length = if expected > SHORT_ANSWER { 2 } else { 1 };
            objects.extend(object(0x97, octets.get(octets.len().checked_sub(length)?..)?)?);
        }
        let covered = [crypt::pad(self.cipher, &header).as_slice(), &objects].concat();
        objects.extend(object(0x8E, &self.mac.mac(self.counter, &covered)?)?);
        let is_extended = command.is_extended() || objects.len() > SHORT_DATA;
        let expected = if is_extended { super::apdu::EXTENDED_ANSWER } else { SHORT_ANSWER };
        encode(header, &objects, Some(expected), is_extended)
    }

    /// Judges an answer: its checksum first, in constant time, and nothing is decrypted before.
    pub(super) fn open(&mut self, answer: &[u8]) -> Result<Reply, Death> {
        if let [high, low] = *answer {
            return Err(Death::Naked(u16::from_be_bytes([high, low])));
        }
        self.counter = self.counter.checked_add(1).ok_or(Death::Forged)?;
        self.judge(answer).ok_or(Death::Forged)
    }

    /// `[87|85 …] 99 02 SW 8E 08 … ‖ SW`
    fn judge(&self, answer: &[u8]) -> Option<Reply> {
        let (objects, outer) = answer.split_at_checked(answer.len().checked_sub(2)?)?;
        let mut reader = Reader::new(objects, Rules::Ber).ok()?;
        let mut covered = Vec::with_capacity(objects.len());
        let (mut data, mut status) = (None, None);
        let checksum = loop {
            let element = reader.read().ok()?;
            let place = match element.tag {
                0x8E => break element.content,
                0x87 | 0x85 => &mut data,
                0x99 => &mut status,
                _ => return None,
            };
            if place.replace(element).is_some() {
                return None;
            }
            covered.extend_from_slice(element.raw);
        };
        reader.finish().ok()?;
        let expected = self.mac.mac(self.counter, &covered)?;
        if !bool::from(expected.as_slice().ct_eq(checksum)) {
            return None;
        }
        let inner: [u8; 2] = status?.content.try_into().ok()?;
        if inner != outer {
            return None;
        }
        let data = match data {
            None => Vec::new(),
            Some(element) => {
                let encrypted = match (element.tag, element.content) {
                    (0x87, [1, encrypted @ ..]) => encrypted,
                    (0x85, encrypted) => encrypted,
                    _ => return None,
                };
                let padded = crypt::decrypt(self.cipher, &self.encryption, &self.initial()?, encrypted)?;
                crypt::unpad(self.cipher, &padded)?.to_vec()
            }
        };
        Some(Reply { data, status: u16::from_be_bytes(inner) })
    }

    /// Zeros for 3DES, the encrypted counter for AES (Doc 9303 part 11 §9.8.6).
    fn initial(&self) -> Option<Vec<u8>> {
        let zeros = crypt::zeros(self.cipher);
        if self.cipher == Cipher::TripleDes {
            return Some(zeros);
        }
        let mut counter = zeros.clone();
        let low = counter.len().checked_sub(8)?;
        counter.get_mut(low..)?.copy_from_slice(&self.counter.to_be_bytes());
        crypt::encrypt(self.cipher, &self.encryption, &zeros, &counter)
    }
}

#[cfg(test)]
mod tests {
    use super::super::apdu::READ_BINARY;
    use super::*;
    use crate::chip::crypto::hex;

    /// Doc 9303 part 11, 8th edition (2021), appendix D.3: K_IFD xor K_IC, and RND.IC and RND.IFD in part.
    fn worked_example() -> Session {
        let secret = hex::<16>(b"0036D272F5C350ACAC50C3F572D23600");
        Session::new(Cipher::TripleDes, &secret, 0x8870_2212_0C06_C226)
    }

    #[test]
    fn the_commands_and_answers_of_appendix_d_4_come_out_octet_by_octet() {
        let mut session = worked_example();
        let read = |offset, expected| Command::new(0, READ_BINARY, 0, offset).expect(expected);
        type Case<'a> = (Command, &'a [u8], &'a [u8], &'a [u8]);
        let cases: [Case<'_>; 3] = [
            (
                Command::select_file(0x011E),
                &hex::<27>(b"0CA4020C158709016375432908C044F68E08BF8B92D635FF24F800"),
                &hex::<16>(b"990290008E08FA855A5D4C50A8ED9000"),
                &[],
            ),
            (
                read(0, 4),
                &hex::<19>(b"0CB000000D9701048E08ED6705417E96BA5500"),
                &hex::<27>(b"8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000"),
                &hex::<4>(b"60145F01"),
            ),
            (
                read(4, 18),
                &hex::<19>(b"0CB000040D9701128E082EA28A70F3C7B53500"),
                &hex::<43>(
                    b"871901FB9235F4E4037F2327DCC8964F1F9B8C30F42C8E2FFF224A990290008E08C8B2787EAEA07D749000",
                ),
                &hex::<18>(b"04303130365F36063034303030305C026175"),
            ),
        ];
        for (command, protected, answer, data) in cases {
            assert_eq!(session.protect(&command).unwrap(), protected);
            let reply = session.open(answer).unwrap();
            assert_eq!((reply.data.as_slice(), reply.status), (data, 0x9000));
        }
    }

    #[test]
    fn trap_13_and_15_an_answer_altered_cut_or_without_its_status_is_never_taken() {
        let good = hex::<27>(b"8709019FF0EC34F9922651990290008E08AD55CC17140B2DED9000");
        let open = |answer: &[u8]| {
            let mut session = worked_example();
            session.counter += 3;
            session.open(answer).map(|reply| reply.data)
        };
        assert_eq!(open(&good), Ok(hex::<4>(b"60145F01").to_vec()));
        for at in 0..good.len() {
            let mut altered = good;
            altered[at] ^= 1;
            assert_eq!(open(&altered), Err(Death::Forged), "{at}");
            if at != 2 {
                assert_eq!(open(&good[..at]), Err(Death::Forged), "{at}");
            }
        }
        let without_status = [&good[..11], &good[15..]].concat();
        assert_eq!(open(&without_status), Err(Death::Forged));
        assert_eq!(open(&[0x90, 0]), Err(Death::Naked(0x9000)));
        assert_eq!(open(&[0x67, 0]), Err(Death::Naked(0x6700)));
    }

    #[test]
    fn trap_10_a_counter_that_starts_with_zeros_keeps_its_length() {
        for (cipher, length) in [(Cipher::TripleDes, 8), (Cipher::Aes128, 16), (Cipher::Aes256, 16)] {
            let mut session = Session::new(cipher, &[7; 32], 0);
            let command = session.protect(&Command::select_file(0x0101)).unwrap();
            let header = crypt::pad(cipher, &command[..4]);
            let mut message = vec![0; length];
            message[length - 1] = 1;
            message.extend_from_slice(&header);
            message.extend_from_slice(&command[5..command.len() - 11]);
            let mac = SessionMac::derive(cipher, &[7; 32]).mac_of_padded(&message).unwrap();
            assert_eq!(command[command.len() - 9..command.len() - 1], mac);
        }
    }

    #[test]
    fn trap_21_an_expected_length_is_protected_too() {
        let mut session = worked_example();
        let command = Command::new(0, 0x88, 0, 0).data(vec![1; 8]);
        let protected = |command: &Command, session: &mut Session| session.protect(command).unwrap();
        let short = protected(&command.clone().expect(256), &mut session);
        assert!(short.windows(3).any(|window| window == [0x97, 1, 0]));
        let long = protected(&command.expect(65_536), &mut session);
        assert!(long.windows(4).any(|window| window == [0x97, 2, 0, 0]));
        assert_eq!((long[4], &long[long.len() - 2..]), (0, &[0, 0][..]));
    }
}
