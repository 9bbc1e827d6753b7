//! Which questions one decision settles together.

use crate::people::{Question, findings as of};

/// Whether the same option of both questions is the same decision.
///
/// Readings of a day, a title before a name, a lost zero: the place of the option says what is decided. All
/// else is alike only where the cells are the same and so are the options: a divided commune is not divided the
/// same way for everybody.
pub(super) fn is_alike(one: (&Question, &str), other: (&Question, &str)) -> bool {
    let ((a, shown), (b, other)) = (one, other);
    if a.code != b.code || a.field.whole() != b.field.whole() || a.options.len() != b.options.len() {
        return false;
    }
    let readings = [
        of::DAY_AMBIGUOUS.id,
        of::DAY_EXCHANGED.id,
        of::EPOCH_UNSURE.id,
        of::NAME_TITLE.id,
        of::NAME_NOTE.id,
        of::FONT_UNSURE.id,
        of::EMAIL_SLIP.id,
    ];
    let zeros = [of::ZERO_UNSURE.id, of::OLD_ZERO_UNSURE.id, of::CODE_ZERO_UNSURE.id];
    readings.contains(&a.code)
        || zeros.contains(&a.code) && a.options.len() == 1
        || a.options == b.options && shown == other
}
