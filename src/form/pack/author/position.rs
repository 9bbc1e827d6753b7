//! Where in a pack's text something stands: line and column of the value at a path.

/// Line and column, from 1, of the value at `sections[0].fields[2].visible`; of the deepest part of the path that is
/// there. The text is JSON that was read already.
pub(super) fn position(text: &str, path: &str) -> (usize, usize) {
    let mut walk = Walk { text, at: 0 };
    let mut place = walk.value_start();
    for step in steps(path) {
        match walk.go(step) {
            Some(at) => place = at,
            None => break,
        }
    }
    let before = text.get(..place).unwrap_or(text);
    let line = before.matches('\n').count().saturating_add(1);
    let column = before.rsplit('\n').next().unwrap_or("").chars().count().saturating_add(1);
    (line, column)
}

/// A member or an item.
#[derive(Clone, Copy)]
enum Step<'p> {
    Name(&'p str),
    Item(usize),
}

fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    path.split(['.', '[']).filter(|part| !part.is_empty()).map(|part| {
        match part.strip_suffix(']').and_then(|number| number.parse().ok()) {
            Some(number) => Step::Item(number),
            None => Step::Name(part),
        }
    })
}

struct Walk<'t> {
    text: &'t str,
    at: usize,
}

impl Walk<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn bump(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// Over blanks, commas and colons.
    fn value_start(&mut self) -> usize {
        while matches!(self.peek(), b' ' | b'\n' | b'\r' | b'\t' | b',' | b':') {
            self.bump();
        }
        self.at
    }

    /// Into the member or item, if the value here has it.
    fn go(&mut self, step: Step<'_>) -> Option<usize> {
        self.value_start();
        let open = self.peek();
        if !matches!((open, step), (b'{', Step::Name(_)) | (b'[', Step::Item(_))) {
            return None;
        }
        self.bump();
        let mut count = 0_usize;
        loop {
            self.value_start();
            if matches!(self.peek(), b'}' | b']' | 0) {
                return None;
            }
            let found = match step {
                Step::Name(name) => {
                    let from = self.at.saturating_add(1);
                    self.skip();
                    let is_it = self.text.get(from..self.at.saturating_sub(1)) == Some(name);
                    self.value_start();
                    is_it
                }
                Step::Item(number) => count == number,
            };
            if found {
                return Some(self.at);
            }
            count = count.saturating_add(1);
            self.skip();
        }
    }

    /// Over one value: a text, what stands between brackets, or a word.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                0 => return,
                b'"' => self.string(),
                b'{' | b'[' => {
                    depth = depth.saturating_add(1);
                    self.bump();
                }
                b'}' | b']' => {
                    depth = depth.saturating_sub(1);
                    self.bump();
                }
                b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' => {
                    self.bump();
                    continue;
                }
                _ => {
                    while !matches!(self.peek(), b',' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t' | 0) {
                        self.bump();
                    }
                }
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn string(&mut self) {
        self.bump();
        loop {
            match self.peek() {
                0 => return,
                b'\\' => {
                    self.bump();
                    self.bump();
                }
                b'"' => return self.bump(),
                _ => self.bump(),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_a_line_and_a_column() {
        let text =
            "{\n  \"a\": [1, { \"b\": \"x\\\"y,\" }, [2]],\n  \"Đ\": \"é\", \"c\": { \"d\": true }\n}\n";
        for (path, place) in [
            ("", (1, 1)),
            ("a", (2, 8)),
            ("a[0]", (2, 9)),
            ("a[1].b", (2, 19)),
            ("a[2][0]", (2, 31)),
            ("c.d", (3, 25)),
            // What is not there is looked for where it should be.
            ("c.e", (3, 18)),
            ("a[7]", (2, 8)),
            ("z", (1, 1)),
        ] {
            assert_eq!(position(text, path), place, "{path}");
        }
        for cut in 0..text.len() {
            if let Some(part) = text.get(..cut) {
                let _ = position(part, "a[1].b");
            }
        }
    }
}
