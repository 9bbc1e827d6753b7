//! Secure messaging from the chip's side.

use super::primitives::{Kind, objects, padded, tlv, unpadded};

pub(crate) struct Messaging {
    kind: Kind,
    enc: Vec<u8>,
    mac: Vec<u8>,
    ssc: u128,
    pub(crate) answers: usize,
}

/// A command as it was meant.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plain {
    pub(crate) cla: u8,
    pub(crate) ins: u8,
    pub(crate) p1: u8,
    pub(crate) p2: u8,
    pub(crate) data: Vec<u8>,
    pub(crate) le: Option<usize>,
    pub(crate) extended: bool,
}

impl Messaging {
    pub(crate) fn new(kind: Kind, secret: &[u8], ssc: u128) -> Self {
        Self { kind, enc: kind.key(secret, 1), mac: kind.key(secret, 2), ssc, answers: 0 }
    }

    pub(crate) fn mapping_data(&self, data: &[u8]) -> Vec<u8> {
        let iv = self.kind.encrypt(&self.enc, &[0; 16], &[0xFF; 16]);
        self.kind.encrypt(&self.enc, &iv, &padded(data, 16))
    }

    pub(crate) fn token(&self, message: &[u8]) -> Vec<u8> {
        self.kind.token(&self.mac, message)
    }

    /// `None`: the checksum is wrong or something is missing.
    pub(crate) fn unwrap(&mut self, command: &Plain) -> Option<Plain> {
        self.ssc += 1;
        let parts = objects(&command.data)?;
        let (mut body, mut plain) = (Vec::new(), Plain { cla: command.cla & !0x0C, ..command.clone() });
        (plain.data, plain.le) = (Vec::new(), None);
        for (tag, content) in &parts {
            if *tag == 0x8E {
                let header = padded(&[command.cla, command.ins, command.p1, command.p2], self.kind.block());
                let wanted = self.kind.mac(&self.mac, &[self.counter(), header, body.clone()].concat());
                return (wanted == *content && command.le.is_some()).then_some(plain);
            }
            body.extend(tlv(u16::from(*tag), content));
            match (tag, command.ins & 1) {
                (0x87, 0) if content.first() == Some(&1) => plain.data = self.open(&content[1..])?,
                (0x85, 1) => plain.data = self.open(content)?,
                (0x97, _) => {
                    let le = content.iter().fold(0, |le, octet| le << 8 | usize::from(*octet));
                    plain.le = Some(match (le, content.len()) {
                        (0, 1) => 256,
                        (0, _) => 65_536,
                        (le, _) => le,
                    });
                }
                _ => return None,
            }
        }
        None
    }

    pub(crate) fn wrap(&mut self, ins: u8, data: &[u8], status: u16, without_status: bool) -> Vec<u8> {
        self.ssc += 1;
        self.answers += 1;
        let mut body = Vec::new();
        if !data.is_empty() {
            let secret = self.kind.encrypt(&self.enc, &self.iv(), &padded(data, self.kind.block()));
            body = if ins & 1 == 1 {
                tlv(0x85, &secret)
            } else {
                tlv(0x87, &[&[1], secret.as_slice()].concat())
            };
        }
        if !without_status {
            body.extend(tlv(0x99, &status.to_be_bytes()));
        }
        let mac = self.kind.mac(&self.mac, &[self.counter(), body.clone()].concat());
        [body, tlv(0x8E, &mac), status.to_be_bytes().to_vec()].concat()
    }

    fn open(&self, secret: &[u8]) -> Option<Vec<u8>> {
        if secret.is_empty() || !secret.len().is_multiple_of(self.kind.block()) {
            return None;
        }
        unpadded(&self.kind.decrypt(&self.enc, &self.iv(), secret))
    }

    fn counter(&self) -> Vec<u8> {
        self.ssc.to_be_bytes()[16 - self.kind.block()..].to_vec()
    }

    fn iv(&self) -> Vec<u8> {
        match self.kind {
            Kind::Des3 => vec![0; 8],
            kind => kind.encrypt(&self.enc, &[0; 16], &self.counter()),
        }
    }
}
