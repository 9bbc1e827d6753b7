//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {}
