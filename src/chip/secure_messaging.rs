//! Checksums of secure messaging (Doc 9303 part 11 §9.8), with keys derived from a shared secret (§9.7.1).

use aes::{Aes128, Aes192, Aes256};
use cmac::{Cmac, KeyInit, Mac};
use des::Des;
use des::cipher::{Block, BlockCipherDecrypt, BlockCipherEncrypt};
use zeroize::Zeroizing;

use super::crypto::Hash;
use super::tlv::{Reader, Rules};

/// The block cipher that the protocol names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cipher {
    TripleDes,
    Aes128,
    Aes192,
    Aes256,
}

impl Cipher {
    /// KDF(K, counter), Doc 9303 part 11 §9.7.1: 1 for encryption, 2 for checksums, 3 for a password. The
    /// parity bits of DES keys are left as they come: no implementation of DES reads them.
    pub(crate) fn derive(self, secret: &[u8], counter: u8) -> Zeroizing<Vec<u8>> {
        let (hash, size) = match self {
            Self::TripleDes | Self::Aes128 => (Hash::Sha1, 16),
            Self::Aes192 => (Hash::Sha256, 24),
            Self::Aes256 => (Hash::Sha256, 32),
        };
        let digest = Zeroizing::new(hash.digest(&[secret, &[0, 0, 0, counter]]));
        Zeroizing::new(digest.get(..size).unwrap_or_default().to_vec())
    }

    /// Octets of a block.
    pub(crate) fn block(self) -> usize {
        if self == Self::TripleDes { 8 } else { 16 }
    }
}

/// KS_MAC.
pub(crate) struct SessionMac {
    cipher: Cipher,
    key: Zeroizing<Vec<u8>>,
}

impl SessionMac {
    /// KDF(K, 2).
    pub(crate) fn derive(cipher: Cipher, secret: &[u8]) -> Self {
        Self { cipher, key: cipher.derive(secret, 2) }
    }

    /// Whether the answer's `8E` is the checksum of the data objects before it under this send sequence
    /// counter, and the status within is the status outside. Nothing is decrypted.
    pub(crate) fn authenticates(&self, counter: u64, response: &[u8]) -> bool {
        self.check(counter, response) == Some(true)
    }

    /// `[87 …] 99 02 SW [..] 8E 08 checksum ‖ SW`
    fn check(&self, counter: u64, response: &[u8]) -> Option<bool> {
        let (objects, status) = response.split_at_checked(response.len().checked_sub(2)?)?;
        let mut reader = Reader::new(objects, Rules::Ber).ok()?;
        let mut covered = Vec::new();
        let mut inner_status = None;
        let checksum = loop {
            let object = reader.read().ok()?;
            match object.tag {
                0x8E => break object.content,
                0x99 => inner_status = Some(object.content),
                _ => {}
            }
            covered.extend_from_slice(object.raw);
        };
        reader.finish().ok()?;
        if inner_status != Some(status) || checksum.len() != 8 {
            return Some(false);
        }
        Some(self.mac(counter, &covered)? == checksum)
    }

    /// Eight octets over the counter and data objects.
    pub(crate) fn mac(&self, counter: u64, objects: &[u8]) -> Option<Vec<u8>> {
        let mut message = vec![0; self.cipher.block().checked_sub(8)?];
        message.extend_from_slice(&counter.to_be_bytes());
        message.extend_from_slice(objects);
        self.mac_of_padded(&message)
    }

    /// Eight octets over a message, padded (ISO/IEC 9797-1 padding method 2) to whole blocks.
    pub(crate) fn mac_of_padded(&self, message: &[u8]) -> Option<Vec<u8>> {
        let mut padded = [message, &[0x80]].concat();
        padded.resize(padded.len().next_multiple_of(self.cipher.block()), 0);
        match self.cipher {
            Cipher::TripleDes => self.retail_mac(&padded),
            _ => self.mac_of_message(&padded),
        }
    }

    /// Eight octets over a message as it stands; 3DES pads it, since its MAC has no padding of its own.
    pub(crate) fn mac_of_message(&self, message: &[u8]) -> Option<Vec<u8>> {
        match self.cipher {
            Cipher::TripleDes => self.mac_of_padded(message),
            Cipher::Aes128 => cmac::<Cmac<Aes128>>(&self.key, message),
            Cipher::Aes192 => cmac::<Cmac<Aes192>>(&self.key, message),
            Cipher::Aes256 => cmac::<Cmac<Aes256>>(&self.key, message),
        }
    }

    /// ISO/IEC 9797-1 MAC algorithm 3 with DES.
    fn retail_mac(&self, message: &[u8]) -> Option<Vec<u8>> {
        let (first, second) = self.key.split_at_checked(8)?;
        let (first, second) = (Des::new_from_slice(first).ok()?, Des::new_from_slice(second).ok()?);
        let mut state = Block::<Des>::default();
        for block in message.chunks(8) {
            for (octet, other) in state.iter_mut().zip(block) {
                *octet ^= *other;
            }
            first.encrypt_block(&mut state);
        }
        second.decrypt_block(&mut state);
        first.encrypt_block(&mut state);
        Some(state.to_vec())
    }
}

fn cmac<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Option<Vec<u8>> {
    let mut mac = <M as KeyInit>::new_from_slice(key).ok()?;
    mac.update(message);
    mac.finalize().into_bytes().get(..8).map(<[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hex(text: &str) -> Vec<u8> {
        text.as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    }

    /// Doc 9303 part 11, appendix D.4 (BAC worked example): the protected answer to SELECT EF.COM.
    #[test]
    fn the_worked_example_of_doc_9303_has_its_checksum() {
        let mac =
            SessionMac { cipher: Cipher::TripleDes, key: hex("F1CB1F1FB5ADF208806B89DC579DC1F8").into() };
        let response = hex("990290008E08FA855A5D4C50A8ED9000");
        assert!(mac.authenticates(0x887022120C06C228, &response));
        assert!(!mac.authenticates(0x887022120C06C229, &response));
        for i in 0..response.len() {
            let mut altered = response.clone();
            altered[i] ^= 1;
            assert!(!mac.authenticates(0x887022120C06C228, &altered), "{i}");
        }
        for length in 0..response.len() {
            assert!(!mac.authenticates(0x887022120C06C228, &response[..length]), "{length}");
        }
    }
}
