//! The rule language: what it says, what it refuses, and that it agrees with CEL where both say the same.

use std::borrow::Cow;

use cancuoc::Date;
use cancuoc::date::PartialDate;
use cancuoc::form::rule::{Cells, Env, Expression, Scope, Type, Val};
use proptest::prelude::*;

fn scope() -> Scope {
    let field = |name: &str, kind| (name.to_owned(), kind);
    Scope {
        fields: vec![
            field("a", Type::Number),
            field("b", Type::Number),
            field("s", Type::Text),
            field("t", Type::Text),
            field("p", Type::Bool),
            field("q", Type::Bool),
            field("l", Type::List(Box::new(Type::Text))),
            field("born", Type::Date),
            field("moved", Type::Date),
            field("rows", Type::Rows(0)),
            field("files", Type::Files),
        ],
        groups: vec![vec![field("n", Type::Number), field("w", Type::Text)]],
    }
}

fn text(text: &str) -> Val<'_> {
    Val::Text(Cow::Borrowed(text))
}

fn date(text: &str) -> Val<'static> {
    Val::date(PartialDate::from_iso(text).unwrap())
}

fn answers() -> Cells<'static> {
    Cells {
        fields: vec![
            Val::number(7),
            Val::Null,
            text("Nguyễn Văn Mẫu"),
            Val::Null,
            Val::Bool(true),
            Val::Null,
            Val::List(vec![text("x"), text("y")]),
            date("2008-11-22"),
            date("1960"),
            Val::Rows(0),
            Val::Files(2),
        ],
        groups: vec![vec![
            vec![Val::number(1), text("x")],
            vec![Val::number(2), Val::Null],
            vec![Val::number(2), text("z")],
        ]],
    }
}

/// As a pack carries it: what is evaluated here was compiled and read back.
fn compiled(expression: &Expression) -> Expression {
    let bytes = postcard::to_stdvec(expression).expect("every expression can be written");
    let read = postcard::from_bytes(&bytes).expect("what was compiled can be read");
    assert_eq!(read, *expression);
    read
}

/// `Some` truth, or `None` when it cannot be told.
fn truth(source: &str) -> Option<bool> {
    let expression =
        Expression::condition(source, &scope(), None).unwrap_or_else(|mistake| panic!("{source}: {mistake}"));
    compiled(&expression).truth(&Env::new(Date::from_iso("2026-11-21").unwrap(), &answers()))
}

fn mistake(source: &str) -> String {
    match Expression::condition(source, &scope(), None) {
        Ok(_) => panic!("{source} was accepted"),
        Err(mistake) => mistake.to_string(),
    }
}

#[test]
fn expressions_say_what_the_page_says() {
    for (source, expected) in [
        ("a == 7 && a != 8 && a >= 7 && a <= 7 && !(a < 7) && !(a > 7)", Some(true)),
        ("-a == -7 && a + 1 == 8 && a - 10 == -3", Some(true)),
        ("1 + 2 - 3 == 0 && 1 < 2 == true", Some(true)),
        ("s == 'Nguyễn Văn Mẫu' && s + '!' == \"Nguyễn Văn Mẫu!\"", Some(true)),
        ("s.startsWith('Nguyễn') && s.endsWith('Mẫu') && s.contains('Văn')", Some(true)),
        ("size(s) == 14 && s.size() == 14 && wordCount(s) == 3", Some(true)),
        ("same(s, 'NGUYỄN  VĂN MẪU')", Some(true)),
        ("a in [1, 7] && !(a in [1, 2]) && 'x' in l && !('z' in l)", Some(true)),
        ("p ? a == 7 : a == 8", Some(true)),
        ("p", Some(true)),
        // Nulls.
        ("b == null && t == null && null == null && a != null", Some(true)),
        ("b == 0 || b != null", Some(false)),
        ("b < 1", None),
        ("!(b < 1)", None),
        ("b < 1 || a == 7", Some(true)),
        ("a == 7 || b < 1", Some(true)),
        ("b < 1 && a == 8", Some(false)),
        ("b < 1 && a == 7", None),
        ("q", None),
        ("q == true", Some(false)),
        ("q != true", Some(true)),
        ("t + 'x' == 'x'", None),
        ("has(a) && !has(b) && has(l) && has(rows) && has(files) && has(born)", Some(true)),
        // Lists and rows.
        ("rows.all(r, r.n > 0) && rows.exists(r, r.w == 'z') && size(rows) == 3", Some(true)),
        ("rows.exists_one(r, r.n == 2)", Some(false)),
        ("rows.exists_one(r, r.n == 1)", Some(true)),
        ("rows.all(r, r.w != 'q')", Some(true)),
        ("rows.all(r, size(r.w) == 1)", None),
        ("rows.exists(r, size(r.w) == 1)", Some(true)),
        ("distinct(rows.map(r, r.w))", Some(true)),
        ("distinct(rows.map(r, r.n))", Some(false)),
        ("rows.all(r, rows.exists(o, o.n == r.n))", Some(true)),
        ("['a', 'b'].all(x, size(x) == 1) && size(files) == 2", Some(true)),
        // Days.
        ("age(born, on) == 17 && age(born, date('2026-11-22')) == 18", Some(true)),
        ("daysBetween(date('2026-11-01'), on) == 20 && addDays(on, 1) == date('2026-11-22')", Some(true)),
        ("addYears(date('2024-02-29'), 1) == date('2025-02-28') && addMonths(on, 2) > on", Some(true)),
        ("year(born) == 2008 && month(born) == 11 && day(born) == 22 && isFullDate(born)", Some(true)),
        (
            "dateInWords(date('2026-04-15')) == 'Ngày mười lăm tháng tư năm hai nghìn không trăm hai mươi sáu'",
            Some(true),
        ),
        // A year alone is a span.
        ("age(moved, on) >= 65 && year(moved) == 1960 && !isFullDate(moved)", Some(true)),
        ("age(moved, on) == 66", None),
        ("age(moved, on) < 18", Some(false)),
        ("moved < born && !(moved > born)", Some(true)),
        ("moved == date('1960-05-05')", None),
        ("month(moved) == 5", None),
        // Identifiers.
        (
            "isPin('001090000017') && pinSex('001190000017') == 'female' && pinBirthYear('001209000017') == 2009",
            Some(true),
        ),
        (
            "isTaxCode('0100109106') && !isTaxCode('0100109107') && isEmail('mau@vidu.vn') && isMobile('0901234567')",
            Some(true),
        ),
        (
            "like('01234.GCS.56789.26', '#####.GCS.#####.##') && isCmnd('012345678') && isBankAccount('123456')",
            Some(true),
        ),
        ("pinSex('1') == 'male'", None),
    ] {
        assert_eq!(truth(source), expected, "{source}");
    }
}

#[test]
fn mistakes_are_told_with_line_and_column() {
    for (source, expected) in [
        ("", "line 1, column 1: a value was expected, but the end stands here"),
        ("a == 7 &&\n  bron == on", "line 2, column 3: there is no field `bron`; did you mean `born`?"),
        ("a == 'x'", "line 1, column 3: `==` cannot stand between a number and a text"),
        ("\"Đ\" == s && a", "line 1, column 13: true or false is needed here, this is a number"),
        ("a < null", "line 1, column 3: `<` cannot stand between a number and null"),
        ("agge(born, on) > 1", "line 1, column 1: there is no function `agge`; did you mean `age`?"),
        ("age(born) > 1", "line 1, column 1: `age` takes 2 values, not 1"),
        ("age(s, on) > 1", "line 1, column 5: `age` takes a date here, not a text"),
        (
            "date('2026-02-30') == on",
            "line 1, column 1: `date` takes one day written out: date(\"2026-07-01\")",
        ),
        ("rows.all(r, r.m == 1)", "line 1, column 15: a row has no field `m`; did you mean `n`?"),
        ("rows.all(a, a.n == 1)", "line 1, column 6: the name `a` is taken already"),
        ("rows.all(r, r.n)", "line 1, column 6: the condition must be true or false, this is a number"),
        ("a.all(r, r == 1)", "line 1, column 3: this is asked of a list, not of a number"),
        ("row.n == 1", "line 1, column 1: there is no field `row`; did you mean `rows`?"),
        ("has(a + 1)", "line 1, column 7: `has` takes a field"),
        ("a", "line 1, column 1: a condition must be true or false, this is a number"),
        ("p ? a : s", "line 1, column 3: both sides of `:` must be alike: a number and a text"),
        ("p p", "line 1, column 3: nothing more was expected, but `p` stands here"),
        ("'abc", "line 1, column 1: this text has no closing quote"),
        ("a = 7", "line 1, column 3: `=` has no meaning here"),
        ("99999999999999999999 == a", "line 1, column 1: `99999999999999999999` is not a whole number"),
        ("1.5 < a", "line 1, column 3: a name was expected after `.`, but `5` stands here"),
        ("rows == rows", "line 1, column 6: `==` cannot stand between a list of rows and a list of rows"),
        (
            "['a', 1].size() == 2",
            "line 1, column 1: a list holds values of one type, not a text and a number",
        ),
    ] {
        assert_eq!(mistake(source), expected, "{source}");
    }
}

#[test]
fn an_expression_is_bounded() {
    assert!(mistake(&"(".repeat(100)).contains("nested deeper than 24"));
    assert!(mistake(&"!".repeat(100)).contains("nested deeper than 24"));
    assert!(mistake(&vec!["p"; 300].join(" && ")).contains("more than 200 parts"));
    assert!(mistake(&" ".repeat(5000)).contains("longer than 4000 bytes"));
    let nested = "rows.all(x, rows.all(y, rows.all(z, z.n == 1)))";
    assert!(mistake(nested).contains("at most 2 of"));
}

#[test]
fn a_compiled_expression_is_a_part_for_each_node() {
    let bytes =
        |source: &str| postcard::to_stdvec(&Expression::new(source, &scope(), Some(0)).unwrap()).unwrap();
    // A count, then a part after the other: its place in `Part`, and what it holds.
    assert_eq!(bytes("age(born, on) < 18"), [5, 12, 4, 16, 8, 2, 6, 7, 5, 2, 36]);
    assert_eq!(bytes("'Đ' == null"), [3, 12, 2, 4, 2, 0xC4, 0x90, 0]);
    let read = |bytes: &[u8]| postcard::from_bytes::<Expression>(bytes).ok();
    for broken in [
        &[][..],
        // No part, two expressions, an operator without its sides, a list that ends early.
        &[0],
        &[2, 6, 1, 6, 2],
        &[2, 12, 2],
        &[2, 14, 2, 0],
        // A day that does not exist, no such part, no such function, a text that is none.
        &[1, 3, 0xEA, 0x0F, 2, 30],
        &[1, 99],
        &[2, 16, 99, 1, 0],
        &[1, 4, 1, 0xFF],
    ] {
        assert_eq!(read(broken), None, "{broken:?}");
    }
    // A thousand times "not": more parts than an expression has.
    assert_eq!(read(&[&[0xE8, 0x07][..], &[10; 1000]].concat()), None);
}

/// CEL's own evaluation of the same text over the same answers; an error is "cannot be told".
fn cel_truth(source: &str) -> Option<bool> {
    use cel::{Context, Program, Value};
    use std::collections::HashMap;
    let mut context = Context::default();
    let null = Value::Null;
    let string = |text: &str| Value::from(text.to_owned());
    context.add_variable_from_value("a", 7_i64);
    context.add_variable_from_value("b", null.clone());
    context.add_variable_from_value("s", string("Nguyễn Văn Mẫu"));
    context.add_variable_from_value("t", null.clone());
    context.add_variable_from_value("p", true);
    context.add_variable_from_value("q", null.clone());
    context.add_variable_from_value("l", vec![string("x"), string("y")]);
    let row = |n: i64, w: Value| -> Value {
        Value::from(HashMap::from([("n".to_owned(), Value::Int(n)), ("w".to_owned(), w)]))
    };
    context.add_variable_from_value("rows", vec![row(1, string("x")), row(2, null), row(2, string("z"))]);
    let program = Program::compile(source).unwrap_or_else(|error| panic!("CEL refuses {source}: {error}"));
    match program.execute(&context) {
        Ok(Value::Bool(truth)) => Some(truth),
        Ok(Value::Null) | Err(_) => None,
        Ok(other) => panic!("{source} gives {other:?}"),
    }
}

fn number() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        (0..20_i64).prop_map(|n| n.to_string()),
        Just("size(s)".to_owned()),
        Just("size(rows)".to_owned()),
        Just("l.size()".to_owned())
    ];
    leaf.prop_recursive(2, 8, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(x, y)| format!("({x} + {y})")),
            (inner.clone(), inner).prop_map(|(x, y)| format!("({x} - {y})")),
        ]
    })
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just("s"), Just("t"), Just("'x'"), Just("'Nguyễn'"), Just("(s + 'x')"), Just("''")]
        .prop_map(str::to_owned)
}

fn condition() -> impl Strategy<Value = String> {
    let compare = prop_oneof![Just("=="), Just("!="), Just("<"), Just("<="), Just(">"), Just(">=")];
    let leaf = prop_oneof![
        Just("p".to_owned()),
        Just("true".to_owned()),
        Just("false".to_owned()),
        Just("(b == null)".to_owned()),
        Just("(t != null)".to_owned()),
        (number(), compare.clone(), number()).prop_map(|(x, sign, y)| format!("({x} {sign} {y})")),
        (word(), compare, word()).prop_map(|(x, sign, y)| format!("({x} {sign} {y})")),
        word().prop_map(|x| format!("({x} in l)")),
        word().prop_map(|x| format!("({x} in ['x', 'Nguyễn'])")),
        (word(), word()).prop_map(|(x, y)| format!("{x}.startsWith({y})")),
        (word(), word()).prop_map(|(x, y)| format!("{x}.contains({y})")),
        number().prop_map(|x| format!("rows.all(r, r.n <= {x})")),
        number().prop_map(|x| format!("rows.exists(r, r.n == {x})")),
        number().prop_map(|x| format!("rows.exists_one(r, r.n == {x})")),
        word().prop_map(|x| format!("rows.exists(r, r.w == {x})")),
    ];
    leaf.prop_recursive(4, 24, 2, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(x, y)| format!("({x} && {y})")),
            (inner.clone(), inner.clone()).prop_map(|(x, y)| format!("({x} || {y})")),
            inner.clone().prop_map(|x| format!("!{x}")),
            (inner.clone(), inner.clone(), inner).prop_map(|(x, y, z)| format!("({x} ? {y} : {z})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn where_both_can_tell_it_agrees_with_cel(source in condition()) {
        if let Ok(expression) = Expression::condition(&source, &scope(), None) {
            let ours = compiled(&expression).truth(&Env::new(Date::from_iso("2026-11-21").unwrap(), &answers()));
            prop_assert_eq!(ours, cel_truth(&source), "{}", source);
        }
    }

    #[test]
    fn any_text_is_an_expression_or_a_mistake(source in ".{0,80}") {
        let _ = Expression::new(&source, &scope(), Some(0));
    }

    #[test]
    fn any_bytes_are_an_expression_or_none(bytes in proptest::collection::vec(0_u8..20, 0..24)) {
        let cells = answers();
        if let Ok(expression) = postcard::from_bytes::<Expression>(&bytes) {
            let _ = expression.value(&Env::new(Date::from_iso("2026-11-21").unwrap(), &cells));
        }
    }

    #[test]
    fn any_row_of_tokens_is_evaluated(tokens in proptest::collection::vec(prop_oneof![
        Just("a"), Just("s"), Just("p"), Just("born"), Just("rows"), Just("row.n"), Just("on"), Just("&&"), Just("=="), Just("<"),
        Just("("), Just(")"), Just("!"), Just("-"), Just("1"), Just("'x'"), Just("has"), Just(".all(r,"), Just("r.n"), Just(","), Just("?"), Just(":"),
    ], 0..14)) {
        let cells = answers();
        if let Ok(expression) = Expression::new(&tokens.join(" "), &scope(), Some(0)) {
            let row = vec![Val::number(1), Val::Null];
            let _ = compiled(&expression).value(&Env::in_row(Date::from_iso("2026-11-21").unwrap(), &cells, &row));
        }
    }
}
