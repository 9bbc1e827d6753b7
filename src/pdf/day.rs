use crate::Date;

/// `2026-07-01` as people write it; dates of which less is known stay so: `07/2026`, `2026`.
pub(super) fn slashed(iso: &str) -> String {
    let parts: Vec<&str> = iso.split('-').rev().collect();
    parts.join("/")
}

/// As it stands above a signature.
pub(super) fn in_words(day: Date) -> String {
    format!("ngày {:02} tháng {:02} năm {}", day.day(), day.month(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        assert_eq!(slashed("1990-02-28"), "28/02/1990");
        assert_eq!(slashed("1990-02"), "02/1990");
        assert_eq!(slashed("1990"), "1990");
        assert_eq!(in_words(Date::new(2026, 7, 1).unwrap()), "ngày 01 tháng 07 năm 2026");
    }
}
