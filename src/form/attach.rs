//! A file as an answer: what it is by its content, how large, and its digest. The file itself travels apart.

use serde::Serialize;

use super::characters::is_unseen;
use super::digest::sha256_hex;
use crate::json::Value;

/// An entry of an answer to a field of type `attachment`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Attachment {
    /// Without its folders; at most 80 characters.
    pub name: String,
    /// Bytes.
    pub size: u32,
    /// MIME type, by the first bytes.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// SHA-256 of the content, hexadecimal.
    pub sha256: String,
}

/// A file as an answer describes it.
pub(super) struct AnsweredFile<'a> {
    /// MIME type.
    pub(super) kind: &'a str,
    /// Bytes.
    pub(super) size: i64,
    /// SHA-256 of the content, hexadecimal.
    pub(super) sha256: &'a str,
}

impl<'a> AnsweredFile<'a> {
    /// None unless the answer has the four members of an [`Attachment`] and no other.
    pub(super) fn read(answer: &'a Value) -> Option<Self> {
        let text = |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or("");
        let (name, kind, sha256) = (text("name"), text("type"), text("sha256"));
        let size = answer.get("size").and_then(Value::as_whole)?;
        let is_digest = sha256.len() == 64 && sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        let is_whole = answer.as_object().is_some_and(|members| members.len() == 4);
        (is_digest && is_whole && is_file_name(name)).then_some(Self { kind, size, sha256 })
    }
}

/// Without folders, and as it is seen: an officer's program may save it under this name.
fn is_file_name(name: &str) -> bool {
    let is_path = name.contains(['/', '\\']) || matches!(name, "." | "..");
    !name.is_empty() && name.len() <= 255 && !is_path && !name.contains(is_unseen) && name.trim() == name
}

/// Describes a file; the file itself travels apart.
pub fn attach(name: &str, bytes: &[u8]) -> Attachment {
    let name = name.rsplit(['/', '\\']).next().unwrap_or("");
    let name: String = name.chars().filter(|character| !is_unseen(*character)).take(80).collect();
    let name = name.trim();
    Attachment {
        name: if is_file_name(name) { name.to_owned() } else { "file".into() },
        size: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        kind: kind(bytes),
        sha256: sha256_hex(bytes),
    }
}

/// By the signature of the format, whatever the name says.
fn kind(bytes: &[u8]) -> &'static str {
    const SIGNATURES: [(&[u8], &str); 8] = [
        (&[0xff, 0xd8, 0xff], "image/jpeg"),
        (&[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a], "image/png"),
        (b"%PDF-", "application/pdf"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (&[0, 0, 0, 0x0c, b'j', b'P', b' ', b' '], "image/jp2"),
        (&[b'I', b'I', 0x2a, 0], "image/tiff"),
        (&[b'M', b'M', 0, 0x2a], "image/tiff"),
    ];
    if let Some((_, kind)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        return kind;
    }
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    if bytes.starts_with(b"RIFF") && at(8, 12) == b"WEBP" {
        return "image/webp";
    }
    if at(4, 8) == b"ftyp" && [b"heic", b"heix", b"mif1"].iter().any(|brand| at(8, 12) == *brand) {
        return "image/heic";
    }
    "application/octet-stream"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let file = attach("C:\\Giấy tờ\\khai sinh.png", &[0xff, 0xd8, 0xff, 0xe0]);
        assert_eq!(file.kind, "image/jpeg");
        assert_eq!(file.name, "khai sinh.png");
        assert_eq!(file.size, 4);
        // FIPS 180-4's empty message.
        let empty = attach("", b"");
        let digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(empty.sha256, digest);
    }

    #[test]
    fn a_name_leads_to_no_other_place_and_hides_nothing() {
        let answered = |name: &str| {
            let digest = "0".repeat(64);
            let text = format!(r#"{{"name":{name:?},"size":1,"type":"image/png","sha256":"{digest}"}}"#);
            let parsed = crate::json::parse(&text, crate::json::LIMITS);
            parsed.is_ok_and(|answer| AnsweredFile::read(&answer).is_some())
        };
        assert!(answered("khai sinh.png"));
        for name in ["", "..", "../x.png", "a\\b.png", "/etc/passwd", " x.png", "x.png "] {
            assert!(!answered(name), "{name}");
        }
        // The mark that turns the direction of writing makes `exe.png` of `gnp.exe`.
        assert!(!is_file_name("x\u{202e}gnp.exe"));
        assert_eq!(attach("x\u{202e}gnp.exe", b"").name, "xgnp.exe");
        assert_eq!(attach("..", b"").name, "file");
    }
}
