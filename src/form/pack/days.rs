use serde::{Deserialize, Serialize};

use crate::date::Date;

/// The days on which something holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The first; none: always.
    pub from: Option<Date>,
    /// The last; none: still.
    pub to: Option<Date>,
}

impl Days {
    /// Whether `day` is one of them.
    pub fn hold(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether both have a day in common.
    pub fn overlap(self, other: Self) -> bool {
        let before = |a: Self, b: Self| matches!((a.to, b.from), (Some(to), Some(from)) if to < from);
        !before(self, other) && !before(other, self)
    }
}
