//! Who asks: the origin that the browser writes into the handshake, which a page cannot choose.

use std::fmt;

/// `https://portal.example`, `http://localhost:8080`: of a page that the browser holds for safe.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

impl Origin {
    /// Of the header `Origin`. `null` (a file, a sandboxed frame) is nobody, and without TLS anybody on the way could be the
    /// page.
    pub fn parse(header: &str) -> Option<Self> {
        let (scheme, host) = header.split_once("://")?;
        let is_plain =
            |octet: u8| octet.is_ascii_lowercase() || octet.is_ascii_digit() || b"-.:[]".contains(&octet);
        if host.is_empty() || host.len() > 260 || !host.bytes().all(is_plain) {
            return None;
        }
        let name =
            host.rsplit_once(':').filter(|(_, port)| !port.ends_with(']')).map_or(host, |(name, _)| name);
        let is_here = matches!(name, "localhost" | "127.0.0.1" | "[::1]");
        (scheme == "https" || scheme == "http" && is_here).then(|| Self(header.to_owned()))
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_pages_have_an_origin() {
        for header in [
            "https://portal.example",
            "https://portal.example:8443",
            "http://localhost:8080",
            "http://127.0.0.1",
        ] {
            assert_eq!(Origin::parse(header).unwrap().to_string(), header);
        }
        for header in [
            "null",
            "",
            "http://portal.example",
            "http://localhost.evil.example",
            "file://",
            "https://",
            "chrome-extension://abc",
            "https://portal.example/path",
            "https://Portal.example",
            "https://a@b",
            "https://x\ny",
        ] {
            assert_eq!(Origin::parse(header), None, "{header:?}");
        }
    }
}
