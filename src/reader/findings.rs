//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// The session can be read later by whoever recorded it.
    BAC = "reader.bac", Info, Nobody,
        vi: "Thẻ được đọc bằng cách mã hoá cũ (BAC)." => "",
        en: "The card was read with the old protocol (BAC)." => "";
    /// PACE is in the signed file and was not offered.
    PACE_HIDDEN = "reader.pace_hidden", Warning, Officer,
        vi: "Thẻ có cách mã hoá mới (PACE) nhưng lúc đọc lại không thấy: có thể đã bị che đi giữa đường." => "Hãy đọc lại bằng một thiết bị khác nếu chưa yên tâm.",
        en: "The card has the new protocol (PACE), which was not seen while reading: something in between may have hidden it." => "Read again with another device if in doubt.";
    /// A file that the card does not hand out.
    FILE_REFUSED = "reader.file_refused", Info, Nobody,
        vi: "Thẻ không cho đọc {file} ({status})." => "",
        en: "The card does not hand out {file} ({status})." => "";
    /// A file whose length is not true.
    FILE_UNREADABLE = "reader.file_unreadable", Warning, Officer,
        vi: "Không đọc trọn được {file}." => "Hãy đọc lại; giữ yên thẻ cho tới khi xong.",
        en: "{file} could not be read to its end." => "Read again and keep the card still until it is done.";
    /// A file that the card does not have.
    FILE_ABSENT = "reader.file_absent", Info, Nobody,
        vi: "Thẻ không có {file}." => "",
        en: "The card has no {file}." => "";
    /// No signature over the challenge.
    ACTIVE_REFUSED = "reader.active_refused", Warning, Officer,
        vi: "Thẻ không trả lời khi được yêu cầu chứng minh là chip thật ({status})." => "Hãy đọc lại; nếu vẫn vậy thì xem thẻ bằng mắt.",
        en: "The card did not answer when asked to prove that its chip is no copy ({status})." => "Read again; if it stays so inspect the card itself.";
    /// No key agreement.
    CHIP_REFUSED = "reader.chip_refused", Warning, Officer,
        vi: "Thẻ từ chối bước xác thực chip ({status})." => "Hãy đọc lại; nếu vẫn vậy thì xem thẻ bằng mắt.",
        en: "The card refused Chip Authentication ({status})." => "Read again; if it stays so inspect the card itself.";
    /// The agreed key was not used.
    CHIP_FAILED = "reader.chip_failed", Warning, Officer,
        vi: "Chip không chứng minh được khoá của mình: có thể là bản sao." => "Không coi thẻ này là thật; hãy báo cơ quan cấp thẻ.",
        en: "The chip could not prove its key: it may be a copy." => "Do not take this card for genuine; tell the issuing office.";
    /// No cipher is named.
    CHIP_CIPHER_ASSUMED = "reader.chip_cipher_assumed", Info, Developer,
        vi: "DG14 không ghi thuật toán xác thực chip; đã dùng 3DES theo quy định." => "",
        en: "DG14 names no cipher for Chip Authentication; 3DES was used, as the standard has it." => "";
    /// No key to agree with.
    CHIP_KEY_UNUSABLE = "reader.chip_key_unusable", Info, Developer,
        vi: "Không xác thực được chip: khoá trong DG14 không dùng được, hoặc EF.SOD không xác nhận tệp này." => "",
        en: "Chip Authentication was not possible: the key in DG14 cannot be used, or EF.SOD does not cover it." => "";
    /// The card is away, and what was read is kept.
    TAG_LOST = "reader.tag_lost", Error, Citizen,
        vi: "Thẻ đã rời khỏi đầu đọc." => "Áp thẻ lại vào đúng chỗ đó và giữ yên cho tới khi đọc xong.",
        en: "The card left the reader." => "Hold it to the same place again and keep it still until it is done.";
    /// A card that is badly placed answers late.
    TIMEOUT = "reader.timeout", Error, Citizen,
        vi: "Thẻ không trả lời kịp." => "Áp thẻ lại và giữ yên; bỏ ốp lưng, ví và các thẻ khác ra.",
        en: "The card did not answer in time." => "Hold it again and keep it still, without a phone case, a wallet or other cards.";
    /// Cards slow down after wrong keys (tananaev/passport-reader #10).
    DELAYED = "reader.delayed", Error, Citizen,
        vi: "Thẻ đang bắt chờ sau những lần nhập sai." => "Nhấc thẻ ra, đợi một phút, so lại số và ngày với thẻ rồi mới đọc lại.",
        en: "The card makes us wait after wrong keys." => "Take it away, wait a minute, compare number and dates with the card, then read again.";
    /// A person stopped.
    ABORTED = "reader.aborted", Error, Citizen,
        vi: "Đã dừng đọc thẻ." => "Muốn đọc tiếp thì áp thẻ lại.",
        en: "Reading was stopped." => "To go on hold the card again.";
    /// Between here and the card.
    TRANSPORT = "reader.transport", Error, Citizen,
        vi: "Mất liên lạc với đầu đọc thẻ." => "Kiểm tra đầu đọc (trên điện thoại: NFC đang bật) rồi đọc lại.",
        en: "The connection to the card reader failed." => "Check the reader (on a phone: that NFC is on), then read again.";
    /// A bank card, say.
    NOT_A_DOCUMENT = "reader.not_a_document", Error, Citizen,
        vi: "Đây không phải thẻ căn cước hay hộ chiếu có chip." => "Nhấc các thẻ khác ra rồi áp thẻ căn cước vào.",
        en: "This is no identity card or passport with a chip." => "Take other cards away and hold the identity card.";
    /// It was tried once: cards may block themselves.
    WRONG_KEY = "reader.wrong_key", Error, Citizen,
        vi: "Thẻ không nhận {key}.{left} Máy chỉ thử một lần, không tự thử lại." => "So từng chữ số với thẻ, sửa lại rồi bấm đọc.",
        en: "The card refused {key}.{left} It was tried once and is not tried again by itself." => "Compare every digit with the card, correct it, then read.";
    /// For now or for good; the card does not say which.
    BLOCKED = "reader.blocked", Error, Citizen,
        vi: "Thẻ đang khoá, không nhận thêm lần nhập nào." => "Đừng thử nữa. Nếu hôm sau vẫn vậy, mang thẻ tới nơi cấp.",
        en: "The card is blocked and takes no more keys." => "Do not try again. If it stays so tomorrow take the card to the issuing office.";
    /// Neither protocol with this key.
    NO_ACCESS = "reader.no_access", Error, Citizen,
        vi: "Thẻ không mở được bằng cách này." => "Thử bằng số thẻ, ngày sinh và ngày hết hạn thay cho số CAN, hoặc đọc bằng thiết bị khác.",
        en: "The card cannot be opened this way." => "Use number, birth and expiry in place of the CAN, or another device.";
    /// Integrated mapping, say.
    PACE_UNSUPPORTED = "reader.pace_unsupported", Error, Developer,
        vi: "Thẻ chỉ mở bằng cách mà phần mềm này chưa hỗ trợ ({protocol})." => "Đọc thẻ bằng thiết bị khác.",
        en: "The card opens only in a way that is not supported here ({protocol})." => "Read the card with another device.";
    /// By the caller's choice.
    DOWNGRADE = "reader.downgrade", Error, Developer,
        vi: "Thẻ chỉ mở được bằng cách mã hoá cũ (BAC), mà nơi này không cho dùng." => "Đọc thẻ bằng thiết bị khác, hoặc cho phép BAC.",
        en: "The card opens with the old protocol (BAC) only, which is not allowed here." => "Read the card with another device, or allow BAC.";
    /// EF.SOD differs.
    OTHER_CARD = "reader.other_card", Error, Citizen,
        vi: "Đây không phải thẻ đang đọc dở." => "Áp lại thẻ lúc nãy, hoặc đọc thẻ này từ đầu.",
        en: "This is not the card of the unfinished reading." => "Hold the card of before again, or read this one from the beginning.";
    /// Checksums, points, lengths.
    PROTOCOL = "reader.protocol", Error, Officer,
        vi: "Chip trả lời không đúng quy tắc." => "Đọc lại; nếu vẫn vậy thì không coi thẻ này là thật.",
        en: "The chip does not keep to the protocol." => "Read again; if it stays so do not take the card for genuine.";
    /// Bounds of the reader.
    LIMIT = "reader.limit", Error, Officer,
        vi: "Chip trả lời quá dài hoặc quá nhiều lần." => "Không coi thẻ này là thật; hãy xem thẻ bằng mắt.",
        en: "The chip's answers are too long or too many." => "Do not take the card for genuine; inspect the card itself.";
    /// Thrown before the card is asked.
    KEY = "reader.key", Error, Citizen,
        vi: "Chưa có đủ số và ngày để mở chip, hoặc đã sai hai lần liền." => "So lại với thẻ và xác nhận trước khi đọc tiếp: sai nhiều lần thẻ có thể tự khoá.",
        en: "Number and dates do not make a key, or two keys in a row were wrong." => "Compare them with the card and confirm before reading on: cards may block themselves.";
    /// Thrown before the card is asked.
    RANDOM = "reader.random", Error, Developer,
        vi: "Máy này không cho số ngẫu nhiên dùng được." => "Dùng trình duyệt hoặc thiết bị khác.",
        en: "The random octets are short, constant or were used before." => "Take 1,024 octets from the system's generator for each reading.";
}
