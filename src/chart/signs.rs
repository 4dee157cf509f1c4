//! The legend of signs: which ways of drawing occur and so need explaining.

use super::body::{Body, Row};
use super::grid::Grid;
use super::shown::{Listing, Shown, Subject};
use crate::model::{Amount, Open};
use crate::query::countries::{Cell, Known};
use crate::query::measure::{Measure, Statement};
use crate::words::LegendSign;

/// The signs of numbers, in the order of the legend.
const OF_NUMBERS: [(Open, LegendSign); 5] = [
    (Open::Around, LegendSign::Around),
    (Open::Below, LegendSign::Below),
    (Open::Up, LegendSign::Up),
    (Open::Down, LegendSign::Down),
    (Open::Within, LegendSign::Within),
];

/// The signs that occur in a picture.
pub(super) fn occurring(body: &Body, listing: &Listing) -> Vec<LegendSign> {
    let marks = body.marks();
    let figures = || marks.iter().flatten().map(|&figure| &listing.shown[figure]);
    let amounts = || figures().filter_map(Shown::amount);
    let mut signs = match body {
        Body::Rows(_) => {
            let is_change = |subject| {
                matches!(
                    subject,
                    Subject::Figure {
                        measure: Measure::Change,
                        ..
                    }
                )
            };
            let of_changes = figures().any(|shown| is_change(shown.subject));
            let mut signs: Vec<LegendSign> = of_numbers(amounts().map(drawn_open)).collect();
            // A bar of a fall is open towards zero where its number is open upwards.
            for sign in signs.iter_mut().filter(|_| of_changes) {
                if *sign == LegendSign::Up {
                    *sign = LegendSign::LargerChange;
                } else if *sign == LegendSign::Down {
                    *sign = LegendSign::SmallerChange;
                }
            }
            signs
        }
        Body::Timeline(timeline) => {
            let mut signs: Vec<LegendSign> = of_numbers(amounts().map(Amount::open)).collect();
            if figures().any(|shown| shown.amount().is_none()) {
                signs.push(LegendSign::NoNumber);
            }
            let mut times = timeline.rows().filter_map(|row| row.when);
            if times.any(|when| !when.to_the_day) {
                signs.push(LegendSign::Months);
            }
            signs
        }
        // Arrows point along the axis, whatever side of zero they start from.
        Body::Scatter(_) | Body::Dots(_) => of_numbers(amounts().map(Amount::open)).collect(),
        Body::Matrix(_) => {
            let occurs = |&statement: &Statement| {
                figures().any(|shown| Statement::of(shown.value) == statement)
            };
            let statements = Statement::ALL.into_iter().filter(occurs);
            statements.map(LegendSign::Statement).collect()
        }
        Body::Grid(grid) => of_cells(grid),
        Body::Map(_) | Body::Nothing(_) => Vec::new(),
    };
    let starred = |figure: usize| listing.shown[figure].is_starred();
    let ends = rows(body).filter_map(|row| row.ends).flatten();
    let marked = marks.iter().flatten().copied().chain(ends).any(starred);
    let mut mentions = listing.footnotes.iter().flat_map(|note| &note.mentions);
    let mut extents = listing.shown.iter().filter(|shown| match shown.subject {
        Subject::Days { .. } | Subject::Countries { .. } => true,
        Subject::Figure { .. } | Subject::Country(_) | Subject::TakingPart { .. } => false,
    });
    if marked || mentions.any(|one| one.starred) || extents.any(Shown::is_starred) {
        signs.push(LegendSign::Dispute);
    }
    signs
}

/// What is known of countries in operations, each once, the most first. Of what a case names only
/// that is told, whatever the list is.
fn of_cells(grid: &Grid) -> Vec<LegendSign> {
    let all = [
        (Known::Listed, false),
        (Known::Host, false),
        (Known::NotListed, true),
        (Known::NotListed, false),
        (Known::NotAmongListed, false),
        (Known::NoList, false),
    ];
    let of = |cell: Cell| {
        let took_part = cell.known.took_part() == Some(true);
        let named = cell.named && !took_part;
        let known = if named { Known::NotListed } else { cell.known };
        (known, named)
    };
    let cells = || grid.rows().flat_map(|row| &row.cells);
    let occurring = all
        .into_iter()
        .filter(|one| cells().any(|cell| of(cell.known) == *one));
    let occurring = occurring.map(|(known, named)| LegendSign::TakingPart(Cell { known, named }));
    occurring.collect()
}

fn rows(body: &Body) -> impl Iterator<Item = &Row> {
    let panels = match body {
        Body::Rows(panels) => panels.as_slice(),
        Body::Timeline(_)
        | Body::Dots(_)
        | Body::Scatter(_)
        | Body::Matrix(_)
        | Body::Grid(_)
        | Body::Map(_)
        | Body::Nothing(_) => &[],
    };
    let groups = panels.iter().flat_map(|panel| &panel.groups);
    groups.flat_map(|group| &group.rows)
}

fn of_numbers(open: impl Iterator<Item = Open>) -> impl Iterator<Item = LegendSign> {
    let open: Vec<Open> = open.collect();
    let signs = OF_NUMBERS.into_iter();
    signs.filter_map(move |(one, sign)| open.contains(&one).then_some(sign))
}

/// Which way a bar from zero is open: a fall of "more than −25 %" is a smaller one, and open
/// towards zero like "up to".
pub fn drawn_open(amount: Amount) -> Open {
    match amount.open() {
        Open::Up if amount.number() < 0.0 => Open::Down,
        Open::Down if amount.number() < 0.0 => Open::Up,
        open @ (Open::No | Open::Around | Open::Below | Open::Up | Open::Down | Open::Within) => {
            open
        }
    }
}
