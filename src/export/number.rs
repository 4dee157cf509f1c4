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
        let size = hundredths.unsigned_abs();
        whole(out, size / 100)?;
        decimals(out, size % 100)
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
    let size = u64::from(hundredths.unsigned_abs());
    // ".5" is as good as "0.5". Writing to a string cannot fail.
    if size == 0 || size >= 100 {
        let _written = whole(out, size / 100);
    }
    let _written = decimals(out, size % 100);
}

fn whole(out: &mut impl fmt::Write, value: u64) -> fmt::Result {
    if value >= 10 {
        whole(out, value / 10)?;
    }
    digit(out, value % 10)
}

/// What stands behind the whole; nothing for none.
fn decimals(out: &mut impl fmt::Write, hundredths: u64) -> fmt::Result {
    if hundredths == 0 {
        return Ok(());
    }
    out.write_char('.')?;
    digit(out, hundredths / 10)?;
    match hundredths % 10 {
        0 => Ok(()),
        last => digit(out, last),
    }
}

fn digit(out: &mut impl fmt::Write, value: u64) -> fmt::Result {
    out.write_char(char::from(b'0' + value as u8))
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
