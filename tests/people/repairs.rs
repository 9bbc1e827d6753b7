//! Every repair against the truth: none may be wrong.

use cancuoc::{
    identity::Field,
    people::{ListOptions, PeopleReport, PersonColumn, PersonRow, check_people},
};

use crate::{
    generate::{self, List, Style, Truth},
    options, units,
};

const STYLE: Style = Style { people: 3000, month_first: false, from_1904: false, repeated: 0 };

fn checked(list: &List) -> PeopleReport {
    check_people(&list.rows, &ListOptions::default(), Some(units()), &options()).unwrap()
}

/// The values that a row should have.
fn truth_of(column: PersonColumn, truth: &Truth) -> Option<String> {
    Some(match column {
        PersonColumn::Pin => truth.pin.clone(),
        PersonColumn::FullName => truth.name.clone(),
        PersonColumn::BirthDate if truth.year_only => truth.birth.year().to_string(),
        PersonColumn::BirthDate => truth.birth.to_string(),
        PersonColumn::Sex => if truth.female { "female" } else { "male" }.to_owned(),
        PersonColumn::Phone => truth.phone.clone(),
        PersonColumn::Email => truth.email.clone(),
        PersonColumn::HealthInsurance => truth.insurance.clone(),
        PersonColumn::Residence => generate::HOMES
            .iter()
            .find(|(old, _)| *old == truth.residence)
            .map(|(_, new)| (*new).to_owned())?,
        _ => return None,
    })
}

fn value(row: &PersonRow, column: PersonColumn) -> Option<&str> {
    match column.field() {
        Some(field) => row.person.get(field),
        None => row.contact.get(column),
    }
}

/// Right repairs, wrong repairs, questions; a question that offers values must offer the right one, or none
/// of its values may have been taken.
fn judged(list: &List, report: &PeopleReport, column: PersonColumn) -> (usize, usize, usize) {
    let (mut right, mut wrong, mut asked) = (0, 0, 0);
    assert_eq!(report.rows.len(), list.truth.len());
    for (row, truth) in report.rows.iter().zip(&list.truth) {
        let Some(expected) = truth_of(column, truth) else { continue };
        let changed = row.changes.iter().any(|change| change.field == column);
        let now = value(row, column);
        if row.questions.iter().any(|question| question.field == column) {
            asked += 1;
        }
        if !changed {
            continue;
        }
        match now {
            Some(now) if now == expected => right += 1,
            // A year is the truth of a day as far as it goes; nothing else is.
            Some(now) => {
                wrong += 1;
                println!("{column:?} {}: {now:?} for {expected:?}, {:?}", row.row, row.changes);
            }
            None => {}
        }
    }
    (right, wrong, asked)
}

const COLUMNS: [PersonColumn; 8] = [
    PersonColumn::Pin,
    PersonColumn::FullName,
    PersonColumn::BirthDate,
    PersonColumn::Sex,
    PersonColumn::Phone,
    PersonColumn::Email,
    PersonColumn::HealthInsurance,
    PersonColumn::Residence,
];

#[test]
fn no_repair_is_wrong_whatever_the_list_looks_like() {
    for (seed, month_first, from_1904) in
        [(1, false, false), (2, true, false), (3, false, true), (4, true, true)]
    {
        let list = generate::list(seed, Style { month_first, from_1904, ..STYLE });
        let report = checked(&list);
        for column in COLUMNS {
            let (right, wrong, asked) = judged(&list, &report, column);
            println!("{seed} {column:?}: {right} right, {wrong} wrong, {asked} asked");
            assert_eq!(wrong, 0, "{column:?} in list {seed}");
        }
    }
}

#[test]
fn nearly_everything_that_can_be_repaired_is() {
    let list = generate::list(5, STYLE);
    let report = checked(&list);
    let rows = || report.rows.iter().zip(&list.truth).zip(list.rows.iter().skip(1));
    // Whole numbers that a spreadsheet shortened, of people whose birth and sex are in the list. Those of ten
    // digits are asked here: the list shows others that lost a digit.
    let shortened: Vec<_> = rows()
        .filter(|((_, truth), cells)| {
            let shown = cells[4].shown();
            let known = !cells[2].is_blank() && !cells[3].is_blank();
            known && shown.len() == 11 && shown != truth.pin && format!("{shown:0>12}") == truth.pin
        })
        .collect();
    let repaired =
        shortened.iter().filter(|((row, truth), _)| row.person.get(Field::Pin) == Some(&truth.pin)).count();
    println!("{repaired} of {} numbers repaired", shortened.len());
    let ten =
        rows().filter(|((_, truth), cells)| cells[4].shown().len() == 10 && truth.pin.starts_with("00"));
    for ((row, truth), cells) in ten {
        let whole = format!("{:0>12}", cells[4].shown()) == truth.pin && !truth.pin.ends_with("00000");
        let settled = row.person.get(Field::Pin) == Some(&truth.pin);
        let offered = row.questions.iter().any(|question| question.options.contains(&truth.pin));
        assert!(!whole || settled || offered, "{}", row.row);
    }
    assert!(shortened.len() > 800 && repaired * 1000 >= shortened.len() * 990);

    let names = rows().filter(|((_, truth), cells)| cells[1].shown() != truth.name);
    let (mut dirty, mut clean) = (0, 0);
    for ((row, truth), cells) in names {
        dirty += 1;
        let right = row.person.get(Field::FullName) == Some(&truth.name);
        clean += usize::from(right);
        // What is not brought back is said.
        if !right && row.findings.is_empty() {
            println!("{:?} stays {:?}", truth.name, cells[1].shown());
        }
    }
    println!("{clean} of {dirty} names cleaned");
    assert!(dirty > 1000 && clean * 100 >= dirty * 97, "{clean} of {dirty}");

    let days = rows().filter(|((_, truth), cells)| !cells[2].is_blank() && !truth.year_only);
    let (mut all, mut read) = (0, 0);
    for ((row, truth), _) in days {
        all += 1;
        read += usize::from(row.person.get(Field::BirthDate) == Some(&truth.birth.to_string()));
    }
    println!("{read} of {all} days read");
    assert!(read * 100 >= all * 99, "{read} of {all}");
}

#[test]
fn a_number_that_lost_a_digit_is_never_completed() {
    let list = generate::list(6, Style { people: 20_000, ..STYLE });
    let report = check_people(&list.rows, &ListOptions::default(), None, &options()).unwrap();
    let (right, wrong, asked) = judged(&list, &report, PersonColumn::Pin);
    println!("{right} right, {wrong} wrong, {asked} asked");
    assert_eq!(wrong, 0);
    assert!(right > 8000);
}

/// `cargo test --release --test people -- --ignored --nocapture`; with `CANCUOC_PEOPLE_OUT=folder` the list and
/// its truth are written there, for other tools.
#[test]
#[ignore = "takes the time that it measures"]
fn a_hundred_thousand_people() {
    let list = generate::list(7, Style { people: 98_000, repeated: 2, ..STYLE });
    let start = std::time::Instant::now();
    let report = checked(&list);
    println!("{} rows in {:?}, with units", report.rows.len(), start.elapsed());
    let start = std::time::Instant::now();
    let plain = check_people(&list.rows, &ListOptions::default(), None, &options()).unwrap();
    println!("{} rows in {:?}, without units", plain.rows.len(), start.elapsed());
    println!("{:?}", report.summary);
    for column in COLUMNS {
        let (right, wrong, asked) = judged(&list, &report, column);
        println!("{column:?}: {right} right, {wrong} wrong, {asked} asked");
        assert_eq!(wrong, 0);
    }
    if let Some(folder) = std::env::var_os("CANCUOC_PEOPLE_OUT") {
        write_for_others(&list, std::path::Path::new(&folder));
    }
}

/// The table, as cells in JSON, and of each row below its heading the person and the right values.
fn write_for_others(list: &List, folder: &std::path::Path) {
    let truth = list.truth.iter().zip(&list.who).map(|(truth, who)| {
        let values = COLUMNS.iter().filter_map(|column| Some((column.name(), truth_of(*column, truth)?)));
        let values: std::collections::BTreeMap<_, _> = values.collect();
        (*who, values)
    });
    let truth: Vec<_> = truth.collect();
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("list.json"), serde_json::to_vec(&list.rows).unwrap()).unwrap();
    std::fs::write(folder.join("truth.json"), serde_json::to_vec(&truth).unwrap()).unwrap();
}
