use std::fmt;

use serde::{Serialize, Serializer};

use super::face::{Face, Faces};
use super::mark::Mark;
use super::paper::{HEIGHT, Paper, WIDTH};

/// The form as it stands in the file: whoever draws these marks has the same page.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pages {
    /// In points.
    pub width: f32,
    /// In points.
    pub height: f32,
    /// Of each page, what is drawn on it.
    pub pages: Vec<Vec<Drawn>>,
}

/// A mark with what a page of a browser needs to draw it alike.
pub struct Drawn {
    mark: Mark,
    /// Of a text in points, whatever font draws it.
    width: f32,
}

/// The letters of the pages: what a browser is given to draw them with.
#[derive(Debug, Serialize)]
pub struct Letters {
    /// `regular`, `bold` or `italic`, as marks name it.
    pub face: &'static str,
    /// A TrueType file.
    #[serde(with = "serde_bytes")]
    pub bytes: &'static [u8],
}

/// Nothing of what somebody has answered.
impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Drawn").finish_non_exhaustive()
    }
}

impl Pages {
    pub(super) fn of(paper: Paper<'_>) -> Self {
        let faces = paper.faces;
        let drawn = |mark: Mark| Drawn { width: width(faces, &mark), mark };
        let page = |marks: Vec<(Mark, _)>| marks.into_iter().map(|(mark, _)| drawn(mark)).collect();
        Self { width: WIDTH, height: HEIGHT, pages: paper.pages.into_iter().map(page).collect() }
    }
}

/// The fonts of the pages.
#[must_use]
pub fn letters() -> [Letters; 3] {
    Face::ALL.map(|face| Letters { face: name(face), bytes: face.bytes() })
}

fn name(face: Face) -> &'static str {
    match face {
        Face::Regular => "regular",
        Face::Bold => "bold",
        Face::Italic => "italic",
    }
}

fn width(faces: &Faces, mark: &Mark) -> f32 {
    match mark {
        Mark::Text { face, size, text, .. } => faces.width(*face, text, *size),
        Mark::Rule { .. } | Mark::Squares { .. } => 0.0,
    }
}

/// `text`, `rule` or `squares`, by its `kind`.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Wire<'a> {
    Text {
        x: f32,
        y: f32,
        face: &'static str,
        size: f32,
        text: &'a str,
        width: f32,
        #[serde(skip_serializing_if = "Option::is_none")]
        cell: Option<f32>,
    },
    Rule {
        from: (f32, f32),
        to: (f32, f32),
        weight: f32,
        dotted: bool,
    },
    Squares {
        x: f32,
        y: f32,
        side: f32,
        dark: &'a [Vec<bool>],
    },
}

impl Serialize for Drawn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let width = self.width;
        match &self.mark {
            Mark::Text { x, y, face, size, text, cell } => {
                Wire::Text { x: *x, y: *y, face: name(*face), size: *size, text, width, cell: *cell }
            }
            Mark::Rule { from, to, weight, dotted } => {
                Wire::Rule { from: *from, to: *to, weight: *weight, dotted: *dotted }
            }
            Mark::Squares { x, y, side, dark } => Wire::Squares { x: *x, y: *y, side: *side, dark },
        }
        .serialize(serializer)
    }
}
