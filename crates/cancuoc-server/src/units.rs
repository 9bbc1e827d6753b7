use std::sync::OnceLock;

use cancuoc::Error;
use cancuoc::address::Units;

/// The asset that the package exports as "cancuoc/units".
static ASSET: &[u8] = include_bytes!("../../../data/units/units.bin");

/// # Errors
/// `units.corrupt`: never, since the asset is whole.
pub(crate) fn units() -> Result<&'static Units, Error> {
    static UNITS: OnceLock<Result<Units, Error>> = OnceLock::new();
    UNITS.get_or_init(|| Units::from_bytes(ASSET)).as_ref().map_err(Clone::clone)
}
