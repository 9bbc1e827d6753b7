//! QR codes, machine-readable zones and the identity made of several readings.

mod identity;
mod mrz;
mod properties;
mod qr;
