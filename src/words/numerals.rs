//! How numbers are written: grouped digits, decimals, round millions.

/// More decimals say nothing of numbers that are kept to sixteen digits.
const MOST_DECIMALS: usize = 16;

/// Digits with commas between thousands and `decimals` places: 1333333.3 → "1,333,333".
/// Rounds half away from zero, once.
pub fn grouped(number: f64, decimals: usize) -> String {
    let decimals = decimals.min(MOST_DECIMALS);
    let scale = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    // `{:.n}` rounds the binary value to even; people expect 2.5 → 3.
    let rounded = (number * scale).round() / scale;
    let text = format!("{:.decimals$}", rounded.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::with_capacity(text.len() + text.len() / 3 + 1);
    if rounded < 0.0 {
        out.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Like [`grouped`] without decimals, but a round number of millions is written "8 million",
/// "1.6 million".
pub fn grouped_or_millions(number: f64) -> String {
    let hundred_thousands = number / 1e5;
    if (1e6..1e9).contains(&number) && (hundred_thousands - hundred_thousands.round()).abs() < 1e-9
    {
        let tenths = hundred_thousands.round();
        let decimals = usize::from(tenths % 10.0 != 0.0);
        return format!("{} million", grouped(tenths / 10.0, decimals));
    }
    grouped(number, 0)
}

/// How many decimals a computed number is written with, so that it shows at least three
/// digits: 1,333,333 · 419.5 · 5.33 · 0.00333.
pub fn decimals_for(number: f64) -> usize {
    match number.abs() {
        size if size >= 1000.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 || size <= 0.0 => 2,
        size => usize::try_from(2 - size.log10().floor() as i32).map_or(2, |places| places.min(8)),
    }
}

/// The whole number that someone typed: "14,000", "3 744", "1.6 million"; `None` where it is none.
pub fn typed_number(typed: &str) -> Option<u64> {
    let typed = typed
        .trim()
        .trim_start_matches(['>', '<', '≥', '≤', '≈', '~'])
        .trim();
    let lower = typed.to_lowercase();
    if let Some(millions) = lower.strip_suffix("million") {
        let (whole, tenths) = millions
            .trim()
            .split_once('.')
            .unwrap_or((millions.trim(), "0"));
        let one_digit = tenths.len() == 1;
        let tenths = tenths.parse::<u64>().ok().filter(|_| one_digit)?;
        return (whole.parse::<u64>().ok()?)
            .checked_mul(1_000_000)?
            .checked_add(tenths * 100_000);
    }
    let is_gap = |c: char| c.is_whitespace() || [',', '.', '\'', '’', '_'].contains(&c);
    let mut groups = typed.split(is_gap);
    let first = groups.next()?;
    let digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    let (last, thousands) = rest.split_last().unwrap_or((&"", &[]));
    let whole = |group: &str| group.len() == 3 && digits(group);
    // Whoever is still typing has not typed all of the last group; behind a point it is decimals.
    let begun = !typed.contains('.') && last.len() < 3 && (last.is_empty() || digits(last));
    if !digits(first) || !thousands.iter().all(|group| whole(group)) || !(whole(last) || begun) {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_by_threes() {
        assert_eq!(grouped(0.0, 0), "0");
        assert_eq!(grouped(999.0, 0), "999");
        assert_eq!(grouped(17_793.0, 0), "17,793");
        assert_eq!(grouped(1_333_333.333, 0), "1,333,333");
        assert_eq!(grouped(-25.62, 1), "−25.6");
        assert_eq!(grouped(-0.01, 1), "0.0");
    }

    #[test]
    fn a_number_is_rounded_once() {
        assert_eq!(grouped(1227.0 / 2517.0 * 100.0, 1), "48.7");
        assert_eq!(grouped(2517.0 / 6.0, 1), "419.5");
        assert_eq!(grouped(2.5, 0), "3");
    }

    #[test]
    fn round_millions_are_written_in_words_and_others_in_digits() {
        assert_eq!(grouped_or_millions(8_000_000.0), "8 million");
        assert_eq!(grouped_or_millions(1_600_000.0), "1.6 million");
        assert_eq!(grouped_or_millions(1_333_333.0), "1,333,333");
        assert_eq!(grouped_or_millions(24_000.0), "24,000");
    }

    #[test]
    fn a_number_is_understood_however_its_thousands_are_parted() {
        for (typed, number) in [
            ("14,000", Some(14_000)),
            (" > 14 000 ", Some(14_000)),
            ("3.744", Some(3744)),
            ("3\u{202f}744", Some(3744)),
            ("8’000’000", Some(8_000_000)),
            ("8 million", Some(8_000_000)),
            ("1.6 Million", Some(1_600_000)),
            ("48.7", None),
            ("14,", Some(14)),
            ("14,0", Some(140)),
            ("14,0,000", None),
            ("14 of 15", None),
            ("liberterra 3", None),
            ("", None),
        ] {
            assert_eq!(typed_number(typed), number, "{typed}");
        }
    }
}
