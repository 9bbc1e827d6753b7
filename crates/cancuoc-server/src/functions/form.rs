use cancuoc::form::{self, GivenAcceptance, GivenContext};
use cancuoc::json::Value;
use cancuoc::reading::Reading;
use cancuoc::{Error, Locale, Options};

use super::{Function, Kind, OPTIONS, Parameter, chip};
use crate::answer::result;
use crate::arguments::{Arguments, members_of};
use crate::forms;
use crate::present_units::in_present_units;
use crate::units::units;

const FORM: Parameter = Parameter::needed("form", Kind::Text);

pub(super) const ALL: &[Function] = &[
    Function {
        name: "listServices",
        about: "Lists the public services, each with its forms or the reason why there is none.",
        parameters: &[OPTIONS],
        run: |given| {
            let (options, _) = with_forms(given, 0)?;
            result(&form::services(options.on), options.locale)
        },
    },
    Function {
        name: "listForms",
        about: "Lists the forms in force.",
        parameters: &[OPTIONS],
        run: |given| {
            let (options, _) = with_forms(given, 0)?;
            result(&form::summaries(options.on)?, options.locale)
        },
    },
    Function {
        name: "describeForm",
        about: "Describes a form: its fields, rules, papers and law.",
        parameters: &[FORM, OPTIONS],
        run: |given| {
            let (id, (options, _)) = (given.text(0, "form")?, with_forms(given, 1)?);
            result(&form::describe(form::form_in_force(&id, options.on)?, options.on), options.locale)
        },
    },
    Function {
        name: "prefill",
        about: "Fills in a form from an identity or a reading, each value with its source.",
        parameters: &[
            FORM,
            Parameter::needed("identity", Kind::Object),
            Parameter::optional("answers", Kind::Object),
            OPTIONS,
        ],
        run: prefill,
    },
    Function {
        name: "validate",
        about: "Checks answers against the form's rules.",
        parameters: &[FORM, Parameter::needed("answers", Kind::Object), OPTIONS],
        run: |given| {
            let (id, answers) = (given.text(0, "form")?, given.of_one(1, "answers")?);
            let (options, _) = with_forms(given, 2)?;
            let pack = form::form_in_force(&id, options.on)?;
            result(&form::validate_with_units(pack, &answers, options.on, units()?)?, options.locale)
        },
    },
    Function {
        name: "seal",
        about: "Seals answers: canonical JSON and its SHA-256.",
        parameters: &[
            FORM,
            Parameter::needed("answers", Kind::Object),
            Parameter::needed("context", Kind::Object),
            OPTIONS,
        ],
        run: |given| {
            let (id, answers) = (given.text(0, "form")?, given.to_return(1, "answers")?);
            let context = GivenContext::read(given.to_return(2, "context")?)?;
            let (options, _) = with_forms(given, 3)?;
            let pack = form::form_in_force(&id, options.on)?;
            result(&form::seal(pack, &answers, &context.borrowed(), options.on)?, options.locale)
        },
    },
    Function {
        name: "checkSealed",
        about: "Checks a sealed application: its digest, every rule again, and what this server accepts.",
        parameters: &[Parameter::needed("application", Kind::Any), OPTIONS],
        run: check_sealed,
    },
    Function {
        name: "attach",
        about: "Describes a file as an answer to a field of type `attachment`.",
        parameters: &[Parameter::needed("name", Kind::Text), Parameter::needed("bytes", Kind::Bytes)],
        run: |given| {
            let (name, bytes) = (given.text(0, "name")?, given.bytes(1, "bytes")?);
            result(&form::attach(&name, bytes.as_slice()), Locale::Vi)
        },
    },
    Function {
        name: "exportAs",
        about: "Gives a form or a sealed application in the shape of another system.",
        parameters: &[
            Parameter::needed("application", Kind::TextOrObject),
            Parameter::needed("format", Kind::Text),
            OPTIONS,
        ],
        run: |given| {
            let (what, format) = (given.to_return(0, "application")?, given.text(1, "format")?);
            let (options, all) = with_forms(given, 2)?;
            result(&form::export_given(&what, &format, options, all)?, options.locale)
        },
    },
    Function {
        name: "importFrom",
        about: "Takes the answers out of a Form.io submission.",
        parameters: &[FORM, Parameter::needed("submission", Kind::Object), OPTIONS],
        run: |given| {
            let (id, submission) = (given.text(0, "form")?, given.to_return(1, "submission")?);
            let (options, all) = with_forms(given, 2)?;
            result(&form::import_given(&id, &submission, options.on, all)?, options.locale)
        },
    },
];

/// The options, with forms and services in their places.
fn with_forms(given: &Arguments<'_>, at: usize) -> Result<(Options, Value), Error> {
    forms::supply();
    given.options(at)
}

fn prefill(given: &Arguments<'_>) -> Result<String, Error> {
    let id = given.text(0, "form")?;
    let card = known(given.of_one(1, "identity")?);
    let answers = if given.lacks(2) { Value::Object(Vec::new()) } else { given.to_return(2, "answers")? };
    let (options, all) = with_forms(given, 3)?;
    let filled = form::prefill_given(form::form_in_force(&id, options.on)?, card, &answers, all)?;
    in_present_units(filled, options)
}

/// What is filled in from: of a reading its person and document, of an identity also where each value came from.
fn known(identity: Value) -> Value {
    let is_reading = identity.get("source").is_some();
    members_of(
        identity,
        if is_reading { &["source", "kind", "person", "document"] } else { &["person", "fields"] },
    )
}

fn check_sealed(given: &Arguments<'_>) -> Result<String, Error> {
    let (options, mut all) = with_forms(given, 1)?;
    let mut evidence = None;
    if let Value::Object(members) = &mut all
        && let Some(at) = members.iter().position(|(name, _)| name == "evidence")
    {
        evidence = Some(judged(members.remove(at).1, &options)?);
    }
    let accepted = GivenAcceptance::read(all, evidence)?;
    let application = given.of_one(0, "application")?;
    // The text of one, as a server received it.
    let application = match application {
        Value::String(text) => form::application_of_text(&text)?,
        application => application,
    };
    let checked = form::check_sealed_with_units(&application, &accepted.borrowed(), options, units()?)?;
    result(&checked, options.locale)
}

/// What a chip's files say, as far as an application is held against it.
fn judged(evidence: Value, options: &Options) -> Result<Reading, Error> {
    let Value::Object(members) = evidence else {
        return Err(Error::new("input.type", "options.evidence is an object"));
    };
    let (mut files, mut trust) = (Value::Null, Value::Object(Vec::new()));
    for (name, value) in members {
        match name.as_str() {
            "files" => files = value,
            "trust" => trust = value,
            _ => {}
        }
    }
    chip::judged(files, trust, options)
}
