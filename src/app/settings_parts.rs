//! Parts of settings as RON: what lies between two commas of one pair of brackets.

/// A text without the smallest part that a place lies in, by line and column from 1; `None` where
/// it lies in none that could be missing.
pub(super) fn without_part(text: &str, line: usize, column: usize) -> Option<String> {
    let at = offset(text, line, column);
    let mut scan = Scan::default();
    // Where the part begins that one is in, in each bracket that is open.
    let mut parts: Vec<usize> = Vec::new();
    for (index, sign) in text
        .bytes()
        .enumerate()
        .take_while(|&(index, _)| index < at)
    {
        match scan.sign(sign) {
            Sign::Open => parts.push(index + 1),
            Sign::Close => {
                parts.pop()?;
            }
            Sign::Comma => *parts.last_mut()? = index + 1,
            Sign::Other => {}
        }
    }
    let mut from = parts.pop()?;
    if text.get(from..at)?.trim().is_empty() && text.get(at..)?.starts_with([')', ']', '}']) {
        // There is nothing left here: the part is all that these brackets hold.
        from = parts.pop()?;
    }
    let to = from + end(text.get(from..)?)?;
    Some(format!("{}{}", text.get(..from)?, text.get(to..)?))
}

/// Where a part ends, with its comma if there is one.
fn end(text: &str) -> Option<usize> {
    let mut scan = Scan::default();
    let mut depth = 0_usize;
    for (index, sign) in text.bytes().enumerate() {
        match scan.sign(sign) {
            Sign::Open => depth += 1,
            Sign::Close if depth == 0 => return Some(index),
            Sign::Close => depth -= 1,
            Sign::Comma if depth == 0 => return Some(index + 1),
            Sign::Comma | Sign::Other => {}
        }
    }
    None
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let rest = text.get(start..).unwrap_or("");
    let within = rest.char_indices().nth(column.saturating_sub(1));
    start + within.map_or(rest.len(), |(at, _)| at)
}

enum Sign {
    Open,
    Close,
    Comma,
    Other,
}

/// Goes through a text, and knows what stands in quotes.
#[derive(Default)]
struct Scan {
    quoted: bool,
    escaped: bool,
}

impl Scan {
    fn sign(&mut self, sign: u8) -> Sign {
        let escaped = std::mem::take(&mut self.escaped);
        if self.quoted {
            self.escaped = sign == b'\\' && !escaped;
            self.quoted = sign != b'"' || escaped;
            return Sign::Other;
        }
        match sign {
            b'"' => {
                self.quoted = true;
                Sign::Other
            }
            b'(' | b'[' | b'{' => Sign::Open,
            b')' | b']' | b'}' => Sign::Close,
            b',' => Sign::Comma,
            _ => Sign::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_part_a_place_lies_in_is_taken_out() {
        let text = "(a: 1,\n b: (c: \"x, )\", d: [E, F]),\n)";
        let without = |line, column| without_part(text, line, column);
        assert_eq!(without(2, 5).as_deref(), Some("(a: 1,\n)"));
        assert_eq!(
            without(2, 6).as_deref(),
            Some("(a: 1,\n b: ( d: [E, F]),\n)")
        );
        assert_eq!(
            without(2, 21).as_deref(),
            Some("(a: 1,\n b: (c: \"x, )\", d: [ F]),\n)")
        );
        assert_eq!(without(1, 1), None);
        assert_eq!(without_part("(a: (b", 1, 6), None);
    }
}
