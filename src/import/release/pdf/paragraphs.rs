//! From lines to text as it is read: paragraphs in their order, words that the end of a line parts,
//! and without what stands on each page again.

use std::collections::BTreeMap;

use super::lines::{Line, Page};

/// Lines that are read one after another.
type Paragraph = Vec<Line>;

/// What begins an entry of a list.
const BULLETS: [char; 8] = ['•', '·', '▪', '◦', '●', '○', '–', '*'];

/// Parts of words behind which a hyphen stays.
const BEFORE_HYPHEN: [&str; 14] = [
    "anti", "non", "pre", "post", "co", "cross", "multi", "self", "ex", "vice", "semi", "well",
    "mid", "so",
];

/// How far apart two lines of a paragraph are, in the size of their letters, where nothing tells.
const LEADING: f64 = 1.2;

/// So many paragraphs of a page are put into their order; a page with more is a drawing.
const MOST: usize = 400;

/// The text of pages.
pub(super) fn text(mut pages: Vec<Page>) -> String {
    for page in &mut pages {
        page.lines.retain(|line| !line.text.trim().is_empty());
        // What is drawn twice to look bold is there once.
        page.lines.dedup_by(|one, before| {
            let near = (one.y - before.y).abs() < 1.0 && (one.x - before.x).abs() < 1.0;
            near && one.text == before.text
        });
    }
    without_beside(&mut pages);
    let leading = leading(&pages);
    let mut all: Vec<Paragraph> = Vec::new();
    for page in pages {
        for paragraph in ordered(paragraphs(page.lines, leading)) {
            match all.last_mut() {
                Some(last) if runs_over(last, &paragraph) => last.extend(paragraph),
                Some(_) | None => all.push(paragraph),
            }
        }
    }
    let words = all.iter().flatten().map(|line| line.text.to_lowercase());
    let words = words.collect::<Vec<_>>().join("\n");
    let mut text = String::new();
    for paragraph in all.iter().filter(|one| !one.is_empty()) {
        for (at, line) in paragraph.iter().enumerate() {
            let line = line.text.trim();
            if at > 0 {
                join(&mut text, line, &words);
            } else {
                text.push_str(line);
            }
        }
        text.push_str("\n\n");
    }
    tidied(&text)
}

/// Takes out what is on pages for their sake: what is marked so, and lines that stand at one place
/// of half of the pages, but for their numbers.
fn without_beside(pages: &mut [Page]) {
    let has_body = pages
        .iter()
        .flat_map(|page| &page.lines)
        .any(|line| !line.is_beside);
    let place = |line: &Line| {
        let plain = line.text.chars().filter(|c| !c.is_ascii_digit());
        (plain.collect::<String>(), (line.y / 4.0).round() as i64)
    };
    let mut places: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        *places.entry(place(line)).or_default() += 1;
    }
    let often = (pages.len() / 2).max(2);
    for page in pages {
        page.lines.retain(|line| {
            let is_again = places
                .get(&place(line))
                .is_some_and(|count| *count >= often);
            !(is_again || has_body && line.is_beside)
        });
    }
}

/// How far apart lines are in most paragraphs, in the size of their letters.
fn leading(pages: &[Page]) -> f64 {
    const PARTS: f64 = 20.0;
    let mut steps: BTreeMap<i64, usize> = BTreeMap::new();
    for pair in pages.iter().flat_map(|page| page.lines.windows(2)) {
        let [one, next] = pair else { continue };
        let step = (next.y - one.y) / one.size;
        if (0.9..2.2).contains(&step) {
            *steps.entry((step * PARTS).round() as i64).or_default() += 1;
        }
    }
    let most = steps.into_iter().max_by_key(|(_, count)| *count);
    most.map_or(LEADING, |(step, _)| step as f64 / PARTS)
}

/// The paragraphs of a page, in the order they are drawn.
fn paragraphs(lines: Vec<Line>, leading: f64) -> Vec<Paragraph> {
    let ends: Vec<(f64, f64)> = lines.iter().map(|line| (line.x, line.end)).collect();
    let mut all: Vec<Paragraph> = Vec::new();
    for line in lines {
        // How far lines go that begin where this one does.
        let column = ends.iter().filter(|(x, _)| (x - line.x).abs() < line.size);
        let right = column.map(|(_, end)| *end).fold(line.end, f64::max);
        match all.last_mut() {
            Some(open) if is_next(open, &line, leading, right) => open.push(line),
            Some(_) | None => all.push(vec![line]),
        }
    }
    all
}

/// Whether a line goes on with a paragraph.
fn is_next(open: &[Line], line: &Line, leading: f64, right: f64) -> bool {
    let (Some(first), Some(last)) = (open.first(), open.last()) else {
        return true;
    };
    let size = last.size.max(line.size);
    let step = (line.y - last.y) / last.size;
    let is_close = step > 0.5 && step < leading + 0.3;
    let is_same = (last.size - line.size).abs() < size * 0.1;
    let is_row = [last, line].into_iter().any(|one| one.text.contains('\t'));
    let is_entry = line.text.starts_with(BULLETS) || line.text.starts_with("- ");
    // The first line may be set in or hang out, and an entry goes on behind its bullet.
    let is_first = open.len() == 1;
    let indent = line.x - if is_first { first.x } else { last.x };
    let is_set_in = if is_first {
        indent.abs() > size * 5.0
    } else {
        indent.abs() > size
    };
    let short_by = (right - last.end) / (right - line.x).max(1.0);
    let ends = ends_sentence(last);
    let begins = !line.text.starts_with(char::is_lowercase);
    let is_short = begins && short_by > if ends { 0.1 } else { 0.3 };
    is_close && is_same && !is_row && !is_entry && !is_set_in && !is_short
}

/// Whether a paragraph only goes on with the one before it, at the top of a page or a column.
fn runs_over(before: &[Line], next: &[Line]) -> bool {
    let (Some(last), Some(first)) = (before.last(), next.first()) else {
        return false;
    };
    let is_higher = first.y < last.y;
    let is_row = last.text.contains('\t') || first.text.contains('\t');
    let is_same = (last.size - first.size).abs() < last.size * 0.1;
    let begins = first.text.starts_with(char::is_lowercase);
    // A line that goes as far as those above it was broken for want of room.
    let right = before.iter().map(|line| line.end).fold(f64::MIN, f64::max);
    let is_full = before.len() > 1 && right - last.end < (right - last.x) * 0.15;
    is_higher && is_same && !is_row && !ends_sentence(last) && (begins || is_full)
}

fn ends_sentence(line: &Line) -> bool {
    line.text.ends_with(['.', '!', '?', ':', '…', '”', '»'])
}

/// Paragraphs as they are read: in the order they are drawn, but that none comes before one above
/// it.
fn ordered(drawn: Vec<Paragraph>) -> Vec<Paragraph> {
    if drawn.len() > MOST {
        return drawn;
    }
    let place = |lines: &Paragraph| {
        let left = lines.iter().map(|line| line.x).fold(f64::MAX, f64::min);
        let right = lines.iter().map(|line| line.end).fold(f64::MIN, f64::max);
        let top = lines.first().map_or(0.0, |line| line.y);
        let bottom = lines.last().map_or(0.0, |line| line.y);
        (left, right, top, bottom)
    };
    let mut open: Vec<_> = drawn.into_iter().map(|one| (place(&one), one)).collect();
    let mut read = Vec::with_capacity(open.len());
    while !open.is_empty() {
        let is_first = |one: &(f64, f64, f64, f64)| {
            let mut others = open.iter().map(|(place, _)| place);
            !others.any(|other| {
                let beside = other.1 <= one.0 + 1.0 || one.1 <= other.0 + 1.0;
                !beside && other.3 < one.2 - 1.0
            })
        };
        let first = open.iter().position(|(place, _)| is_first(place));
        read.push(open.remove(first.unwrap_or(0)).1);
    }
    read
}

/// Goes on with a line: where a hyphen parts a word that is written in one elsewhere, or has no
/// reason for it, the hyphen goes.
fn join(text: &mut String, line: &str, words: &str) {
    let is_letter = |c: char| c.is_alphabetic() || c == '-' || c == '’' || c == '\'';
    let head = text.trim_end_matches(['-', '‐', '\u{AD}']);
    let signs = text.get(head.len()..).unwrap_or("").to_owned();
    let first = head
        .get(head.trim_end_matches(is_letter).len()..)
        .unwrap_or("")
        .to_lowercase();
    let next = line
        .get(..line.len() - line.trim_start_matches(is_letter).len())
        .unwrap_or("");
    let next = next.to_lowercase();
    let parts_word = !first.is_empty() && line.starts_with(char::is_lowercase);
    match signs.as_str() {
        "\u{AD}" => text.truncate(head.len()),
        "-" | "‐" if parts_word => {
            let stays = words.contains(&format!("{first}-{next}"))
                || first.contains('-')
                || BEFORE_HYPHEN.contains(&first.as_str());
            if !stays || words.contains(&format!("{first}{next}")) {
                text.truncate(head.len());
            }
        }
        // “2-” and “10 people”, “Paris-” and “Nord”.
        "-" | "‐" if head.ends_with(char::is_alphanumeric) => {}
        _ => text.push(' '),
    }
    text.push_str(line);
}

/// Without the letters that are only drawn as one, and hyphens that nobody sees.
fn tidied(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            'ﬀ' => tidy.push_str("ff"),
            'ﬁ' => tidy.push_str("fi"),
            'ﬂ' => tidy.push_str("fl"),
            'ﬃ' => tidy.push_str("ffi"),
            'ﬄ' => tidy.push_str("ffl"),
            'ﬅ' | 'ﬆ' => tidy.push_str("st"),
            '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
            letter => tidy.push(letter),
        }
    }
    tidy
}
