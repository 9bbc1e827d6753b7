/// Whether a spreadsheet runs the text as a formula, or might when a file is opened (OWASP, CSV injection).
pub(super) fn runs(text: &str) -> bool {
    let number = text.strip_prefix(['+', '-']).is_some_and(|rest| {
        !rest.is_empty() && rest.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '.' | ','))
    });
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !number
}
