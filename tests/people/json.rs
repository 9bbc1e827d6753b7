//! Cells and results as JSON: the names of the contract.

use cancuoc::people::{Cell, Change, ListOptions, PersonColumn, Status, Summary};

#[test]
fn cells_go_through_json_and_back() {
    let text = r#"[null,true,36099012345.0,"Mẫu",{"date":"2002-05-15"},{"date":"2002-05-15T08:30:00"}]"#;
    let cells: Vec<Cell> = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&cells).unwrap(), text);
    assert_eq!(serde_json::from_str::<Vec<Cell>>("[5,\"\"]").unwrap(), [Cell::Number(5.0), Cell::Empty]);
    assert!(serde_json::from_str::<Cell>(r#"{"date":"31/12/1999"}"#).is_err());
}

#[test]
fn columns_have_their_names() {
    for column in PersonColumn::ALL {
        assert_eq!(serde_json::to_string(column).unwrap(), format!("\"{}\"", column.name()));
    }
    let options: ListOptions =
        serde_json::from_str(r#"{"columns":["fullName",null,"pin"],"header":true}"#).unwrap();
    let columns = [Some(PersonColumn::FullName), None, Some(PersonColumn::Pin)];
    assert_eq!((options.columns.unwrap().as_slice(), options.header), (&columns[..], Some(true)));
}

#[test]
fn results_are_written_in_the_names_of_the_contract() {
    let change = Change {
        field: PersonColumn::FullName,
        from: "NGUYỄN VĂN MẪU".into(),
        to: "Nguyễn Văn Mẫu".into(),
        code: "people.capitals",
    };
    assert_eq!(
        serde_json::to_string(&change).unwrap(),
        r#"{"field":"fullName","from":"NGUYỄN VĂN MẪU","to":"Nguyễn Văn Mẫu","code":"people.capitals"}"#
    );
    assert_eq!(format!("{change:?}"), "Change(FullName, people.capitals)");
    assert_eq!(serde_json::to_string(&Status::Ask).unwrap(), "\"ask\"");
    let summary = serde_json::to_value(Summary::default()).unwrap();
    assert_eq!(summary["possibleDuplicates"], 0);
}
