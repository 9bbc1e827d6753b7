//! Addresses of both eras: parsed, converted, searched.

mod conversions;
mod messy;
mod properties;
mod round_trips;
