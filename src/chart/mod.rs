//! What a picture says, before anyone decides where it goes: series, order, labels, ticks,
//! notes, sources and the text that stands for it.

mod bar_scale;
mod bars;
mod body;
mod change;
mod coverage;
mod form;
mod headline;
mod kind;
mod notes;
mod picture;
mod ranking;
mod scatter;
mod showing;
mod sources;
mod ticks;
mod timeline;
mod why_not;
mod words;

pub use bars::{Bar, BarGroup, BarPanel, Bars, Mark};
pub use body::{Aside, Body, Mention, SignKey, Target, drawn_open};
pub use change::{ChangeGroup, ChangeRow, Changes};
pub use coverage::{Coverage, CoverageCell, CoverageHead, CoverageRow, CoverageUnit, Statement};
pub use form::{PictureForm, PictureFormat, PictureSize};
pub use kind::Kind;
pub use picture::{ChartSpec, Series, picture};
pub use ranking::Ranking;
pub use scatter::{Scatter, ScatterAxis, ScatterPoint};
pub use showing::{Showing, Zoom};
pub use ticks::{Tick, log_ticks, ticks, ticks_between, ticks_within, time_ticks};
pub use timeline::{Timeline, TimelineRow};
pub use why_not::why_not;
