//! Any text as a rule: a mistake with a place, or an expression that evaluates.
#![no_main]

use cancuoc::Date;
use cancuoc::form::rule::{Cells, Env, Expression, Scope, Type, Val};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let field = |name: &str, kind| (name.to_owned(), kind);
    let scope = Scope {
        fields: vec![field("a", Type::Number), field("s", Type::Text), field("d", Type::Date), field("rows", Type::Rows(0))],
        groups: vec![vec![field("n", Type::Number)]],
    };
    match Expression::new(text, &scope, Some(0)) {
        Err(mistake) => assert!(mistake.line >= 1 && mistake.column >= 1 && !mistake.words.is_empty()),
        Ok(expression) => {
            let on = Date::new(2026, 11, 22).unwrap();
            let cells = Cells {
                fields: vec![Val::number(i64::MAX), Val::Text("Mẫu".into()), Val::day(on), Val::Rows(0)],
                groups: vec![vec![vec![Val::number(1)], vec![Val::Null]]],
            };
            let row = vec![Val::number(i64::MIN)];
            let first = expression.value(&Env::in_row(on, &cells, &row));
            assert_eq!(first, expression.value(&Env::in_row(on, &cells, &row)));
        }
    }
});
