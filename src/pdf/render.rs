use super::application::Application;
use super::face::Faces;
use super::layout::layout;
use super::pages::Pages;
use super::paint::{About, paint};
use super::paper::Paper;
use super::sheet::sheet;
use super::spelling::is_short_of_letters;
use crate::Error;
use crate::json::{self, Value};

/// What an application holds at most, to be printed: some sixty pages. A form has one or two.
pub const APPLICATION: json::Limits = json::Limits { bytes: 200_000, depth: 16, values: 25_000 };

/// The official form of a sealed application, filled in, as a PDF in Vietnamese. The same application gives the same bytes.
///
/// # Errors
/// `pdf.not_sealed`: this is no application as `seal` makes it, or it was changed after. `form.unknown`: its form is not
/// among the packs. `limit.input` beyond [`APPLICATION`].
pub fn render(application: &Value) -> Result<Vec<u8>, Error> {
    let application = read(application)?;
    let faces = Faces::read()?;
    let paper = laid_out(&application, &faces);
    let about =
        About { title: &application.pack.title.vi, id: application.digest, day: application.sealed_on };
    paint(&paper, &about)
}

/// The same pages as marks: what the file shows, for whoever draws them elsewhere.
///
/// # Errors
/// As [`render`].
pub fn pages(application: &Value) -> Result<Pages, Error> {
    let application = read(application)?;
    Ok(Pages::of(laid_out(&application, &Faces::read()?)))
}

fn read(application: &Value) -> Result<Application<'_>, Error> {
    let mut budget = APPLICATION.bytes;
    spend(application, &mut budget)?;
    Application::read(application)
}

fn laid_out<'f>(application: &Application<'_>, faces: &'f Faces) -> Paper<'f> {
    let mut sheet = sheet(application);
    if holds_other_letters(faces, application.answers) {
        sheet.notes.push(OTHER_LETTERS.to_owned());
    }
    layout(faces, &sheet)
}

/// Takes the bytes of all texts from a budget.
fn spend(value: &Value, budget: &mut usize) -> Result<(), Error> {
    let too_large = || Error::limit("an application to print, bytes of text", APPLICATION.bytes);
    let take = |budget: &mut usize, bytes: usize| {
        *budget = budget.checked_sub(bytes).ok_or_else(too_large)?;
        Ok(())
    };
    match value {
        Value::String(text) => take(budget, text.len()),
        Value::Array(items) => items.iter().try_for_each(|item| spend(item, budget)),
        Value::Object(members) => members.iter().try_for_each(|(name, value)| {
            take(budget, name.len())?;
            spend(value, budget)
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => take(budget, 1),
    }
}

fn holds_other_letters(faces: &Faces, value: &Value) -> bool {
    match value {
        Value::String(text) => is_short_of_letters(faces, text),
        Value::Array(items) => items.iter().any(|item| holds_other_letters(faces, item)),
        Value::Object(members) => members.iter().any(|(_, value)| holds_other_letters(faces, value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

const OTHER_LETTERS: &str = "Chữ không có trong phông chữ của tờ in được ghi bằng mã của nó, ví dụ [U+4E2D]; tệp tờ khai giữ nguyên chữ ấy.";
