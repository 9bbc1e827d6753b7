use crate::{
    Finding,
    chip::findings,
    reading::{Field, Person},
    text,
};

/// Where two files of one chip say different things of the person: the machine-readable zone of DG1
/// against the national data of DG13. Both are signed, so a difference is the issuer's, or the card is
/// put together from two.
///
/// Names are compared in the letters of the zone, which may cut a long one short.
pub fn differences(zone: &Person, national: &Person) -> Vec<Finding> {
    let differs = |field: &Field| match (zone.get(*field), national.get(*field)) {
        (Some(one), Some(other)) => one != other,
        _ => false,
    };
    let mut found: Vec<_> =
        COMPARED.iter().filter(|field| differs(field)).map(|field| finding(*field)).collect();
    let latin = zone.get(Field::LatinName).or(zone.get(Field::FullName));
    if let (Some(latin), Some(full)) = (latin, national.get(Field::FullName))
        && !same_name(&text::mrz_letters(latin), &text::mrz_letters(full))
    {
        found.push(finding(Field::FullName));
    }
    found
}

/// TD1 has 30 places for a name, of which one is the second filler between surname and given names.
fn same_name(zone: &str, full: &str) -> bool {
    zone == full || (zone.len() >= SHORTEST_CUT && full.starts_with(zone))
}

fn finding(field: Field) -> Finding {
    Finding::new(findings::GROUPS_DIFFER, format!("person.{}", field.name()))
}

/// What both the zone and DG13 hold. Sex and dates are ISO words on both sides.
const COMPARED: &[Field] = &[Field::Pin, Field::BirthDate, Field::Sex, Field::ExpiryDate];
/// A zone that is cut ends at place 30, or at 29 with a filler left out.
const SHORTEST_CUT: usize = 28;

#[cfg(test)]
mod tests {
    use super::*;

    fn person(values: &[(Field, &str)]) -> Person {
        let mut person = Person::default();
        for (field, value) in values {
            person.set(*field, *value);
        }
        person
    }

    #[test]
    fn names_agree_through_the_letters_of_the_zone() {
        let zone = person(&[(Field::LatinName, "NGUYEN THI MAU"), (Field::BirthDate, "1999-02-01")]);
        let same = person(&[(Field::FullName, "Nguyễn Thị Mẫu"), (Field::BirthDate, "1999-02-01")]);
        assert!(differences(&zone, &same).is_empty());
        let other = person(&[(Field::FullName, "Nguyễn Thị Khác"), (Field::BirthDate, "1999-02-02")]);
        let paths: Vec<_> = differences(&zone, &other).into_iter().map(|found| found.path).collect();
        assert_eq!(paths, ["person.birthDate", "person.fullName"]);
    }

    #[test]
    fn a_name_that_the_zone_cut_short_agrees() {
        let zone = person(&[(Field::LatinName, "NGUYEN HOANG PHUONG UYEN KIM")]);
        let long = person(&[(Field::FullName, "Nguyễn Hoàng Phương Uyên Kim Ngân")]);
        assert!(differences(&zone, &long).is_empty());
        let short = person(&[(Field::LatinName, "NGUYEN HOANG")]);
        assert_eq!(differences(&short, &long).len(), 1);
    }
}
