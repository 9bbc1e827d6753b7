//! The border to JavaScript: converts and nothing else. Structures cross as JSON text, pictures and files
//! as bytes. What is thrown is the text `code: detail`, which `npm/` makes a `CanCuocError`.
//!
//! Each `entry-*` feature exports the functions of one `.wasm` module.
