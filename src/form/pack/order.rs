//! An order of evaluation, so that a condition or a calculation finds what it asks for already known.

use super::{Group, Kind, Section};
use crate::form::pack::Field;

/// The form's fields, each after those that it asks for; or the field where a circle closes.
pub(super) fn of_form(fields: &[Field], groups: &[Group], sections: &[Section]) -> Result<Vec<usize>, usize> {
    let needs = |index: usize| -> Vec<usize> {
        let Some(field) = fields.get(index) else { return vec![] };
        let section = sections.get(field.section).and_then(|section| section.visible.as_ref());
        let mut needs: Vec<usize> =
            field.asks_first().chain(section).flat_map(|expression| expression.uses().to_vec()).collect();
        if let Kind::Group(group) = field.kind {
            let rows = groups.get(group).into_iter().flat_map(|group| &group.fields);
            needs.extend(rows.flat_map(Field::asks_first).flat_map(|expression| expression.uses().to_vec()));
        }
        needs
    };
    sorted(fields.len(), needs)
}

/// The fields of a row.
pub(super) fn of_row(fields: &[Field]) -> Result<Vec<usize>, usize> {
    let needs = |index: usize| -> Vec<usize> {
        let field = fields.get(index).into_iter();
        field.flat_map(Field::asks_first).flat_map(|expression| expression.row_uses().to_vec()).collect()
    };
    sorted(fields.len(), needs)
}

/// Depth-first; `count` is that of a form's fields, and recursion as deep as the longest chain.
fn sorted(count: usize, needs: impl Fn(usize) -> Vec<usize>) -> Result<Vec<usize>, usize> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    fn visit(
        index: usize,
        needs: &impl Fn(usize) -> Vec<usize>,
        marks: &mut [Mark],
        order: &mut Vec<usize>,
    ) -> Result<(), usize> {
        match marks.get(index).copied() {
            Some(Mark::New) => {}
            Some(Mark::Open) => return Err(index),
            _ => return Ok(()),
        }
        let set = |marks: &mut [Mark], mark| marks.get_mut(index).into_iter().for_each(|place| *place = mark);
        set(marks, Mark::Open);
        for need in needs(index) {
            visit(need, needs, marks, order)?;
        }
        set(marks, Mark::Done);
        order.push(index);
        Ok(())
    }
    let mut marks = vec![Mark::New; count];
    let mut order = Vec::with_capacity(count);
    for index in 0..count {
        visit(index, &needs, &mut marks, &mut order)?;
    }
    Ok(order)
}
