//! Change: from a base operation to each other one, metric by metric.

use super::coverage::by_unit;
use super::headlines::pair;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Panel, PanelAxis, Row, RowGroup};
use crate::chart::shown::{Listing, Shown, Subject};
use crate::model::{Metric, Operation};
use crate::query::measure::{Disputed, Disputes, Measure, measured};
use crate::query::step::{End, NoChange, Step};
use crate::words::WhyNotDrawn;
use crate::words::{self, Footnote, Lead, Mention, short_names};

pub(super) const CHANGE: Making = Making {
    shows: Shows::Others,
    metrics: None,
    footing: None,
    zooms: false,
    height: HeightRule::Rows,
    by_operation: false,
    tells_missing: true,
    why_not: |asked| {
        if asked.base.is_none() || asked.operations.is_empty() {
            Some(WhyNotDrawn::ChangeNeedsTwo)
        } else if asked.measure == Measure::Share {
            Some(WhyNotDrawn::ChangeOfShares)
        } else {
            None
        }
    },
    body: |asked, listing| match asked.base {
        Some(base) => body(asked, base, listing),
        None => Body::Rows(Vec::new()),
    },
    heading: |titled, _, _| titled.changes(titled.measure.of_ends()),
    headline: pair,
    note: |_, _| None,
};

/// The change in per cent to nothing at all.
const ALL_GONE: f64 = -100.0;

/// A metric with the steps from the base to each other operation.
struct Steps<'a> {
    metric: &'a Metric,
    steps: Vec<Step<'a>>,
}

impl Steps<'_> {
    /// Whether one of them says how much changed.
    fn is_stated(&self) -> bool {
        self.steps.iter().any(is_stated)
    }

    /// Why none of them does; what holds for the base says enough.
    fn reasons(&self) -> Vec<NoChange> {
        let mut reasons: Vec<NoChange> = Vec::new();
        for reason in self.steps.iter().filter_map(|step| step.per_cent.err()) {
            if !reasons.contains(&reason) {
                reasons.push(reason);
            }
        }
        if reasons.contains(&NoChange::NotReported(End::Before)) {
            reasons.retain(|&reason| reason != NoChange::NeitherReported);
        }
        reasons
    }
}

/// Whether a step says how much changed.
fn is_stated(step: &Step<'_>) -> bool {
    step.absolute.is_some() || step.per_cent.is_ok()
}

fn body(asked: &Asked<'_>, base: &Operation, listing: &mut Listing) -> Body {
    let measure = asked.measure.of_ends();
    let on_footing =
        |operation, metric: &Metric| measured(asked.atlas, operation, metric, measure, None);
    // In the order of bars, which stand together by their unit.
    let metrics = by_unit(&asked.metrics).into_iter();
    let steps = metrics.map(|metric| Steps {
        metric,
        steps: asked
            .operations
            .iter()
            .map(|&other| Step::between(on_footing(base, metric), on_footing(other, metric)))
            .collect(),
    });
    let (stated, unstated): (Vec<_>, Vec<_>) = steps.partition(Steps::is_stated);
    // With one operation beside the base a row for each metric, else a group.
    let one_way = asked.operations.len() == 1;
    let groups = stated.iter().map(|of| RowGroup {
        label: if one_way { "" } else { &of.metric.label }.to_owned(),
        rows: rows(asked, base, of, listing),
    });
    let groups: Vec<RowGroup> = groups.collect();
    let mentions = unstated.iter().map(|of| Mention {
        text: words::metric_and_why(&of.metric.label, &of.reasons()),
        starred: false,
        figures: rows(asked, base, of, listing)
            .into_iter()
            .map(|row| row.figure)
            .collect(),
    });
    let mentions = mentions.collect();
    listing.footnotes.push(Footnote {
        lead: Lead::NoChange,
        mentions,
    });
    let rows = groups.iter().flat_map(|group| &group.rows);
    let changes: Vec<_> = rows.filter_map(|row| listing.amount(row.figure)).collect();
    let falls_far = changes
        .iter()
        .any(|change| change.low().unwrap_or(change.number()) < ALL_GONE / 2.0);
    Body::Rows(vec![Panel {
        heading: String::new(),
        times: 1.0,
        groups,
        axis: (changes.len() > 1).then_some(PanelAxis {
            signed: true,
            suffix: " %",
            reach: (if falls_far { ALL_GONE } else { 0.0 }, 0.0),
        }),
        table: one_way,
    }])
}

/// A row for each step, between the base's figure, the other's and the change.
fn rows(asked: &Asked<'_>, base: &Operation, of: &Steps<'_>, listing: &mut Listing) -> Vec<Row> {
    let Some(first) = of.steps.first() else {
        return Vec::new();
    };
    let from = listing.add(asked, base, of.metric, &first.from);
    let one_way = asked.operations.len() == 1;
    let names = short_names(&asked.operations);
    let others = asked.operations.iter().zip(names).zip(&of.steps);
    let row = |((&other, name), step): ((&&Operation, String), &Step<'_>)| Row {
        name: if one_way {
            of.metric.label.clone()
        } else {
            name
        },
        ends: Some([from, listing.add(asked, other, of.metric, &step.to)]),
        figure: change(asked, [base, other], of.metric, step, listing),
        also: Vec::new(),
        strong: one_way,
    };
    others.map(row).collect()
}

/// Adds a change to what is shown. It rests on both ends.
fn change(
    asked: &Asked<'_>,
    [base, other]: [&Operation; 2],
    metric: &Metric,
    step: &Step<'_>,
    listing: &mut Listing,
) -> usize {
    let part_of_base = |on: Disputed| match on {
        Disputed::Figure => Disputed::Base,
        Disputed::Whole | Disputed::Days | Disputed::Countries | Disputed::Base => on,
    };
    let of_base = step.from.disputes.iter();
    let of_base = of_base.map(|&(on, dispute)| (part_of_base(on), dispute));
    let mut disputes: Disputes = step.to.disputes.iter().copied().chain(of_base).collect();
    if !is_stated(step) {
        disputes.clear();
    }
    let subject = Subject::Figure {
        operation: listing.operation(asked, other),
        metric: listing.metric(asked, metric),
        measure: Measure::Change,
    };
    let shown = Shown {
        subject,
        value: step.value(),
        label: step.short(),
        words: step.words(),
        left_out: {
            let of_base = step.from.left_out.iter().map(|&part| part_of_base(part));
            let own = step.to.left_out.iter().copied();
            own.chain(of_base).collect()
        },
        spoken: words::spoken_step(metric, [base, other], step, &disputes),
        disputes,
    };
    listing.push(shown)
}
