//! Ethnic groups and nationalities, which people take for each other.

use crate::text;

/// Whether an ethnicity is answered by the nationality.
pub(super) fn is_nationality(answer: &str) -> bool {
    ["việt nam", "viet nam", "vietnam", "vn"].contains(&text::lower(answer).as_str())
}

/// Whether a nationality is answered by an ethnic group of Việt Nam that no country is called after.
pub(super) fn is_ethnicity(answer: &str) -> bool {
    GROUPS.contains(&text::lower(answer).as_str())
}

/// The largest ones of the list of 54 (Quyết định 121-TCTK/PPCĐ of 2 March 1979), without those whose name a country has
/// too or is shortened to: Thái, Hoa, Lào.
const GROUPS: &[&str] = &[
    "kinh",
    "tày",
    "mường",
    "khmer",
    "khơ me",
    "khơ-me",
    "hmông",
    "mông",
    "h'mông",
    "nùng",
    "dao",
    "gia rai",
    "ê đê",
    "ê-đê",
    "ba na",
    "xơ đăng",
    "sán chay",
    "cơ ho",
    "sán dìu",
    "hrê",
    "ra glai",
    "mnông",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_no_ethnic_group_and_a_group_no_country_but_where_both_have_one_name() {
        assert!(is_nationality("Việt Nam") && is_nationality("VIỆT NAM") && !is_nationality("Kinh"));
        assert!(is_ethnicity("Kinh") && is_ethnicity("H'Mông") && is_ethnicity("Sán Dìu"));
        for country in ["Việt Nam", "Lào", "Thái", "Hoa Kỳ", "Campuchia"] {
            assert!(!is_ethnicity(country), "{country}");
        }
    }
}
