//! A list of people while somebody works on it: what there is to see of it, what was decided, what comes out.
//!
//! [`PeopleList`] keeps the table, its report and every decision, so that each can be taken back. It hands out
//! views of single rows, kinds of findings with their counts, and the tables of the result, in words of both
//! languages. The checks themselves are those of [`people`](crate::people).

mod alike;
mod compared;
mod kind;
mod people_list;
mod query;
mod result;
mod view;
mod words;

pub use compared::{Compared, compare};
pub use kind::{Kind, Role};
pub use people_list::{Decision, PeopleList};
pub use query::Query;
pub use result::Table;
pub use view::{ChangeView, ColumnView, FieldView, GroupView, OptionView, Overview, QuestionView, RowView};
pub use words::{ColumnName, name};
