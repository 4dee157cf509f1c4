//! What a saved view is opened with.

use super::names::listed;

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
