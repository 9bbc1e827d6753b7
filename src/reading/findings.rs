//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// A birth after the day in question.
    BIRTH_IN_FUTURE = "identity.birth_in_future", Error, Citizen,
        vi: "Ngày sinh chưa tới." => "Hãy so lại ngày sinh với giấy tờ, và xem ngày giờ trên máy có đúng không.",
        en: "The date of birth is still to come." => "Compare it with the document, and check this device's date.";
    /// Issued before the birth.
    ISSUED_BEFORE_BIRTH = "identity.issued_before_birth", Error, Citizen,
        vi: "Ngày cấp thẻ trước ngày sinh." => "Hãy so lại hai ngày này với thẻ rồi quét lại.",
        en: "The day of issue is before the birth." => "Compare both days with the card and scan again.";
    /// Issued after the day in question.
    ISSUED_IN_FUTURE = "identity.issued_in_future", Warning, Citizen,
        vi: "Ngày cấp thẻ chưa tới." => "Hãy so lại ngày cấp với thẻ, và xem ngày giờ trên máy có đúng không.",
        en: "The day of issue is still to come." => "Compare it with the card, and check this device's date.";
    /// A card of the law of 2014 for somebody under 14.
    ISSUED_UNDER_14 = "identity.issued_under_14", Warning, Citizen,
        vi: "Theo ngày cấp, người này chưa đủ 14 tuổi khi được cấp thẻ; trước 01/7/2024 thẻ căn cước công dân chỉ cấp cho người từ đủ 14 tuổi." => "Hãy so lại ngày sinh và ngày cấp với thẻ.",
        en: "By the day of issue the holder was under 14; before 1 July 2024 the card was issued from 14 years on." => "Compare birth and day of issue with the card.";
    /// The zone or the chip has another expiry than the law gives.
    EXPIRY_NOT_BY_LAW = "identity.expiry_not_by_law", Warning, Officer,
        vi: "Hạn ghi trên giấy tờ khác hạn tính từ ngày sinh và ngày cấp theo luật." => "Hãy so với hạn in trên thẻ.",
        en: "The expiry that was read is not the one that the law gives for this birth and day of issue." => "Compare it with the one printed on the card.";
    /// The expiry is not on the QR; the law gives it.
    EXPIRY_COMPUTED = "identity.expiry_computed", Info, Nobody,
        vi: "Mã QR không ghi hạn dùng; hạn này được tính từ ngày sinh và ngày cấp theo luật." => "Hãy so với hạn in trên thẻ.",
        en: "The QR code carries no expiry; this one is computed from birth and issue by law." => "Compare it with the one printed on the card.";
    /// Past its expiry.
    EXPIRED = "identity.expired", Warning, Citizen,
        vi: "Thẻ đã hết hạn ngày {day}." => "Hãy làm thủ tục cấp đổi thẻ ở công an xã, phường; hồ sơ có thể không được nhận với thẻ này.",
        en: "The card expired on {day}." => "Have it replaced at the police of the commune; an application with this card may not be accepted.";
    /// Soon past its expiry.
    EXPIRES_SOON = "identity.expires_soon", Info, Citizen,
        vi: "Thẻ sắp hết hạn, ngày {day}." => "Nên làm thủ tục cấp đổi thẻ sớm.",
        en: "The card expires soon, on {day}." => "Have it replaced in time.";
    /// Only the number of a void paper is known.
    OLD_ID_VOID = "identity.old_id_void", Warning, Citizen,
        vi: "Chứng minh nhân dân 9 số đã hết giá trị sử dụng từ 01/01/2025." => "Hãy dùng thẻ căn cước và số định danh 12 số.",
        en: "The old identity paper (CMND, 9 digits) is void since 1 January 2025." => "Use the citizen card and its 12-digit number.";
    /// No such day, or not a date.
    NOT_A_DATE = "identity.not_a_date", Error, Citizen,
        vi: "Đây không phải một ngày có trong lịch." => "Hãy nhập ngày, tháng, năm như trên giấy tờ, ví dụ 15/05/2002.",
        en: "This is no day of the calendar." => "Enter day, month and year as on the document, for example 15/05/2002.";
    /// Neither of the two words.
    SEX_UNKNOWN = "identity.sex_unknown", Error, Citizen,
        vi: "Giới tính phải là Nam hoặc Nữ như trên giấy tờ." => "Hãy chọn lại.",
        en: "The sex is Nam or Nữ (male or female), as on the document." => "Choose again.";
    /// A digit, a sign, a letter or an order of letters that no name has.
    NAME_DOUBTFUL = "identity.name_doubtful", Warning, Citizen,
        vi: "Họ tên có ký tự lạ (chữ số, dấu hoặc chữ không có trong tên) hoặc mất chữ." => "Hãy so lại với giấy tờ.",
        en: "The name holds a digit, a sign or a letter that names do not have, or lost letters." => "Compare it with the document.";
    /// Not 9 (or 12) digits.
    OLD_ID_DOUBTFUL = "identity.old_id_doubtful", Warning, Citizen,
        vi: "Số chứng minh nhân dân cũ thường có 9 chữ số." => "Hãy so lại với giấy tờ; nếu không nhớ thì để trống.",
        en: "The number of an old CMND has 9 digits." => "Compare it with the document; leave it empty if it is not known.";
    /// Somebody typed it.
    TYPED_ONLY = "identity.typed_only", Info, Citizen,
        vi: "Thông tin này chỉ do người khai nhập, chưa đọc từ giấy tờ nào." => "Nếu có thẻ, hãy quét mã QR hoặc đọc chip.",
        en: "This was only typed in; no document was read." => "If the card is at hand, scan its QR code or read its chip.";
    /// The portal's account says it.
    ACCOUNT_ONLY = "identity.account_only", Info, Citizen,
        vi: "Thông tin này chỉ lấy từ tài khoản, chưa đọc từ giấy tờ nào." => "Nếu có thẻ, hãy quét mã QR hoặc đọc chip.",
        en: "This comes from the account only; no document was read." => "If the card is at hand, scan its QR code or read its chip.";
    /// An entry of the list that is no reading.
    READING_UNUSABLE = "identity.reading_unusable", Warning, Developer,
        vi: "Một mục trong danh sách không phải kết quả đọc giấy tờ nên được bỏ qua." => "Hãy đọc lại giấy tờ đó.",
        en: "An entry of the list is no reading and was left out." => "Read that document again.";
    /// A value of a reading that cannot be what its field says.
    VALUE_UNUSABLE = "identity.value_unusable", Warning, Developer,
        vi: "Một giá trị không đúng dạng nên không được dùng." => "Hãy đọc lại giấy tờ đó.",
        en: "A value has the wrong form and was not used." => "Read that document again.";
    /// Nothing to work with.
    NOTHING_READ = "identity.nothing_read", Error, Citizen,
        vi: "Chưa đọc được giấy tờ nào." => "Hãy quét mã QR trên thẻ, hoặc nhập tay.",
        en: "No document has been read yet." => "Scan the QR code of the card, or type the data in.";
    /// The readings speak of two people.
    DIFFERENT_PEOPLE = "identity.different_people", Error, Citizen,
        vi: "Các giấy tờ này là của hai người khác nhau." => "Chỉ giữ giấy tờ của một người, rồi làm lại.",
        en: "These documents belong to two different people." => "Keep those of one person only, and start again.";
    /// Same name and birth, another number.
    PIN_DIFFERS = "identity.pin_differs", Error, Citizen,
        vi: "Các giấy tờ ghi số định danh khác nhau." => "Hãy so lại từng số. Nếu số đã được cấp lại thì dùng giấy tờ mới nhất.",
        en: "The documents carry different personal numbers." => "Compare each number. If it was re-issued, use the newest document.";
    /// The old number of the same person.
    PIN_REPLACED = "identity.pin_replaced", Warning, Officer,
        vi: "Một giấy tờ còn ghi số định danh cũ đã bị hủy của cùng người này." => "Hãy dùng số mới, và đổi giấy tờ cũ.",
        en: "One document still carries the cancelled personal number of the same person." => "Use the new number, and have the old document replaced.";
    /// Spelled without accents in one source.
    DIFFERS_DIACRITICS = "identity.differs_diacritics", Warning, Citizen,
        vi: "Khác do bỏ dấu." => "Hãy dùng cách viết có dấu như trên thẻ.",
        en: "They differ by dropped diacritics." => "Use the spelling with accents, as on the card.";
    /// Shortened words in one source.
    DIFFERS_ABBREVIATION = "identity.differs_abbreviation", Warning, Citizen,
        vi: "Khác do viết tắt." => "Hãy dùng cách viết đầy đủ.",
        en: "They differ by abbreviation." => "Use the full spelling.";
    /// One is the beginning of the other.
    DIFFERS_TRUNCATION = "identity.differs_truncation", Warning, Citizen,
        vi: "Khác do cắt ngắn." => "Hãy dùng bản đầy đủ.",
        en: "They differ because one is cut short." => "Use the full one.";
    /// One date is less precise.
    DIFFERS_PRECISION = "identity.differs_precision", Info, Citizen,
        vi: "Một nguồn chỉ ghi năm (hoặc tháng và năm)." => "Hãy dùng ngày đầy đủ nếu giấy tờ gốc có ghi.",
        en: "One source knows only the year (or month and year)." => "Use the full date if the original has one.";
    /// Something else altogether, typed.
    DIFFERS_CONTENT = "identity.differs_content", Warning, Citizen,
        vi: "Khác nội dung giữa các nguồn." => "Hãy so với giấy tờ gốc rồi giữ bản đúng.",
        en: "The sources differ in content." => "Compare with the original and keep what is right.";
    /// What identifies a person differs between documents.
    DIFFERS_IDENTIFYING = "identity.differs_identifying", Error, Citizen,
        vi: "Các giấy tờ ghi khác nhau." => "Hãy so với giấy tờ gốc; nếu giấy tờ thật sự khác nhau thì cần cải chính trước khi nộp.",
        en: "The documents contradict each other." => "Compare the originals; if they do differ, have them corrected before you apply.";
    /// Nobody knows whether the card still holds.
    EXPIRY_UNKNOWN = "identity.expiry_unknown", Info, Citizen,
        vi: "Chưa biết hạn dùng của thẻ." => "Hãy xem hạn in trên thẻ.",
        en: "The expiry of the card is not known." => "Look at the one printed on the card.";
    /// Two independent sources say the same.
    SOURCES_AGREE = "identity.sources_agree", Info, Nobody,
        vi: "Các nguồn đọc bằng máy khớp nhau ở mọi mục cùng có." => "",
        en: "The machine-read sources agree on all that they share." => "";
}
