//! Which pages a person allowed.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use super::origin::Origin;

/// Who is asked.
pub trait Consent: Send + Sync {
    /// Whether this page may read the card that is put on the reader.
    fn allows(&self, origin: &Origin) -> bool;
}

/// Pages that were allowed beforehand, and those that `ask` allows: each is asked about once, whatever the answer.
pub struct Allowed<F> {
    asked: Mutex<(BTreeSet<Origin>, BTreeSet<Origin>)>,
    ask: F,
}

impl<F: Fn(&Origin) -> bool + Send + Sync> Allowed<F> {
    /// With the pages of a desk that is run by somebody.
    pub fn new(beforehand: impl IntoIterator<Item = Origin>, ask: F) -> Self {
        Self { asked: Mutex::new((beforehand.into_iter().collect(), BTreeSet::new())), ask }
    }
}

impl<F: Fn(&Origin) -> bool + Send + Sync> Consent for Allowed<F> {
    fn allows(&self, origin: &Origin) -> bool {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        let (allowed, refused) = &mut *asked;
        if allowed.contains(origin) || refused.contains(origin) {
            return allowed.contains(origin);
        }
        let is_allowed = (self.ask)(origin);
        if is_allowed { allowed } else { refused }.insert(origin.clone());
        is_allowed
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn a_page_is_asked_about_once_and_those_of_the_desk_never() {
        let questions = AtomicUsize::new(0);
        let origin = |text| Origin::parse(text).unwrap();
        let consent = Allowed::new([origin("https://desk.example")], |asked| {
            questions.fetch_add(1, Ordering::Relaxed);
            *asked == origin("https://good.example")
        });
        for _ in 0..3 {
            assert!(consent.allows(&origin("https://desk.example")));
            assert!(consent.allows(&origin("https://good.example")));
            assert!(!consent.allows(&origin("https://bad.example")));
        }
        assert_eq!(questions.load(Ordering::Relaxed), 2);
    }
}
