//! Grid: countries by the chosen operations, region by region, with what is known of the part each
//! took in each.

use super::taking_part::{Asking, Taking, asked_for, why_not};
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule};
use crate::chart::grid::{Grid, GridCell, GridColumn, GridRegion, GridRow};
use crate::chart::shown::{Listing, Shown, Subject};
use crate::chart::why_not::MOST_COLUMNS;
use crate::model::{Amount, Region, Sign};
use crate::query::countries::{Cell, List, standings};
use crate::query::measure::{Measure, Value};
use crate::query::search::folded;
use crate::words::{self, Headline, Note, WhyNotDrawn};

pub(super) const GRID: Making = Making {
    shows: Shows::Lists,
    metrics: Some(0),
    footing: Some(Measure::Total),
    zooms: false,
    height: HeightRule::Rows,
    by_operation: false,
    tells_missing: false,
    why_not: |asked| {
        let too_many = asked.operations.len() > MOST_COLUMNS;
        let too_many = too_many.then_some(WhyNotDrawn::TooManyColumns);
        why_not(asked).or(too_many)
    },
    body,
    heading: |titled, body, _| {
        let narrowed = shown(body).and_then(|grid| grid.narrowed.as_deref());
        titled.taking_part(words::BY_REGION, narrowed)
    },
    headline,
    note: |body, _| {
        let grid = shown(body)?;
        let says = !grid.open.is_empty() || grid.others > 0;
        says.then(|| Note::OpenLists(grid.open.clone(), grid.others))
    },
};

/// What it shows; `None` where there is nothing to show.
fn shown(body: &Body) -> Option<&Grid> {
    if let Body::Grid(grid) = body {
        Some(grid)
    } else {
        None
    }
}

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let asking = Asking::of(asked, listing);
    let standings = standings(asked.atlas);
    let answer = asked.answer(&standings);
    let mut takings = asked_for(asked, &standings, &asking, answer.as_ref());
    if takings.is_empty() {
        return Body::Nothing(format!("{}.", WhyNotDrawn::NoCountry.sentence()));
    }
    takings.sort_by_cached_key(|one| folded(one.country.name()));
    let lists_open = asking.0.iter().any(|(.., list)| *list != List::Complete);
    // Of single countries that are chosen no other may have taken part.
    let others_too = asked.only.is_empty();
    let regions = Region::ALL.into_iter().filter_map(|region| {
        let own = takings.iter().filter(|one| one.country.region() == region);
        let rows: Vec<GridRow> = own.map(|one| row(one, listing)).collect();
        (!rows.is_empty()).then(|| GridRegion {
            region,
            took_part: rows.iter().filter(|row| row.took_part()).count(),
            may_be_more: lists_open && (others_too || rows.iter().any(GridRow::may_have)),
            continued: false,
            rows,
        })
    });
    let regions: Vec<GridRegion> = regions.collect();
    let columns = asking.0.iter().enumerate();
    let columns = columns.map(|(operation, (.., list))| {
        let cells = || {
            let rows = regions.iter().flat_map(|region| &region.rows);
            let cells = rows.filter_map(move |row| row.cells.get(operation));
            cells.map(|cell| cell.known.known.took_part())
        };
        GridColumn {
            operation,
            took_part: cells().filter(|took_part| *took_part == Some(true)).count(),
            may_be_more: *list != List::Complete
                && (others_too || cells().any(|took_part| took_part.is_none())),
        }
    });
    Body::Grid(Grid {
        columns: columns.collect(),
        open: asking.open(),
        others: answer.map_or(0, |answer| answer.open.len()),
        narrowed: asked.narrowed(asked.only),
        regions,
        goes_on: false,
    })
}

fn row(taking: &Taking<'_>, listing: &mut Listing) -> GridRow {
    let cells = taking.cells.iter().enumerate();
    let cells = cells.map(|(operation, &(name, known))| GridCell {
        figure: listing.push(cell(taking, operation, name, known)),
        known,
    });
    GridRow {
        country: taking.country,
        cells: cells.collect(),
        count: listing.push(taking.shown()),
    }
}

/// The part a country took in an operation, as it is shown.
fn cell(taking: &Taking<'_>, operation: usize, name: &str, known: Cell) -> Shown {
    let number = |count| Value::Number(Amount::of_count(count, Sign::Exact));
    let label = words::taking_part(known);
    Shown {
        subject: Subject::TakingPart {
            country: taking.country,
            operation,
        },
        value: match known.known.took_part() {
            Some(took_part) => number(u64::from(took_part)),
            None => Value::NotReported,
        },
        label: label.to_owned(),
        words: label.to_owned(),
        left_out: Vec::new(),
        disputes: Vec::new(),
        spoken: words::spoken_taking_part(taking.country, name, known),
    }
}

/// How many countries took part in all of the operations.
fn headline(asked: &Asked<'_>) -> Option<Headline> {
    if asked.narrowed(asked.only).is_some() {
        return None;
    }
    let asking = Asking::of(asked, &mut Listing::default());
    let standings = standings(asked.atlas);
    let takings = standings.iter().map(|one| Taking::of(one, &asking));
    let (mut certain, mut may_be) = (0, 0);
    for taking in takings {
        let mut cells = taking.cells.iter().map(|(_, cell)| cell.known.took_part());
        certain += usize::from(taking.count == taking.cells.len());
        may_be += usize::from(cells.all(|took_part| took_part != Some(false)));
    }
    (certain > 0 && certain == may_be).then(|| Headline::TookPartInAll {
        countries: certain,
        operations: asking.0.iter().map(|(one, ..)| one.name.clone()).collect(),
    })
}
