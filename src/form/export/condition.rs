//! When a field is shown and required, as far as other systems can say it.

use crate::form::pack::{Field, Pack, Required};
use crate::form::rule::{Expression, Place, Simple};

/// Required whenever it is shown.
pub(super) fn always(field: &Field) -> bool {
    matches!(field.required, Required::Always)
}

/// The field's and its section's condition together: `Ok(None)` without any, `Err` if others cannot say it.
pub(super) fn shown(pack: &Pack, field: &Field) -> Result<Option<Simple>, ()> {
    let section = pack.sections.get(field.section).and_then(|section| section.visible.as_ref());
    let conditions: Vec<&Expression> = section.into_iter().chain(&field.visible).collect();
    let simple =
        conditions.iter().map(|condition| condition.simple().ok_or(())).collect::<Result<Vec<_>, _>>()?;
    Ok(match simple.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(Simple::All(simple)),
    })
}

/// The field of a place.
pub(super) fn field_at<'p>(pack: &'p Pack, row: Option<&'p [Field]>, place: Place) -> Option<&'p Field> {
    match place {
        Place::Field(index) => pack.fields.get(index),
        Place::Row(index) => row?.get(index),
    }
}
