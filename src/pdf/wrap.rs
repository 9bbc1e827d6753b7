use super::face::{Face, Faces};
use super::spelling::spelled;

/// A piece of a text in one face.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub face: Face,
    pub text: String,
}

impl Run {
    pub(super) fn new(face: Face, text: impl Into<String>) -> Self {
        Self { face, text: text.into() }
    }
}

/// A piece of a line, where it begins and how wide it is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Segment {
    pub face: Face,
    pub text: String,
    pub x: f32,
    pub width: f32,
}

/// A line of a text.
pub(super) type Line = Vec<Segment>;

/// Where a line ends.
pub(super) fn end_of(line: &[Segment]) -> f32 {
    line.last().map_or(0.0, |last| last.x + last.width)
}

/// Breaks a text at its blanks; what is wider than a line is broken between letters, and nothing is cut off.
pub(super) fn wrap(faces: &Faces, runs: &[Run], size: f32, width: f32) -> Vec<Line> {
    let mut lines = Lines { faces, size, width, lines: vec![vec![]] };
    for run in runs {
        let text = spelled(faces, &run.text);
        for (index, part) in text.split('\n').enumerate() {
            if index > 0 {
                lines.lines.push(vec![]);
            }
            for word in part.split_inclusive(' ') {
                lines.word(run.face, word);
            }
        }
    }
    lines.lines
}

struct Lines<'a> {
    faces: &'a Faces,
    size: f32,
    width: f32,
    lines: Vec<Line>,
}

impl Lines<'_> {
    /// Puts a word, with the blank behind it, on the line or on a new one.
    fn word(&mut self, face: Face, word: &str) {
        // The blank at the end of a line may stand beyond it.
        let width = self.faces.width(face, word.trim_end_matches(' '), self.size);
        if self.end() > 0.0 && self.end() + width > self.width {
            self.lines.push(vec![]);
        }
        if width <= self.width {
            self.put(face, word);
            return;
        }
        for letter in word.chars() {
            let mut buffer = [0; 4];
            let letter: &str = letter.encode_utf8(&mut buffer);
            let width = self.faces.width(face, letter, self.size);
            if letter != " " && self.end() > 0.0 && self.end() + width > self.width {
                self.lines.push(vec![]);
            }
            self.put(face, letter);
        }
    }

    fn put(&mut self, face: Face, text: &str) {
        let width = self.faces.width(face, text, self.size);
        let x = self.end();
        let Some(line) = self.lines.last_mut() else { return };
        match line.last_mut() {
            Some(last) if last.face == face => {
                last.text.push_str(text);
                last.width += width;
            }
            _ => line.push(Segment { face, text: text.to_owned(), x, width }),
        }
    }

    fn end(&self) -> f32 {
        self.lines.last().map_or(0.0, |line| end_of(line))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::read().unwrap();
        let runs = [Run { face: Face::Regular, text: text.to_owned() }];
        let lines = wrap(&faces, &runs, 12.0, width);
        lines.iter().map(|line| line.iter().map(|segment| segment.text.as_str()).collect()).collect()
    }

    #[test]
    fn lines_break_at_blanks_and_keep_them() {
        assert_eq!(texts("Số 1, đường Mẫu, phường Mẫu", 80.0), ["Số 1, đường ", "Mẫu, phường ", "Mẫu"]);
        assert_eq!(texts("một\nhai", 90.0), ["một", "hai"]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_and_nothing_is_lost() {
        let word = "ngườidùngrấtdài@viduviduvidu.vn";
        let lines = texts(word, 60.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.concat(), word);
    }
}
