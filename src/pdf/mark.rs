use super::face::Face;

/// Something on a page. Points from the upper left corner; of a text, its baseline.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Mark {
    Text {
        x: f32,
        y: f32,
        face: Face,
        size: f32,
        text: String,
        /// Of digits in boxes: the width of a box, in whose middle each stands.
        cell: Option<f32>,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        weight: f32,
        dotted: bool,
    },
    /// Black squares of a code, by row and column.
    Squares {
        x: f32,
        y: f32,
        side: f32,
        dark: Vec<Vec<bool>>,
    },
}

/// What a mark is for those who do not see the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A part of the structure, by its number.
    Leaf(usize),
    /// The number of the page.
    PageNumber,
    /// Rules and dots.
    Decoration,
}
