use std::collections::HashMap;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

use crate::Error;

/// A style of the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    Regular,
    Bold,
    Italic,
}

impl Face {
    pub(super) const ALL: [Self; 3] = [Self::Regular, Self::Bold, Self::Italic];

    /// Cancuoc Serif, a subset of Liberation Serif (`data/fonts/`, SIL OFL 1.1).
    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../data/fonts/cancuoc-serif-regular.ttf"),
            Self::Bold => include_bytes!("../../data/fonts/cancuoc-serif-bold.ttf"),
            Self::Italic => include_bytes!("../../data/fonts/cancuoc-serif-italic.ttf"),
        }
    }
}

/// A letter of a face: its glyph, and how far it moves the pen at a size of 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub glyph: u32,
    pub advance: f32,
}

/// The letters of all faces.
#[derive(Debug)]
pub(super) struct Faces([HashMap<char, Letter>; 3]);

impl Faces {
    /// # Errors
    /// `internal.pdf`: a font in the library cannot be read.
    pub(super) fn read() -> Result<Self, Error> {
        let [regular, bold, italic] = Face::ALL.map(letters);
        Ok(Self([regular?, bold?, italic?]))
    }

    /// Nothing for a letter that the font does not have.
    pub(super) fn letter(&self, face: Face, letter: char) -> Option<Letter> {
        let [regular, bold, italic] = &self.0;
        let letters = match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Italic => italic,
        };
        letters.get(&letter).copied()
    }

    /// Of a text on one line, in points.
    pub(super) fn width(&self, face: Face, text: &str, size: f32) -> f32 {
        let advances = text.chars().filter_map(|letter| self.letter(face, letter));
        advances.map(|letter| letter.advance).sum::<f32>() * size
    }
}

fn letters(face: Face) -> Result<HashMap<char, Letter>, Error> {
    let font = FontRef::new(face.bytes()).map_err(|_| Error::new("internal.pdf", "a font cannot be read"))?;
    // At a size of 1, so that a width is that of the size it is multiplied with.
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let letter = |(code, glyph): (u32, skrifa::GlyphId)| {
        Some((
            char::from_u32(code)?,
            Letter { glyph: glyph.to_u32(), advance: metrics.advance_width(glyph).unwrap_or(0.0) },
        ))
    };
    Ok(font.charmap().mappings().filter_map(letter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_vietnamese_letter_is_in_every_face() {
        let faces = Faces::read().unwrap();
        let letters =
            "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz";
        for letter in letters.chars().flat_map(|own| [own].into_iter().chain(own.to_uppercase())) {
            for face in Face::ALL {
                assert!(faces.letter(face, letter).is_some(), "{letter}");
            }
        }
    }
}
