//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// No unit of either era was recognised.
    NOT_RECOGNISED = "address.not_recognised", Warning, Citizen,
        vi: "Chưa nhận ra xã, phường nào trong địa chỉ này." => "Hãy ghi đủ xã (phường), huyện (quận) nếu là địa chỉ cũ, và tỉnh (thành phố).",
        en: "No commune or ward was recognised in this address." => "Write the commune (ward), the district if the address is an old one, and the province (city).";
    /// Only a district or a province is named.
    COMMUNE_MISSING = "address.commune_missing", Warning, Citizen,
        vi: "Địa chỉ mới có đến {unit}, chưa có xã, phường." => "Hãy chọn xã, phường.",
        en: "The address names {unit} but no commune or ward." => "Choose the commune or ward.";
    /// Several units fit.
    AMBIGUOUS = "address.ambiguous", Warning, Citizen,
        vi: "Có {count} đơn vị phù hợp với địa chỉ này." => "Hãy chọn đúng đơn vị, hoặc ghi thêm huyện (quận), tỉnh.",
        en: "{count} units fit this address." => "Choose the right one, or add the district and the province.";
    /// The commune's name alone, or loose among other words.
    UNSURE = "address.unsure", Warning, Citizen,
        vi: "Địa chỉ thiếu cấp trên hoặc tên xã, phường không đứng riêng, nên chưa chắc chắn." => "Hãy kiểm tra đơn vị được đề xuất.",
        en: "The address lacks the levels above, or the commune's name does not stand by itself, so this is not certain." => "Check the unit that is proposed.";
    /// The levels do not belong together.
    LEVELS_DISAGREE = "address.levels_disagree", Warning, Citizen,
        vi: "Các cấp trong địa chỉ không khớp nhau: {unit} không thuộc huyện hoặc tỉnh đã ghi." => "Hãy kiểm tra lại địa chỉ.",
        en: "The levels of the address do not agree: {unit} is not in the district or province that is written." => "Check the address.";
    /// Old and new levels in one address.
    MIXED_ERAS = "address.mixed_eras", Info, Citizen,
        vi: "Địa chỉ ghi lẫn tên đơn vị trước và sau ngày 01/7/2025." => "Hãy xem lại kết quả.",
        en: "The address mixes units of before and after 1 July 2025." => "Look at the result again.";
    /// A unit that had been merged before.
    MERGED_BEFORE = "address.merged_before", Info, Nobody,
        vi: "Đơn vị ghi trong địa chỉ đã nhập vào {unit} từ trước ngày 01/7/2025." => "",
        en: "The unit in the address had been merged into {unit} before 1 July 2025." => "";
    /// The accents are not the official ones.
    SPELLING = "address.spelling", Warning, Citizen,
        vi: "Tên trong địa chỉ viết khác tên chính thức: {unit}." => "Hãy kiểm tra xem có đúng đơn vị này không.",
        en: "The name in the address is spelled otherwise than the official one: {unit}." => "Check whether this is the unit.";
    /// The old commune was divided.
    DIVIDED = "address.divided", Warning, Citizen,
        vi: "{unit} đã được chia về {count} đơn vị mới." => "Hãy chọn đơn vị mà nơi ở hiện nay thuộc về.",
        en: "{unit} was divided among {count} new units." => "Choose the one that the home is in now.";
    /// Sources differ about the mapping.
    SOURCES_DIFFER = "address.sources_differ", Warning, Officer,
        vi: "Các bảng chuyển đổi đang công bố chưa thống nhất về {unit}." => "Hãy xác nhận với UBND cấp xã.",
        en: "The published tables do not agree about {unit}." => "Confirm it with the commune's office.";
    /// A code without a row in the mapping.
    CODE_NOT_MAPPED = "address.code_not_mapped", Warning, Officer,
        vi: "Mã {code} có trong danh mục cũ nhưng không có trong bảng chuyển đổi." => "Hãy chọn theo tên đơn vị.",
        en: "Code {code} is in the old list but has no row in the conversion table." => "Choose by the unit's name.";
    /// A code that neither list has.
    CODE_UNKNOWN = "address.code_unknown", Warning, Developer,
        vi: "Mã đơn vị hành chính không có trong danh mục nào." => "Hãy kiểm tra lại mã.",
        en: "No list has this code of an administrative unit." => "Check the code.";
    /// A district that had no communes.
    ISLAND_DISTRICT = "address.island_district", Info, Nobody,
        vi: "{unit} không có đơn vị cấp xã; cả huyện nay là một đặc khu." => "",
        en: "{unit} had no communes; the whole district is now one special zone." => "";
    /// Nothing to convert.
    ALREADY_CURRENT = "address.already_current", Info, Nobody,
        vi: "Địa chỉ đã theo đơn vị hành chính hiện nay." => "",
        en: "The address already names today's units." => "";
    /// Converted from the old units.
    CONVERTED = "address.converted", Info, Nobody,
        vi: "Đã chuyển đổi theo Nghị quyết 202/2025/QH15 và các nghị quyết của UBTVQH." => "",
        en: "Converted under Resolution 202/2025/QH15 and the resolutions of the Standing Committee of the National Assembly." => "";
    /// Asked for a day before the units existed.
    BEFORE_UNITS_DAY = "address.before_units_day", Warning, Developer,
        vi: "Các đơn vị hành chính mới có từ ngày {day}; ngày được hỏi là trước đó." => "Vào ngày đó địa chỉ cũ vẫn đúng.",
        en: "The new units exist since {day}; the day in question is before." => "On that day the old address was right.";
    /// Something is neither a street nor a unit that is known.
    WORDS_LEFT = "address.words_left", Warning, Citizen,
        vi: "Trong địa chỉ còn chữ chưa rõ là tên đường hay tên đơn vị hành chính nào." => "Hãy kiểm tra đơn vị được đề xuất và phần số nhà, đường, thôn.",
        en: "The address has words of which it is not clear whether they are a street or an administrative unit." => "Check the unit that is proposed, and house, street and hamlet.";
    /// The unit, or its type, is of a later day.
    NOT_YET = "address.not_yet", Warning, Citizen,
        vi: "{unit} có từ ngày {day}; ngày được hỏi là trước đó." => "Vào ngày đó hãy ghi tên trước đó.",
        en: "{unit} exists since {day}; the day in question is before." => "On that day write the name before it.";
    /// A change whose text was not read.
    CHANGE_UNCONFIRMED = "address.change_unconfirmed", Info, Officer,
        vi: "Tên {unit} theo {document}, mới đối chiếu qua bản sao, chưa đọc được văn bản." => "Tên trước đó vẫn được chấp nhận.",
        en: "The name {unit} follows {document}, known from copies; the text itself was not read." => "The name before it is accepted too.";
}
