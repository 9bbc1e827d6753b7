//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// Nothing at all.
    EMPTY = "qr.empty", Error, Citizen,
        vi: "Mã QR không có nội dung." => "Hãy quét lại.",
        en: "The QR code is empty." => "Scan it again.";
    /// A web address.
    WEB_ADDRESS = "qr.web_address", Error, Citizen,
        vi: "Đây là mã QR của một trang web, không phải của giấy tờ." => "Hãy quét mã QR in trên thẻ căn cước, và đừng mở trang web lạ.",
        en: "This QR code is a web address, not that of a document." => "Scan the one printed on the citizen card, and do not open unknown sites.";
    /// No grammar that is known.
    UNKNOWN = "qr.unknown", Error, Citizen,
        vi: "Mã QR này không theo mẫu của giấy tờ nào đã biết ({count} trường)." => "Hãy quét mã QR trên thẻ căn cước; nếu đúng là mã đó thì quét lại cho rõ, hoặc nhập tay.",
        en: "This QR code follows the pattern of no known document ({count} fields)." => "Scan the one on the citizen card; if it was that one, scan it again more closely, or type the data in.";
    /// Looks like a card from which fields are missing or to which some were added.
    FIELD_COUNT = "qr.field_count", Error, Citizen,
        vi: "Mã này giống mã trên thẻ căn cước nhưng có {count} trường thay vì 7 hoặc 11." => "Hãy quét lại. Nếu dùng máy quét cầm tay, máy có thể đã bỏ mất trường trống.",
        en: "This looks like the code of a citizen card, but has {count} fields instead of 7 or 11." => "Scan it again. A hand-held reader may have dropped an empty field.";
    /// Field 0.
    PIN_FORMAT = "qr.pin_format", Error, Citizen,
        vi: "Số định danh trong mã QR không phải 12 chữ số." => "Hãy quét lại; nếu vẫn vậy, hãy nhập số in trên thẻ.",
        en: "The personal number in the QR code is not of 12 digits." => "Scan it again; if that does not help, type the number printed on the card.";
    /// Field 2.
    NAME_MISSING = "qr.name_missing", Error, Citizen,
        vi: "Mã QR không có họ tên." => "Hãy quét lại.",
        en: "The QR code holds no name." => "Scan it again.";
    /// A date that does not exist, or in another form.
    DATE_FORMAT = "qr.date_format", Error, Citizen,
        vi: "Ngày trong mã QR không có trong lịch hoặc không đúng dạng ngày-tháng-năm." => "Hãy quét lại; nếu vẫn vậy, hãy nhập ngày in trên thẻ.",
        en: "A date in the QR code does not exist or is not in the form day-month-year." => "Scan it again; if that does not help, type the date printed on the card.";
    /// Only the year of birth, or month and year, is known.
    BIRTH_YEAR_ONLY = "qr.birth_year_only", Info, Citizen,
        vi: "Mã QR không ghi đủ ngày, tháng sinh." => "Nếu giấy khai sinh có đủ ngày, tháng thì khai theo giấy khai sinh.",
        en: "The QR code holds only the year of birth, or month and year." => "If the birth certificate has day and month, go by that.";
    /// Field 4.
    SEX_FORMAT = "qr.sex_format", Error, Citizen,
        vi: "Giới tính trong mã QR không phải Nam hay Nữ." => "Hãy quét lại; nếu vẫn vậy, hãy chọn theo thẻ.",
        en: "The sex in the QR code is neither Nam nor Nữ." => "Scan it again; if that does not help, choose as on the card.";
    /// Field 5 empty.
    ADDRESS_MISSING = "qr.address_missing", Warning, Citizen,
        vi: "Mã QR không có nơi thường trú." => "Hãy nhập theo thẻ.",
        en: "The QR code holds no residence." => "Type it as on the card.";
    /// A reader dropped the accents.
    DIACRITICS_DROPPED = "qr.diacritics_dropped", Warning, Citizen,
        vi: "Máy quét đã làm mất dấu tiếng Việt." => "Hãy quét bằng máy ảnh, hoặc sửa lại họ tên và địa chỉ theo thẻ.",
        en: "The reader dropped the Vietnamese accents." => "Scan with the camera, or correct name and address as on the card.";
    /// One of the four fields that the card of 2024 added.
    EXTRA_BY_SHAPE_PIN = "qr.extra_by_shape_pin", Info, Officer,
        vi: "Trường thêm này có 12 chữ số nên được hiểu là số định danh đã hủy; đây chỉ là suy đoán theo hình dạng." => "Hãy hỏi lại người có thẻ.",
        en: "This extra field has 12 digits and is taken for a cancelled personal number; that is a guess by shape only." => "Ask the holder.";
    /// A parent's name, of unknown side.
    EXTRA_BY_SHAPE_NAME = "qr.extra_by_shape_name", Info, Citizen,
        vi: "Trường thêm này có thể là họ tên cha hoặc mẹ; mã QR không nói rõ là ai nên không tự điền." => "Nếu cần, hãy tự điền vào đúng ô.",
        en: "This extra field may be the father's or the mother's name; the code does not say which, so it is not filled in." => "If it is needed, enter it where it belongs.";
    /// Neither digits nor words.
    EXTRA_UNKNOWN = "qr.extra_unknown", Info, Nobody,
        vi: "Trường thêm này chưa rõ nghĩa nên được giữ nguyên." => "",
        en: "The meaning of this extra field is not known; it is kept as it is." => "";
    /// The grammar and the day of issue do not go together.
    GRAMMAR_AND_DAY = "qr.grammar_and_day", Warning, Officer,
        vi: "Mẫu mã QR không hợp với ngày cấp: mẫu 11 trường có từ 01/7/2024, mẫu 7 trường chỉ đến trước ngày đó." => "Hãy so ngày cấp với thẻ.",
        en: "The pattern of the code does not go with the day of issue: 11 fields exist since 1 July 2024, 7 fields only before." => "Compare the day of issue with the card.";
    /// Two letters and thirteen digits, or ten digits.
    BHYT_NUMBER = "qr.bhyt_number", Error, Citizen,
        vi: "Mã số trên thẻ bảo hiểm y tế không đúng dạng." => "Hãy quét lại.",
        en: "The number of the health insurance card has the wrong form." => "Scan it again.";
    /// Hexadecimal digits that are no text.
    BHYT_HEX = "qr.bhyt_hex", Error, Citizen,
        vi: "Một mục trong mã QR của thẻ bảo hiểm y tế không giải mã được." => "Hãy quét lại.",
        en: "A field of the health insurance code could not be decoded." => "Scan it again.";
    /// The insurance has ended.
    BHYT_ENDED = "qr.bhyt_ended", Warning, Citizen,
        vi: "Thẻ bảo hiểm y tế đã hết hạn ngày {day}." => "Hãy gia hạn trước khi dùng.",
        en: "The health insurance card ended on {day}." => "Renew it before use.";
    /// It has not begun.
    BHYT_NOT_YET = "qr.bhyt_not_yet", Warning, Citizen,
        vi: "Thẻ bảo hiểm y tế có giá trị từ ngày {day}, chưa tới." => "Hãy kiểm tra lại ngày trên máy.",
        en: "The health insurance card holds only from {day} on." => "Check this device's date.";
    /// How the check string is made is not public.
    BHYT_NOT_CHECKED = "qr.bhyt_not_checked", Info, Nobody,
        vi: "Chuỗi kiểm tra trên thẻ bảo hiểm y tế chưa công bố cách tính nên không kiểm được." => "",
        en: "How the check string of the health insurance card is computed is not public, so it was not checked." => "";
    /// Not 12 digits.
    LICENCE_NUMBER = "qr.licence_number", Error, Citizen,
        vi: "Số giấy phép lái xe không phải 12 chữ số." => "Hãy quét lại.",
        en: "The number of the driver licence is not of 12 digits." => "Scan it again.";
    /// The licence has expired.
    LICENCE_EXPIRED = "qr.licence_expired", Warning, Citizen,
        vi: "Giấy phép lái xe đã hết hạn ngày {day}." => "Hãy làm thủ tục cấp đổi.",
        en: "The driver licence expired on {day}." => "Have it renewed.";
    /// The second line of a licence.
    LICENCE_ADDRESS_LINE = "qr.licence_address_line", Info, Nobody,
        vi: "Mã có kèm địa chỉ trang tra cứu của cảnh sát giao thông; không cần mở." => "",
        en: "The code carries an address of the traffic police's site; it need not be opened." => "";
}
