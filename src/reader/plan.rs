//! Which files are read, and in which order.

use super::settings::Settings;
use crate::chip::cms::read_signed_data;
use crate::chip::crypto::Hash;
use crate::chip::files::FileName;
use crate::chip::security_object::SecurityObject;
use crate::chip::tlv::{Element, Rules};

/// The hashes that EF.SOD signs. The signature is judged later, with the files: here they only say which data groups there
/// are, and which DG14 was signed.
pub(super) struct Hashes {
    hash: Hash,
    groups: Vec<(u32, Vec<u8>)>,
}

impl Hashes {
    /// Of EF.SOD: `77 { SignedData }`.
    pub(super) fn of(sod: &[u8]) -> Option<Self> {
        let file = Element::first(sod, Rules::Ber).ok()?.expect(0x77).ok()?;
        let signed = read_signed_data(file.content).ok()?;
        let object = SecurityObject::new(&signed.content).ok()?;
        let groups = object.groups.iter().map(|(number, hash)| (*number, hash.to_vec())).collect();
        Some(Self { hash: object.hash, groups })
    }

    /// Whether EF.SOD lists this data group.
    pub(super) fn lists(&self, number: u8) -> bool {
        self.groups.iter().any(|(listed, _)| *listed == u32::from(number))
    }

    /// Whether the hash of a data group is the signed one.
    pub(super) fn cover(&self, number: u8, file: &[u8]) -> bool {
        let digest = self.hash.digest(&[file]);
        self.groups.iter().any(|(listed, hash)| *listed == u32::from(number) && *hash == digest)
    }
}

/// The files behind EF.SOD, each once: those that proofs need first, being small and decisive.
pub(super) fn files(settings: &Settings, hashes: Option<&Hashes>) -> Vec<FileName> {
    let needed = [(14, settings.prove_chip || settings.prove_active), (15, settings.prove_active)];
    let needed = needed.into_iter().filter(|(_, is_needed)| *is_needed).map(|(number, _)| number);
    let mut files: Vec<FileName> = Vec::new();
    let mut add = |file: FileName, is_asked_for: bool| {
        let is_there = match file {
            FileName::DataGroup(number) => hashes.is_none_or(|hashes| hashes.lists(number)),
            _ => true,
        };
        // These three are read before, at their places.
        let is_before = matches!(file, FileName::Sod | FileName::CardAccess | FileName::CardSecurity);
        if (is_there || is_asked_for) && !is_before && !files.contains(&file) {
            files.push(file);
        }
    };
    for number in needed {
        add(FileName::DataGroup(number), false);
    }
    match &settings.files {
        Some(wanted) => wanted.iter().for_each(|file| add(*file, true)),
        None => USUAL.into_iter().for_each(|number| add(FileName::DataGroup(number), false)),
    }
    files
}

/// What a Vietnamese card has and gives without a terminal's certificate; DG3 and DG4 are never asked for
/// unasked.
const USUAL: [u8; 5] = [14, 15, 1, 13, 2];

#[cfg(test)]
mod tests {
    use super::super::key::Key;
    use super::*;

    #[test]
    fn proofs_bring_their_files_and_files_stand_once() {
        let names = |settings: &Settings| -> Vec<String> {
            files(settings, None).into_iter().map(FileName::text).collect()
        };
        let mut settings = Settings::new(Key::can("123456").unwrap());
        assert_eq!(names(&settings), ["DG14", "DG15", "DG1", "DG13", "DG2"]);
        settings.files =
            Some(vec![FileName::DataGroup(1), FileName::Sod, FileName::Com, FileName::DataGroup(1)]);
        assert_eq!(names(&settings), ["DG14", "DG15", "DG1", "EF.COM"]);
        (settings.prove_active, settings.prove_chip) = (false, false);
        assert_eq!(names(&settings), ["DG1", "EF.COM"]);
    }
}
