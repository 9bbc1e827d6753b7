use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_bytes::ByteBuf;
use wasm_bindgen::prelude::*;
use zeroize::{Zeroize, Zeroizing};

use super::border::{named_locale, read_bytes, respond, thrown};
use crate::chip::FileName;
use crate::reader::{self, AllowBac, Answer, Key, Resume, Settings, Step};
use crate::{Error, Locale};

/// One reading of one card; `npm/reader.js` carries its commands to the card and frees it.
#[wasm_bindgen]
pub struct CardReader {
    reader: reader::CardReader,
    locale: Locale,
}

#[wasm_bindgen]
impl CardReader {
    /// `random`: octets from the system's generator, for this reading alone.
    #[wasm_bindgen(constructor)]
    pub fn new(given: JsValue, random: Vec<u8>) -> Result<CardReader, JsValue> {
        let random = Zeroizing::new(random);
        let given: Given = read_bytes(given, "options")?;
        let locale = named_locale(given.locale.as_deref().unwrap_or("vi")).map_err(thrown)?;
        let settings = given.settings().map_err(thrown)?;
        let reader = reader::CardReader::new(settings, &random).map_err(thrown)?;
        Ok(Self { reader, locale })
    }

    pub fn start(&mut self) -> Result<JsValue, JsValue> {
        let step = self.reader.start();
        self.tell(&step)
    }

    /// The card answered.
    pub fn next(&mut self, answer: &[u8]) -> Result<JsValue, JsValue> {
        let step = self.reader.next(Answer::Octets(answer));
        self.tell(&step)
    }

    /// The card did not answer: `lost`, `timeout`, `aborted`, `transport`.
    pub fn fail(&mut self, how: &str) -> Result<JsValue, JsValue> {
        let step = self.reader.next(match how {
            "timeout" => Answer::TimedOut,
            "aborted" => Answer::Aborted,
            "transport" => Answer::Broken,
            _ => Answer::Lost,
        });
        self.tell(&step)
    }

    /// `{ command, timeout, progress }`, `{ done }` or `{ failed }`.
    fn tell(&self, step: &Step) -> Result<JsValue, JsValue> {
        match step {
            Step::Transmit { command, timeout } => {
                let progress = self.reader.progress().report();
                respond(&Command { command, timeout: *timeout, progress }, self.locale)
            }
            Step::Done(outcome) => respond(&Done { done: outcome.report() }, self.locale),
            Step::Failed(failure) => respond(&Failed { failed: failure.report() }, self.locale),
        }
    }
}

#[derive(Serialize)]
struct Command<'a> {
    #[serde(with = "serde_bytes")]
    command: &'a [u8],
    timeout: u32,
    progress: reader::ProgressReport,
}

#[derive(Serialize)]
struct Done<'a> {
    done: reader::CardReport<'a>,
}

#[derive(Serialize)]
struct Failed<'a> {
    failed: reader::FailureReport<'a>,
}

/// What `readCard` is told, without its functions.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Given {
    #[serde(default)]
    locale: Option<String>,
    key: GivenKey,
    #[serde(default)]
    files: Option<Vec<String>>,
    #[serde(default)]
    challenge: Option<ByteBuf>,
    #[serde(default)]
    prove: Option<Vec<String>>,
    #[serde(default)]
    allow_bac: Option<String>,
    #[serde(default)]
    max_command: Option<usize>,
    #[serde(default)]
    max_answer: Option<usize>,
    #[serde(default)]
    resume: Option<GivenResume>,
    #[serde(default)]
    wrong_keys: u8,
    #[serde(default)]
    confirmed: bool,
}

/// `{ can }`, or the three fields.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GivenKey {
    #[serde(default)]
    can: Option<String>,
    #[serde(default)]
    document_number: Option<String>,
    #[serde(default)]
    birth_date: Option<String>,
    #[serde(default)]
    expiry_date: Option<String>,
}

impl Drop for GivenKey {
    fn drop(&mut self) {
        self.can.zeroize();
        self.document_number.zeroize();
        self.birth_date.zeroize();
        self.expiry_date.zeroize();
    }
}

/// As `FailureReport` has it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct GivenResume {
    files: BTreeMap<String, ByteBuf>,
    partial: BTreeMap<String, ByteBuf>,
    block: usize,
    is_short_only: bool,
    random: ByteBuf,
}

impl Given {
    fn settings(self) -> Result<Settings, Error> {
        let mut settings = Settings::new(self.key.key()?);
        settings.files = match self.files {
            None => None,
            Some(names) => Some(names.iter().map(|name| file(name)).collect::<Result<_, _>>()?),
        };
        if let Some(challenge) = self.challenge {
            let octets = <[u8; 8]>::try_from(challenge.as_slice());
            settings.challenge = Some(octets.map_err(|_| wrong("challenge is eight octets"))?);
        }
        if let Some(proofs) = self.prove {
            (settings.prove_active, settings.prove_chip) = (false, false);
            for proof in proofs {
                match proof.as_str() {
                    "active" => settings.prove_active = true,
                    "chip" => settings.prove_chip = true,
                    _ => return Err(wrong("prove is a list of `active` and `chip`")),
                }
            }
        }
        settings.allow_bac = match self.allow_bac.as_deref() {
            None | Some("absent") => AllowBac::Absent,
            Some("failed") => AllowBac::Failed,
            Some("never") => AllowBac::Never,
            Some(_) => return Err(wrong("allowBac is `absent`, `failed` or false")),
        };
        let transport = &mut settings.transport;
        transport.longest_command = self.max_command.unwrap_or(transport.longest_command);
        transport.longest_answer = self.max_answer.unwrap_or(transport.longest_answer);
        settings.resume = self.resume.map(GivenResume::resume).transpose()?;
        (settings.wrong_keys, settings.is_key_confirmed) = (self.wrong_keys, self.confirmed);
        Ok(settings)
    }
}

impl GivenKey {
    fn key(&self) -> Result<Key, Error> {
        let Some(can) = &self.can else {
            let [number, birth, expiry] = [&self.document_number, &self.birth_date, &self.expiry_date]
                .map(|field| field.as_deref().unwrap_or_default());
            return Key::mrz(number, birth, expiry);
        };
        Key::can(can)
    }
}

impl GivenResume {
    fn resume(self) -> Result<Resume, Error> {
        let files = |files: BTreeMap<String, ByteBuf>| -> Result<Vec<_>, Error> {
            files.into_iter().map(|(name, octets)| Ok((file(&name)?, octets.into_vec()))).collect()
        };
        Ok(Resume {
            files: files(self.files)?,
            partial: files(self.partial)?.pop(),
            block: self.block,
            is_short_only: self.is_short_only,
            random: self.random.as_slice().try_into().map_err(|_| wrong("resume"))?,
        })
    }
}

fn file(name: &str) -> Result<FileName, Error> {
    FileName::parse(name)
        .ok_or_else(|| wrong("files are DG1 to DG16, EF.COM, EF.SOD, EF.CardAccess, EF.CardSecurity"))
}

fn wrong(detail: &str) -> Error {
    Error::new("input.type", detail)
}
