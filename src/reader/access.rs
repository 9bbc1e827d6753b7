//! The way in: what the card offers, PACE, the application, BAC (Doc 9303 part 11 §4.2).

use zeroize::Zeroizing;

use super::apdu::{Command, OK, SELECT, is_success};
use super::bac;
use super::channel::{Channel, Trouble};
use super::failure::Reason;
use super::files::{self, Blocks, Unread};
use super::key::KeyKind;
use super::outcome::{Access, Method};
use super::pace::{Offer, Protocol};
use super::progress::Stage;
use super::random::Random;
use super::refusal::Refusal;
use super::settings::{AllowBac, Settings};
use crate::chip::files::FileName;
use crate::chip::lds::SecurityInfos;
use crate::chip::secure_messaging::Cipher;

/// EF.CardAccess, read once in a reading.
#[derive(Default)]
pub(super) struct CardAccess {
    is_asked_for: bool,
    /// BAC opened the card; PACE, if it failed before, is not asked again.
    is_by_bac: bool,
    pub(super) file: Option<Vec<u8>>,
}

/// An open card. After PACE the application is not yet selected, so that EF.CardSecurity can be read.
pub(super) struct Opened {
    pub(super) access: Access,
    /// The chip's mapping key and CA_IC.
    pub(super) mapping: Option<(Vec<u8>, Zeroizing<Vec<u8>>)>,
    pub(super) is_application_selected: bool,
}

/// Opens the card with one try of the key; BAC after a failed PACE, where the caller allows it, is a second
/// one.
pub(super) async fn open(
    channel: &mut Channel,
    random: &mut Random,
    blocks: &mut Blocks,
    settings: &Settings,
    card_access: &mut CardAccess,
) -> Result<Opened, Reason> {
    channel.reset();
    if card_access.is_by_bac {
        return basic(channel, random, settings, "").await;
    }
    if card_access.is_asked_for {
        // A new session in one tap: PACE runs in the master file again.
        for form in MASTER_FILE {
            if select_master_file(channel, form).await? {
                break;
            }
        }
    } else {
        channel.at(Stage::Connect);
        card_access.file = find_card_access(channel, blocks).await?;
        card_access.is_asked_for = true;
    }
    channel.at(Stage::Access);
    let infos = card_access.file.as_ref().map(|file| SecurityInfos::card_access(file));
    let (offer, absence) = match &infos {
        None => (Offer::Nothing, "noCardAccess"),
        Some(Err(_)) => (Offer::Nothing, "unreadableCardAccess"),
        Some(Ok(infos)) => (Protocol::choose(infos, channel.longest_command), "noPace"),
    };
    drop(infos);
    let may_fail = settings.allow_bac == AllowBac::Failed && settings.key.kind() == KeyKind::Mrz;
    let reason = match offer {
        Offer::Nothing => absence,
        Offer::Unknown(_) if may_fail => "unknownPace",
        Offer::Unknown(names) => return Err(Reason::UnsupportedPace(names)),
        Offer::Protocol(protocol) => match protocol.run(channel, random, &settings.key).await {
            Ok(established) => {
                let access = pace_access(&protocol, settings.key.kind());
                channel.protect(established.session);
                return Ok(Opened { access, mapping: established.mapping, is_application_selected: false });
            }
            // A card that counts its tries means it.
            Err(Refusal::Key { tries_left: None } | Refusal::Method(_)) if may_fail => "failedPace",
            Err(refusal) => return Err(reason_of(refusal, "PACE", settings.key.kind())),
        },
    };
    if settings.allow_bac == AllowBac::Never {
        return Err(Reason::Downgrade);
    }
    if settings.key.kind() == KeyKind::Can {
        return Err(Reason::NoAccess("the card offers no PACE, and BAC needs the key of the MRZ".to_owned()));
    }
    let opened = basic(channel, random, settings, reason).await?;
    card_access.is_by_bac = true;
    Ok(opened)
}

/// The application, and BAC.
async fn basic(
    channel: &mut Channel,
    random: &mut Random,
    settings: &Settings,
    reason: &'static str,
) -> Result<Opened, Reason> {
    select_application(channel).await?;
    let session = bac::run(channel, random, &settings.key)
        .await
        .map_err(|refusal| reason_of(refusal, "BAC", settings.key.kind()))?;
    channel.protect(session);
    let access = Access {
        method: Method::Bac,
        key: KeyKind::Mrz,
        cipher: cipher_name(Cipher::TripleDes),
        mapping: None,
        domain: None,
        reason: Some(reason),
    };
    Ok(Opened { access, mapping: None, is_application_selected: true })
}

/// SELECT of the application of travel documents (Doc 9303 part 10 §3.4).
pub(super) async fn select_application(channel: &mut Channel) -> Result<(), Reason> {
    let command = Command::new(0, SELECT, 0x04, 0x0C).data(APPLICATION.to_vec());
    match channel.send(command).await.map_err(Trouble::into_reason)?.status {
        status if is_success(status) => Ok(()),
        0x6A82 => Err(Reason::NotADocument),
        status => Err(Reason::NoAccess(format!("the application was refused ({status:04X})"))),
    }
}

/// EF.CardAccess where the card stands, then in the master file, selected in either form: on a phone the application is
/// selected already, and Vietnamese cards answer SELECT MF with 6D00. No refusal is an error here.
async fn find_card_access(channel: &mut Channel, blocks: &mut Blocks) -> Result<Option<Vec<u8>>, Reason> {
    for form in [None, Some(MASTER_FILE[0]), Some(MASTER_FILE[1])] {
        if let Some(form) = form
            && !select_master_file(channel, form).await?
        {
            continue;
        }
        let mut file = Vec::new();
        match files::read(channel, blocks, FileName::CardAccess, &mut file).await {
            Ok(()) => return Ok(Some(file)),
            Err(Unread::Refused(_) | Unread::Unreadable) => {}
            Err(Unread::Trouble(trouble)) => return Err(trouble.into_reason()),
        }
    }
    Ok(None)
}

async fn select_master_file(channel: &mut Channel, form: &[u8]) -> Result<bool, Reason> {
    let command = Command::new(0, SELECT, 0x00, 0x0C).data(form.to_vec());
    let reply = channel.send(command).await.map_err(Trouble::into_reason)?;
    Ok(reply.status == OK || is_success(reply.status))
}

fn reason_of(refusal: Refusal, method: &str, of: KeyKind) -> Reason {
    match refusal {
        Refusal::Ended(reason) => reason,
        Refusal::Key { tries_left } => Reason::WrongKey { of, tries_left },
        Refusal::Blocked => Reason::Blocked,
        Refusal::Method(status) => Reason::NoAccess(format!("{method} was refused ({status:04X})")),
    }
}

fn pace_access(protocol: &Protocol, key: KeyKind) -> Access {
    Access {
        method: Method::Pace,
        key,
        cipher: cipher_name(protocol.cipher),
        mapping: Some(if protocol.is_chip_mapping { "chip" } else { "generic" }),
        domain: Some(protocol.domain.name()),
        reason: None,
    }
}

fn cipher_name(cipher: Cipher) -> &'static str {
    match cipher {
        Cipher::TripleDes => "3DES",
        Cipher::Aes128 => "AES-128",
        Cipher::Aes192 => "AES-192",
        Cipher::Aes256 => "AES-256",
    }
}

/// SELECT of the master file without data and with its identifier (gmrtd #460): cards take one or the other.
const MASTER_FILE: [&[u8]; 2] = [&[], &[0x3F, 0x00]];
/// The application of travel documents, A0 00 00 02 47 10 01.
const APPLICATION: [u8; 7] = [0xA0, 0x00, 0x00, 0x02, 0x47, 0x10, 0x01];
