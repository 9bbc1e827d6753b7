//! The logical data structure: what the files of the chip say (ICAO Doc 9303 part 10).
//!
//! Nothing here judges whether a file is genuine; hashes and signatures are checked over the files as read.

mod agree;
mod com;
mod dg1;
mod dg11;
mod dg12;
mod dg13;
mod dg2;
mod picture;
mod security_infos;
mod text;

pub use agree::differences;
pub use com::{Com, data_group_of, tag_of};
pub use dg1::Dg1;
pub use dg2::{Portrait, PortraitFault, portrait};
pub use dg11::dg11;
pub use dg12::dg12;
pub use dg13::{Dg13, dg13};
pub use picture::{Format, Picture, PictureFault, picture};
pub use security_infos::{PublicKeyInfo, SecurityInfo, SecurityInfos, dg15};
