//! What an archive holds, counted by unpacking it: what it says of itself may be a lie.

use std::io::{Cursor, Read};

use cancuoc::Error;

use crate::{LIMITS, error};

/// # Errors
/// `sheet.too_large` for more than the limits allow, `sheet.damaged` for what cannot be unpacked,
/// `sheet.encrypted`.
pub(crate) fn check(file: &[u8]) -> Result<(), Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| error::damaged("the archive"))?;
    if archive.len() > LIMITS.entries {
        return Err(error::too_large("an archive, files", LIMITS.entries));
    }
    let mut left = LIMITS.unpacked;
    let mut buffer = vec![0; 1 << 16];
    for index in 0..archive.len() {
        let mut entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED)) => {
                return Err(error::encrypted());
            }
            Err(_) => return Err(error::damaged("a part of the archive")),
        };
        loop {
            let count = entry.read(&mut buffer).map_err(|_| error::damaged("a part of the archive"))?;
            if count == 0 {
                break;
            }
            let count = u64::try_from(count).unwrap_or(u64::MAX);
            left = left.checked_sub(count).ok_or_else(unpacked)?;
        }
    }
    Ok(())
}

fn unpacked() -> Error {
    Error::new("sheet.too_large", format!("an archive, unpacked bytes: at most {}", LIMITS.unpacked))
}
