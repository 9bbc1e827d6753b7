//! Finding codes of this area: what can be said, and in which words. Changes carry the code of their reason.

use crate::finding::codes;

codes! {
    /// Why a value changed: spaces, normal form, signs that nobody sees.
    CLEANED = "people.cleaned", Info, Nobody,
        vi: "Đã bỏ khoảng trắng thừa, ký tự ẩn và đưa chữ về một dạng Unicode." => "",
        en: "Extra spaces and hidden characters were removed, and the letters brought into one form of Unicode." => "";
    /// Why a name changed: all in capitals, or all in small letters.
    CAPITALS = "people.capitals", Info, Nobody,
        vi: "Đã viết hoa chữ cái đầu của mỗi từ, như thẻ căn cước ghi trong mã QR." => "",
        en: "Each word was given a capital, as the QR code of the card writes it." => "";
    /// Why a value changed: letters of another script that look like Latin ones.
    LETTERS = "people.letters", Info, Nobody,
        vi: "Đã thay chữ cái của bảng chữ khác (trông giống chữ Latinh) bằng chữ Latinh." => "",
        en: "Letters of another script that look like Latin ones were replaced by Latin ones." => "";
    /// A text that may be in the font of the rest of the list.
    FONT_UNSURE = "people.font_unsure", Warning, Officer,
        vi: "Danh sách có chữ của phông cũ (TCVN3, VNI); chữ ở ô này có thể cũng vậy." => "Hãy chọn cách đọc đúng.",
        en: "The list has text in old fonts (TCVN3, VNI), and this may be such a text." => "Choose the right reading.";
    /// Why a name and a birth changed: the year stood behind the name.
    BIRTH_BEHIND_NAME = "people.birth_behind_name", Info, Nobody,
        vi: "Năm sinh ghi sau họ tên đã được tách ra." => "",
        en: "The year of birth that stood behind the name was split off." => "";
    /// Why a number changed: Excel had dropped its zeros, and birth and sex agree with them put back.
    ZERO_RESTORED = "people.zero_restored", Info, Nobody,
        vi: "Đã thêm lại số 0 ở đầu mà bảng tính bỏ mất; năm sinh và giới tính khớp với số này." => "",
        en: "The leading zero that the spreadsheet dropped was put back; birth and sex agree with the number." => "";
    /// Why a number changed: blanks, dots, words beside the digits.
    NUMBER_TIDIED = "people.number_tidied", Info, Nobody,
        vi: "Đã bỏ dấu cách, dấu chấm và chữ thừa quanh các chữ số." => "",
        en: "Blanks, dots and words around the digits were removed." => "";
    /// Why a number changed: written with an exponent, all digits there.
    NUMBER_SPELLED_OUT = "people.number_spelled_out", Info, Nobody,
        vi: "Số ghi dạng lũy thừa (E+) còn đủ chữ số nên đã được viết lại đầy đủ." => "",
        en: "The number was written with an exponent (E+); all its digits are there and were written out." => "";
    /// Why a number changed: O for 0, I or l for 1, and birth and sex agree.
    NUMBER_LETTERS = "people.number_letters", Info, Nobody,
        vi: "Chữ O, I, l trong số đã được thay bằng 0, 1; năm sinh và giới tính khớp với số này." => "",
        en: "The letters O, I, l in the number were replaced by 0 and 1; birth and sex agree with it." => "";
    /// Why a number stands elsewhere: nine digits are the old CMND's.
    OLD_NUMBER_MOVED = "people.old_number_moved", Info, Nobody,
        vi: "Số 9 chữ số là số chứng minh nhân dân cũ, đã chuyển sang đúng mục." => "",
        en: "A number of 9 digits is that of an old CMND and was put into its own field." => "";
    /// Zeros may be missing; nothing confirms it.
    ZERO_UNSURE = "people.zero_unsure", Warning, Officer,
        vi: "Số định danh có {count} chữ số; có thể bảng tính đã bỏ số 0 ở đầu, nhưng năm sinh và giới tính chưa đủ để chắc chắn." => "Hãy so với thẻ rồi chọn, hoặc nhập lại đủ 12 số.",
        en: "The personal number has {count} digits; a spreadsheet may have dropped its zeros, but birth and sex do not make it certain." => "Compare it with the card and choose, or enter all 12 digits.";
    /// The digits at the end are gone.
    NUMBER_ROUNDED = "people.number_rounded", Warning, Officer,
        vi: "Bảng tính đã làm tròn số này, các chữ số cuối đã mất." => "Hãy nhập lại từ thẻ hoặc từ tệp gốc; đặt cột này là Văn bản (Text) trước khi nhập.",
        en: "The spreadsheet rounded this number; its last digits are lost." => "Enter it again from the card or the original file; set the column to Text first.";
    /// O for 0, I for 1, and nothing confirms it.
    LETTERS_UNSURE = "people.letters_unsure", Warning, Officer,
        vi: "Trong số có chữ cái giống chữ số, chưa đủ căn cứ để sửa." => "Hãy so với thẻ rồi chọn.",
        en: "There are letters in the number that look like digits; nothing confirms the correction." => "Compare it with the card and choose.";
    /// Several personal numbers in one cell.
    NUMBERS_SEVERAL = "people.numbers_several", Warning, Officer,
        vi: "Một ô có nhiều số định danh." => "Hãy chọn số của người này.",
        en: "There are several personal numbers in one cell." => "Choose the one of this person.";
    /// The number of an old CMND with 8 digits.
    OLD_ZERO_UNSURE = "people.old_zero_unsure", Warning, Officer,
        vi: "Số chứng minh nhân dân cũ có 8 chữ số; có thể thiếu số 0 ở đầu." => "Hãy so với giấy tờ rồi chọn.",
        en: "The number of the old CMND has 8 digits; a leading zero may be missing." => "Compare it with the document and choose.";
    /// Two people with one number.
    NUMBER_SHARED = "people.number_shared", Error, Officer,
        vi: "Hai người khác nhau trong danh sách có cùng số định danh." => "Hãy so cả hai với thẻ và sửa số sai.",
        en: "Two different people in the list have the same personal number." => "Compare both with their cards and correct the wrong one.";
    /// Number and place of birth registration are of different provinces.
    PROVINCE_DIFFERS = "people.province_differs", Warning, Officer,
        vi: "Nơi đăng ký khai sinh không phải {place}, tỉnh ghi trong số định danh." => "Hãy so cả hai với giấy khai sinh hoặc thẻ; nếu đúng thì cứ tiếp tục.",
        en: "The place of birth registration is not {place}, which the personal number says." => "Compare both with the birth certificate or the card; if they are right, go on.";
    /// A title that may be a family name.
    NAME_TITLE = "people.name_title", Warning, Officer,
        vi: "Trước họ tên có từ xưng hô, hoặc đó là họ." => "Hãy chọn cách ghi đúng.",
        en: "The name begins with a form of address, or with a family name of that spelling." => "Choose the right one.";
    /// Letters that no Latin name has.
    NAME_SCRIPT = "people.name_script", Warning, Officer,
        vi: "Trong họ tên có chữ không phải chữ Latinh." => "Hãy gõ lại theo giấy tờ.",
        en: "The name holds letters that are not Latin." => "Type it again from the document.";
    /// A remark in brackets.
    NAME_NOTE = "people.name_note", Warning, Officer,
        vi: "Trong ô họ tên có ghi chú." => "Hãy chuyển ghi chú sang cột khác.",
        en: "There is a remark in the cell of the name." => "Move it into a column of its own.";
    /// Why a day changed: written another way.
    DAY_FORM = "people.day_form", Info, Nobody,
        vi: "Ngày được viết lại theo một dạng." => "",
        en: "The day was written in one form." => "";
    /// Why a day changed: month first, as the column does throughout.
    DAY_MONTH_FIRST = "people.day_month_first", Info, Nobody,
        vi: "Cột này ghi tháng trước ngày, nên ngày được hiểu như vậy." => "",
        en: "This column writes the month first; the day was read so." => "";
    /// Why a day changed: the serial number of a spreadsheet.
    DAY_SERIAL = "people.day_serial", Info, Nobody,
        vi: "Số thứ tự ngày của bảng tính đã được đổi thành ngày." => "",
        en: "The serial number of a spreadsheet was turned into its day." => "";
    /// Why a day changed: days counted from 1904.
    DAY_1904 = "people.day_1904", Info, Nobody,
        vi: "Tệp này đếm ngày từ năm 1904 nên ngày đã được chỉnh 1.462 ngày." => "",
        en: "This file counts days from 1904; the day was moved by 1,462 days." => "";
    /// Why a day changed: a year of two digits.
    DAY_CENTURY = "people.day_century", Info, Nobody,
        vi: "Năm ghi hai chữ số đã được viết đủ bốn; chỉ một thế kỷ phù hợp." => "",
        en: "A year of two digits was written with four; only one century fits." => "";
    /// Both orders are possible, and the column does not settle it.
    DAY_AMBIGUOUS = "people.day_ambiguous", Warning, Officer,
        vi: "Chưa rõ đâu là ngày, đâu là tháng: cột này ghi lẫn hai cách." => "Hãy chọn theo giấy tờ.",
        en: "Day and month could be either way round: this column mixes both orders." => "Choose by the document.";
    /// Excel of another country may have exchanged day and month.
    DAY_EXCHANGED = "people.day_exchanged", Warning, Officer,
        vi: "Có thể bảng tính đã đổi chỗ ngày và tháng: mọi ngày trên 12 trong cột còn là chữ, các ngày khác thì không." => "Hãy so vài dòng với giấy tờ rồi chọn cho cả cột.",
        en: "The spreadsheet may have exchanged day and month: in this column every day above 12 is still text, the others are not." => "Compare some rows with documents and choose for the whole column.";
    /// Two centuries are possible.
    CENTURY_UNSURE = "people.century_unsure", Warning, Officer,
        vi: "Năm chỉ ghi hai chữ số, có hai thế kỷ phù hợp." => "Hãy chọn năm đúng.",
        en: "The year has two digits only, and two centuries fit." => "Choose the right year.";
    /// Days from 1900 or from 1904?
    EPOCH_UNSURE = "people.epoch_unsure", Warning, Officer,
        vi: "Chưa rõ tệp này đếm ngày từ năm 1900 hay 1904: năm sinh không khớp đều với số định danh." => "Hãy so vài dòng với giấy tờ rồi chọn cho cả cột.",
        en: "It is not clear whether this file counts days from 1900 or 1904: the births do not agree with the personal numbers." => "Compare some rows with documents and choose for the whole column.";
    /// More years than anybody lives.
    AGE_IMPLAUSIBLE = "people.age_implausible", Warning, Officer,
        vi: "Người này {age} tuổi." => "Hãy so lại năm sinh với giấy tờ.",
        en: "This person would be {age} years old." => "Compare the year of birth with the document.";
    /// Why the sex changed: written another way, or as a mark or a code.
    SEX_FORM = "people.sex_form", Info, Nobody,
        vi: "Giới tính được viết lại thành Nam hoặc Nữ." => "",
        en: "The sex was written as Nam or Nữ." => "";
    /// 0 and 1, or 1 and 2, and nothing says which is which.
    SEX_CODE_UNSURE = "people.sex_code_unsure", Warning, Officer,
        vi: "Giới tính ghi bằng mã số, chưa rõ mã nào là nam, mã nào là nữ." => "Hãy chọn một lần cho cả cột.",
        en: "The sex is written as a code, and it is not clear which one is which." => "Choose once for the whole column.";
    /// Why a telephone number changed: blanks, country code, zero.
    PHONE_FORM = "people.phone_form", Info, Nobody,
        vi: "Số điện thoại được viết lại theo dạng 0xxxxxxxxx." => "",
        en: "The telephone number was written as 0xxxxxxxxx." => "";
    /// Why a telephone number changed: 11 digits became 10 in 2018.
    PHONE_2018 = "people.phone_2018", Info, Nobody,
        vi: "Đầu số di động 11 số đã được đổi sang đầu số 10 số (từ ngày 15/9/2018)." => "",
        en: "The prefix of a mobile number of 11 digits was replaced by that of 10 digits (since 15 September 2018)." => "";
    /// No telephone number of Vietnam.
    PHONE_WRONG = "people.phone_wrong", Warning, Officer,
        vi: "Đây không phải số điện thoại Việt Nam." => "Hãy kiểm tra lại số.",
        en: "This is no telephone number of Vietnam." => "Check the number.";
    /// Why an e-mail address changed.
    EMAIL_FORM = "people.email_form", Info, Nobody,
        vi: "Đã bỏ khoảng trắng và chữ thừa quanh địa chỉ thư điện tử." => "",
        en: "Blanks and extra words around the e-mail address were removed." => "";
    /// No e-mail address.
    EMAIL_WRONG = "people.email_wrong", Warning, Officer,
        vi: "Địa chỉ thư điện tử không đúng dạng." => "Ví dụ đúng: ten@vidu.vn.",
        en: "The e-mail address is not in the right form." => "For example: name@example.vn.";
    /// A well-known domain with a slip.
    EMAIL_SLIP = "people.email_slip", Warning, Officer,
        vi: "Tên miền của địa chỉ thư điện tử có vẻ gõ nhầm." => "Hãy chọn cách ghi đúng.",
        en: "The domain of the e-mail address looks mistyped." => "Choose the right one.";
    /// Why a code changed: blanks, small letters, a hyphen.
    CODE_FORM = "people.code_form", Info, Nobody,
        vi: "Mã được viết lại đúng dạng (chữ hoa, không dấu cách)." => "",
        en: "The code was written in its form (capitals, no blanks)." => "";
    /// A zero may be missing from a code.
    CODE_ZERO_UNSURE = "people.code_zero_unsure", Warning, Officer,
        vi: "Mã thiếu một chữ số; có thể bảng tính đã bỏ số 0 ở đầu." => "Hãy so với giấy tờ rồi chọn.",
        en: "The code lacks a digit; a spreadsheet may have dropped a leading zero." => "Compare it with the document and choose.";
    /// No tax code.
    TAX_CODE_WRONG = "people.tax_code_wrong", Warning, Officer,
        vi: "Mã số thuế không đúng: phải là 10 số có số kiểm tra, 13 số của chi nhánh, hoặc số định danh của người này." => "Hãy kiểm tra lại.",
        en: "This is no tax code: it has 10 digits with a check digit, 13 for a branch, or is the personal number." => "Check it again.";
    /// No code of a health card.
    HEALTH_CARD_WRONG = "people.health_card_wrong", Warning, Officer,
        vi: "Mã thẻ bảo hiểm y tế không đúng: phải có 15 ký tự như GD4010110123456, hoặc 10 số của mã bảo hiểm xã hội." => "Hãy kiểm tra lại.",
        en: "This is no health-insurance code: it has 15 characters as in GD4010110123456, or the 10 digits of the social-insurance code." => "Check it again.";
    /// A cell that should hold something is empty.
    MISSING = "people.missing", Warning, Officer,
        vi: "Thiếu {field}." => "Hãy bổ sung.",
        en: "The {field} is missing." => "Add it.";
    /// `#N/A`, `#REF!`.
    FORMULA_ERROR = "people.formula_error", Warning, Officer,
        vi: "Ô này là lỗi công thức của bảng tính." => "Hãy mở tệp gốc và sửa công thức, hoặc nhập giá trị.",
        en: "This cell is an error of a formula." => "Open the original file and correct the formula, or enter the value.";
    /// More characters than a cell of a spreadsheet holds.
    CELL_TOO_LONG = "people.cell_too_long", Error, Officer,
        vi: "Ô này quá dài nên không được đọc." => "Hãy rút gọn: một ô của bảng tính chứa nhiều nhất 32.767 ký tự.",
        en: "This cell is too long and was not read." => "Shorten it: a cell of a spreadsheet holds 32,767 characters at most.";
    /// Nothing says what the columns are.
    NO_HEADING = "people.no_heading", Warning, Officer,
        vi: "Không thấy dòng tiêu đề; các cột được nhận ra theo nội dung." => "Hãy kiểm tra từng cột trước khi dùng kết quả.",
        en: "There is no row of headings; the columns were recognised by what stands in them." => "Check each column before you use the result.";
    /// A column was recognised, and not for certain.
    COLUMN_UNSURE = "people.column_unsure", Warning, Officer,
        vi: "Cột {column} được hiểu là {field}, nhưng chưa chắc chắn." => "Hãy xác nhận hoặc chọn lại.",
        en: "Column {column} was taken for the {field}, which is not certain." => "Confirm it or choose another.";
    /// A second column of the same kind.
    COLUMN_REPEATED = "people.column_repeated", Warning, Officer,
        vi: "Cột {column} cũng có vẻ là {field}; chỉ cột đầu được kiểm tra." => "Hãy chọn lại nếu cần cột này.",
        en: "Column {column} also looks like the {field}; only the first one was checked." => "Choose again if you need this one.";
    /// A column that every list of people needs is not there.
    COLUMN_MISSING = "people.column_missing", Warning, Officer,
        vi: "Danh sách không có cột {field}." => "Nếu có, hãy chọn cột đó.",
        en: "The list has no column with the {field}." => "If there is one, choose it.";
    /// Rows that are no people.
    ROWS_SKIPPED = "people.rows_skipped", Info, Nobody,
        vi: "{count} dòng không phải người (tiêu đề, tên tổ, cộng, chữ ký) được giữ nguyên." => "",
        en: "{count} rows are no people (headings, names of groups, totals, signatures) and were left as they are." => "";
    /// Most addresses name no commune.
    ADDRESSES_WITHOUT_UNITS = "people.addresses_without_units", Warning, Officer,
        vi: "Phần lớn địa chỉ không ghi xã, phường nên không đổi được sang đơn vị mới." => "Nếu cả danh sách cùng một xã, hãy thêm cột xã và tỉnh.",
        en: "Most addresses name no commune and cannot be converted." => "If the whole list is of one commune, add columns with commune and province.";
    /// A divided or doubtful unit.
    ADDRESS_UNSURE = "people.address_unsure", Warning, Officer,
        vi: "Địa chỉ có thể thuộc nhiều đơn vị mới." => "Hãy chọn đơn vị mà nơi ở hiện nay thuộc về.",
        en: "The address may be in several of today's units." => "Choose the one that the home is in now.";
    /// Why a value changed: somebody decided.
    DECIDED = "people.decided", Info, Nobody,
        vi: "Người làm danh sách đã chọn hoặc nhập giá trị này." => "",
        en: "Whoever works on the list chose or typed this value." => "";
}
