//! What a unit is: tỉnh, quận, phường …

/// The type of an administrative unit, of either era.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UnitKind {
    /// Tỉnh.
    Province,
    /// Thành phố, under the central government or under a province.
    City,
    /// Quận.
    UrbanDistrict,
    /// Huyện.
    RuralDistrict,
    /// Thị xã.
    Town,
    /// Phường.
    Ward,
    /// Xã.
    Commune,
    /// Thị trấn.
    Township,
    /// Đặc khu.
    SpecialZone,
}

impl UnitKind {
    /// In the order of the asset's numbers.
    const ALL: [Self; 9] = [
        Self::Province,
        Self::City,
        Self::UrbanDistrict,
        Self::RuralDistrict,
        Self::Town,
        Self::Ward,
        Self::Commune,
        Self::Township,
        Self::SpecialZone,
    ];

    /// As official names begin.
    pub fn word(self) -> &'static str {
        match self {
            Self::Province => "Tỉnh",
            Self::City => "Thành phố",
            Self::UrbanDistrict => "Quận",
            Self::RuralDistrict => "Huyện",
            Self::Town => "Thị xã",
            Self::Ward => "Phường",
            Self::Commune => "Xã",
            Self::Township => "Thị trấn",
            Self::SpecialZone => "Đặc khu",
        }
    }

    pub(crate) fn of_number(number: u32) -> Option<Self> {
        Self::ALL.get(usize::try_from(number).ok()?).copied()
    }

    /// `Phường Bến Nghé`.
    pub(crate) fn with(self, name: &str) -> String {
        [self.word(), " ", name].concat()
    }

    pub(crate) fn is_commune(self) -> bool {
        matches!(self, Self::Ward | Self::Commune | Self::Township | Self::SpecialZone)
    }

    pub(crate) fn is_district(self) -> bool {
        matches!(self, Self::UrbanDistrict | Self::RuralDistrict | Self::Town | Self::City)
    }

    pub(crate) fn is_province(self) -> bool {
        matches!(self, Self::Province | Self::City)
    }
}
