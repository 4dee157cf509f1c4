//! From letters to lines: what stands on one level and goes on from left to right.

/// A letter where it is drawn, in points from the top left.
pub(super) struct Piece {
    pub letters: String,
    pub x: f64,
    pub end: f64,
    pub y: f64,
    pub size: f64,
    /// Whether it stands on the page for the page’s sake.
    pub is_beside: bool,
}

/// The lines of a page, in the order they are drawn.
#[derive(Default)]
pub(super) struct Page {
    pub lines: Vec<Line>,
}

/// A line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub text: String,
    pub x: f64,
    pub end: f64,
    pub y: f64,
    pub size: f64,
    pub is_beside: bool,
}

/// A gap that is wider, in the size of the letters, is one between words.
const BLANK: f64 = 0.15;
/// One that is wider is one between the cells of a table.
const CELLS: f64 = 1.8;
impl Page {
    /// Adds a letter to the line it goes on with, or begins one with it.
    pub fn put(&mut self, piece: Piece) {
        let goes_on = self.lines.last_mut().filter(|line| line.goes_on(&piece));
        let Some(line) = goes_on else {
            if !piece.letters.trim().is_empty() {
                self.lines.push(Line {
                    text: piece.letters,
                    x: piece.x,
                    end: piece.end,
                    y: piece.y,
                    size: piece.size.max(1.0),
                    is_beside: piece.is_beside,
                });
            }
            return;
        };
        let step = piece.x - line.end;
        let is_number = piece.letters.chars().all(|c| c.is_ascii_digit());
        // The number of a note does not belong to the number before it.
        let is_note = is_number && line.size * 0.85 > piece.size;
        let between = if step > line.size * CELLS {
            "\t"
        } else if step > line.size * BLANK || is_note && !line.text.ends_with(char::is_numeric) {
            " "
        } else {
            ""
        };
        let is_blank = piece.letters.trim().is_empty() && piece.letters != "\u{A0}";
        if !line.text.ends_with([' ', '\t']) || between == "\t" {
            line.text.push_str(if is_blank && between.is_empty() {
                " "
            } else {
                between
            });
        }
        if !is_blank {
            line.text.push_str(&piece.letters);
            if piece.size > line.size {
                (line.size, line.y) = (piece.size, piece.y);
            }
        }
        line.end = line.end.max(piece.end);
    }
}

impl Line {
    /// Whether a letter stands on this line, behind what is there: raised and small ones do too.
    fn goes_on(&self, piece: &Piece) -> bool {
        let size = self.size.max(piece.size);
        let is_small = self.size.min(piece.size) < size * 0.85;
        let off = (piece.y - self.y).abs();
        let is_level = off < size * if is_small { 0.55 } else { 0.3 };
        is_level && piece.x - self.end > -size && piece.x >= self.x
    }
}
