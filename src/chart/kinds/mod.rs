//! The kinds of chart, one file each. A kind says what it shows, what it is called, what single
//! sentence is certain of it, when it cannot be drawn and what must stand under it.

mod bar_scale;
mod bars;
mod change;
mod coverage;
mod dots;
mod grid;
mod headlines;
mod map;
mod number_axis;
mod ranking;
mod scatter;
mod taking_part;
mod timeline;

use super::asked::Asked;
use super::body::{Body, HeightRule};
use super::shown::Listing;
use crate::query::kind::Kind;
use crate::query::measure::Measure;
use crate::words::{Heading, Headline, Note, Titled, WhyNotDrawn};

/// Which operations have marks of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The chosen ones.
    Chosen,
    /// The chosen ones but the base.
    Others,
    /// The lists of the chosen ones, of which none has a mark of its own.
    Lists,
    /// Every operation of the atlas; the chosen ones are brought out.
    All,
}

/// What a kind of chart is.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// Which operations have marks of their own.
    pub shows: Shows,
    /// How many of the chosen metrics it shows, from the first on; `None` for all.
    pub metrics: Option<usize>,
    /// The footing it has whatever a person chose; `None` for what was chosen.
    pub footing: Option<Measure>,
    /// Whether a part of it can be looked at closer: where marks lie along an axis that need not
    /// begin at zero.
    pub zooms: bool,
    /// How high it is where it may be as high as it needs.
    pub height: HeightRule,
    /// Whether its table has a row for each operation, not for each metric.
    pub by_operation: bool,
    /// Whether an operation's figure that is not reported is told at its own place.
    pub tells_missing: bool,
    /// Why it has nothing to say, beyond what no kind can do without.
    pub why_not: fn(&Asked<'_>) -> Option<WhyNotDrawn>,
    /// Arranges what is shown.
    pub body: fn(&Asked<'_>, &mut Listing) -> Body,
    /// The two lines over it.
    pub heading: fn(&Titled<'_>, &Body, &Listing) -> Heading,
    /// What is certain of all it shows.
    pub headline: fn(&Asked<'_>) -> Option<Headline>,
    /// What stands under it whatever differs.
    pub note: fn(&Body, &Listing) -> Option<Note>,
}

impl Kind {
    /// What it is. A new kind begins here.
    pub(super) fn making(self) -> Making {
        match self {
            Self::Bars => bars::BARS,
            Self::Change => change::CHANGE,
            Self::Ranking => ranking::RANKING,
            Self::Timeline => timeline::TIMELINE,
            Self::Scatter => scatter::SCATTER,
            Self::Coverage => coverage::COVERAGE,
            Self::Map => map::MAP,
            Self::Grid => grid::GRID,
            Self::Dots => dots::DOTS,
        }
    }

    /// Whether it shows every operation of the atlas and only brings out the chosen ones.
    pub fn shows_all(self) -> bool {
        self.making().shows == Shows::All
    }

    /// Whether it shows which countries took part.
    pub fn shows_countries(self) -> bool {
        self.making().shows == Shows::Lists
    }

    /// Whether a part of it can be looked at closer.
    pub fn can_zoom(self) -> bool {
        self.making().zooms
    }

    /// How many of the chosen metrics it shows, from the first on; `None` for all.
    pub fn metrics_shown(self) -> Option<usize> {
        self.making().metrics
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ChartSpec, Panel, Showing, When, picture};
    use super::*;
    use crate::model::{Atlas, fixture};
    use crate::query::comparison::Comparison;
    use crate::query::measure::{Statement, Value};
    use crate::words::LegendSign;

    fn spec(atlas: &Atlas, kind: Kind, choose: impl FnOnce(&mut Comparison)) -> ChartSpec {
        let mut comparison = Comparison::telling(atlas);
        choose(&mut comparison);
        let showing = Showing {
            kind,
            ..Showing::default()
        };
        picture(atlas, &comparison, showing)
    }

    fn metrics(ids: [&str; 1]) -> impl FnOnce(&mut Comparison) {
        move |comparison| comparison.metrics = ids.map(str::to_owned).to_vec()
    }

    fn panel(spec: &ChartSpec) -> &Panel {
        let Body::Rows(panels) = &spec.body else {
            panic!("no rows");
        };
        &panels[0]
    }

    #[test]
    fn what_is_no_part_of_another_figure_is_told_in_words() {
        let atlas = fixture::atlas();
        let shares = spec(&atlas, Kind::Bars, |c| c.measure = Measure::Share);
        let labels: Vec<&str> = panel(&shares)
            .groups
            .iter()
            .map(|group| group.label.as_str())
            .collect();
        assert_eq!(labels, ["Arrests for trafficking or smuggling"]);
        assert_eq!(
            panel(&shares).axis.map(|axis| axis.reach),
            Some((0.0, 100.0))
        );
        let told = &shares.footnotes[0].mentions;
        assert_eq!(told[0].text, "Arrests");
        let total = spec(&atlas, Kind::Bars, |_| ());
        let Body::Rows(panels) = &total.body else {
            panic!("no rows");
        };
        let groups: usize = panels.iter().map(|panel| panel.groups.len()).sum();
        assert_eq!(told.len() + 1, groups);
    }

    #[test]
    fn a_row_of_a_change_says_from_to_and_how_much() {
        let atlas = fixture::atlas();
        let spec = spec(&atlas, Kind::Change, |_| ());
        let said: Vec<[String; 3]> = panel(&spec)
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .map(|row| {
                let [from, to] = row.ends.unwrap();
                [from, to, row.figure].map(|figure| spec.figures[figure].starred())
            })
            .collect();
        assert_eq!(
            said,
            [
                ["2,517 *", "3,744", "+48.7 %  (+1,227) *"],
                ["850", "> 1,800", "> +111.8 %  (> +950)"],
            ]
        );
        let told = spec.footnotes_told().flat_map(|note| &note.mentions);
        let told: Vec<&str> = told.map(|mention| mention.text.as_str()).collect();
        assert_eq!(
            told,
            [
                "Officers deployed (no number before)",
                "Checks against INTERPOL databases (not reported after)"
            ]
        );
    }

    #[test]
    fn in_a_ranking_the_largest_comes_first_and_what_has_no_number_last() {
        let atlas = fixture::atlas();
        let of = |metric: &'static str| {
            spec(&atlas, Kind::Ranking, |comparison| {
                comparison.operations = vec!["liberterra-2".to_owned()];
                metrics([metric])(comparison);
            })
        };
        let officers = of("officers");
        let rows = panel(&officers).groups.iter().flat_map(|group| &group.rows);
        let names: Vec<(&str, bool)> = rows
            .map(|row| (row.name.as_str(), officers.is_quiet(row.figure)))
            .collect();
        assert_eq!(names, [("Liberterra III", true), ("Liberterra II", false)]);
        let checks = of("database_checks");
        let rows = panel(&checks).groups.iter().flat_map(|group| &group.rows);
        let numbers = rows.filter(|row| checks.figures[row.figure].amount().is_some());
        assert_eq!(numbers.count(), 1);
        let told = checks.footnotes_told().flat_map(|note| &note.mentions);
        let told: Vec<&str> = told.map(|mention| mention.text.as_str()).collect();
        assert_eq!(told, ["Liberterra III"]);
    }

    #[test]
    fn in_a_scatter_an_operation_without_a_number_is_named_with_the_reason() {
        let atlas = fixture::atlas();
        let spec = spec(&atlas, Kind::Scatter, |comparison| {
            comparison.metrics = ["arrests", "officers"].map(str::to_owned).to_vec();
        });
        let Body::Scatter(scatter) = &spec.body else {
            panic!("no scatter");
        };
        let points: Vec<[String; 2]> = scatter
            .points
            .iter()
            .map(|point| point.map(|figure| spec.figures[figure].starred()))
            .collect();
        assert_eq!(points, [["3,744", "> 14,000"]]);
        assert_eq!(
            spec.footnotes[0].lead.to_string(),
            "Officers deployed: thousands"
        );
        assert_eq!(spec.footnotes[0].mentions[0].text, "Liberterra II");
    }

    #[test]
    fn in_a_timeline_families_and_their_operations_come_in_order_of_their_first_days() {
        let mut dataset = fixture::dataset();
        let mut other = dataset.operations[1].clone();
        (other.id, other.name) = ("sole".into(), "Sole".to_owned());
        other.family.clone_from(&other.name);
        let mut undated = dataset.operations[1].clone();
        (undated.id, undated.name) = ("liberterra-4".into(), "Liberterra IV".to_owned());
        undated.days = None;
        dataset.operations.extend([other, undated]);
        dataset.operations.reverse();
        let (atlas, _) = Atlas::of(&[std::sync::Arc::new(dataset)]);
        let spec = spec(&atlas, Kind::Timeline, metrics(["arrests"]));
        let Body::Timeline(timeline) = &spec.body else {
            panic!("no timeline");
        };
        let lanes = timeline.lanes.iter().map(|lane| {
            let names = lane.rows.iter().map(|row| row.name.as_str());
            (lane.family.as_str(), names.collect::<Vec<_>>())
        });
        let expected = [("Liberterra", vec!["II", "III", "IV"]), ("Sole", vec![""])];
        assert_eq!(lanes.collect::<Vec<_>>(), expected);
        let dated = timeline.rows().filter_map(|row| row.when);
        let sound = |when: When| when.years.0 < when.years.1 && when.to_the_day;
        assert_eq!(dated.map(sound).collect::<Vec<_>>(), [true; 3]);
    }

    #[test]
    fn coverage_tells_every_figure_by_how_firmly_it_is_stated() {
        use Statement::{Around, Exact, NotReported, Unnumbered, Up};
        let atlas = fixture::atlas();
        let spec = spec(&atlas, Kind::Coverage, |_| ());
        let Body::Matrix(matrix) = &spec.body else {
            panic!("no matrix");
        };
        let rows: Vec<(Vec<Statement>, usize)> = matrix
            .units
            .iter()
            .flat_map(|unit| &unit.rows)
            .map(|row| {
                let cells = row.cells.iter().map(|&cell| spec.figures[cell].value);
                (cells.map(Statement::of).collect(), row.reported)
            })
            .collect();
        assert_eq!(
            rows,
            [
                (vec![Exact, Exact], 2),
                (vec![Exact, Up], 2),
                (vec![Unnumbered, Up], 2),
                (vec![Around, NotReported], 1),
            ]
        );
        assert_eq!(matrix.totals, [4, 3]);
    }

    #[test]
    fn a_figure_on_which_sources_disagree_says_so_and_is_explained_in_the_legend() {
        let atlas = fixture::atlas();
        let spec = spec(&atlas, Kind::Coverage, |_| ());
        let starred = spec.figures.iter().filter(|shown| shown.is_starred());
        let spoken: Vec<&str> = starred.map(|shown| shown.spoken.as_str()).collect();
        assert_eq!(
            spoken,
            ["Arrests, Liberterra II: 2,517; 1 news report disagrees"]
        );
        assert_eq!(spec.signs.last(), Some(&LegendSign::Dispute));
    }

    #[test]
    fn operations_that_do_not_report_a_figure_share_one_line_and_keep_their_own_place_in_the_list()
    {
        let mut dataset = fixture::dataset();
        for index in 0..3 {
            let mut other = dataset.operations[1].clone();
            other.id = format!("other-{index}").as_str().into();
            other.name = format!("Other {index}");
            other.figures.clear();
            dataset.operations.push(other);
        }
        let (atlas, _) = Atlas::of(&[std::sync::Arc::new(dataset)]);
        let spec = spec(&atlas, Kind::Bars, |comparison| {
            comparison.operations = atlas
                .operations
                .iter()
                .map(|one| one.id.to_string())
                .collect();
            comparison.metrics = vec!["arrests".to_owned()];
        });
        let rows = &panel(&spec).groups[0].rows;
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[2].name, "Not reported: Other 0, Other 1, Other 2");
        let told = [rows[2].figure]
            .into_iter()
            .chain(rows[2].also.iter().copied());
        let name = |figure: usize| spec.operation_of(figure).map(|one| one.name.as_str());
        let told = told.map(|figure| (name(figure), spec.figures[figure].value));
        let not_reported =
            ["Other 0", "Other 1", "Other 2"].map(|name| (Some(name), Value::NotReported));
        assert_eq!(told.collect::<Vec<_>>(), not_reported);
        assert_eq!(
            spec.figures
                .iter()
                .filter(|shown| shown.value == Value::NotReported)
                .count(),
            3
        );
    }
}
