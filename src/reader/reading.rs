//! One reading from beginning to end.

use super::access::{self, CardAccess};
use super::active;
use super::channel::{Channel, Trouble};
use super::chip_authentication::{self, Proof};
use super::chip_key::ChipKey;
use super::failure::{Failure, Reason};
use super::files::{self, Attempt, Blocks, Unread};
use super::link::Link;
use super::notice::Notice;
use super::outcome::{Access, Evidence, Method, Outcome};
use super::plan::{self, Hashes};
use super::random::Random;
use super::resume::Resume;
use super::session::Death;
use super::settings::Settings;
use crate::chip::files::FileName;
use crate::chip::lds::{SecurityInfo, SecurityInfos};

/// What a reading knows so far.
pub(super) struct Reading {
    channel: Channel,
    settings: Settings,
    random: Random,
    blocks: Blocks,
    card_access: CardAccess,
    access: Option<Access>,
    /// What the next tap can go on from.
    kept: Resume,
    evidence: Evidence,
    notices: Vec<Notice>,
    sessions: u8,
}

impl Reading {
    pub(super) fn new(link: Link, mut settings: Settings, random: Random) -> Self {
        let transport = settings.transport;
        let channel = Channel::new(link, transport.longest_command, transport.longest_answer);
        let before = settings.resume.take().unwrap_or_default();
        let blocks = Blocks::new(&channel, before.block, before.is_short_only);
        let kept = Resume { random: random.fingerprint(), ..before };
        Self {
            channel,
            settings,
            random,
            blocks,
            card_access: CardAccess::default(),
            access: None,
            kept,
            evidence: Evidence::default(),
            notices: Vec::new(),
            sessions: 0,
        }
    }

    /// Reads; what was read before a failure goes into the failure.
    pub(super) async fn run(mut self) -> Result<Outcome, Failure> {
        let ended = self.read().await;
        if let (Ok(()), Some(access)) = (&ended, self.access.take()) {
            let Self { mut kept, evidence, notices, .. } = self;
            if let Some(file) = self.card_access.file
                && kept.files.iter().all(|(name, _)| *name != FileName::CardAccess)
            {
                kept.files.push((FileName::CardAccess, file));
            }
            return Ok(Outcome { files: kept.files, access, evidence, notices });
        }
        let reason = match ended.err().unwrap_or(Reason::Protocol("no access")) {
            // No answer was read in this tap, and the keys before were wrong: the card makes its holder wait.
            Reason::TimedOut if self.settings.wrong_keys > 0 && self.sessions == 0 => Reason::Delayed,
            reason => reason,
        };
        let wrong_keys = match (&reason, self.sessions) {
            (Reason::WrongKey { .. }, _) => self.settings.wrong_keys.saturating_add(1),
            (_, 0) => self.settings.wrong_keys,
            _ => 0,
        };
        self.kept.block = self.blocks.short;
        // A transport that breaks under a long answer may do so again.
        let was_long = matches!(self.blocks.last, Attempt::Block { is_long: true, .. });
        self.kept.is_short_only |=
            self.settings.transport != Default::default() && (self.blocks.long.is_none() || was_long);
        let is_other = matches!(reason, Reason::OtherCard | Reason::NotADocument);
        let resume = (!is_other).then_some(self.kept);
        Err(Failure { reason, resume, wrong_keys })
    }

    async fn read(&mut self) -> Result<(), Reason> {
        self.open().await?;
        let hashes = self.security_object().await?;
        for name in plan::files(&self.settings, hashes.as_ref()) {
            if self.kept(name).is_none() {
                self.fetch(name).await?;
            }
        }
        self.judge_access();
        let may_go_on = !self.settings.prove_active || self.prove_active().await?;
        if self.settings.prove_chip && may_go_on {
            self.prove_chip(hashes.as_ref()).await?;
        }
        Ok(())
    }

    /// The first session of a tap.
    async fn open(&mut self) -> Result<(), Reason> {
        let opened = access::open(
            &mut self.channel,
            &mut self.random,
            &mut self.blocks,
            &self.settings,
            &mut self.card_access,
        )
        .await?;
        self.sessions = self.sessions.saturating_add(1);
        if opened.access.method == Method::Bac {
            self.notices.push(Notice::Bac);
        }
        self.access = Some(opened.access);
        self.evidence.mapping = opened.mapping;
        if self.evidence.mapping.is_some() {
            self.card_security().await?;
        }
        if !opened.is_application_selected {
            access::select_application(&mut self.channel).await?;
        }
        Ok(())
    }

    /// One more session in the same tap, after the last one died. The key was right before, so a refusal now means that the card
    /// wants to leave the field.
    async fn open_again(&mut self) -> Result<(), Reason> {
        if self.sessions >= MOST_SESSIONS {
            return Err(Reason::Limit("sessions in one tap"));
        }
        let opened = access::open(
            &mut self.channel,
            &mut self.random,
            &mut self.blocks,
            &self.settings,
            &mut self.card_access,
        )
        .await;
        self.sessions = self.sessions.saturating_add(1);
        let selected = match opened {
            Ok(opened) if opened.is_application_selected => Ok(()),
            Ok(_) => access::select_application(&mut self.channel).await,
            Err(reason) => Err(reason),
        };
        selected.map_err(|reason| match reason {
            Reason::WrongKey { .. }
            | Reason::NoAccess(_)
            | Reason::UnsupportedPace(_)
            | Reason::NotADocument
            | Reason::Downgrade => Reason::TagLost,
            reason => reason,
        })
    }

    /// EF.CardSecurity lies in the master file, so it is read before the application is selected.
    async fn card_security(&mut self) -> Result<(), Reason> {
        let name = FileName::CardSecurity;
        if self.kept(name).is_some() {
            return Ok(());
        }
        let mut file = Vec::new();
        match files::read(&mut self.channel, &mut self.blocks, name, &mut file).await {
            Ok(()) => self.kept.files.push((name, file)),
            Err(Unread::Refused(status)) => self.notices.push(refused(name, status)),
            Err(Unread::Unreadable) => self.notices.push(Notice::Unreadable { file: name }),
            Err(Unread::Trouble(trouble)) => return Err(trouble.into_reason()),
        }
        Ok(())
    }

    /// EF.SOD is read in every tap: it tells whether this is still the same card.
    async fn security_object(&mut self) -> Result<Option<Hashes>, Reason> {
        let before = self.kept.files.iter().position(|(name, _)| *name == FileName::Sod);
        let before = before.map(|at| self.kept.files.remove(at).1);
        if before.is_none() {
            // Nothing ties these to the card that is here now.
            self.kept.files.retain(|(name, _)| *name == FileName::CardSecurity);
            self.kept.partial = None;
        }
        let partial = self.kept.partial.take();
        let read = self.fetch(FileName::Sod).await;
        if let Err(reason) = read {
            if let Some(before) = before {
                self.kept.files.push((FileName::Sod, before));
                self.kept.partial = partial;
            }
            return Err(reason);
        }
        self.kept.partial = partial;
        let file = self.kept(FileName::Sod);
        if before.is_some() && before.as_deref() != file {
            return Err(Reason::OtherCard);
        }
        Ok(file.and_then(Hashes::of))
    }

    /// Reads a file and keeps it; a refusal is noted.
    async fn fetch(&mut self, name: FileName) -> Result<(), Reason> {
        let partial = self.kept.partial.take_if(|(partial, _)| *partial == name);
        self.kept.partial = Some((name, partial.map(|(_, octets)| octets).unwrap_or_default()));
        let mut was_forged = false;
        loop {
            let Some((_, octets)) = &mut self.kept.partial else { return Ok(()) };
            let read = files::read(&mut self.channel, &mut self.blocks, name, octets).await;
            let (notice, is_over) = match read {
                Ok(()) => {
                    self.kept.files.extend(self.kept.partial.take());
                    return Ok(());
                }
                Err(Unread::Trouble(Trouble::Ended(reason))) => return Err(reason),
                Err(Unread::Refused(status)) => (refused(name, status), false),
                Err(Unread::Unreadable) => (Notice::Unreadable { file: name }, false),
                Err(Unread::Trouble(Trouble::Dead(death))) => {
                    let may_go_on = match (death, self.blocks.last) {
                        // One new session with another size: some cards fail so in the last block alone.
                        (Death::Forged, Attempt::Block { is_last: true, .. })
                            if name == FileName::Sod && !was_forged =>
                        {
                            was_forged = true;
                            true
                        }
                        (Death::Forged, _) => return Err(Trouble::Dead(death).into_reason()),
                        (Death::Naked(_), Attempt::Block { .. }) => true,
                        (Death::Naked(_), Attempt::Beginning) => false,
                    };
                    if may_go_on && self.blocks.shrink(None) {
                        self.open_again().await?;
                        continue;
                    }
                    let Death::Naked(status) = death else {
                        return Err(Trouble::Dead(death).into_reason());
                    };
                    (refused(name, status), true)
                }
            };
            self.notices.push(notice);
            self.kept.partial = None;
            if is_over {
                self.open_again().await?;
            }
            return Ok(());
        }
    }

    /// DG14 is signed, EF.CardAccess is not: who hides PACE there forces BAC.
    fn judge_access(&mut self) {
        let is_bac = self.access.as_ref().is_some_and(|access| access.method == Method::Bac);
        let infos = self.kept(DG14).and_then(|file| SecurityInfos::dg14(file).ok());
        let has_pace = infos
            .is_some_and(|infos| infos.infos.iter().any(|info| matches!(info, SecurityInfo::Pace { .. })));
        if is_bac && has_pace {
            self.notices.push(Notice::Downgrade);
        }
    }

    /// Whether another proof may follow.
    async fn prove_active(&mut self) -> Result<bool, Reason> {
        let Some(dg15) = self.kept(DG15).map(<[u8]>::to_vec) else { return Ok(true) };
        let challenge = match self.settings.challenge {
            Some(challenge) => challenge,
            None => self.random.take(8)?.as_slice().try_into().unwrap_or_default(),
        };
        let refusal = match active::run(&mut self.channel, challenge, &dg15).await {
            Ok(Ok(response)) => {
                self.evidence.active = Some((challenge.to_vec(), response));
                return Ok(true);
            }
            Ok(Err(status)) => Some(status),
            Err(Trouble::Dead(Death::Naked(status))) => {
                self.notices.push(Notice::ActiveRefused { status: Some(status) });
                if self.settings.prove_chip {
                    self.open_again().await?;
                }
                return Ok(true);
            }
            // The files are here; what is under EF.SOD needs no session. Nothing more is sent.
            Err(Trouble::Dead(Death::Forged)) => {
                self.notices.push(Notice::ActiveRefused { status: None });
                return Ok(false);
            }
            Err(Trouble::Ended(reason)) => return Err(reason),
        };
        self.notices.push(Notice::ActiveRefused { status: refusal });
        Ok(true)
    }

    /// With the key in DG14 only when EF.SOD covers it.
    async fn prove_chip(&mut self, hashes: Option<&Hashes>) -> Result<(), Reason> {
        let Some(dg14) = self.kept(DG14) else { return Ok(()) };
        let is_covered = hashes.is_some_and(|hashes| hashes.cover(14, dg14));
        let has_key = SecurityInfos::dg14(dg14).is_ok_and(|infos| infos.chip_key(None).is_some());
        let key = if is_covered { ChipKey::choose(dg14) } else { None };
        let Some(key) = key else {
            if has_key {
                self.notices.push(Notice::ChipKeyUnusable);
            }
            return Ok(());
        };
        if key.protocol.is_none() {
            self.notices.push(Notice::ChipCipherAssumed);
        }
        match chip_authentication::run(&mut self.channel, &mut self.random, &key).await {
            Ok(Proof::Answered(agreement, holds)) => {
                self.evidence.agreement = Some(agreement);
                if !holds {
                    self.notices.push(Notice::ChipFailed);
                }
            }
            Ok(Proof::Refused(status)) => {
                self.notices.push(Notice::ChipRefused { status: Some(status) });
            }
            // It is the last thing that is done: the files are here.
            Err(Trouble::Dead(Death::Naked(status))) => {
                self.notices.push(Notice::ChipRefused { status: Some(status) });
            }
            Err(Trouble::Dead(Death::Forged)) => self.notices.push(Notice::ChipFailed),
            Err(Trouble::Ended(Reason::Protocol(_))) => self.notices.push(Notice::ChipKeyUnusable),
            Err(Trouble::Ended(reason)) => return Err(reason),
        }
        Ok(())
    }

    fn kept(&self, name: FileName) -> Option<&[u8]> {
        self.kept.files.iter().find(|(kept, _)| *kept == name).map(|(_, file)| file.as_slice())
    }
}

fn refused(file: FileName, status: u16) -> Notice {
    match status {
        0x6A82 => Notice::Absent { file },
        status => Notice::Refused { file, status },
    }
}

const DG14: FileName = FileName::DataGroup(14);
const DG15: FileName = FileName::DataGroup(15);
/// Sessions of one tap: the first, one for a card that refuses long answers, one for a file that ends its session, and
/// reserve. Each costs the holder seconds.
const MOST_SESSIONS: u8 = 6;
