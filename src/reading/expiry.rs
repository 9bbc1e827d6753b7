use crate::{
    Date,
    finding::{Basis, BasisStatus},
};

/// Until when a card holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardExpiry {
    /// The last day.
    On(Date),
    /// Không thời hạn.
    Never,
}

/// Computes the expiry of a card, which its QR does not carry, by the law of the day of issue.
///
/// Luật Căn cước công dân 59/2014/QH13, Điều 21, until 30/6/2024: the birthdays at 25, 40, 60. Luật Căn
/// cước 26/2023/QH15, Điều 21, since 01/7/2024: 14, 25, 40, 60. In both a card issued within the two years
/// before a milestone runs to the next one; after the last one it does not expire.
///
/// `None` when the card was issued before the birth.
pub fn card_expiry(birth: Date, issued: Date) -> Option<CardExpiry> {
    if issued < birth {
        return None;
    }
    let milestones: &[i32] = if since_2024(issued) { &[14, 25, 40, 60] } else { &[25, 40, 60] };
    let next = milestones.iter().filter_map(|age| birth.plus_years(*age)).find(|day| {
        let window = day.plus_years(-2);
        window.is_some_and(|window| issued < window)
    });
    Some(next.map_or(CardExpiry::Never, CardExpiry::On))
}

/// The law that [`card_expiry`] applies to a card of this day.
pub(super) fn law(issued: Date) -> Basis {
    let document = if since_2024(issued) {
        "Luật Căn cước 26/2023/QH15"
    } else {
        "Luật Căn cước công dân 59/2014/QH13"
    };
    Basis {
        document: document.to_owned(),
        article: Some("Điều 21".to_owned()),
        status: BasisStatus::Unconfirmed,
    }
}

/// Who gets a card of before 01/7/2024: citizens of full 14 years.
pub(super) fn law_of_holders() -> Basis {
    Basis {
        document: "Luật Căn cước công dân 59/2014/QH13".to_owned(),
        article: Some("Điều 19".to_owned()),
        status: BasisStatus::Unconfirmed,
    }
}

impl CardExpiry {
    /// The contract's word: ISO 8601 or `none`.
    pub fn to_word(self) -> String {
        match self {
            Self::On(day) => day.to_string(),
            Self::Never => "none".to_owned(),
        }
    }
}

fn since_2024(issued: Date) -> bool {
    Some(issued) >= Date::new(2024, 7, 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expiry(birth: &str, issued: &str) -> String {
        let day = |text| Date::from_iso(text).unwrap();
        card_expiry(day(birth), day(issued)).map_or_else(|| "?".to_owned(), CardExpiry::to_word)
    }

    #[test]
    fn a_card_runs_to_the_birthday_at_25_40_or_60() {
        assert_eq!(expiry("2002-05-15", "2021-04-20"), "2027-05-15");
        assert_eq!(expiry("1990-03-01", "2022-01-01"), "2030-03-01");
        assert_eq!(expiry("1970-03-01", "2022-01-01"), "2030-03-01");
        assert_eq!(expiry("1950-03-01", "2022-01-01"), "none");
    }

    #[test]
    fn a_card_issued_within_two_years_before_a_milestone_runs_to_the_next() {
        assert_eq!(expiry("1999-01-01", "2022-01-01"), "2039-01-01");
        assert_eq!(expiry("1999-01-01", "2021-12-31"), "2024-01-01");
        assert_eq!(expiry("1964-06-01", "2022-06-01"), "none");
        assert_eq!(expiry("1964-06-01", "2022-05-31"), "2024-06-01");
    }

    #[test]
    fn the_milestone_at_14_came_with_the_law_of_2024() {
        assert_eq!(expiry("2015-09-10", "2024-07-01"), "2029-09-10");
        assert_eq!(expiry("2012-09-10", "2025-01-01"), "2037-09-10");
        assert_eq!(expiry("2015-09-10", "2024-06-30"), "2040-09-10");
    }

    #[test]
    fn a_birthday_on_29_february_counts_on_28_february_of_a_common_year() {
        assert_eq!(expiry("2000-02-29", "2021-03-01"), "2025-02-28");
    }

    #[test]
    fn a_card_issued_before_the_birth_has_no_expiry_to_compute() {
        assert_eq!(expiry("2015-09-10", "2014-07-01"), "?");
    }
}
