//! Ciphers, checksums and keys as the chip has them.

use cmac::{Cmac, KeyInit, Mac};
use des::cipher::{BlockCipherDecrypt, BlockCipherEncrypt};
use sha1::Sha1;
use sha2::{Digest, Sha256};

/// The cipher of a protocol, by the last octet of its identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Des3 = 1,
    Aes128 = 2,
    Aes192 = 3,
    Aes256 = 4,
}

impl Kind {
    pub(crate) fn block(self) -> usize {
        if self == Self::Des3 { 8 } else { 16 }
    }

    /// Counter 1, 2 or 3.
    pub(crate) fn key(self, secret: &[u8], counter: u8) -> Vec<u8> {
        let input = [secret, &[0, 0, 0, counter]].concat();
        match self {
            Self::Des3 | Self::Aes128 => Sha1::digest(input)[..16].to_vec(),
            Self::Aes192 => Sha256::digest(input)[..24].to_vec(),
            Self::Aes256 => Sha256::digest(input).to_vec(),
        }
    }

    pub(crate) fn encrypt(self, key: &[u8], iv: &[u8], plain: &[u8]) -> Vec<u8> {
        let mut before = iv.to_vec();
        let mut out = Vec::new();
        for block in plain.chunks(self.block()) {
            let mixed: Vec<u8> = block.iter().zip(&before).map(|(a, b)| a ^ b).collect();
            before = self.one(key, &mixed, true);
            out.extend(&before);
        }
        out
    }

    pub(crate) fn decrypt(self, key: &[u8], iv: &[u8], secret: &[u8]) -> Vec<u8> {
        let mut before = iv.to_vec();
        let mut out = Vec::new();
        for block in secret.chunks(self.block()) {
            out.extend(self.one(key, block, false).iter().zip(&before).map(|(a, b)| a ^ b));
            before = block.to_vec();
        }
        out
    }

    fn one(self, key: &[u8], block: &[u8], forward: bool) -> Vec<u8> {
        fn with<C: KeyInit + BlockCipherEncrypt + BlockCipherDecrypt>(
            key: &[u8],
            block: &[u8],
            forward: bool,
        ) -> Vec<u8> {
            let cipher = <C as KeyInit>::new_from_slice(key).unwrap();
            let mut state = des::cipher::Block::<C>::try_from(block).unwrap();
            if forward {
                cipher.encrypt_block(&mut state)
            } else {
                cipher.decrypt_block(&mut state)
            }
            state.to_vec()
        }
        match self {
            Self::Des3 => with::<des::TdesEde2>(key, block, forward),
            Self::Aes128 => with::<aes::Aes128>(key, block, forward),
            Self::Aes192 => with::<aes::Aes192>(key, block, forward),
            Self::Aes256 => with::<aes::Aes256>(key, block, forward),
        }
    }

    /// Of secure messaging: over padded input.
    pub(crate) fn mac(self, key: &[u8], message: &[u8]) -> Vec<u8> {
        let message = padded(message, self.block());
        if self != Self::Des3 {
            return self.cmac(key, &message);
        }
        // ISO/IEC 9797-1 algorithm 3: single DES in CBC mode, the last block with both keys.
        let single = [&key[..8], &key[..8]].concat();
        let chain = self.encrypt(&single, &[0; 8], &message);
        let (head, last) = message.split_at(message.len() - 8);
        let before =
            if head.is_empty() { vec![0; 8] } else { chain[chain.len() - 16..chain.len() - 8].to_vec() };
        self.encrypt(key, &before, last)
    }

    /// Of authentication tokens.
    pub(crate) fn token(self, key: &[u8], message: &[u8]) -> Vec<u8> {
        if self == Self::Des3 { self.mac(key, message) } else { self.cmac(key, message) }
    }

    fn cmac(self, key: &[u8], message: &[u8]) -> Vec<u8> {
        fn with<M: Mac + KeyInit>(key: &[u8], message: &[u8]) -> Vec<u8> {
            let mut mac = <M as KeyInit>::new_from_slice(key).unwrap();
            mac.update(message);
            mac.finalize().into_bytes()[..8].to_vec()
        }
        match self {
            Self::Aes192 => with::<Cmac<aes::Aes192>>(key, message),
            Self::Aes256 => with::<Cmac<aes::Aes256>>(key, message),
            _ => with::<Cmac<aes::Aes128>>(key, message),
        }
    }
}

pub(crate) fn padded(message: &[u8], block: usize) -> Vec<u8> {
    let mut padded = [message, &[0x80]].concat();
    while padded.len() % block != 0 {
        padded.push(0);
    }
    padded
}

/// What stands before the padding.
pub(crate) fn unpadded(message: &[u8]) -> Option<Vec<u8>> {
    let end = message.iter().rposition(|octet| *octet != 0)?;
    (message[end] == 0x80).then(|| message[..end].to_vec())
}

/// A data object.
pub(crate) fn tlv(tag: u16, content: &[u8]) -> Vec<u8> {
    let mut out = if tag > 0xFF { tag.to_be_bytes().to_vec() } else { vec![tag as u8] };
    match content.len() {
        length @ 0..=0x7F => out.push(length as u8),
        length @ 0x80..=0xFF => out.extend([0x81, length as u8]),
        length => out.extend([0x82, (length >> 8) as u8, length as u8]),
    }
    out.extend(content);
    out
}

/// The data objects of a string: tags of one octet.
pub(crate) fn objects(mut input: &[u8]) -> Option<Vec<(u8, Vec<u8>)>> {
    let mut found = Vec::new();
    while let [tag, length, rest @ ..] = input {
        let (length, rest) = match (*length, rest) {
            (0x82, [high, low, rest @ ..]) => (usize::from(*high) << 8 | usize::from(*low), rest),
            (0x81, [length, rest @ ..]) => (usize::from(*length), rest),
            (length, rest) => (usize::from(length), rest),
        };
        found.push((*tag, rest.get(..length)?.to_vec()));
        input = &rest[length..];
    }
    input.is_empty().then_some(found)
}

/// Octets that look random and are the same in each run.
pub(crate) fn stream(label: &str, counter: u64, length: usize) -> Vec<u8> {
    let mut out = Vec::new();
    for block in 0u32.. {
        if out.len() >= length {
            break;
        }
        out.extend(Sha256::digest(format!("{label} {counter} {block}")));
    }
    out.truncate(length);
    out
}
