//! What the fields of a form mean to each other: what the shared rules of consistency go by (`docs/packs.md`, Meanings).

use serde::{Deserialize, Serialize};

use crate::form::rule::Expression;
use crate::locale::Bilingual;

/// The people of a form, and the days of their lives and of what is asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Meanings {
    /// Everybody of whom the form asks more than a name.
    pub people: Vec<Individual>,
    /// Who is the same person as somebody else, and who is not.
    pub pairs: Vec<Pair>,
    /// Who is whose parent.
    pub parents: Vec<Parent>,
    /// Choices that say what somebody is to another: `father`, `wife`.
    pub relations: Vec<Relation>,
    /// Days that lie in a person's life.
    pub days: Vec<LifeDay>,
    /// Days that begin and end something.
    pub terms: Vec<Term>,
}

/// Somebody of whom a form asks, or whoever stands in a row of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Individual {
    /// `applicant`, `mother`, …
    pub role: String,
    /// As the person is called.
    pub label: Bilingual,
    /// The group in each of whose rows there is one; the fields are then those of the row.
    pub group: Option<usize>,
    /// The name, in one field or in two.
    pub names: Vec<usize>,
    /// The day of birth.
    pub birth: Option<usize>,
    /// A number that is one person's only.
    pub number: Option<usize>,
    /// The sex.
    pub sex: Option<usize>,
}

/// Two people, by their places among the form's.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The one.
    pub one: usize,
    /// The other; what contradicts itself is told here.
    pub other: usize,
    /// On the condition both are one person, and without it they are two.
    pub same: bool,
    /// The condition.
    pub when: Option<Expression>,
    /// The fields that the condition asks: without answers to them nothing is said.
    pub asked: Vec<usize>,
}

/// A parent and a child, by their places among the form's people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parent {
    /// Born earlier.
    pub parent: usize,
    /// Born later.
    pub child: usize,
    /// When it is so.
    pub when: Option<Expression>,
}

/// What somebody is to another person, by a choice whose values are `father`, `wife`, …
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Who, by the place among the form's people.
    pub of: usize,
    /// The field; of the row if the person stands in one.
    pub field: usize,
}

/// A day that cannot be before a birth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LifeDay {
    /// Whose life, by the place among the form's people.
    pub of: usize,
    /// The field; of the row if the person stands in one.
    pub day: usize,
    /// It is the day of death.
    pub death: bool,
}

/// What begins and ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// The group whose row has both fields.
    pub group: Option<usize>,
    /// The first day.
    pub from: usize,
    /// The last day.
    pub until: usize,
}

/// What a field says, beyond its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sense {
    /// A day that has come: a birth, a death, an issue.
    Happened,
    /// A time of day, `08:30`.
    Hour,
    /// A year.
    Year,
    /// An address as it was then.
    Past,
    /// An office, by its name and its place.
    Office,
    /// One of the ethnic groups.
    Ethnicity,
    /// The country whose citizen somebody is.
    Nationality,
}
