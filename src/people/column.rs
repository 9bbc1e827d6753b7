use serde::{Deserialize, Serialize};

use crate::identity::Field;

macro_rules! columns {
    ($($(#[$meta:meta])* $variant:ident = $name:literal, $vi:literal, $en:literal;)*) => {
        /// What a column of a list holds: a field of [`Person`](crate::identity::Person), a part of one, or
        /// something else that is known of a person.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum PersonColumn { $($(#[$meta])* #[serde(rename = $name)] $variant,)* }

        impl PersonColumn {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The contract's name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The column of this name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// For people, in Vietnamese and English.
            pub fn label(self) -> (&'static str, &'static str) {
                match self { $(Self::$variant => ($vi, $en),)* }
            }
        }
    };
}

columns! {
    /// The number of the row in the list (STT).
    Ordinal = "ordinal", "số thứ tự", "number in the list";
    /// Số định danh cá nhân; 9 digits in it go to the old number.
    Pin = "pin", "số định danh cá nhân", "personal number";
    /// The number of the old CMND.
    OldId = "oldId", "số chứng minh nhân dân cũ", "old identity number";
    /// Họ, chữ đệm và tên.
    FullName = "fullName", "họ tên", "full name";
    /// Họ, or họ và chữ đệm: the part of the name before [`Self::GivenName`].
    Surname = "surname", "họ và chữ đệm", "family and middle name";
    /// Chữ đệm, where it stands by itself.
    MiddleName = "middleName", "chữ đệm", "middle name";
    /// Tên.
    GivenName = "givenName", "tên", "given name";
    /// Ngày, tháng, năm sinh.
    BirthDate = "birthDate", "ngày sinh", "date of birth";
    /// The day alone.
    BirthDay = "birthDay", "ngày sinh (ngày)", "day of birth";
    /// The month alone.
    BirthMonth = "birthMonth", "ngày sinh (tháng)", "month of birth";
    /// The year alone.
    BirthYear = "birthYear", "năm sinh", "year of birth";
    /// Birth in the column of the men: the other half of a pair `Năm sinh: Nam | Nữ`.
    BirthOfMale = "birthOfMale", "năm sinh (nam)", "birth (men)";
    /// Birth in the column of the women.
    BirthOfFemale = "birthOfFemale", "năm sinh (nữ)", "birth (women)";
    /// Giới tính.
    Sex = "sex", "giới tính", "sex";
    /// A mark in the column of the men.
    MaleMark = "maleMark", "nam (đánh dấu)", "male (mark)";
    /// A mark in the column of the women.
    FemaleMark = "femaleMark", "nữ (đánh dấu)", "female (mark)";
    /// Quốc tịch.
    Nationality = "nationality", "quốc tịch", "nationality";
    /// Dân tộc.
    Ethnicity = "ethnicity", "dân tộc", "ethnicity";
    /// Tôn giáo.
    Religion = "religion", "tôn giáo", "religion";
    /// Quê quán. Kept in the units of its time.
    PlaceOfOrigin = "placeOfOrigin", "quê quán", "place of origin";
    /// Nơi đăng ký khai sinh, nơi sinh. Kept in the units of its time.
    PlaceOfBirthRegistration = "placeOfBirthRegistration", "nơi đăng ký khai sinh", "place of birth registration";
    /// Nơi thường trú, nơi ở, địa chỉ.
    Residence = "residence", "nơi cư trú", "residence";
    /// House, street, hamlet: the first part of the residence.
    Street = "street", "số nhà, đường, thôn", "house, street, hamlet";
    /// Commune or ward of the residence.
    Commune = "commune", "xã, phường", "commune or ward";
    /// District of the residence, before 01/07/2025.
    District = "district", "huyện, quận", "district";
    /// Province of the residence.
    Province = "province", "tỉnh, thành phố", "province";
    /// Ngày cấp of the card.
    IssueDate = "issueDate", "ngày cấp", "date of issue";
    /// Ngày hết hạn of the card.
    ExpiryDate = "expiryDate", "ngày hết hạn", "date of expiry";
    /// Họ tên cha.
    FatherName = "fatherName", "họ tên cha", "father's name";
    /// Họ tên mẹ.
    MotherName = "motherName", "họ tên mẹ", "mother's name";
    /// Họ tên vợ hoặc chồng.
    SpouseName = "spouseName", "họ tên vợ (chồng)", "spouse's name";
    /// Số điện thoại.
    Phone = "phone", "số điện thoại", "telephone number";
    /// Thư điện tử.
    Email = "email", "thư điện tử", "e-mail address";
    /// Mã số thuế.
    TaxCode = "taxCode", "mã số thuế", "tax code";
    /// Mã thẻ bảo hiểm y tế, or mã số bảo hiểm xã hội.
    HealthInsurance = "healthInsurance", "mã thẻ bảo hiểm y tế", "health insurance code";
}

impl PersonColumn {
    /// The field of the person that this column is or belongs to.
    pub fn field(self) -> Option<Field> {
        match self {
            Self::FullName | Self::Surname | Self::MiddleName | Self::GivenName => Some(Field::FullName),
            Self::BirthDate
            | Self::BirthDay
            | Self::BirthMonth
            | Self::BirthYear
            | Self::BirthOfMale
            | Self::BirthOfFemale => Some(Field::BirthDate),
            Self::Sex | Self::MaleMark | Self::FemaleMark => Some(Field::Sex),
            Self::Residence | Self::Street | Self::Commune | Self::District | Self::Province => {
                Some(Field::Residence)
            }
            other => Field::from_name(other.name()),
        }
    }

    /// The column that stands for the whole of which this one is a part, as changes name it.
    pub fn whole(self) -> Self {
        self.field().and_then(|field| Self::from_name(field.name())).unwrap_or(self)
    }

    /// Where findings about it stand: `person.<field>`, or `contact.<name>` for what is no field of a person.
    pub(super) fn path(self) -> String {
        match self.field() {
            Some(field) => ["person.", field.name()].concat(),
            None => ["contact.", self.name()].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_column() {
        for column in PersonColumn::ALL {
            assert_eq!(PersonColumn::from_name(column.name()), Some(*column));
        }
        assert_eq!(PersonColumn::from_name("shoeSize"), None);
        assert_eq!(PersonColumn::District.whole(), PersonColumn::Residence);
        assert_eq!(PersonColumn::Phone.whole(), PersonColumn::Phone);
        assert_eq!(PersonColumn::GivenName.path(), "person.fullName");
        assert_eq!(PersonColumn::Phone.path(), "contact.phone");
    }
}
