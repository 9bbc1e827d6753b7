//! Vietnamese text: keys, composition, repair of wrong encodings.

mod letters;
mod nfc;
mod repair;
mod samples;
