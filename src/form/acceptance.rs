use super::findings;
use super::instant::{Instant, day_in_vietnam};
use crate::date::Date;
use crate::finding::Finding;
use crate::reading::Reading;

/// What a server accepts, beside what the rules say. The default accepts every form, of any age.
#[derive(Clone, Copy, Debug, Default)]
pub struct Acceptance<'a> {
    /// The ids of forms that this server takes; every form when there is no list.
    pub forms: Option<&'a [String]>,
    /// Days between the seal, or the day of its rules, and the check.
    pub max_age_days: Option<u32>,
    /// Nothing that was sealed before.
    pub not_before: Option<Instant>,
    /// Digests of applications that were taken already.
    pub seen: &'a [String],
    /// What the server itself read from the files of the applicant's chip.
    pub evidence: Option<&'a Reading>,
}

impl Acceptance<'_> {
    /// What an application of this form, day and instant is refused for.
    pub(super) fn check(
        &self,
        (form, on, sealed_at): (&str, Date, &str),
        digest: &str,
        today: Date,
        out: &mut Vec<Finding>,
    ) {
        if self.forms.is_some_and(|forms| !forms.iter().any(|accepted| accepted == form)) {
            out.push(Finding::new(findings::FORM_NOT_ACCEPTED, "form"));
        }
        // The day of the rules counts, too: whoever seals anew by old rules gains nothing.
        let oldest = day_in_vietnam(sealed_at).map_or(on, |day| day.min(on));
        if let Some(days) = self.max_age_days
            && i64::from(oldest.days_to(today)) > i64::from(days)
        {
            out.push(Finding::new(findings::SEALED_LONG_AGO, "sealedAt").with("days", days.to_string()));
        }
        if self.not_before.is_some_and(|first| Instant::from_iso(sealed_at).is_none_or(|at| at < first)) {
            out.push(Finding::new(findings::SEALED_TOO_EARLY, "sealedAt"));
        }
        if self.seen.iter().any(|seen| seen == digest) {
            out.push(Finding::new(findings::SEEN_BEFORE, "digest"));
        }
    }
}
