//! Finding codes of this area: what can be said, and in which words. Rules of forms have theirs in the packs.

use crate::finding::codes;

codes! {
    /// A required field without an answer.
    MISSING = "form.missing", Error, Citizen,
        vi: "Còn thiếu “{field}”." => "Hãy ghi hoặc chọn mục này.",
        en: "“{field}” is missing." => "Fill it in, or choose an answer.";
    /// The JSON type of the answer is not that of the field.
    WRONG_TYPE = "form.wrong_type", Error, Developer,
        vi: "Câu trả lời ở “{field}” không đúng dạng (số thì ghi bằng chữ số, ví dụ 3)." => "Hãy ghi lại mục này.",
        en: "The answer to “{field}” is of the wrong kind (numbers are written in digits, for example 3)." => "Fill it in again.";
    /// A member that the form does not have.
    UNKNOWN_FIELD = "form.unknown_field", Error, Developer,
        vi: "Biểu mẫu không có mục này." => "Hãy bỏ mục này, hoặc chọn đúng biểu mẫu.",
        en: "The form has no such field." => "Leave it out, or choose the right form.";
    /// Many of the same: the rest is not listed.
    MORE_LIKE_THIS = "form.more_like_this", Error, Developer,
        vi: "Còn {count} vấn đề khác không được liệt kê." => "Hãy sửa các mục đã nêu trước.",
        en: "{count} more findings are not listed." => "Put right those that are listed first.";
    /// Fewer characters than the field needs.
    TOO_SHORT = "form.too_short", Error, Citizen,
        vi: "“{field}” cần ít nhất {limit} ký tự." => "Hãy viết đầy đủ hơn.",
        en: "“{field}” needs at least {limit} characters." => "Write it out in full.";
    /// More characters than the field takes.
    TOO_LONG = "form.too_long", Error, Citizen,
        vi: "“{field}” chỉ được tối đa {limit} ký tự." => "Hãy viết ngắn lại.",
        en: "“{field}” takes at most {limit} characters." => "Make it shorter.";
    /// Control characters, or ones that turn the direction of writing.
    WRONG_CHARACTERS = "form.wrong_characters", Error, Citizen,
        vi: "“{field}” có ký tự không nhìn thấy được." => "Hãy xóa đi và gõ lại.",
        en: "“{field}” holds characters that cannot be seen." => "Clear it and type it again.";
    /// The mask does not fit.
    WRONG_PATTERN = "form.wrong_pattern", Error, Citizen,
        vi: "“{field}” không theo mẫu {pattern} (# là một chữ số, @ là một chữ cái in hoa)." => "Hãy xem lại giấy tờ và điền lại.",
        en: "“{field}” is not in the right format, {pattern} (# a digit, @ a capital letter)." => "Look at the paper and type it again.";
    /// A name with digits or signs.
    WRONG_NAME = "form.wrong_name", Error, Citizen,
        vi: "Họ tên ở “{field}” có chữ số hoặc dấu không dùng trong họ tên." => "Hãy ghi như trên giấy tờ.",
        en: "The name in “{field}” holds digits or signs that names do not have." => "Write it as on the papers.";
    /// A full name of one word.
    ONE_WORD_NAME = "form.one_word_name", Warning, Citizen,
        vi: "“{field}” chỉ có một chữ." => "Nếu còn thiếu họ hoặc tên đệm, hãy ghi đầy đủ.",
        en: "“{field}” is a single word." => "If the family or middle name is missing, write it in full.";
    /// Not 12 digits.
    WRONG_PIN = "form.wrong_pin", Error, Citizen,
        vi: "“{field}” phải gồm đúng 12 chữ số." => "Hãy nhập lại số in trên thẻ căn cước.",
        en: "“{field}” must be exactly 12 digits." => "Type the number as printed on the card.";
    /// A day that does not exist, or not `YYYY-MM-DD`.
    WRONG_DATE = "form.wrong_date", Error, Citizen,
        vi: "Ngày ở “{field}” không có trong lịch, hoặc năm chưa đủ 4 chữ số." => "Hãy ghi lại ngày, tháng, năm, ví dụ 27 3 1999.",
        en: "The day in “{field}” does not exist, or its year lacks digits." => "Enter day, month and year again, for example 27 3 1999.";
    /// Only month or year where the day is needed.
    DATE_NOT_FULL = "form.date_not_full", Error, Citizen,
        vi: "“{field}” chưa đủ ngày, tháng, năm." => "Hãy ghi đầy đủ như trong giấy khai sinh hoặc thẻ căn cước.",
        en: "“{field}” lacks the day or the month." => "Give it in full, as on the birth certificate or the card.";
    /// More precise than the form asks.
    DATE_TOO_PRECISE = "form.date_too_precise", Error, Citizen,
        vi: "“{field}” chỉ cần tháng hoặc năm." => "Hãy bỏ phần ngày.",
        en: "“{field}” asks for the month or year only." => "Leave out the day.";
    /// Before the first day that is possible.
    TOO_EARLY = "form.too_early", Error, Citizen,
        vi: "Ngày ở “{field}” quá sớm, không thể có." => "Hãy kiểm tra lại ngày, tháng, năm.",
        en: "The day in “{field}” is too early to be possible." => "Check day, month and year.";
    /// After the last day that is possible.
    TOO_LATE = "form.too_late", Error, Citizen,
        vi: "Ngày ở “{field}” quá muộn: việc này không thể ở sau ngày đó." => "Hãy kiểm tra lại ngày, tháng, năm.",
        en: "The day in “{field}” is too late to be possible." => "Check day, month and year.";
    /// Not among the choices.
    NOT_A_CHOICE = "form.not_a_choice", Error, Citizen,
        vi: "Câu trả lời ở “{field}” không có trong danh sách." => "Hãy chọn một mục trong danh sách.",
        en: "The answer to “{field}” is not on the list." => "Choose one from the list.";
    /// The same thing twice in one list.
    TWICE = "form.twice", Error, Citizen,
        vi: "“{field}” có một mục được ghi hai lần." => "Hãy bỏ bớt một mục.",
        en: "“{field}” holds the same entry twice." => "Take one away.";
    /// Fewer rows, choices or files than needed.
    TOO_FEW = "form.too_few", Error, Citizen,
        vi: "“{field}” cần ít nhất {limit} mục." => "Hãy bổ sung.",
        en: "“{field}” needs at least {limit}." => "Add what is missing.";
    /// More rows, choices or files than possible.
    TOO_MANY = "form.too_many", Error, Citizen,
        vi: "“{field}” chỉ được tối đa {limit} mục." => "Hãy bỏ bớt, hoặc ghi vào một tờ khai khác.",
        en: "“{field}” takes at most {limit}." => "Take some away, or use another sheet.";
    /// Not whole, or too large to be exact.
    NOT_WHOLE = "form.not_whole", Error, Citizen,
        vi: "“{field}” phải là một số nguyên." => "Hãy nhập lại.",
        en: "“{field}” must be a whole number." => "Type it again.";
    /// Below the least.
    TOO_SMALL = "form.too_small", Error, Citizen,
        vi: "“{field}” không được nhỏ hơn {limit}." => "Hãy kiểm tra lại.",
        en: "“{field}” cannot be less than {limit}." => "Check it.";
    /// Above the most.
    TOO_LARGE = "form.too_large", Error, Citizen,
        vi: "“{field}” không được lớn hơn {limit}." => "Hãy kiểm tra lại.",
        en: "“{field}” cannot be more than {limit}." => "Check it.";
    /// No Vietnamese number.
    WRONG_PHONE = "form.wrong_phone", Error, Citizen,
        vi: "“{field}” không phải số điện thoại dùng được ở Việt Nam." => "Hãy nhập số di động 10 chữ số, bắt đầu bằng 0.",
        en: "“{field}” is not a Vietnamese telephone number." => "Give a mobile number of 10 digits that begins with 0.";
    /// Of a range that no operator was known to use.
    DOUBTFUL_PHONE = "form.doubtful_phone", Warning, Citizen,
        vi: "Chưa biết mạng nào dùng đầu số ở “{field}”." => "Hãy kiểm tra lại số điện thoại.",
        en: "No operator is known to use the prefix in “{field}”." => "Check the number.";
    /// No address of mail.
    WRONG_EMAIL = "form.wrong_email", Error, Citizen,
        vi: "“{field}” không phải địa chỉ thư điện tử." => "Hãy nhập dạng ten@vidu.vn.",
        en: "“{field}” is not an e-mail address." => "For example: name@example.vn.";
    /// Length or check digit of a tax code.
    WRONG_TAX_CODE = "form.wrong_tax_code", Error, Citizen,
        vi: "Mã số thuế ở “{field}” có chữ số sai." => "Hãy nhập lại mã số thuế, hoặc số định danh cá nhân 12 chữ số.",
        en: "A digit of the tax code in “{field}” is wrong." => "Type the tax code again, or the personal number of 12 digits.";
    /// No BHYT code.
    WRONG_BHYT = "form.wrong_bhyt", Error, Citizen,
        vi: "“{field}” không phải mã thẻ bảo hiểm y tế." => "Hãy nhập 15 ký tự in trên thẻ, hoặc mã số BHXH 10 chữ số.",
        en: "“{field}” is not a health-insurance code." => "Type the 15 characters on the card, or the 10 digits of the social-insurance code.";
    /// Not the usual form of a Vietnamese passport's number.
    DOUBTFUL_PASSPORT = "form.doubtful_passport", Warning, Citizen,
        vi: "Số hộ chiếu ở “{field}” khác mẫu thường gặp (một chữ cái và 7–8 chữ số)." => "Hãy kiểm tra lại.",
        en: "The passport number in “{field}” is not of the usual form (a letter and 7–8 digits)." => "Check it.";
    /// Not 12 digits.
    WRONG_LICENCE = "form.wrong_licence", Error, Citizen,
        vi: "Số giấy phép lái xe ở “{field}” phải gồm đúng 12 chữ số." => "Hãy nhập lại số in trên giấy phép.",
        en: "The driving-licence number in “{field}” must be exactly 12 digits." => "Type the number as printed on the licence.";
    /// Not 9 digits.
    WRONG_CMND = "form.wrong_cmnd", Error, Citizen,
        vi: "Số CMND ở “{field}” phải gồm đúng 9 chữ số." => "Hãy nhập lại số CMND cũ.",
        en: "The old identity-card number in “{field}” must be exactly 9 digits." => "Type the old number again.";
    /// Not 6–19 digits.
    WRONG_BANK_ACCOUNT = "form.wrong_bank_account", Error, Citizen,
        vi: "Số tài khoản ở “{field}” phải gồm 6 đến 19 chữ số." => "Hãy nhập lại số tài khoản.",
        en: "The account number in “{field}” must be 6 to 19 digits." => "Type it again.";
    /// A file without name, size or digest.
    FILE_INCOMPLETE = "form.file_incomplete", Error, Developer,
        vi: "Tệp ở “{field}” thiếu tên, dung lượng, loại hoặc mã SHA-256." => "Hãy đính kèm lại tệp.",
        en: "A file of “{field}” lacks its name, size, type or SHA-256." => "Attach it again.";
    /// A type that the form does not take.
    FILE_TYPE = "form.file_type", Error, Citizen,
        vi: "Loại tệp ở “{field}” không được nhận." => "Hãy dùng tệp {types}.",
        en: "“{field}” does not take files of this type." => "Use {types}.";
    /// Too large, or empty.
    FILE_SIZE = "form.file_size", Error, Citizen,
        vi: "Tệp ở “{field}” trống hoặc lớn hơn {limit} MB." => "Hãy chụp hoặc quét lại cho nhẹ hơn.",
        en: "A file of “{field}” is empty or larger than {limit} MB." => "Photograph or scan it again, smaller.";
    /// A calculated field that holds something else.
    NOT_CALCULATED = "form.not_calculated", Error, Developer,
        vi: "“{field}” được tính tự động, nhưng giá trị ghi lại khác." => "Hãy để trống mục này.",
        en: "“{field}” is calculated, but another value stands there." => "Leave it empty.";
    /// The card says something else than the answer, which stays.
    PREFILL_KEPT = "form.prefill_kept", Warning, Citizen,
        vi: "“{field}” đã điền khác với dữ liệu trên thẻ; giữ nguyên điều đã điền." => "Hãy chọn một trong hai.",
        en: "“{field}” was filled in otherwise than the card says; what was filled in stays." => "Choose one.";
    /// The card's value took the place of another answer.
    PREFILL_REPLACED = "form.prefill_replaced", Info, Citizen,
        vi: "“{field}” đã được thay bằng dữ liệu trên thẻ." => "Hãy kiểm tra lại.",
        en: "“{field}” was replaced by what the card says." => "Check it.";
    /// Two sources of the identity disagree.
    PREFILL_SOURCES_DIFFER = "form.prefill_sources_differ", Warning, Citizen,
        vi: "Các nguồn đọc được ghi “{field}” khác nhau." => "Hãy so với giấy tờ gốc.",
        en: "The sources that were read differ in “{field}”." => "Compare with the original paper.";
    /// A full name was split into surname and given names.
    PREFILL_NAME_SPLIT = "form.prefill_name_split", Info, Citizen,
        vi: "“{field}” được tách từ họ tên đầy đủ: chữ đầu là họ." => "Nếu họ có hai chữ, hãy sửa lại.",
        en: "“{field}” was split off the full name: the first word is the family name." => "Put it right if the family name has two words.";
    /// A text from before the units changed.
    PREFILL_OLD_ADDRESS = "form.prefill_old_address", Info, Citizen,
        vi: "“{field}” trên thẻ ghi theo đơn vị hành chính trước ngày 01/7/2025." => "Hãy kiểm tra và ghi tên xã, phường, tỉnh hiện nay.",
        en: "“{field}” on the card names units from before 1 July 2025." => "Check it, and give the present commune and province.";
    /// Not the shape of a sealed application.
    NOT_SEALED = "form.not_sealed", Error, Developer,
        vi: "Dữ liệu này không phải là hồ sơ đã hoàn tất." => "Hãy lấy lại tệp hồ sơ từ nơi đã tạo.",
        en: "This is not a sealed application, or a part of it is missing." => "Get the file again from where it was made.";
    /// The digest is another one.
    DIGEST_MISMATCH = "form.digest_mismatch", Error, Officer,
        vi: "Hồ sơ đã bị thay đổi sau khi hoàn tất." => "Hãy nộp lại hồ sơ từ đầu.",
        en: "The application was changed after it was sealed." => "Seal and hand it in again.";
    /// No pack of that id on that day.
    UNKNOWN_FORM = "form.unknown_form", Error, Developer,
        vi: "Không có biểu mẫu này vào ngày đã ghi." => "Hãy cập nhật phần mềm, hoặc chọn biểu mẫu khác.",
        en: "There is no such form on the sealed day." => "Update the package, or choose another form.";
    /// Another version than that of the sealed day or of today.
    OTHER_VERSION = "form.other_version", Error, Officer,
        vi: "Hồ sơ theo phiên bản biểu mẫu khác với phiên bản đang áp dụng." => "Hãy mở biểu mẫu hiện nay, kiểm tra và hoàn tất lại.",
        en: "The application is of another version of the form than the one in force." => "Open today's form, check it and seal it again.";
    /// Sealed on a day that has not come.
    SEALED_LATER = "form.sealed_later", Error, Officer,
        vi: "Hồ sơ ghi một ngày chưa tới." => "Hãy kiểm tra đồng hồ của thiết bị, rồi hoàn tất lại.",
        en: "The application carries a day that has not come." => "Check the device's clock and seal again.";
    /// The day of the rules is not that of the seal.
    SEALED_ON_OTHER_DAY = "form.sealed_on_other_day", Warning, Officer,
        vi: "Ngày áp dụng quy tắc khác với ngày hoàn tất hồ sơ." => "Hãy hỏi lý do.",
        en: "The day of the rules is another than the day of the seal." => "Ask for the reason.";
    /// An answer to a field that is hidden as the other answers stand: one of both is a mistake.
    NOT_ASKED = "form.not_asked", Warning, Citizen,
        vi: "“{field}” có câu trả lời, nhưng theo các mục khác thì không phải ghi mục này." => "Hãy xem lại: hoặc bỏ câu trả lời này (nó không được tính), hoặc sửa mục kia.",
        en: "“{field}” is answered, but by the other items it is not asked for." => "Look again: take this answer out (it does not count), or correct the other item.";
    /// An answer that the seal would have left out, or put otherwise.
    HIDDEN_ANSWER = "form.hidden_answer", Error, Developer,
        vi: "Hồ sơ có câu trả lời ở một mục không được hỏi." => "Hãy hoàn tất lại hồ sơ.",
        en: "The application answers what was not asked." => "Seal it again.";
    /// A calculated field without its value.
    NOT_FILLED_IN = "form.not_filled_in", Error, Developer,
        vi: "Hồ sơ thiếu giá trị được tính tự động ở «{field}»." => "Hãy hoàn tất lại hồ sơ.",
        en: "The application lacks the calculated value of “{field}”." => "Seal it again.";
    /// Blanks around a text, or letters in another encoding than the seal writes.
    OTHER_SPELLING = "form.other_spelling", Error, Developer,
        vi: "«{field}» có khoảng trắng thừa, hoặc chữ được mã hóa khác cách ghi khi hoàn tất." => "Hãy hoàn tất lại hồ sơ.",
        en: "“{field}” has blanks around it, or letters in another encoding than the seal writes." => "Seal it again.";
    /// An entry of the provenance that `prefill` would not have written.
    PROVENANCE_UNUSABLE = "form.provenance_unusable", Error, Developer,
        vi: "Phần ghi nguồn của câu trả lời này không đúng dạng." => "Hãy lấy lại hồ sơ từ nơi đã tạo.",
        en: "What is said of where this answer came from is not of the shape that is agreed." => "Get the application again from where it was made.";
    /// The answer is another than the one that is said to have been read.
    PROVENANCE_DIFFERS = "form.provenance_differs", Warning, Officer,
        vi: "Hồ sơ ghi câu trả lời này được đọc từ giấy tờ, nhưng giá trị đã đọc lại khác." => "Hãy coi đây là điều người khai tự ghi và so với giấy tờ gốc.",
        en: "The application says that this answer was read from a document, but what was read is something else." => "Take it as typed, and compare with the original paper.";
    /// A form that this server does not take.
    FORM_NOT_ACCEPTED = "form.not_accepted", Error, Developer,
        vi: "Nơi nhận không nhận biểu mẫu này." => "Hãy nộp tới đúng nơi tiếp nhận.",
        en: "This form is not taken here." => "Hand it in where it belongs.";
    /// Older than the server accepts.
    SEALED_LONG_AGO = "form.sealed_long_ago", Error, Officer,
        vi: "Hồ sơ được hoàn tất hơn {days} ngày trước." => "Hãy mở lại tờ khai, kiểm tra và hoàn tất lại.",
        en: "The application was sealed more than {days} days ago." => "Open the form again, check it and seal it anew.";
    /// Sealed before the first moment that the server accepts.
    SEALED_TOO_EARLY = "form.sealed_too_early", Error, Officer,
        vi: "Hồ sơ được hoàn tất trước thời điểm bắt đầu tiếp nhận." => "Hãy hoàn tất lại hồ sơ.",
        en: "The application was sealed before the time from which applications are taken." => "Seal it anew.";
    /// The same application again.
    SEEN_BEFORE = "form.seen_before", Error, Officer,
        vi: "Hồ sơ này đã được nhận trước đó." => "Không cần nộp lại; hãy tra cứu hồ sơ đã nộp.",
        en: "This very application was taken before." => "It need not be handed in again; look for the earlier one.";
    /// The chip's files prove less than the application says, or nothing.
    EVIDENCE_WEAK = "form.evidence_weak", Warning, Officer,
        vi: "Dữ liệu chip gửi kèm không chứng minh được bậc tin cậy ghi trong hồ sơ." => "Hãy đọc lại chip, hoặc đối chiếu với thẻ.",
        en: "The chip's files do not show the assurance that the application claims." => "Read the chip again, or look at the card.";
    /// The chip's files are of somebody else than the applicant.
    EVIDENCE_OTHER_PERSON = "form.evidence_other_person", Error, Officer,
        vi: "Dữ liệu chip gửi kèm là của người khác, không phải người khai." => "Hãy đọc chip thẻ của chính người khai.",
        en: "The chip's files are of somebody else than the applicant." => "Read the chip of the applicant's own card.";
    /// The chip says something else than the application says that it said.
    EVIDENCE_DIFFERS = "form.evidence_differs", Error, Officer,
        vi: "Hồ sơ ghi câu trả lời này lấy từ chip, nhưng chip ghi khác." => "Hãy so với thẻ và hoàn tất lại hồ sơ.",
        en: "The application says that this answer is the chip's, but the chip says something else." => "Compare with the card and seal it anew.";
    /// A personal number whose year of birth or sex is not what is said beside it; kept after a correction it may be.
    NUMBER_DIFFERS = "form.number_differs", Warning, Citizen,
        vi: "Giới tính hoặc năm sinh trong “{field}” khác với ngày sinh, giới tính, quan hệ đã ghi." => "Hãy so lại với thẻ; nếu đúng như thẻ thì cứ tiếp tục: người đã cải chính có thể giữ số cũ.",
        en: "The sex or the year of birth in “{field}” is not that of the birth, sex or relation given." => "Compare with the card; go on if it says so: after a correction one may keep the old number.";
}
