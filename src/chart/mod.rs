//! What a picture says, before anyone decides where it goes: one list of everything shown, how a
//! kind of chart arranges it, and what stands around it: title, legend, notes, sources.

mod asked;
mod body;
mod form;
mod grid;
mod kinds;
mod legend;
mod missed;
mod notes;
mod pages;
mod picture;
mod rests_on;
mod showing;
mod shown;
mod signs;
mod sources;
mod table;
mod ticks;
mod why_not;
mod world;

pub use body::{
    Body, Dots, HeightRule, InTime, Lane, LegendEntry, Matrix, MatrixRow, MatrixUnit, NumberAxis,
    Panel, PanelAxis, Row, RowGroup, Scatter, Timeline, When,
};
pub use form::{PictureForm, PictureFormat, PictureSize, PictureUse, Pixels, TextStyle};
pub use grid::{Grid, GridCell, GridColumn, GridRegion, GridRow};
pub use picture::{ChartSpec, picture};
pub use showing::{Showing, Zoom};
pub use shown::{MetricShown, OperationShown, Shown, Subject};
pub use signs::drawn_open;
pub use table::{FiguresTable, TableHead, TableRow};
pub use ticks::{
    Tick, log_ticks, round_step, ticks, ticks_between, ticks_in_steps, ticks_within, time_ticks,
};
pub use why_not::why_not;
pub use world::{OnMap, Part, WorldMap};

pub use crate::query::countries::{Cell, Filled, Known};
pub use crate::query::kind::Kind;
pub use crate::query::measure::Statement;
