/// Puts packs and catalogue where the forms look for them; before the first function of forms.
#[cfg(feature = "compiled")]
pub(crate) fn supply() {
    use std::sync::Once;

    use cancuoc::{form, json};

    static SUPPLIED: Once = Once::new();
    SUPPLIED.call_once(|| {
        for (form, from, compiled) in built_in::packs() {
            // Whole and fewer than the most that there may be: a test asks for each.
            let _ = form::supply_pack(form, from, compiled);
        }
        if let Ok(services) = json::parse(built_in::services(), json::LIMITS) {
            form::supply_services(services);
        }
    });
}

/// They are in the library (`packs`).
#[cfg(not(feature = "compiled"))]
pub(crate) fn supply() {}

/// `PACKS` (form, first day, compiled pack) and `SERVICES`, written by `build.rs`.
#[cfg(feature = "compiled")]
mod built_in {
    include!(concat!(env!("OUT_DIR"), "/packs.rs"));

    pub(super) fn packs() -> &'static [(&'static str, &'static str, &'static [u8])] {
        PACKS
    }

    pub(super) fn services() -> &'static str {
        SERVICES
    }
}
