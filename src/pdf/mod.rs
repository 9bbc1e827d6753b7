//! The official form as a PDF: a sealed application laid out as its pack's `print` says, always in Vietnamese.
//!
//! application → `sheet` (what stands on the page, in order) → `layout` (where: marks on pages, and their structure)
//! → `paint` (the file) or `pages` (the marks, for a browser to draw and print). The same application gives the same bytes: no clock, no randomness; the day is that of the seal.

mod application;
mod block;
mod boxes;
mod day;
mod face;
mod foot;
mod head;
mod label;
mod layout;
mod line;
mod mark;
mod pages;
mod paint;
mod paper;
mod print;
mod qr;
mod render;
mod row;
mod sheet;
mod signatures;
mod spelling;
mod structure;
mod table;
mod value;
mod wrap;

pub use pages::{Drawn, Letters, Pages, letters};
pub use render::{APPLICATION, pages, render};
