//! The card: files, state, and answers to commands.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;

use super::faults::{Fault, Faults};
use super::keys::{AaKey, CaKey, repository};
use super::messaging::{Messaging, Plain};
use super::pace::{Moved, Offer, Pace};
use super::primitives::{Kind, objects, stream, tlv};

/// Where a file lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Df {
    Master,
    Application,
}

pub(crate) struct Card {
    pub(crate) files: BTreeMap<(Df, u16), Vec<u8>>,
    pub(crate) offers: Vec<Offer>,
    pub(crate) bac: bool,
    pub(crate) can: Option<String>,
    pub(crate) mrz: String,
    pub(crate) aa: Option<AaKey>,
    pub(crate) ca: Vec<CaKey>,
    pub(crate) faults: Faults,
    /// Files that no terminal without a certificate may read.
    pub(crate) forbidden: Vec<u16>,
    /// All commands, as they came.
    pub(crate) log: Vec<Vec<u8>>,
    /// What the card understood of them.
    pub(crate) understood: Vec<Plain>,
    /// Tries of a key, and how many were wrong.
    pub(crate) tries: usize,
    pub(crate) wrong: usize,
    /// Anchors that sign its EF.SOD.
    pub(crate) anchor: Vec<u8>,
    here: Df,
    file: Option<u16>,
    session: Option<Messaging>,
    pace: Option<Pace>,
    challenge: Option<Vec<u8>>,
    parts: Vec<u8>,
    chip_key: Option<CaKey>,
    draws: u64,
    ended_sod: bool,
    is_silent: bool,
}

/// Of the mint's person: number, birth, expiry, each with its check digit.
const MRZ: &str = "199000015199020153902013";

impl Card {
    /// A card of the mint, by the name of its fixture: with BAC, PACE on P-256 with AES-128, and a CAN.
    pub(crate) fn of(fixture: &str) -> Self {
        let fixtures = repository().join("tests/chip/fixtures");
        let manifest = fs::read_to_string(fixtures.join("manifest.json")).unwrap();
        let manifest: Value = serde_json::from_str(&manifest).unwrap();
        let entry =
            manifest["fixtures"].as_array().unwrap().iter().find(|entry| entry["name"] == fixture).unwrap();
        let read = |path: &str| fs::read(fixtures.join(path)).unwrap();
        let mut files = BTreeMap::new();
        for (name, path) in entry["files"].as_object().unwrap() {
            let place = match name.as_str() {
                "EF.SOD" => (Df::Application, 0x011D),
                "EF.COM" => (Df::Application, 0x011E),
                "EF.CardSecurity" => (Df::Master, 0x011D),
                "EF.CardAccess" => continue,
                group => (Df::Application, 0x0100 + group[2..].parse::<u16>().unwrap()),
            };
            files.insert(place, read(path.as_str().unwrap()));
        }
        Self {
            files,
            offers: vec![Offer { mapping: 2, kind: Kind::Aes128, parameter: 12 }],
            bac: true,
            can: Some("123456".to_owned()),
            mrz: MRZ.to_owned(),
            aa: Some(AaKey::p256()),
            ca: vec![CaKey::of("P-256", Kind::Aes128, None)],
            faults: Vec::new(),
            forbidden: vec![0x0103, 0x0104],
            log: Vec::new(),
            understood: Vec::new(),
            tries: 0,
            wrong: 0,
            anchor: read(entry["trust"]["anchors"][0].as_str().unwrap()),
            here: Df::Master,
            file: None,
            session: None,
            pace: None,
            challenge: None,
            parts: Vec::new(),
            chip_key: None,
            draws: 1,
            ended_sod: false,
            is_silent: false,
        }
    }

    /// As most tests want it: all files, Active and Chip Authentication on P-256.
    pub(crate) fn new() -> Self {
        Self::of("authentic")
    }

    pub(crate) fn with(mut self, fault: Fault) -> Self {
        self.faults.push(fault);
        self
    }

    pub(crate) fn offering(mut self, offers: &[Offer]) -> Self {
        self.offers = offers.to_vec();
        self
    }

    /// The same card, held to the reader again.
    pub(crate) fn tap(&mut self) {
        self.here =
            if self.faults.contains(&Fault::ApplicationSelectedFirst) { Df::Application } else { Df::Master };
        (self.file, self.session, self.pace, self.challenge) = (None, None, None, None);
        self.parts.clear();
        self.log.clear();
        self.understood.clear();
        self.is_silent = false;
        self.draws += 1_000;
        let infos: Vec<u8> = self.offers.iter().flat_map(Offer::info).collect();
        if infos.is_empty() {
            self.files.remove(&(Df::Master, 0x011C));
        } else {
            self.files.insert((Df::Master, 0x011C), tlv(0x31, &infos));
        }
    }

    pub(crate) fn file(&self, identifier: u16) -> &[u8] {
        &self.files[&(Df::Application, identifier)]
    }

    /// The answer; `None`: nothing comes back.
    pub(crate) fn answer(&mut self, command: &[u8]) -> Option<Vec<u8>> {
        self.log.push(command.to_vec());
        if self.faults.contains(&Fault::LostAt(self.log.len())) || self.is_silent {
            return None;
        }
        if command[..2] == [0, 0xC0] && !self.parts.is_empty() {
            return Some(self.part(usize::from(command[4])));
        }
        let Some(outer) = parse(command) else { return Some(vec![0x67, 0]) };
        if self.faults.contains(&Fault::ShortOnly) && outer.extended {
            self.session = None;
            return Some(vec![0x67, 0]);
        }
        let is_protected = outer.cla & 0x0C == 0x0C;
        if !is_protected {
            // A command in clear ends a session.
            self.session = None;
        }
        let inner = match (&mut self.session, is_protected) {
            (_, false) => outer.clone(),
            (None, true) => return Some(vec![0x69, 0x88]),
            (Some(session), true) => match session.unwrap(&outer) {
                Some(inner) => inner,
                None => {
                    self.session = None;
                    return Some(vec![0x69, 0x88]);
                }
            },
        };
        self.understood.push(inner.clone());
        let (data, status) = self.run(&inner);
        if self.is_silent {
            return None;
        }
        let whole = self.close(&inner, is_protected, data, status);
        if whole.len() > 258 && !outer.extended || self.faults.contains(&Fault::Parts) && whole.len() > 20 {
            self.parts = whole;
            return Some(self.part(if self.faults.contains(&Fault::Parts) { 10 } else { 256 }));
        }
        Some(whole)
    }

    fn part(&mut self, length: usize) -> Vec<u8> {
        let length = if length == 0 { 256 } else { length };
        // Status word apart.
        let left = self.parts.len() - 2;
        if left <= length {
            return std::mem::take(&mut self.parts);
        }
        let mut part: Vec<u8> = self.parts.drain(..length).collect();
        let left = (self.parts.len() - 2).min(256);
        let left = if self.faults.contains(&Fault::Parts) { left.min(100) } else { left };
        part.extend([0x61, left as u8]);
        part
    }

    fn close(&mut self, inner: &Plain, is_protected: bool, data: Vec<u8>, status: u16) -> Vec<u8> {
        let naked = status.to_be_bytes().to_vec();
        if !is_protected {
            return [data, naked].concat();
        }
        let is_naked = match inner.ins {
            0x88 => self.faults.contains(&Fault::ActiveRefusedNaked(status)),
            _ => status != 0x9000 && self.is_naked_refusal(inner),
        };
        if is_naked {
            self.session = None;
            return naked;
        }
        let no_status = self.faults.contains(&Fault::NoDo99);
        let Some(session) = &mut self.session else { return naked };
        let mut answer = session.wrap(inner.ins, &data, status, no_status);
        let count = session.answers;
        let is_end_of_sod = self.here == Df::Application
            && self.file == Some(0x011D)
            && inner.ins & 0xFE == 0xB0
            && offset(inner) + data.len() >= self.file(0x011D).len();
        let spoil = self.faults.contains(&Fault::BadMac(count))
            || is_end_of_sod && self.faults.contains(&Fault::BadMacAtEndOfSodAlways)
            || is_end_of_sod && !self.ended_sod && self.faults.contains(&Fault::BadMacAtEndOfSod);
        if spoil {
            self.ended_sod |= is_end_of_sod;
            let at = answer.len() - 3;
            answer[at] ^= 1;
        }
        if let Some(key) = self.chip_key.take() {
            // The answer to the key agreement still has the old keys; a copy answers later with its own.
            let secret = key.agree(&self.challenge.take().unwrap()).unwrap();
            let mut session = Messaging::new(key.kind(), &secret, 0);
            session.answers = count;
            self.session = Some(session);
        }
        if self.faults.contains(&Fault::NakedSuccess(count)) {
            return vec![0x90, 0];
        }
        answer
    }

    fn is_naked_refusal(&self, inner: &Plain) -> bool {
        let identifier = match inner.ins {
            0xA4 if inner.data.len() == 2 => u16::from_be_bytes([inner.data[0], inner.data[1]]),
            _ => self.file.unwrap_or_default(),
        };
        self.faults.contains(&Fault::NakedRefusal(identifier))
    }

    fn status(&self, pick: impl Fn(&Fault) -> Option<u16>) -> Option<u16> {
        self.faults.iter().find_map(pick)
    }

    fn run(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        match (command.ins, command.p1, command.p2) {
            (0xA4, 0x00, 0x0C) => (Vec::new(), self.select_master(command)),
            (0xA4, 0x02, 0x0C) => (Vec::new(), self.select_file(command)),
            (0xA4, 0x04, 0x0C) => (Vec::new(), self.select_application(command)),
            (0xB0 | 0xB1, ..) => self.read(command),
            (0x22, 0xC1, 0xA4) => (Vec::new(), self.set_pace(command)),
            (0x22, 0x41, 0xA4) => (Vec::new(), self.set_chip(command)),
            (0x22, 0x41, 0xA6) => (Vec::new(), self.agree_kat(command)),
            (0x86, ..) if self.session.is_some() => self.agree_general(command),
            (0x86, ..) => self.general(command),
            (0x84, ..) => self.get_challenge(command),
            (0x82, ..) => self.external(command),
            (0x88, ..) => self.internal(command),
            _ => (Vec::new(), 0x6D00),
        }
    }

    fn select_master(&mut self, command: &Plain) -> u16 {
        // An Le where no data may come: cards of Germany refuse it.
        if command.le.is_some() && self.session.is_none() {
            return 0x6700;
        }
        if let Some(status) = self.status(|fault| match fault {
            Fault::MasterFile(status) => Some(*status),
            _ => None,
        }) {
            return status;
        }
        let by_identifier = command.data == [0x3F, 0];
        if self.faults.contains(&Fault::MasterFileByIdentifierOnly) && !by_identifier {
            return 0x6A86;
        }
        if !by_identifier && !command.data.is_empty() {
            return 0x6A82;
        }
        (self.here, self.file) = (Df::Master, None);
        0x9000
    }

    fn select_application(&mut self, command: &Plain) -> u16 {
        if command.data != [0xA0, 0, 0, 2, 0x47, 0x10, 1]
            || self.files.keys().all(|(df, _)| *df == Df::Master)
        {
            return 0x6A82;
        }
        (self.here, self.file) = (Df::Application, None);
        0x9000
    }

    fn select_file(&mut self, command: &Plain) -> u16 {
        if command.le.is_some() && self.session.is_none() || command.data.len() != 2 {
            return 0x6700;
        }
        let identifier = u16::from_be_bytes([command.data[0], command.data[1]]);
        if identifier == 0x011C {
            if let Some(status) = self.status(|fault| match fault {
                Fault::CardAccess(status) => Some(*status),
                _ => None,
            }) {
                return status;
            }
            if self.here == Df::Application {
                return if self.faults.contains(&Fault::ApplicationSelectedFirst) { 0x6982 } else { 0x6A82 };
            }
        }
        if self.session.is_none() && identifier != 0x011C || self.forbidden.contains(&identifier) {
            return 0x6982;
        }
        if !self.files.contains_key(&(self.here, identifier)) {
            return 0x6A82;
        }
        self.file = Some(identifier);
        if identifier == 0x011C && self.faults.contains(&Fault::CardAccess6283) { 0x6283 } else { 0x9000 }
    }

    fn read(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        let Some(identifier) = self.file else { return (Vec::new(), 0x6986) };
        let mut file = self.files[&(self.here, identifier)].clone();
        for fault in &self.faults {
            if let (Fault::LyingLength(more), 0x011D, 0x82) = (fault, identifier, file[1]) {
                let length = usize::from(u16::from_be_bytes([file[2], file[3]])) + more;
                file[2..4].copy_from_slice(&(length as u16).to_be_bytes());
            }
        }
        let Some(mut wanted) = command.le else { return (Vec::new(), 0x6700) };
        let from = offset(command);
        if from >= file.len() {
            return (Vec::new(), 0x6B00);
        }
        for fault in &self.faults {
            match fault {
                Fault::LongestRead(most, status) if wanted > *most => return (Vec::new(), *status),
                Fault::ShortRead(most) => wanted = wanted.min(*most),
                _ => {}
            }
        }
        let odd = command.ins == 0xB1;
        let room = if odd { wanted.saturating_sub(if wanted > 0x80 { 3 } else { 2 }) } else { wanted };
        let to = file.len().min(from + room);
        let is_end = from + room >= file.len() && self.faults.contains(&Fault::EndOfFile6282);
        let data = if odd { tlv(0x53, &file[from..to]) } else { file[from..to].to_vec() };
        (data, if is_end { 0x6282 } else { 0x9000 })
    }

    fn set_pace(&mut self, command: &Plain) -> u16 {
        let Some(parts) = objects(&command.data) else { return 0x6A80 };
        let part =
            |tag: u8| parts.iter().find(|(other, _)| *other == tag).map(|(_, content)| content.clone());
        let parameter = part(0x84);
        let wanted = self.status(|fault| match fault {
            Fault::ParametersWanted(status) => Some(*status),
            _ => None,
        });
        if let (Some(status), None) = (wanted, &parameter) {
            return status;
        }
        let same = |offer: &&Offer| Some(offer.identifier()) == part(0x80);
        let matching: Vec<_> = self.offers.iter().filter(same).copied().collect();
        let chosen = match &parameter {
            Some(number) => matching.iter().find(|offer| number == &[offer.parameter]),
            None if matching.len() == 1 => matching.first(),
            None => return 0x6A88,
        };
        let (Some(offer), Some(reference)) = (chosen, part(0x83)) else { return 0x6A88 };
        let password = match (reference.as_slice(), &self.can) {
            ([1], _) => <sha1::Sha1 as sha2::Digest>::digest(self.mrz.as_bytes()).to_vec(),
            ([2], Some(can)) => can.as_bytes().to_vec(),
            _ => return 0x6A88,
        };
        self.draws += 1;
        self.pace = Some(Pace::new(*offer, password, self.draws));
        0x9000
    }

    fn general(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        let Some(pace) = &mut self.pace else { return (Vec::new(), 0x6985) };
        let is_last =
            objects(&command.data).is_some_and(|parts| parts.iter().any(|(_, c)| c.first() == Some(&0x85)));
        if (command.cla == 0) != is_last {
            return (Vec::new(), 0x6883);
        }
        let other = self.ca.first().map(CaKey::other);
        let key = if self.faults.contains(&Fault::Copied) { other.as_ref() } else { self.ca.first() };
        self.tries += usize::from(is_last);
        match pace.step(&command.data, &self.faults, key.and_then(CaKey::scalar)) {
            Moved::Answer(data) => (data, 0x9000),
            Moved::Refused(0) => (Vec::new(), self.refuse_key(0x6300)),
            Moved::Refused(status) => (Vec::new(), status),
            Moved::Open(data, session) => {
                self.session = Some(session);
                (data, 0x9000)
            }
        }
    }

    fn refuse_key(&mut self, usual: u16) -> u16 {
        self.wrong += 1;
        self.is_silent |= self.faults.contains(&Fault::SilentAfterWrongKey);
        self.status(|fault| match fault {
            Fault::WrongKey(status) => Some(*status),
            _ => None,
        })
        .unwrap_or(usual)
    }

    fn get_challenge(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        if let Some(status) = self.status(|fault| match fault {
            Fault::NoChallenge(status) => Some(*status),
            _ => None,
        }) {
            return (Vec::new(), status);
        }
        if !self.bac || self.here != Df::Application || command.le != Some(8) {
            return (Vec::new(), 0x6D00);
        }
        self.draws += 1;
        let mut challenge = stream("challenge", self.draws, 8);
        if self.faults.contains(&Fault::ZeroSsc) {
            challenge[4..].fill(0);
        }
        self.challenge = Some(challenge.clone());
        (challenge, 0x9000)
    }

    fn external(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        let Some(ours) = self.challenge.take() else { return (Vec::new(), 0x6985) };
        self.tries += 1;
        let seed = <sha1::Sha1 as sha2::Digest>::digest(self.mrz.as_bytes())[..16].to_vec();
        let kind = Kind::Des3;
        let (enc, mac) = (kind.key(&seed, 1), kind.key(&seed, 2));
        let token = &command.data[..command.data.len().min(32)];
        if command.data.len() != 40 || kind.mac(&mac, token) != command.data[32..] {
            return (Vec::new(), self.refuse_key(0x6300));
        }
        let plain = kind.decrypt(&enc, &[0; 8], token);
        let (theirs, rest) = plain.split_at(8);
        if rest[..8] != ours {
            return (Vec::new(), self.refuse_key(0x6300));
        }
        self.draws += 1;
        let secret = stream("secret", self.draws, 16);
        let answer = kind.encrypt(&enc, &[0; 8], &[&ours, theirs, &secret].concat());
        let checksum = kind.mac(&mac, &answer);
        let shared: Vec<u8> = secret.iter().zip(&rest[8..]).map(|(a, b)| a ^ b).collect();
        let ssc = [&ours[4..], &theirs[4..]].concat();
        let ssc = ssc.iter().fold(0u128, |ssc, octet| ssc << 8 | u128::from(*octet));
        // The answer itself goes in clear.
        self.session = Some(Messaging::new(kind, &shared, ssc));
        ([answer, checksum].concat(), 0x9000)
    }

    fn internal(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        if let Some(status) = self.status(|fault| match fault {
            Fault::ActiveRefused(status) | Fault::ActiveRefusedNaked(status) => Some(*status),
            _ => None,
        }) {
            return (Vec::new(), status);
        }
        let Some(key) = &self.aa else { return (Vec::new(), 0x6D00) };
        let Some(wanted) = command.le else { return (Vec::new(), 0x6700) };
        if command.data.len() != 8 {
            return (Vec::new(), 0x6700);
        }
        if self.faults.contains(&Fault::ActiveEmptyWhenExtended) && wanted > 256 {
            return (Vec::new(), 0x9000);
        }
        self.draws += 1;
        let key = if self.faults.contains(&Fault::Copied) { key.other() } else { key.clone() };
        let answer = key.sign(&command.data, self.draws);
        if self.faults.contains(&Fault::ActiveNamesLength) && wanted != answer.len() {
            return (Vec::new(), 0x6C00 | (answer.len() as u16 & 0xFF));
        }
        (answer, 0x9000)
    }

    fn set_chip(&mut self, command: &Plain) -> u16 {
        if let Some(status) = self.chip_refusal() {
            return status;
        }
        let Some(parts) = objects(&command.data) else { return 0x6A80 };
        let part =
            |tag: u8| parts.iter().find(|(other, _)| *other == tag).map(|(_, content)| content.clone());
        let Some(key) = self.chip_key_of(part(0x84)) else { return 0x6A88 };
        let agreement = if key.group().is_some() { 2 } else { 1 };
        if part(0x80) != Some(vec![4, 0, 0x7F, 0, 7, 2, 2, 3, agreement, key.kind() as u8]) {
            return 0x6A80;
        }
        self.challenge = Some(part(0x84).unwrap_or_default());
        0x9000
    }

    fn chip_refusal(&self) -> Option<u16> {
        self.status(|fault| match fault {
            Fault::ChipRefused(status) => Some(*status),
            _ => None,
        })
    }

    /// Unsigned, without padding; with several keys an identifier must come, with one none may.
    fn chip_key_of(&self, id: Option<Vec<u8>>) -> Option<CaKey> {
        let key = match id.as_deref() {
            None => self.ca.iter().find(|key| key.id().is_none())?,
            Some([0, _, ..]) => return None,
            Some(octets) => {
                let id = octets.iter().fold(0, |id, octet| id << 8 | u32::from(*octet));
                self.ca.iter().find(|key| key.id() == Some(id))?
            }
        };
        Some(if self.faults.contains(&Fault::Copied) { key.other() } else { key.clone() })
    }

    fn agree_general(&mut self, command: &Plain) -> (Vec<u8>, u16) {
        let Some(id) = self.challenge.take() else { return (Vec::new(), 0x6985) };
        let Some(key) = self.chip_key_of((!id.is_empty()).then_some(id)) else { return (Vec::new(), 0x6A88) };
        let theirs = objects(&command.data).and_then(|parts| objects(&parts.first()?.1)?.pop());
        match theirs {
            Some((0x80, theirs)) if key.agree(&theirs).is_some() && command.le.is_some() => {
                (self.challenge, self.chip_key) = (Some(theirs), Some(key));
                (tlv(0x7C, &[]), 0x9000)
            }
            _ => (Vec::new(), 0x6300),
        }
    }

    fn agree_kat(&mut self, command: &Plain) -> u16 {
        if let Some(status) = self.chip_refusal() {
            return status;
        }
        let Some(parts) = objects(&command.data) else { return 0x6A80 };
        let part =
            |tag: u8| parts.iter().find(|(other, _)| *other == tag).map(|(_, content)| content.clone());
        let (Some(theirs), Some(key)) = (part(0x91), self.chip_key_of(part(0x84))) else { return 0x6A80 };
        // 3DES alone has this form, and it has no Le.
        if key.kind() != Kind::Des3 || command.le.is_some() {
            return 0x6A86;
        }
        if key.agree(&theirs).is_none() {
            return 0x6A80;
        }
        (self.challenge, self.chip_key) = (Some(theirs), Some(key));
        0x9000
    }
}

fn offset(command: &Plain) -> usize {
    if command.ins == 0xB0 {
        return usize::from(command.p1) << 8 | usize::from(command.p2);
    }
    let parts = objects(&command.data).unwrap_or_default();
    parts
        .first()
        .map_or(usize::MAX, |(_, octets)| octets.iter().fold(0, |at, octet| at << 8 | usize::from(*octet)))
}

/// ISO/IEC 7816-4 §5.1: the seven cases.
fn parse(command: &[u8]) -> Option<Plain> {
    let [cla, ins, p1, p2, body @ ..] = command else { return None };
    let mut plain = Plain { cla: *cla, ins: *ins, p1: *p1, p2: *p2, ..Plain::default() };
    let le = |octets: &[u8]| -> Option<usize> {
        match octets {
            [0] => Some(256),
            [0, 0] => Some(65_536),
            [low] => Some(usize::from(*low)),
            [high, low] => Some(usize::from(*high) << 8 | usize::from(*low)),
            _ => None,
        }
    };
    match body {
        [] => {}
        [only] => plain.le = le(&[*only]),
        [0, high, low] => (plain.extended, plain.le) = (true, le(&[*high, *low])),
        [0, high, low, rest @ ..] => {
            plain.extended = true;
            let length = usize::from(*high) << 8 | usize::from(*low);
            let (data, rest) = rest.split_at_checked(length)?;
            plain.data = data.to_vec();
            plain.le = if rest.is_empty() { None } else { Some(le(rest).filter(|_| rest.len() == 2)?) };
        }
        [length, rest @ ..] => {
            let (data, rest) = rest.split_at_checked(usize::from(*length))?;
            plain.data = data.to_vec();
            plain.le = if rest.is_empty() { None } else { Some(le(rest).filter(|_| rest.len() == 1)?) };
        }
    }
    Some(plain)
}
