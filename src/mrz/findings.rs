//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// Nothing at all.
    EMPTY = "mrz.empty", Error, Citizen,
        vi: "Chưa có dòng mã nào." => "Hãy nhập các dòng chữ in hoa có dấu < ở mặt sau thẻ.",
        en: "There are no lines yet." => "Enter the lines of capitals and < on the back of the card.";
    /// The number of characters is that of no zone.
    LENGTH = "mrz.length", Error, Citizen,
        vi: "Dòng mã phải có 3 dòng, mỗi dòng 30 ký tự (thẻ), hoặc 2 dòng, mỗi dòng 44 ký tự (hộ chiếu); ở đây có {count} ký tự: {lines}." => "Hãy đếm lại, kể cả các dấu <.",
        en: "There are 3 lines of 30 characters (card) or 2 of 44 (passport); here are {count}: {lines}." => "Count again, with every <.";
    /// A character that no zone holds.
    CHARACTER = "mrz.character", Error, Citizen,
        vi: "Ký tự thứ {column} của dòng {line} không dùng trong dòng mã." => "Chỉ có chữ A–Z không dấu, chữ số và dấu <.",
        en: "Character {column} of line {line} does not occur in such lines." => "There are only A–Z, digits and <.";
    /// The first letters are those of no document.
    DOCUMENT_CODE = "mrz.document_code", Error, Citizen,
        vi: "Hai ký tự đầu không phải của thẻ hay hộ chiếu." => "Hãy so lại với thẻ: thẻ Việt Nam bắt đầu bằng IDVNM, hộ chiếu bằng P<VNM.",
        en: "The first two characters are those of no card or passport." => "Compare with the document: a Vietnamese card begins with IDVNM, a passport with P<VNM.";
    /// A code that is none of the list of ICAO Doc 9303-3 section 5.
    STATE_UNKNOWN = "mrz.state_unknown", Warning, Citizen,
        vi: "Không có nước hay tổ chức nào mang mã {code}: có ký tự bị đọc hoặc nhập sai." => "Hãy so từng chữ với giấy tờ.",
        en: "No state or organisation has the code {code}: a character was misread or mistyped." => "Compare each letter with the document.";
    /// A Vietnamese document for another nationality.
    NATIONALITY_DIFFERS = "mrz.nationality_differs", Warning, Citizen,
        vi: "Giấy tờ của Việt Nam nhưng mục quốc tịch không phải VNM nên không dùng mục này." => "Hãy so lại với giấy tờ.",
        en: "A document of Việt Nam with another nationality than VNM; the nationality was not used." => "Compare it with the document.";
    /// A check digit of ICAO does not agree.
    CHECK_DIGIT = "mrz.check_digit", Error, Citizen,
        vi: "Chữ số kiểm tra của mục này không khớp: có ký tự bị đọc hoặc nhập sai." => "Hãy so từng ký tự với giấy tờ.",
        en: "The check digit of this part does not agree: a character was misread or mistyped." => "Compare each character with the document.";
    /// The composite one.
    COMPOSITE = "mrz.composite", Error, Citizen,
        vi: "Chữ số kiểm tra chung không khớp: có ký tự bị đọc hoặc nhập sai ở dòng 1 hoặc dòng 2." => "Hãy so từng ký tự với giấy tờ.",
        en: "The overall check digit does not agree: a character of line 1 or 2 was misread or mistyped." => "Compare each character with the document.";
    /// The digit in column 30, which only Vietnam uses.
    NATIONAL_DIGIT = "mrz.national_digit", Warning, Citizen,
        vi: "Chữ số cuối dòng 1 (chữ số kiểm tra riêng của Việt Nam cho số định danh) không khớp." => "Hãy so số định danh với mặt trước thẻ.",
        en: "The last digit of line 1 (Vietnam's own check of the personal number) does not agree." => "Compare the personal number with the front of the card.";
    /// Columns 16–27.
    PIN_FORMAT = "mrz.pin_format", Error, Citizen,
        vi: "Số định danh ở dòng 1 (ký tự 16–27) không phải 12 chữ số." => "Hãy so lại với thẻ.",
        en: "The personal number in line 1 (characters 16–27) is not of 12 digits." => "Compare with the card.";
    /// The card's number is the end of the PIN.
    NUMBER_AND_PIN = "mrz.number_and_pin", Warning, Officer,
        vi: "Số thẻ ở dòng 1 không phải 9 chữ số cuối của số định danh." => "Hãy so cả hai với thẻ.",
        en: "The number of the card in line 1 is not the last 9 digits of the personal number." => "Compare both with the card.";
    /// No such day.
    DATE_FORMAT = "mrz.date_format", Error, Citizen,
        vi: "Ngày này không có trong lịch." => "Hãy so lại với giấy tờ.",
        en: "This date does not exist." => "Compare with the document.";
    /// Neither M nor F.
    SEX_FORMAT = "mrz.sex_format", Warning, Citizen,
        vi: "Giới tính trong dòng mã không phải M (nam) hay F (nữ)." => "Hãy so lại với giấy tờ.",
        en: "The sex in the zone is neither M nor F." => "Compare with the document.";
    /// No name.
    NAME_MISSING = "mrz.name_missing", Error, Citizen,
        vi: "Dòng họ tên trống." => "Hãy so lại với giấy tờ.",
        en: "The line of the name is empty." => "Compare with the document.";
    /// A digit in the name.
    NAME_CHARACTERS = "mrz.name_characters", Warning, Citizen,
        vi: "Dòng họ tên có chữ số." => "Hãy so lại với giấy tờ.",
        en: "The line of the name holds a digit." => "Compare with the document.";
    /// A full line has no room for more.
    NAME_CUT = "mrz.name_cut", Info, Citizen,
        vi: "Họ tên dài hơn dòng mã nên có thể đã bị cắt." => "Hãy dùng họ tên đầy đủ in trên thẻ.",
        en: "The name fills its line and may have been cut." => "Use the full name printed on the card.";
    /// A letter where a digit belongs, or the reverse.
    SLIP = "mrz.slip", Warning, Citizen,
        vi: "Dòng {line}, ký tự thứ {column}: có lẽ đọc nhầm {read}, đúng ra là {likely}." => "Hãy so với giấy tờ rồi sửa.",
        en: "Line {line}, character {column}: {read} was probably misread for {likely}." => "Compare with the document and correct it.";
    /// One substitution makes everything agree.
    SUGGESTION = "mrz.suggestion", Info, Citizen,
        vi: "Nếu ký tự thứ {column} của dòng {line} là {likely} thay vì {read} thì mọi chữ số kiểm tra đều khớp." => "Hãy so với giấy tờ; nếu đúng thì sửa.",
        en: "If character {column} of line {line} were {likely} instead of {read}, every check digit would agree." => "Compare with the document; correct it if that is what it says.";
    /// 12 digits in a Vietnamese passport.
    PERSONAL_NUMBER = "mrz.personal_number", Info, Citizen,
        vi: "Hộ chiếu có ghi một số riêng ở dòng 2; chưa chắc là số định danh nên không tự điền." => "Nếu cần, hãy nhập số định danh theo thẻ căn cước.",
        en: "The passport carries a number of its own in line 2; it may not be the personal number, so it is not filled in." => "If it is needed, enter the number of the citizen card.";
    /// No diacritics in such lines.
    LATIN_ONLY = "mrz.latin_only", Info, Nobody,
        vi: "Dòng mã chỉ ghi họ tên không dấu." => "Hãy quét mã QR hoặc đọc chip để có họ tên đầy đủ dấu.",
        en: "The zone holds the name without accents." => "Scan the QR code or read the chip for the full spelling.";
}
