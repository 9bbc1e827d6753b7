//! From what a text may mean to an answer in the units of one era.

mod candidate;
mod conversion;
mod direction;
mod doubts;
mod note;
mod question;
mod street;

pub use candidate::Candidate;
pub(crate) use conversion::{Conversion, Outcome};
pub use direction::Direction;
pub(crate) use doubts::doubts;
pub(crate) use note::Note;
pub(crate) use question::OpenQuestion;
pub use question::Question;
pub(crate) use street::street;
