//! Finding codes of this area: what can be said, and in which words.

use crate::finding::codes;

codes! {
    /// Nothing in the picture looks like a QR code.
    NOTHING_FOUND = "scan.nothing_found", Warning, Citizen,
        vi: "Không thấy mã QR trong ảnh." => "Đưa mặt thẻ có mã QR vào giữa khung hình rồi thử lại.",
        en: "There is no QR code to be seen in the picture." => "Put the side of the card with the QR code in the middle and try again.";
    /// A QR code was located, its data could not be recovered.
    SEEN_NOT_READ = "scan.seen_not_read", Warning, Citizen,
        vi: "Thấy mã QR nhưng chưa đọc được." => "Giữ thẻ phẳng, đủ sáng, đưa máy lại gần rồi thử lại.",
        en: "A QR code is there but could not be read." => "Hold the card flat in good light, come closer and try again.";
    /// Too few pixels a module.
    TOO_SMALL = "scan.too_small", Warning, Citizen,
        vi: "Mã QR trong ảnh quá nhỏ." => "Đưa máy lại gần thẻ hơn.",
        en: "The QR code is too small in the picture." => "Bring the camera closer to the card.";
    /// Too little light.
    TOO_DARK = "scan.too_dark", Warning, Citizen,
        vi: "Ảnh quá tối." => "Ra chỗ sáng hơn hoặc bật đèn.",
        en: "The picture is too dark." => "Find more light, or switch the lamp on.";
    /// Out of focus, or moved.
    BLURRED = "scan.blurred", Warning, Citizen,
        vi: "Ảnh bị nhoè." => "Giữ yên máy và chờ máy lấy nét.",
        en: "The picture is blurred." => "Hold still and wait until the camera has focused.";
    /// Clipped white on the symbol.
    GLARE = "scan.glare", Warning, Citizen,
        vi: "Mã QR bị loá sáng." => "Nghiêng thẻ để ánh đèn không chiếu vào mã.",
        en: "Light is reflected from the QR code." => "Tilt the card so that the light does not fall on the code.";
    /// Nothing in the picture looks like a machine-readable zone.
    MRZ_NOT_FOUND = "scan.mrz_not_found", Warning, Citizen,
        vi: "Không thấy vùng MRZ trong ảnh." => "Chụp mặt sau thẻ sao cho thấy trọn các dòng chữ và dấu < ở cuối thẻ.",
        en: "There is no machine-readable zone to be seen in the picture." => "Take the card's back so that the lines with < at its foot are in the picture.";
    /// A zone was read, and some of its signs are not sure.
    MRZ_UNSURE = "scan.mrz_unsure", Warning, Citizen,
        vi: "Có ký tự trong vùng MRZ chưa đọc chắc chắn." => "Xem lại các ô có dấu ? và gõ theo thẻ, hoặc chụp lại.",
        en: "Some signs of the machine-readable zone are not sure." => "Look at the places with ? and type what the card shows, or take the picture again.";
    /// Each sign is clear, and the check digits do not agree.
    MRZ_CONTRADICTS = "scan.mrz_contradicts", Warning, Officer,
        vi: "Vùng MRZ đọc rõ nhưng số kiểm tra không khớp." => "So lại với thẻ; nếu thẻ in như vậy, hãy báo nơi tiếp nhận.",
        en: "The machine-readable zone is clear, but its check digits do not agree." => "Compare it with the card; if that is what is printed, tell the office.";
    /// A run of places of the zone shows no sign.
    MRZ_PARTLY_HIDDEN = "scan.mrz_partly_hidden", Warning, Citizen,
        vi: "Một phần vùng MRZ bị che hoặc bị loá." => "Bỏ ngón tay khỏi các dòng chữ, tránh ánh đèn, rồi chụp lại.",
        en: "A part of the machine-readable zone is covered or dazzled." => "Keep fingers and reflections off the lines and take the picture again.";
    /// Too few pixels a sign.
    MRZ_TOO_SMALL = "scan.mrz_too_small", Warning, Citizen,
        vi: "Vùng MRZ trong ảnh quá nhỏ." => "Đưa máy lại gần thẻ hơn.",
        en: "The machine-readable zone is too small in the picture." => "Bring the camera closer to the card.";
}

#[cfg(test)]
mod tests {
    use super::TABLE;

    #[test]
    fn words_cross_the_border_as_they_are() {
        let words =
            TABLE.iter().flat_map(|c| [c.words.vi(), c.words.vi_next(), c.words.en(), c.words.en_next()]);
        assert!(words.flat_map(str::chars).all(|c| c != '"' && c != '\\' && !c.is_control()));
    }
}
