//! Block ciphers in CBC mode, as secure messaging, PACE and BAC use them (Doc 9303 part 11 §9.8.6).

use aes::{Aes128, Aes192, Aes256};
use cmac::KeyInit;
use des::TdesEde2;
use des::cipher::{Block, BlockCipherDecrypt, BlockCipherEncrypt};
use zeroize::Zeroizing;

use crate::chip::secure_messaging::Cipher;

/// Whole blocks, encrypted; `None` for a key, an initial block or a length that does not fit.
pub(super) fn encrypt(cipher: Cipher, key: &[u8], initial: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    match cipher {
        Cipher::TripleDes => encrypt_with::<TdesEde2>(key, initial, data),
        Cipher::Aes128 => encrypt_with::<Aes128>(key, initial, data),
        Cipher::Aes192 => encrypt_with::<Aes192>(key, initial, data),
        Cipher::Aes256 => encrypt_with::<Aes256>(key, initial, data),
    }
}

/// Whole blocks, decrypted; `None` for a key, an initial block or a length that does not fit.
pub(super) fn decrypt(cipher: Cipher, key: &[u8], initial: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    match cipher {
        Cipher::TripleDes => decrypt_with::<TdesEde2>(key, initial, data),
        Cipher::Aes128 => decrypt_with::<Aes128>(key, initial, data),
        Cipher::Aes192 => decrypt_with::<Aes192>(key, initial, data),
        Cipher::Aes256 => decrypt_with::<Aes256>(key, initial, data),
    }
}

/// A block of zeros: the initial block of 3DES and of nonces.
pub(super) fn zeros(cipher: Cipher) -> Vec<u8> {
    vec![0; cipher.block()]
}

/// ISO/IEC 9797-1 padding method 2.
pub(super) fn pad(cipher: Cipher, data: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = data.len().saturating_add(1).next_multiple_of(cipher.block());
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    padded.extend_from_slice(data);
    padded.push(0x80);
    padded.resize(length, 0);
    padded
}

/// What stands before the padding; `None` when there is none within the last block.
pub(super) fn unpad(cipher: Cipher, data: &[u8]) -> Option<&[u8]> {
    let end = data.iter().rposition(|octet| *octet != 0)?;
    let padding = data.len().checked_sub(end)?;
    (data.get(end) == Some(&0x80) && padding <= cipher.block()).then(|| data.get(..end)).flatten()
}

fn encrypt_with<C: BlockCipherEncrypt + KeyInit>(key: &[u8], initial: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let cipher = C::new_from_slice(key).ok()?;
    let mut state = Block::<C>::try_from(initial).ok()?;
    let mut encrypted = Vec::with_capacity(data.len());
    for block in data.chunks(initial.len()) {
        if block.len() != initial.len() {
            return None;
        }
        for (octet, other) in state.iter_mut().zip(block) {
            *octet ^= *other;
        }
        cipher.encrypt_block(&mut state);
        encrypted.extend_from_slice(&state);
    }
    Some(encrypted)
}

fn decrypt_with<C: BlockCipherDecrypt + KeyInit>(
    key: &[u8],
    initial: &[u8],
    data: &[u8],
) -> Option<Zeroizing<Vec<u8>>> {
    let cipher = C::new_from_slice(key).ok()?;
    let mut before = Block::<C>::try_from(initial).ok()?;
    let mut decrypted = Zeroizing::new(Vec::with_capacity(data.len()));
    for block in data.chunks(initial.len()) {
        let encrypted = Block::<C>::try_from(block).ok()?;
        let mut state = encrypted.clone();
        cipher.decrypt_block(&mut state);
        decrypted.extend(state.iter().zip(&before).map(|(octet, other)| octet ^ other));
        before = encrypted;
    }
    Some(decrypted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_encrypted_is_decrypted_and_lengths_that_do_not_fit_are_refused() {
        for (cipher, key) in
            [(Cipher::TripleDes, 16), (Cipher::Aes128, 16), (Cipher::Aes192, 24), (Cipher::Aes256, 32)]
        {
            let key: Vec<u8> = (0..key).collect();
            let zeros = zeros(cipher);
            for length in [0, 1, 7, 8, 15, 16, 17, 100] {
                let data = vec![0x5A; length];
                let encrypted = encrypt(cipher, &key, &zeros, &pad(cipher, &data)).unwrap();
                let decrypted = decrypt(cipher, &key, &zeros, &encrypted).unwrap();
                assert_eq!(unpad(cipher, &decrypted), Some(data.as_slice()));
            }
            assert!(encrypt(cipher, &key, &zeros, &[1, 2, 3]).is_none());
            assert!(decrypt(cipher, &key, &zeros, &[1, 2, 3]).is_none());
            assert!(encrypt(cipher, &key[1..], &zeros, &zeros).is_none());
        }
    }

    #[test]
    fn only_one_bit_and_zeros_within_the_last_block_are_padding() {
        let cipher = Cipher::TripleDes;
        assert_eq!(unpad(cipher, &[1, 2, 0x80, 0, 0, 0, 0, 0]), Some(&[1, 2][..]));
        assert_eq!(unpad(cipher, &[0x80, 0, 0, 0, 0, 0, 0, 0]), Some(&[][..]));
        for bad in [&[][..], &[0; 8], &[1; 8], &[1, 0x80, 0, 0, 0, 0, 0, 0, 0, 0]] {
            assert_eq!(unpad(cipher, bad), None, "{bad:02X?}");
        }
    }
}
