//! What a saved view is opened with.

use super::names::listed;

/// A view whose part of a chart is none.
pub const ZOOM_WITHOUT_ENDS: &str = "“zoom” needs two ends on each axis, the smaller first";
/// The line over a picture.
pub const TITLE: &str = "title";
/// The line under the title.
pub const SUBTITLE: &str = "subtitle";

/// A file that is not a saved view.
pub fn no_view(line: usize, why: &str) -> String {
    format!("it is no view as Opatlas saves them (line {line}: {why})")
}

/// A title or subtitle longer than any that is read.
pub fn too_long(name: &str, length: usize, most: usize) -> String {
    format!("its {name} has {length} characters; the most is {most}")
}

/// What is said when a view has been opened: by the ids that are in no open dataset, and how the
/// datasets differ from those it was saved with.
pub fn view_opened(away: &[String], other: Option<String>) -> String {
    let mut sentences = vec!["Opened the view".to_owned()];
    if !away.is_empty() {
        let ids = listed(away);
        sentences.push(format!("it names what is in no open dataset: {ids}"));
    }
    sentences.extend(other);
    sentences.join("; ")
}

/// What may make a view show other numbers than it was saved with, by the names of datasets that
/// are missing, have changed, or were not open then; none where nothing does.
pub fn other_data(missing: &[String], changed: &[String], added: &[String]) -> Option<String> {
    let parts: Vec<String> = [
        (missing, "is", "are", "not open"),
        (changed, "has", "have", "changed since the view was saved"),
        (added, "was", "were", "not open when the view was saved"),
    ]
    .into_iter()
    .filter(|(names, ..)| !names.is_empty())
    .map(|(names, one, several, what)| {
        let verb = if names.len() == 1 { one } else { several };
        format!("{} {verb} {what}", listed(names))
    })
    .collect();
    (!parts.is_empty()).then(|| format!("{}: it may show other numbers", parts.join(" and ")))
}
