use qrcodegen::{QrCode, QrCodeEcc};

/// The modules of a QR code of a text, by row; nothing for one that is too long.
pub(super) fn modules(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
    let range = 0..code.size();
    Some(range.clone().map(|y| range.clone().map(|x| code.get_module(x, y)).collect()).collect())
}
