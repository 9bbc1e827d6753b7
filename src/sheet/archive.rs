//! What an archive holds, counted by unpacking it: what it says of itself may be a lie.

use std::io::{Cursor, Read};

use crate::Error;

use super::{Limits, error};

/// # Errors
/// `sheet.too_large` for more than the limits allow, `sheet.damaged` for what cannot be unpacked,
/// `sheet.encrypted`.
pub(crate) fn check(file: &[u8], limits: &Limits) -> Result<(), Error> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| error::damaged("the archive"))?;
    if archive.len() > limits.entries {
        return Err(error::too_large("an archive, files", limits.entries));
    }
    let mut left = limits.unpacked;
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
            left = left.checked_sub(count).ok_or_else(|| unpacked(limits.unpacked))?;
        }
    }
    Ok(())
}

fn unpacked(limit: u64) -> Error {
    Error::new("sheet.too_large", format!("an archive, unpacked bytes: at most {limit}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::LIMITS;
    use std::io::Write;
    use zip::{ZipWriter, write::SimpleFileOptions};

    fn archive(parts: usize, bytes: usize) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for part in 0..parts {
            zip.start_file(format!("xl/{part}.xml"), SimpleFileOptions::default()).unwrap();
            zip.write_all(&vec![0; bytes]).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn archives_that_unpack_without_end_are_refused() {
        let limits = Limits { unpacked: 1 << 20, entries: 8, ..LIMITS };
        assert_eq!(check(&archive(4, 1 << 18), &limits), Ok(()));
        let bomb = archive(4, (1 << 18) + 1);
        assert!(bomb.len() < 1 << 12);
        assert_eq!(check(&bomb, &limits).unwrap_err().code, "sheet.too_large");
        assert_eq!(check(&archive(9, 1), &limits).unwrap_err().code, "sheet.too_large");
        assert_eq!(check(b"PK\x03\x04", &limits).unwrap_err().code, "sheet.damaged");
    }

    #[test]
    fn what_an_archive_says_of_its_size_is_not_believed() {
        let mut file = archive(1, 1 << 20);
        // The size in the header of the part and in the directory: 16 bytes instead of a mebibyte.
        let size = u32::to_le_bytes(1 << 20);
        for at in 0..file.len() - 4 {
            if file[at..at + 4] == size {
                file[at..at + 4].copy_from_slice(&16_u32.to_le_bytes());
            }
        }
        let limits = Limits { unpacked: 1 << 16, ..LIMITS };
        assert!(check(&file, &limits).is_err());
    }
}
