use serde::de::DeserializeOwned;

use super::Value;
use crate::Error;

/// The members of a value as a type. Of one that does not fit only the name is said, since its values may be a
/// person's.
///
/// # Errors
/// `input.type`
pub fn typed<T: DeserializeOwned>(value: Value, name: &str) -> Result<T, Error> {
    T::deserialize(value).map_err(|_| not_of_the_contract(name))
}

/// An argument that is not what the contract says.
pub fn not_of_the_contract(name: &str) -> Error {
    Error::new("input.type", format!("{name} is not as the types of the package say"))
}
