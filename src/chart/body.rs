//! How a picture's figures are arranged, whatever the kind: rows with bars, lanes in time, points
//! between two axes, a matrix. An arrangement refers to the list of what is shown and says
//! nothing of it again.

use super::grid::Grid;
use super::world::WorldMap;

/// The chart itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Rows with a bar each.
    Rows(Vec<Panel>),
    /// Operations in time.
    Timeline(Timeline),
    /// Rows with a dot each.
    Dots(Dots),
    /// Operations by two metrics.
    Scatter(Scatter),
    /// Metrics by operations.
    Matrix(Matrix),
    /// Countries by operations.
    Grid(Grid),
    /// Countries on a map.
    Map(WorldMap),
    /// Nothing to show; the sentence says what to do.
    Nothing(String),
}

impl Body {
    /// The figures that have marks, each mark's together, in reading order.
    pub fn marks(&self) -> Vec<Vec<usize>> {
        match self {
            Self::Rows(panels) => panels
                .iter()
                .flat_map(|panel| &panel.groups)
                .flat_map(|group| &group.rows)
                .map(|row| {
                    [row.figure]
                        .into_iter()
                        .chain(row.also.iter().copied())
                        .collect()
                })
                .collect(),
            Self::Timeline(timeline) => timeline.rows().map(|row| vec![row.figure]).collect(),
            Self::Dots(dots) => dots.rows.iter().map(|&row| vec![row]).collect(),
            Self::Scatter(scatter) => scatter.points.iter().map(|&point| point.into()).collect(),
            Self::Matrix(matrix) => matrix
                .units
                .iter()
                .flat_map(|unit| &unit.rows)
                .flat_map(|row| &row.cells)
                .map(|&cell| vec![cell])
                .collect(),
            Self::Grid(grid) => grid
                .rows()
                .flat_map(|row| {
                    let cells = row.cells.iter().map(|cell| cell.figure);
                    cells.chain([row.count])
                })
                .map(|figure| vec![figure])
                .collect(),
            Self::Map(map) => map.places.iter().map(|place| vec![place.figure]).collect(),
            Self::Nothing(_) => Vec::new(),
        }
    }
}

/// Rows on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// What is counted: "People", "Checks per operation day"; empty where the subtitle says it.
    pub heading: String,
    /// How many times as long its bars are drawn as those of the same unit in the panel with the
    /// largest numbers: 1 where they share a scale.
    pub times: f64,
    /// Rows that stand together.
    pub groups: Vec<RowGroup>,
    /// The axis under it; `None` where no row has a number, or labels on the marks say it all.
    pub axis: Option<PanelAxis>,
    /// Whether groups have one row each and follow one another like rows of a table.
    pub table: bool,
}

/// An axis with round numbers that has zero on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelAxis {
    /// Whether its numbers are differences, with a sign in front.
    pub signed: bool,
    /// What follows its numbers: " %" or nothing.
    pub suffix: &'static str,
    /// The numbers it reaches at least, whatever its bars do: at most zero, at least zero.
    pub reach: (f64, f64),
}

/// Rows that stand together.
#[derive(Debug, Clone, PartialEq)]
pub struct RowGroup {
    /// What stands over them; empty for nothing.
    pub label: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A figure with a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What stands in front, as short as tells it apart; empty for nothing.
    pub name: String,
    /// The figure that the bar stands for.
    pub figure: usize,
    /// The figures that it lies between, told before the bar as "2,517 → 3,744".
    pub ends: Option<[usize; 2]>,
    /// Further figures that are told on the same line, with the names of their operations; none
    /// where the row is of one.
    pub also: Vec<usize>,
    /// Whether its name is brought out.
    pub strong: bool,
}

/// Operations in time, a lane for each family, with one figure as the area of a circle.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// What the area of a circle stands for: "arrests (people per operation day)".
    pub area: String,
    /// What follows numbers in the legend of sizes: " %" or nothing.
    pub suffix: &'static str,
    /// Whether only whole numbers occur.
    pub whole: bool,
    /// The families, in the order of their first days.
    pub lanes: Vec<Lane>,
    /// From the first to the last day of all operations, in years; zeros where none is dated.
    pub full: (f64, f64),
    /// The years to look at; `None` for all.
    pub range: Option<(f64, f64)>,
}

impl Timeline {
    /// Every operation, lane by lane.
    pub fn rows(&self) -> impl Iterator<Item = &InTime> {
        self.lanes.iter().flat_map(|lane| &lane.rows)
    }
}

/// The operations of one family.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// The family's name.
    pub family: String,
    /// The earliest first; those whose days are not known last.
    pub rows: Vec<InTime>,
}

/// A figure with its operation's place in time.
#[derive(Debug, Clone, PartialEq)]
pub struct InTime {
    /// The figure.
    pub figure: usize,
    /// What the operation's name adds to its family's; empty where the lane says it all.
    pub name: String,
    /// When it ran; `None` where no source says it.
    pub when: Option<When>,
}

/// When an operation ran.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct When {
    /// When it began and ended, in years: 2024.5 is the middle of 2024.
    pub years: (f64, f64),
    /// Whether both days are known; else the years say in which months it must have been.
    pub to_the_day: bool,
}

impl When {
    /// The middle of its days, in years.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.years.0, self.years.1)
    }
}

/// Rows with a dot each, along an axis that need not have zero on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dots {
    /// From left to right.
    pub axis: NumberAxis,
    /// The figures with a number in the part shown, the largest first.
    pub rows: Vec<usize>,
}

/// Operations as points between two axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// From left to right.
    pub x: NumberAxis,
    /// From bottom to top.
    pub y: NumberAxis,
    /// The figures on both axes of operations that have both in numbers, the chosen ones first.
    pub points: Vec<[usize; 2]>,
}

/// An axis that need not have zero on it.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberAxis {
    /// What it measures, with the unit and the kind of scale.
    pub title: String,
    /// Whether equal steps are equal factors.
    pub logarithmic: bool,
    /// What follows numbers: " %" or nothing.
    pub suffix: &'static str,
    /// The least and the largest number there is; zeros where there is none.
    pub full: (f64, f64),
    /// The part to look at; `None` for all.
    pub range: Option<(f64, f64)>,
}

impl NumberAxis {
    /// Whether a number lies in the part shown.
    pub(super) fn shows(&self, number: f64) -> bool {
        self.range
            .is_none_or(|(low, high)| low <= number && number <= high)
    }
}

/// Metrics by operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    /// The operations over the columns.
    pub columns: Vec<usize>,
    /// Under each column, how many of the rows report it.
    pub totals: Vec<usize>,
    /// The rows, by unit.
    pub units: Vec<MatrixUnit>,
}

impl Matrix {
    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.units.iter().map(|unit| unit.rows.len()).sum()
    }
}

/// Rows of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixUnit {
    /// What is counted: "People".
    pub unit: String,
    /// One for each metric.
    pub rows: Vec<MatrixRow>,
}

/// One metric's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRow {
    /// The metric, by its place among the picture's.
    pub metric: usize,
    /// A figure for each column.
    pub cells: Vec<usize>,
    /// How many of them are reported.
    pub reported: usize,
}

/// An operation in the legend of colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    /// The operation, by its place among the picture's.
    pub operation: usize,
    /// What stands there: its name, "From Liberterra II" of a base.
    pub name: String,
    /// How long and how wide it was: "6 days · 116 countries", each with its star.
    pub extent: String,
    /// Whether it has marks of its own, and so a colour to explain.
    pub has_marks: bool,
}

/// Under which rule a picture is as high as it is, where it may be as high as it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeightRule {
    /// Rows need what they need.
    Rows,
    /// A field has the proportions of a page.
    Page,
    /// A matrix needs what its rows need.
    Matrix,
}
