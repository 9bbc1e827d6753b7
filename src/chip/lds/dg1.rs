use crate::chip::tlv::{Element, Fault, Rules, TlvError};

use super::text::ascii;

/// DG1: the machine-readable zone (Doc 9303-10, 4.7.1).
///
/// ```text
/// 61 { 5F1F MRZ: 90 (TD1), 72 (TD2) or 88 (TD3) characters, without line breaks }
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Dg1 {
    text: String,
}

impl Dg1 {
    /// Reads DG1.
    ///
    /// # Errors
    /// Of the encoding; another file than DG1; characters that are not ASCII.
    pub fn parse(file: &[u8]) -> Result<Self, TlvError> {
        let zone = Element::first(file, Rules::Ber)?.expect(0x61)?.children().expect(0x5F1F)?;
        let text = ascii(zone.content).ok_or(zone.error(Fault::BadValue("machine-readable zone")))?;
        Ok(Self { text })
    }

    /// As it stands in the file, in one piece.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// With a line break after each line, as it is printed and as `mrz` reads it.
    pub fn lines(&self) -> String {
        let width = match self.text.len() {
            90 => 30,
            72 => 36,
            88 => 44,
            _ => return self.text.clone(),
        };
        let mut lines = String::with_capacity(self.text.len().saturating_add(2));
        for (place, letter) in self.text.chars().enumerate() {
            if place > 0 && place.is_multiple_of(width) {
                lines.push('\n');
            }
            lines.push(letter);
        }
        lines
    }

    /// The issuing state or organisation, without fillers: columns 3–5 of each format.
    pub fn issuing_state(&self) -> Option<&str> {
        self.text.get(2..5).map(|state| state.trim_end_matches('<'))
    }
}

impl std::fmt::Debug for Dg1 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dg1({} characters)", self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_lines_of_thirty_and_the_state() {
        let zone = format!("IDVNM{}", "<".repeat(85));
        let mut file = vec![0x61, 93, 0x5F, 0x1F, 90];
        file.extend_from_slice(zone.as_bytes());
        let dg1 = Dg1::parse(&file).unwrap();
        assert_eq!(dg1.lines().lines().map(str::len).collect::<Vec<_>>(), [30, 30, 30]);
        assert_eq!(dg1.issuing_state(), Some("VNM"));
        assert_eq!(format!("{dg1:?}"), "Dg1(90 characters)");
    }

    #[test]
    fn what_is_not_a_zone_is_an_error_with_its_place() {
        assert_eq!(Dg1::parse(&[0x61, 4, 0x5F, 0x1F, 1, 0xC3]).unwrap_err().position, 2);
        assert_eq!(
            Dg1::parse(&[0x75, 0]).unwrap_err().fault,
            Fault::Unexpected { expected: 0x61, found: 0x75 }
        );
    }
}
