//! The legend of colours: which operations it names, and how long and how wide each was.

use super::asked::Asked;
use super::body::LegendEntry;
use super::kinds::Shows;
use super::shown::{Listing, Shown, Subject};
use crate::model::{Amount, Operation};
use crate::query::comparability::called;
use crate::query::measure::{Disputed, Value, countries_dispute, days_dispute};
use crate::words;

/// The most operations that a legend of colours names: every bar is named too, and a longer
/// legend would say nothing more.
const NAMED_IN_LEGEND: usize = 6;

/// The legend of colours; nothing where every operation is named beside its marks.
pub(super) fn legend(asked: &Asked<'_>, listing: &mut Listing) -> Vec<LegendEntry> {
    let base = match asked.kind.making().shows {
        Shows::Chosen => None,
        Shows::Others => asked.base,
        Shows::All | Shows::Lists => return Vec::new(),
    };
    let entries = base.into_iter().map(|base| (base, false));
    let entries = entries.chain(asked.operations.iter().map(|&one| (one, true)));
    if entries.clone().count() > NAMED_IN_LEGEND {
        return Vec::new();
    }
    entries
        .map(|(operation, has_marks)| LegendEntry {
            extent: extent(asked, operation, listing),
            operation: listing.operation(asked, operation),
            name: if has_marks {
                operation.name.clone()
            } else {
                words::from_base(&operation.name)
            },
            has_marks,
        })
        .collect()
}

/// Adds to what is shown how long and how wide an operation was; both as one text.
fn extent(asked: &Asked<'_>, one: &Operation, listing: &mut Listing) -> String {
    let operation = listing.operation(asked, one);
    let days = one.day_count();
    let ran = days.map(|days| Value::Number(Amount::exact(f64::from(days))));
    let counts = &one.countries.count;
    let count = asked.atlas.preferred(counts).map(|report| report.quantity);
    let took_part = count.map(|count| match count.amount() {
        Some(amount) => Value::Number(amount),
        None => Value::Unnumbered(count),
    });
    let gaps = &asked.atlas.gaps;
    let lost_days = days.is_none() && gaps.has_length(&one.id);
    let lost_countries = gaps.has_countries(&one.id);
    let parts = [
        (
            Subject::Days { operation },
            ran,
            words::days_label(days, lost_days),
            days_dispute(one).map(|dispute| (Disputed::Days, dispute)),
        ),
        (
            Subject::Countries { operation },
            took_part,
            words::countries_label(count, one.countries.listed.len(), lost_countries),
            countries_dispute(asked.atlas, one).map(|dispute| (Disputed::Countries, dispute)),
        ),
    ];
    let parts = parts.map(|(subject, value, label, dispute)| {
        let (part, left_out) = match subject {
            Subject::Days { .. } => (Disputed::Days, lost_days),
            Subject::Countries { .. }
            | Subject::Figure { .. }
            | Subject::Country(_)
            | Subject::TakingPart { .. } => (Disputed::Countries, lost_countries),
        };
        let spoken = words::spoken_extent(&one.name, &label, dispute);
        let shown = listing.push(Shown {
            subject,
            value: value.unwrap_or(if left_out {
                Value::LeftOut
            } else {
                Value::NotReported
            }),
            left_out: left_out.then_some(part).into_iter().collect(),
            words: label.clone(),
            label,
            disputes: dispute.into_iter().collect(),
            spoken,
        });
        listing.shown[shown].starred()
    });
    words::extent(&parts, called(asked.atlas, one, &asked.metrics))
}

#[cfg(test)]
mod tests {
    use crate::chart::{Showing, picture};
    use crate::model::fixture;
    use crate::query::comparison::Comparison;
    use crate::query::measure::Measure;

    #[test]
    fn a_length_without_its_days_counts() {
        let mut atlas = fixture::atlas();
        atlas.operations[1].days = None;
        atlas.operations[1].length = Some(12);
        let comparison = Comparison {
            metrics: vec!["arrests".to_owned()],
            measure: Measure::PerDay,
            ..Comparison::telling(&atlas)
        };
        let spec = picture(&atlas, &comparison, Showing::default());
        assert!(
            spec.alt().contains("312.0 per operation day"),
            "{}",
            spec.alt()
        );
        // Without days it comes behind what has them.
        assert!(
            spec.legend[1].extent.starts_with("12 days"),
            "{:?}",
            spec.legend
        );
    }
}
