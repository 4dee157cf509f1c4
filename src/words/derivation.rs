//! How a derived number comes about, told to whoever checks it.

use super::cases::noun;
use super::names::counted;
use crate::model::{Atlas, Metric, Operation};
use crate::query::measure::{Measure, Value, measured};

/// How a derived number comes about, in a sentence: "419.5 per operation day is 2,517 divided by
/// 6 days." `None` for one as stated, and where there is none.
pub fn derivation(
    atlas: &Atlas,
    operation: &Operation,
    metric: &Metric,
    measure: Measure,
    base: Option<&Operation>,
) -> Option<String> {
    let derived = measured(atlas, operation, metric, measure, base);
    let Value::Number(_) = derived.value else {
        return None;
    };
    let stated = derived.report?.quantity.words();
    let how = match measure {
        Measure::Total => return None,
        Measure::PerDay => {
            let days = operation.day_count()?;
            let disputed = operation
                .days_note
                .as_deref()
                .map_or_else(String::new, |note| {
                    format!(". On the days: {}", note.trim_end_matches('.'))
                });
            let days = counted(days as usize, "day", "days");
            format!("{stated} divided by {days}{disputed}")
        }
        Measure::PerCountry => {
            let count = atlas.preferred(&operation.countries.count)?;
            let source = atlas.source(&count.source)?.byline();
            let countries = noun(count.quantity, "country", "countries");
            let count = count.quantity.words();
            format!("{stated} divided by {count} {countries} ({source})")
        }
        Measure::Share => {
            let whole = metric.part_of.as_ref()?;
            let label = &atlas.metric(whole.as_str())?.label;
            let whole = atlas.figure(operation, whole)?.quantity.words();
            format!("{stated} of {whole} ({label})")
        }
        Measure::Change => {
            let base = base?;
            let from = atlas.figure(base, &metric.id)?.quantity.words();
            format!("{stated} against {from} in {}", base.name)
        }
    };
    Some(format!("{}: {how}.", derived.words()))
}
