//! The source of what is imported, as the command line and a text name it: one of the dataset, one
//! that the program knows, or a new one.

use super::{CliError, ImportArguments};
use crate::import::form::{Field, Form, SourceFields};
use crate::import::{Answers, known_atlas};
use crate::model::{Dataset, SourceId};
use crate::words::releases as said;

/// How the command line says what the fields of a source do.
const FLAGS: [(Field, &str); 5] = [
    (Field::Publisher, "--publisher"),
    (Field::Title, "--title"),
    (Field::Published, "--date"),
    (Field::Address, "--address"),
    (Field::Grade, "--grade"),
];

/// Answers what the source is. `told` is what a text tells of itself.
pub(super) fn answer(
    arguments: &ImportArguments,
    told: &SourceFields,
    dataset: &Dataset,
    answers: &mut Answers,
) -> Result<(), CliError> {
    let named = arguments.source.as_deref();
    let is_described = [
        &arguments.publisher,
        &arguments.title,
        &arguments.date,
        &arguments.address,
    ]
    .into_iter()
    .any(Option::is_some);
    if let Some(id) = named.filter(|id| dataset.sources.contains_key(*id)) {
        if is_described {
            return Err(CliError::Release(said::source_is_there(id)));
        }
        return Ok(());
    }
    if !is_described && *told == SourceFields::default() {
        return Ok(());
    }
    let atlas = known_atlas();
    let fields = Form::source_told(&fields(arguments, told, answers), atlas);
    let (mut incoming, entered) = Form::of_source(&fields, dataset, atlas);
    let refused = FLAGS
        .iter()
        .filter(|(field, _)| entered.refused.contains_key(field));
    let flags: Vec<&str> = refused.map(|(_, flag)| *flag).collect();
    let Some(id) = entered.source_id.filter(|_| flags.is_empty()) else {
        let there: Vec<&str> = dataset.sources.keys().map(SourceId::as_str).collect();
        return Err(CliError::Release(said::source_needs(&flags, &there)));
    };
    answers.new_source = incoming.sources.remove(&id);
    let new = named.filter(|_| answers.new_source.is_some());
    answers.source = Some(new.map_or(id, SourceId::from));
    Ok(())
}

/// What the command line says, and where it says nothing, what the text does.
fn fields(arguments: &ImportArguments, told: &SourceFields, answers: &Answers) -> SourceFields {
    let or = |said: &Option<String>, told: &String| said.as_ref().unwrap_or(told).clone();
    let address = or(&arguments.address, &told.address);
    let title = or(&arguments.title, &told.title);
    let named = if arguments.address.is_some() || arguments.title.is_some() {
        String::new()
    } else {
        told.named.clone()
    };
    let named = [named, address.clone(), title.clone()]
        .into_iter()
        .find(|one| !one.is_empty());
    SourceFields {
        named: named.unwrap_or_default(),
        publisher: or(&arguments.publisher, &told.publisher),
        date: or(&arguments.date, &told.date),
        grade: answers.grade.or(told.grade),
        title,
        address,
        ..told.clone()
    }
}
