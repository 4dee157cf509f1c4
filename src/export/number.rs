//! Coordinates as text: at most two decimals, as fine as print needs, and short.

use std::fmt;

/// A coordinate as it is written. A picture has tens of thousands, too many for the formatting
/// that suits any float there is.
pub struct Number(pub f32);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f)
    }
}

impl Number {
    fn write(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let hundredths = (self.0 * 100.0).round() as i64;
        if hundredths < 0 {
            out.write_char('-')?;
        }
        let mut digits = [0; 24];
        out.write_str(written(hundredths.unsigned_abs(), &mut digits))
    }
}

/// Appends how far it is from one coordinate to the next, as short as SVG can be: parted from the
/// number before by its sign, or by a space where `parted` is asked for.
pub fn push_step(out: &mut String, hundredths: i32, parted: bool) {
    if hundredths < 0 {
        out.push('-');
    } else if parted {
        out.push(' ');
    }
    let mut digits = [0; 24];
    let size = written(u64::from(hundredths.unsigned_abs()), &mut digits);
    // ".5" is as good as "0.5".
    let is_needless = matches!(size.as_bytes(), [b'0', _, ..]);
    out.push_str(size.get(usize::from(is_needless)..).unwrap_or(size));
}

/// So many hundredths as a number, in room for the digits of any.
fn written(hundredths: u64, digits: &mut [u8; 24]) -> &str {
    let (mut rest, mut decimals) = (hundredths, 2);
    while decimals > 0 && rest % 10 == 0 {
        (rest, decimals) = (rest / 10, decimals - 1);
    }
    let mut from = digits.len();
    loop {
        from -= 1;
        digits[from] = b'0' + (rest % 10) as u8;
        rest /= 10;
        match decimals {
            0 if rest == 0 => break,
            0 => continue,
            1 => {
                from -= 1;
                digits[from] = b'.';
            }
            _ => {}
        }
        decimals -= 1;
    }
    str::from_utf8(&digits[from..]).unwrap_or_default()
}

/// Appends a coordinate.
pub fn push(out: &mut String, value: f32) {
    // Writing to a string cannot fail.
    let _written = Number(value).write(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_as_many_decimals_as_they_need_and_two_at_most() {
        let written = |value: f32| Number(value).to_string();
        assert_eq!(written(0.0), "0");
        assert_eq!(written(-0.001), "0");
        assert_eq!(written(0.05), "0.05");
        assert_eq!(written(-7.5), "-7.5");
        assert_eq!(written(1199.996), "1200");
        assert_eq!(written(1024.129), "1024.13");
    }

    #[test]
    fn a_step_is_parted_from_the_one_before_and_has_no_needless_zero() {
        let written = |steps: &[i32]| {
            let mut out = "l".to_owned();
            for (index, &step) in steps.iter().enumerate() {
                push_step(&mut out, step, index > 0);
            }
            out
        };
        assert_eq!(written(&[0, -5, 50, 1234]), "l0-.05 .5 12.34");
    }

    #[test]
    fn every_coordinate_of_a_canvas_reads_back_as_itself() {
        for hundredths in 0..800_000_i64 {
            let value = hundredths as f32 / 100.0;
            assert_eq!(Number(value).to_string().parse(), Ok(value));
        }
    }
}
