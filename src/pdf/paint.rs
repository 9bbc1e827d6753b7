use std::num::NonZeroU16;

use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::face::{Face, Faces};
use super::mark::{Mark, Meaning};
use super::paper::{HEIGHT, Paper, WIDTH};
use super::structure::{Child, Node, Role};
use crate::{Date, Error};

/// What a file says of itself.
#[derive(Debug)]
pub(super) struct About<'a> {
    pub title: &'a str,
    /// What tells it from another: the digest.
    pub id: &'a str,
    pub day: Date,
}

/// The pages as a file: PDF/A-2a and PDF/UA-1, as far as a program can tell.
///
/// # Errors
/// `internal.pdf`: the library refuses it; no application has made it do so.
pub(super) fn paint(paper: &Paper<'_>, about: &About<'_>) -> Result<Vec<u8>, Error> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| refused("the standards do not go together"))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let fonts = Fonts::read(paper.faces)?;
    let mut identifiers: Vec<Option<Identifier>> = vec![None; paper.leaves()];
    for marks in &paper.pages {
        let size = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| refused("the page has no size"))?;
        let mut page = document.start_page_with(size);
        let mut surface = page.surface();
        for (mark, meaning) in marks {
            let identifier = surface.start_tagged(tag(mark, *meaning));
            draw(&mut surface, &fonts, mark);
            surface.end_tagged();
            if let Meaning::Leaf(leaf) = meaning
                && let Some(place) = identifiers.get_mut(*leaf)
            {
                *place = Some(identifier);
            }
        }
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    for node in &paper.nodes {
        tree.push(group(node, &mut identifiers));
    }
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    outline.push_child(OutlineNode::new(
        about.title.to_owned(),
        XyzDestination::new(0, Point::from_xy(0.0, 0.0)),
    ));
    document.set_outline(outline);
    document.set_metadata(
        Metadata::new()
            .title(about.title.to_owned())
            .language(LANGUAGE.to_owned())
            .creator("cancuoc".to_owned())
            .document_id(about.id.to_owned())
            .creation_date(DateTime::new(about.day.year()).month(about.day.month()).day(about.day.day()))
            .text_direction(TextDirection::LeftToRight),
    );
    document.finish().map_err(|_| refused("the file could not be written"))
}

fn refused(why: &str) -> Error {
    Error::new("internal.pdf", why)
}

struct Fonts<'a> {
    faces: &'a Faces,
    regular: Font,
    bold: Font,
    italic: Font,
}

impl<'a> Fonts<'a> {
    fn read(faces: &'a Faces) -> Result<Self, Error> {
        let font =
            |face: Face| Font::new(face.bytes().into(), 0).ok_or_else(|| refused("a font cannot be read"));
        let [regular, bold, italic] = Face::ALL.map(font);
        Ok(Self { faces, regular: regular?, bold: bold?, italic: italic? })
    }

    fn of(&self, face: Face) -> Font {
        match face {
            Face::Regular => &self.regular,
            Face::Bold => &self.bold,
            Face::Italic => &self.italic,
        }
        .clone()
    }
}

/// Digits in boxes are one text, whatever lies between them.
fn tag(mark: &Mark, meaning: Meaning) -> ContentTag<'_> {
    match (meaning, mark) {
        (Meaning::Leaf(_), Mark::Text { text, cell: Some(_), .. }) => {
            ContentTag::Span(SpanTag::empty().with_actual_text(Some(text)))
        }
        (Meaning::Leaf(_), Mark::Text { .. }) => ContentTag::Span(SpanTag::empty()),
        (Meaning::Leaf(_), _) => ContentTag::Other,
        (Meaning::PageNumber, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::PageNumber)),
        (Meaning::Decoration, _) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
    }
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts<'_>, mark: &Mark) {
    match mark {
        Mark::Text { x, y, face, size, text, cell } => {
            let glyphs = glyphs(fonts.faces, *face, text, cell.map(|cell| cell / size));
            surface.set_stroke(None);
            surface.set_fill(Some(black()));
            surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, fonts.of(*face), text, *size, false);
        }
        Mark::Rule { from, to, weight, dotted } => {
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            let dash = dotted.then(|| StrokeDash { array: vec![0.8, 2.0], offset: 0.0 });
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke {
                paint: luma::Color::black().into(),
                width: *weight,
                dash,
                ..Stroke::default()
            }));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Mark::Squares { x, y, side, dark } => {
            let mut path = PathBuilder::new();
            let module = side / dark.iter().map(|_| 1.0).sum::<f32>().max(1.0);
            let mut top = *y;
            for row in dark {
                let mut left = *x;
                for is_dark in row {
                    let square = Rect::from_xywh(left, top, module, module);
                    if let Some(square) = square.filter(|_| *is_dark) {
                        path.push_rect(square);
                    }
                    left += module;
                }
                top += module;
            }
            surface.set_stroke(None);
            surface.set_fill(Some(black()));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

fn black() -> Fill {
    Fill { paint: luma::Color::black().into(), ..Fill::default() }
}

/// The glyphs of a text; with `cell` each in the middle of a cell of that width.
fn glyphs(faces: &Faces, face: Face, text: &str, cell: Option<f32>) -> Vec<KrillaGlyph> {
    let glyph = |(at, letter): (usize, char)| {
        let known = faces.letter(face, letter)?;
        let range = at..at.saturating_add(letter.len_utf8());
        let (advance, offset) =
            cell.map_or((known.advance, 0.0), |cell| (cell, (cell - known.advance) / 2.0));
        Some(KrillaGlyph::new(GlyphId::new(known.glyph), advance, offset, 0.0, 0.0, range, None))
    };
    text.char_indices().filter_map(glyph).collect()
}

fn group(node: &Node, identifiers: &mut [Option<Identifier>]) -> TagGroup {
    let level = |level: u16| NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
    let kind: TagKind = match &node.role {
        Role::Title(text) => Tag::Hn(level(1), Some(text.clone())).into(),
        Role::Heading(text) => Tag::Hn(level(2), Some(text.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::Table => Tag::Table.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
        Role::Picture(says) => Tag::Figure(Some(says.clone())).into(),
    };
    let mut group = TagGroup::new(kind);
    for child in &node.children {
        match child {
            Child::Node(node) => group.push(self::group(node, identifiers)),
            Child::Leaf(leaf) => {
                if let Some(identifier) = identifiers.get_mut(*leaf).and_then(Option::take) {
                    group.push(identifier);
                }
            }
        }
    }
    group
}

const LANGUAGE: &str = "vi";
