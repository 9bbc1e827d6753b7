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
}
