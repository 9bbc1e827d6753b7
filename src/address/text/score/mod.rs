//! How well each unit fits what a text says.

mod above;
mod commune;
mod context;
mod district_names;
mod scorer;

pub(super) use scorer::Scorer;
