use super::decoded::{may_be_misread, repair};
use super::garbled::is_garbled;

/// What is known of a text that was read in the wrong encoding.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Misreading {
    /// What it was; absent where there is no certain way back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meant: Option<String>,
}

/// Whether a text was read in the wrong encoding; nothing when it may be right as it is.
///
/// ```
/// use cancuoc::text::misreading;
/// assert_eq!(misreading("Nguyễn Văn Mẫu"), None);
/// assert_eq!(misreading("Nguyá»…n VÄƒn Máº«u").unwrap().meant.unwrap(), "Nguyễn Văn Mẫu");
/// ```
pub fn misreading(text: &str) -> Option<Misreading> {
    if text.is_ascii() {
        return None;
    }
    if may_be_misread(text) {
        let repaired = repair(text);
        if repaired.text != text && repaired.from != "utf-8" {
            return Some(Misreading { meant: Some(repaired.text) });
        }
    }
    is_garbled(text).then_some(Misreading { meant: None })
}
