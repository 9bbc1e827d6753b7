/// Exactly `count` ASCII digits as a number.
pub(crate) fn digits(text: &str, count: usize) -> Option<u16> {
    if text.is_empty() || text.len() != count {
        return None;
    }
    let mut number = 0_u16;
    for byte in text.bytes() {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number = number.checked_mul(10)?.checked_add(u16::from(digit))?;
    }
    Some(number)
}
