//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// Not 12 digits: no personal number.
    NOT_TWELVE_DIGITS = "pin.not_twelve_digits", Error, Citizen,
        vi: "Số định danh cá nhân phải có đúng 12 chữ số; ở đây đọc được {count} chữ số." => "Hãy xem số in trên thẻ rồi nhập lại.",
        en: "A personal number has exactly 12 digits; {count} were read here." => "Look at the number printed on the card and type it again.";
    /// Letters or signs among the digits.
    NOT_ONLY_DIGITS = "pin.not_only_digits", Error, Citizen,
        vi: "Số định danh cá nhân chỉ gồm chữ số, ở đây có ký tự khác." => "Hãy xem số in trên thẻ rồi nhập lại (chữ O không phải số 0, chữ I không phải số 1).",
        en: "A personal number consists of digits only; there is another character here." => "Look at the number printed on the card and type it again (the letter O is not a 0, the letter I is not a 1).";
    /// Nine digits: the number of an old CMND.
    OLD_ID = "pin.old_id", Error, Citizen,
        vi: "Đây là số chứng minh nhân dân cũ (9 số), không phải số định danh cá nhân." => "Hãy nhập số 12 chữ số trên thẻ căn cước.",
        en: "This is the number of an old identity paper (CMND, 9 digits), not a personal number." => "Enter the 12-digit number of the citizen card.";
    /// The first three digits are no known code.
    PLACE_UNKNOWN = "pin.place_unknown", Warning, Citizen,
        vi: "Ba số đầu ({code}) không phải mã tỉnh hay mã nước đã biết." => "Hãy so lại với thẻ; nếu đúng như thẻ thì cứ tiếp tục.",
        en: "The first three digits ({code}) are no known code of a province or country." => "Compare with the card; if it is as printed, go on.";
    /// One of the seven codes that the merger of 2025 gave to another province.
    PLACE_TWO_NAMES = "pin.place_two_names", Info, Nobody,
        vi: "Mã {code}: đăng ký khai sinh trước 01/7/2025 là {before}, từ ngày đó là {since}." => "",
        en: "Code {code}: {before} for births registered before 1 July 2025, {since} since then." => "";
    /// 101–295: registered abroad.
    BORN_ABROAD = "pin.born_abroad", Info, Nobody,
        vi: "Mã {code}: khai sinh đăng ký ở nước ngoài ({country}, theo bản sao của danh mục mã nước)." => "",
        en: "Code {code}: the birth was registered abroad ({country}, by a copy of the list of country codes)." => "";
    /// The year in the number has not come yet.
    YEAR_IN_FUTURE = "pin.year_in_future", Warning, Citizen,
        vi: "Năm sinh trong số định danh ({year}) chưa tới." => "Hãy so lại số với thẻ.",
        en: "The year of birth in the personal number ({year}) is still to come." => "Compare the number with the card.";
    /// Number and sex do not fit together.
    SEX_DIFFERS = "pin.sex_differs", Warning, Citizen,
        vi: "Giới tính không khớp với chữ số thứ tư của số định danh." => "Hãy so lại cả hai với thẻ. Nếu đúng như thẻ thì cứ tiếp tục: số có thể đã cấp trước khi giới tính được xác định lại.",
        en: "The sex does not fit the fourth digit of the personal number." => "Compare both with the card. If they are as printed, go on: the number may be older than a correction of the sex.";
    /// Number and birth do not fit together.
    BIRTH_YEAR_DIFFERS = "pin.birth_year_differs", Warning, Citizen,
        vi: "Năm sinh không khớp với số định danh (trong số là {year})." => "Hãy so lại cả hai với thẻ. Nếu đúng như thẻ thì cứ tiếp tục: số có thể đã cấp trước khi năm sinh được cải chính.",
        en: "The year of birth does not fit the personal number (which says {year})." => "Compare both with the card. If they are as printed, go on: the number may be older than a correction of the year.";
}
