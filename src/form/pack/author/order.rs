//! An order of evaluation, so that a condition or a calculation finds what it needs already known.

use super::mistake::Mistake;
use crate::form::pack::{Field, Kind, Pack};
use crate::form::rule::Expression;

/// Gives the pack and its groups their orders, or says where a circle closes.
pub(super) fn set(pack: &mut Pack) -> Result<(), Mistake> {
    let circle = |what: String| Mistake {
        path: "sections".to_owned(),
        at: (1, 1),
        words: format!("conditions or values of {what} go round in a circle"),
    };
    let name = |index: usize| pack.fields.get(index).map_or("", |field| field.id.as_str());
    let mut rows = Vec::new();
    for group in &pack.groups {
        rows.push(of_row(&group.fields).map_err(|_| circle(format!("a row of `{}`", name(group.field))))?);
    }
    let order = of_form(pack).map_err(|index| circle(format!("`{}`", name(index))))?;
    pack.order = order;
    for (group, order) in pack.groups.iter_mut().zip(rows) {
        group.order = order;
    }
    Ok(())
}

/// The form's fields, each after those that it needs; or the field where a circle closes.
fn of_form(pack: &Pack) -> Result<Vec<usize>, usize> {
    let needs = |index: usize| -> Vec<usize> {
        let Some(field) = pack.fields.get(index) else { return vec![] };
        let section = pack.sections.get(field.section).and_then(|section| section.visible.as_ref());
        let mut needs: Vec<usize> = expressions_of(field).chain(section).flat_map(Expression::uses).collect();
        if let Kind::Group(group) = field.kind {
            let rows = pack.groups.get(group).into_iter().flat_map(|group| &group.fields);
            needs.extend(rows.flat_map(expressions_of).flat_map(Expression::uses));
        }
        needs
    };
    sorted(pack.fields.len(), needs)
}

/// The fields of a row.
fn of_row(fields: &[Field]) -> Result<Vec<usize>, usize> {
    let needs = |index: usize| -> Vec<usize> {
        fields.get(index).into_iter().flat_map(expressions_of).flat_map(Expression::row_uses).collect()
    };
    sorted(fields.len(), needs)
}

/// A field's expressions that must be known before its value is.
fn expressions_of(field: &Field) -> impl Iterator<Item = &Expression> {
    field.visible.iter().chain(field.value.iter())
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
