//! The files of a chip, under the names that Doc 9303 part 10 gives them.

use crate::Error;

/// Files by their right names, each once.
#[derive(Clone, Debug, Default)]
pub struct Files<'a> {
    files: Vec<(FileName, &'a [u8])>,
    /// Names that no file of the application has.
    pub unknown: Vec<String>,
}

/// The name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileName {
    /// `DG1` to `DG16`
    DataGroup(u8),
    /// `EF.COM`
    Com,
    /// `EF.SOD`
    Sod,
    /// `EF.CardAccess`
    CardAccess,
    /// `EF.CardSecurity`
    CardSecurity,
}

/// Bytes of all files. A chip has 0.15 MB; 64 MiB lets any one file reach its own limit.
pub const MAX_BYTES: usize = 64 << 20;
/// Names in all.
pub const MAX_FILES: usize = 64;

impl<'a> Files<'a> {
    /// Takes files by name; letter case and a missing or additional `EF.` do not matter.
    ///
    /// # Errors
    /// `limit.input`; `input.duplicate` for one file under two names.
    pub fn new(named: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Self, Error> {
        let mut files = Self::default();
        let mut bytes = 0usize;
        for (count, (name, content)) in named.into_iter().enumerate() {
            bytes = bytes.saturating_add(content.len());
            if bytes > MAX_BYTES {
                return Err(Error::limit("files of the chip, bytes", MAX_BYTES));
            }
            if count >= MAX_FILES {
                return Err(Error::limit("files of the chip", MAX_FILES));
            }
            match FileName::parse(name) {
                Some(name) if files.get(name).is_some() => {
                    return Err(Error::new("input.duplicate", format!("{} stands twice", name.text())));
                }
                Some(name) => {
                    let place = files.files.iter().take_while(|(other, _)| *other < name).count();
                    files.files.insert(place, (name, content));
                }
                None => files.unknown.push(name.chars().take(40).collect()),
            }
        }
        Ok(files)
    }

    /// The content of a file.
    pub fn get(&self, name: FileName) -> Option<&'a [u8]> {
        self.files.iter().find(|(other, _)| *other == name).map(|(_, content)| *content)
    }

    /// Numbers and contents of the data groups, in order.
    pub fn groups(&self) -> impl Iterator<Item = (u8, &'a [u8])> {
        self.files.iter().filter_map(|(name, content)| match name {
            FileName::DataGroup(number) => Some((*number, *content)),
            _ => None,
        })
    }
}

impl FileName {
    /// Of a name as readers write it.
    pub fn parse(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_uppercase();
        let name = name.strip_prefix("EF.").or(name.strip_prefix("EF_")).unwrap_or(&name);
        match name {
            "COM" => Some(Self::Com),
            "SOD" => Some(Self::Sod),
            "CARDACCESS" => Some(Self::CardAccess),
            "CARDSECURITY" => Some(Self::CardSecurity),
            _ => {
                let number: u8 = name.strip_prefix("DG")?.parse().ok()?;
                (1..=16).contains(&number).then_some(Self::DataGroup(number))
            }
        }
    }

    /// The right name.
    pub fn text(self) -> String {
        match self {
            Self::DataGroup(number) => format!("DG{number}"),
            Self::Com => "EF.COM".to_owned(),
            Self::Sod => "EF.SOD".to_owned(),
            Self::CardAccess => "EF.CardAccess".to_owned(),
            Self::CardSecurity => "EF.CardSecurity".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_as_readers_write_them() {
        for (name, right) in [
            ("EF.SOD", "EF.SOD"),
            ("sod", "EF.SOD"),
            ("EF.DG1", "DG1"),
            ("dg13", "DG13"),
            ("EF_COM", "EF.COM"),
            ("EF.CardAccess", "EF.CardAccess"),
        ] {
            assert_eq!(FileName::parse(name).unwrap().text(), right);
        }
        for name in ["DG0", "DG17", "DG", "DGx", "", "EF.", "__proto__", "DG256"] {
            assert_eq!(FileName::parse(name), None, "{name}");
        }
    }

    #[test]
    fn one_file_under_two_names_is_an_error() {
        let files = [("DG1", &[1u8][..]), ("EF.DG1", &[2])];
        assert_eq!(Files::new(files).unwrap_err().code, "input.duplicate");
        let files = Files::new([("DG2", &[2u8][..]), ("note.txt", &[]), ("DG1", &[1])]).unwrap();
        assert_eq!(files.groups().map(|(number, _)| number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(files.unknown, ["note.txt"]);
    }
}
