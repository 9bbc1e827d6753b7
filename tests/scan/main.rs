//! Pictures with and without QR codes.

mod frames;
mod modules;
mod nothing;
mod symbols;
