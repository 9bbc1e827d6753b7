use crate::json::Value;

/// A count as JSON; a form's counts are far below 2^32.
pub(super) fn count(count: usize) -> Value {
    u32::try_from(count).unwrap_or(u32::MAX).into()
}
