//! What a page draws of text: letter by letter, where it stands and how large it is.

use std::collections::BTreeMap;
use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page as PdfPage, Resources};

use super::font::Font;
use super::lines::{Page, Piece};

/// So deep may pictures be within one another.
const DEEPEST: usize = 8;
/// So much is drawn on a page at most.
const MOST: usize = 1 << 20;

/// What a page draws.
#[derive(Default)]
pub(super) struct Drawn {
    pub page: Page,
    /// How many letters.
    pub length: usize,
    /// How many of them nobody can name.
    pub unread: usize,
    /// Whether it has pictures that are no text.
    pub has_pictures: bool,
}

/// From one system of places to another: as PDFs write it.
#[derive(Clone, Copy)]
struct Places([f64; 6]);

impl Places {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    const fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// These, and then others.
    fn then(self, other: Self) -> Self {
        let (own, next) = (self.0, other.0);
        let turned = |x: f64, y: f64| [x * next[0] + y * next[2], x * next[1] + y * next[3]];
        let [right, up, from] = [0, 2, 4].map(|at| turned(own[at], own[at + 1]));
        let from = [from[0] + next[4], from[1] + next[5]];
        Self([right[0], right[1], up[0], up[1], from[0], from[1]])
    }
}

/// How text is set.
#[derive(Clone)]
struct Setting {
    places: Places,
    font: Option<Rc<Font>>,
    size: f64,
    between_letters: f64,
    between_words: f64,
    stretched: f64,
    leading: f64,
    rise: f64,
}

struct Drawing {
    now: Setting,
    kept: Vec<Setting>,
    /// Where the next letter stands, and where the line began.
    at: Places,
    line: Places,
    /// Which parts one is in: whether it is one that stands on the page for its own sake, as its
    /// number does.
    parts: Vec<bool>,
    done: usize,
    drawn: Drawn,
}

/// What a page draws of text.
pub(super) fn drawn(page: &PdfPage<'_>) -> Drawn {
    let places = Places(page.initial_transform(true).as_coeffs());
    let mut drawing = Drawing {
        now: Setting {
            places,
            font: None,
            size: 0.0,
            between_letters: 0.0,
            between_words: 0.0,
            stretched: 1.0,
            leading: 0.0,
            rise: 0.0,
        },
        kept: Vec::new(),
        at: Places::SAME,
        line: Places::SAME,
        parts: Vec::new(),
        done: 0,
        drawn: Drawn::default(),
    };
    drawing.run(page.operations(), page.resources(), 0);
    drawing.drawn
}

/// The numbers that an operator is given.
fn numbers<const N: usize>(operands: &[Object<'_>]) -> [f64; N] {
    let all = operands.iter().filter_map(|one| one.clone().into_number());
    let mut all = all.map(|number| number.as_f64());
    std::array::from_fn(|_| all.next().unwrap_or(0.0))
}

impl Drawing {
    fn run(&mut self, mut operations: UntypedIter<'_>, resources: &Resources<'_>, depth: usize) {
        let mut fonts: BTreeMap<Vec<u8>, Option<Rc<Font>>> = BTreeMap::new();
        while let Some(operation) = operations.next() {
            self.done += 1;
            if self.done > MOST {
                return;
            }
            let operands: Vec<Object<'_>> = operation.operands().cloned().collect();
            match &operation.operator[..] {
                b"Tf" => {
                    if let Some(Object::Name(name)) = operands.first() {
                        let font = fonts.entry(name.to_vec());
                        let read = || {
                            resources
                                .get_font(name)
                                .map(|font| Rc::new(Font::of(&font)))
                        };
                        self.now.font.clone_from(font.or_insert_with(read));
                    }
                    [self.now.size] = numbers(&operands);
                }
                b"Do" => {
                    if let Some(Object::Name(name)) = operands.first()
                        && let Some(picture) = resources.get_x_object(name)
                    {
                        self.picture(&picture, resources, depth);
                    }
                }
                b"BI" => self.drawn.has_pictures = true,
                operator => self.carry_out(operator, &operands),
            }
        }
    }

    /// What is drawn within a picture, where it is one of strokes and letters.
    fn picture(&mut self, picture: &Stream<'_>, outer: &Resources<'_>, depth: usize) {
        let dict = picture.dict();
        let is_form = dict
            .get::<Name<'_>>("Subtype")
            .is_some_and(|kind| *kind == *b"Form");
        if !is_form {
            self.drawn.has_pictures = true;
            return;
        }
        let Some(data) = picture.decoded().ok().filter(|_| depth < DEEPEST) else {
            return;
        };
        let before = (self.now.clone(), self.at, self.line, self.parts.len());
        if let Some(matrix) = dict.get::<Array<'_>>("Matrix") {
            let mut matrix = matrix.iter::<f64>();
            let places = std::array::from_fn(|_| matrix.next().unwrap_or(0.0));
            self.now.places = Places(places).then(self.now.places);
        }
        let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
        self.run(
            UntypedIter::new(&data),
            own.as_ref().unwrap_or(outer),
            depth + 1,
        );
        let length;
        (self.now, self.at, self.line, length) = before;
        self.parts.truncate(length);
    }

    fn carry_out(&mut self, operator: &[u8], operands: &[Object<'_>]) {
        match operator {
            b"q" if self.kept.len() < 256 => self.kept.push(self.now.clone()),
            b"Q" => {
                if let Some(before) = self.kept.pop() {
                    self.now = before;
                }
            }
            b"cm" => self.now.places = Places(numbers(operands)).then(self.now.places),
            b"BMC" | b"BDC" => {
                let kind = operands.first();
                let beside = matches!(kind, Some(Object::Name(name)) if **name == *b"Artifact");
                self.parts.push(beside);
            }
            b"EMC" => drop(self.parts.pop()),
            b"BT" => (self.at, self.line) = (Places::SAME, Places::SAME),
            b"Tc" => [self.now.between_letters] = numbers(operands),
            b"Tw" => [self.now.between_words] = numbers(operands),
            b"Tz" => self.now.stretched = numbers::<1>(operands)[0] / 100.0,
            b"TL" => [self.now.leading] = numbers(operands),
            b"Ts" => [self.now.rise] = numbers(operands),
            b"Td" => self.next_line(numbers(operands)),
            b"TD" => {
                let [x, y] = numbers(operands);
                self.now.leading = -y;
                self.next_line([x, y]);
            }
            b"Tm" => (self.at, self.line) = ([Places(numbers(operands)); 2]).into(),
            b"T*" => self.next_line([0.0, -self.now.leading]),
            b"Tj" => self.show_all(operands),
            b"'" => {
                self.next_line([0.0, -self.now.leading]);
                self.show_all(operands);
            }
            b"\"" => {
                [self.now.between_words, self.now.between_letters] = numbers(operands);
                self.next_line([0.0, -self.now.leading]);
                self.show_all(operands);
            }
            b"TJ" => {
                if let Some(Object::Array(all)) = operands.first() {
                    let all: Vec<Object<'_>> = all.iter().collect();
                    for one in all {
                        self.show_one(&one);
                    }
                }
            }
            _ => {}
        }
    }

    fn next_line(&mut self, [x, y]: [f64; 2]) {
        self.line = Places::moved(x, y).then(self.line);
        self.at = self.line;
    }

    fn show_all(&mut self, operands: &[Object<'_>]) {
        let strings = operands
            .iter()
            .filter(|one| matches!(one, Object::String(_)));
        strings.for_each(|one| self.show_one(one));
    }

    /// Shows a string, or moves by a number.
    fn show_one(&mut self, one: &Object<'_>) {
        if let Object::Number(number) = one {
            let by = -number.as_f64() / 1000.0 * self.now.size * self.now.stretched;
            self.at = Places::moved(by, 0.0).then(self.at);
        } else if let Object::String(codes) = one {
            self.show(codes.as_bytes());
        }
    }

    fn show(&mut self, codes: &[u8]) {
        let Some(font) = self.now.font.clone() else {
            return;
        };
        for glyph in font.glyphs(codes) {
            let now = &self.now;
            let words = if glyph.is_blank {
                now.between_words
            } else {
                0.0
            };
            let width = (glyph.width * now.size + now.between_letters + words) * now.stretched;
            let places = Places::moved(0.0, now.rise).then(self.at).then(now.places);
            let [right, sunk, leant, high, x, y] = places.0;
            self.at = Places::moved(width, 0.0).then(self.at);
            self.drawn.length += 1;
            self.drawn.unread += usize::from(glyph.letters.is_none());
            // What is written upwards is no part of the text.
            let is_level = right > 0.0 && sunk.abs() <= right * 0.1;
            let Some(letters) = glyph.letters.filter(|_| is_level) else {
                continue;
            };
            self.drawn.page.put(Piece {
                letters,
                x,
                end: x + glyph.width * now.size * now.stretched * right,
                y,
                size: now.size.abs() * leant.hypot(high),
                is_beside: self.parts.contains(&true),
            });
        }
    }
}
