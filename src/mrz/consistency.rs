//! Whether a zone agrees with itself.

use super::CheckDigit;
use super::clean::Zone;
use super::layout::{Layout, PIN, Span, text};

/// Every digit agrees, national ones too, and every place holds what belongs there.
pub(super) fn all_agree(layout: &Layout, zone: &Zone) -> bool {
    let in_place = |spans: &[Span], fits: fn(char) -> bool| {
        spans.iter().all(|(line, from, to)| zone.span(*line, *from, *to).iter().all(|c| fits(*c)))
    };
    // The cheapest first: a suggestion asks this thousands of times.
    in_place(&layout.numeric(), |c| c.is_ascii_digit() || c == '<')
        && in_place(&layout.alphabetic(), |c| !c.is_ascii_digit())
        && layout.check(zone).iter().all(|(_, digit)| *digit != CheckDigit::Mismatch)
        && (layout.kind != "td1Vnm" || number_fits_pin(layout, zone))
}

/// The last nine digits of the personal number are the document number.
pub(super) fn number_fits_pin(layout: &Layout, zone: &Zone) -> bool {
    text(zone, PIN).ends_with(&text(zone, layout.number))
}
