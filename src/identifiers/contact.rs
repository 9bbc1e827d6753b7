use super::all_digits;

/// A mobile number of the ranges in use: nine national digits after `0`, `84` or `+84`. Spaces, dots and
/// hyphens between the digits do not count.
pub fn is_mobile(text: &str) -> bool {
    national(text).is_some_and(|digits| {
        let digit = |index: usize| digits.as_bytes().get(index).copied().unwrap_or(b' ');
        let (second, third) = (digit(1), digit(2));
        // (3\d|7[06-9])\d, 5([1689]\d|2[238]|59), 8([1-8]\d|9[6-9]), 9([0-8]\d|9[013-9]), then six digits.
        digits.len() == 9
            && match digit(0) {
                b'3' => true,
                b'7' => matches!(second, b'0' | b'6'..=b'9'),
                b'5' => match second {
                    b'1' | b'6' | b'8' | b'9' => true,
                    b'2' => matches!(third, b'2' | b'3' | b'8'),
                    b'5' => third == b'9',
                    _ => false,
                },
                b'8' => match second {
                    b'1'..=b'8' => true,
                    b'9' => matches!(third, b'6'..=b'9'),
                    _ => false,
                },
                b'9' => match second {
                    b'0'..=b'8' => true,
                    _ => matches!(third, b'0' | b'1' | b'3'..=b'9'),
                },
                _ => false,
            }
    })
}

/// A landline: `02` and nine digits (numbering plan of 2017).
pub fn is_landline(text: &str) -> bool {
    national(text).is_some_and(|digits| digits.len() == 10 && digits.starts_with('2'))
}

/// The form of a Vietnamese number, of whatever range.
pub fn is_phone(text: &str) -> bool {
    is_landline(text)
        || national(text)
            .is_some_and(|digits| digits.len() == 9 && digits.starts_with(['3', '5', '7', '8', '9']))
}

/// The digits after the country's or the trunk prefix. Texts beyond 20 bytes are no numbers.
fn national(text: &str) -> Option<String> {
    if text.len() > 20 {
        return None;
    }
    let bare: String = text.chars().filter(|character| !matches!(character, ' ' | '.' | '-')).collect();
    let rest = ["+84", "84", "0"].iter().find_map(|prefix| bare.strip_prefix(prefix))?;
    (all_digits(rest) && !rest.starts_with('0')).then(|| rest.to_owned())
}

/// `local@domain` as mail servers in use take it: ASCII, no quotes, a dot in the domain (RFC 5321 §4.5.3.1
/// for the lengths).
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && local.split('.').all(|atom| !atom.is_empty() && atom.bytes().all(is_atom_byte));
    let labels: Vec<&str> = domain.split('.').collect();
    let domain_fits = domain.len() <= 253
        && labels.len() >= 2
        && labels.iter().all(|label| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
        && labels.last().is_some_and(|last| last.len() >= 2 && !all_digits(last));
    text.len() <= 254 && local_fits && domain_fits
}

/// RFC 5322 §3.2.3 atext.
fn is_atom_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mobile_ranges_in_use_are_told_from_those_that_are_not() {
        for number in
            ["0901234567", "+84 90 123 45 67", "0389.123.456", "0559123456", "0522123456", "0899123456"]
        {
            assert!(is_mobile(number), "{number}");
        }
        for number in
            ["0401234567", "0711234567", "0521123456", "0891123456", "0992123456", "090123456", "00901234567"]
        {
            assert!(!is_mobile(number), "{number}");
        }
        assert!(is_phone("0711234567") && is_phone("024 3825 1234"));
        assert!(!is_phone("113"));
    }

    #[test]
    fn addresses_of_mail_need_a_domain_with_a_dot() {
        for address in ["mau@vidu.vn", "nguyen.van.mau+1@mail.vidu.com.vn"] {
            assert!(is_email(address), "{address}");
        }
        for address in [
            "mau",
            "mau@",
            "@vidu.vn",
            "mau@vidu",
            "mau@vidu..vn",
            "a b@vidu.vn",
            "mau@@vidu.vn",
            ".a@vidu.vn",
            "mẫu@vidu.vn",
            "mau@1.2.3.4",
        ] {
            assert!(!is_email(address), "{address}");
        }
    }
}
