//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// UTF-8 that somebody read in another encoding, brought back.
    REPAIRED = "text.repaired", Info, Citizen,
        vi: "Chữ đã bị đọc sai bảng mã ({from}) và đã được đưa về đúng." => "Hãy so lại với giấy tờ.",
        en: "The text had been read in the wrong encoding ({from}) and was brought back." => "Compare it with the document.";
    /// TCVN3, VNI, VISCII, windows-1258, windows-1252, UTF-16.
    LEGACY_ENCODING = "text.legacy_encoding", Info, Citizen,
        vi: "Văn bản ở bảng mã cũ ({from}), đã chuyển sang Unicode." => "Hãy đọc lại một lần.",
        en: "The text was in an older encoding ({from}) and was converted to Unicode." => "Read it once more.";
    /// Bytes that no repair can bring back; U+FFFD stands for them.
    LOSSY = "text.lossy", Warning, Citizen,
        vi: "Một số chữ đã mất khi đọc; chỗ mất hiện là �." => "Hãy quét lại bằng camera, hoặc gõ lại chữ bị mất.",
        en: "Some letters were lost while reading; � stands in their place." => "Scan again with the camera, or type what is missing.";
    /// Looks broken, and there is no certain way back.
    GARBLED = "text.garbled", Warning, Citizen,
        vi: "Chữ có vẻ bị lỗi bảng mã và không có cách chắc chắn để đưa về đúng." => "Hãy quét lại bằng camera, hoặc gõ lại.",
        en: "The text looks garbled and there is no certain way to bring it back." => "Scan again with the camera, or type it.";
    /// A table of the platform's `TextDecoder` could bring it back.
    NEEDS_TABLE = "text.needs_table", Info, Developer,
        vi: "Chữ có vẻ bị đọc sai thành chữ Hán hoặc chữ Nhật; chưa nạp bảng để đưa về đúng." => "Hãy nạp bảng bằng loadCharsets rồi đọc lại.",
        en: "The text seems to have been read as Chinese or Japanese; the table to bring it back is not loaded." => "Call loadCharsets and read it again.";
    /// NFD that was composed.
    DECOMPOSED = "text.decomposed", Info, Nobody,
        vi: "Chữ và dấu được ghi rời nhau, đã ghép lại." => "",
        en: "Letters and marks were written apart and were composed." => "";
}
