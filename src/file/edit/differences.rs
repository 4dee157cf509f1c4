//! The changes that make one value of another at its place, as deep in it as they can be: what is
//! told around what stays is not touched.

use super::{Edit, Path, Step, Value};

/// The changes that make of what stands at a path what should.
pub fn differences(at: &Path, old: &Value, new: &Value) -> Vec<Edit> {
    let mut edits = Vec::new();
    gather(at, old, new, &mut edits);
    edits
}

fn step(at: &Path, step: Step) -> Path {
    let mut path = at.clone();
    path.push(step);
    path
}

fn gather(at: &Path, old: &Value, new: &Value, edits: &mut Vec<Edit>) {
    match (old, new) {
        _ if old == new => {}
        (Value::Record(before, _), Value::Record(now, _)) => {
            for (name, value) in before {
                let path = step(at, Step::Field(name));
                match (now.iter().find(|(new, _)| new == name), value) {
                    (Some((_, now)), _) => gather(&path, value, now, edits),
                    // What is told in a map without entries stays.
                    (None, Value::Map(_)) => gather(&path, value, &Value::Map(Vec::new()), edits),
                    (None, _) => edits.push(Edit::Remove(path)),
                }
            }
            let is_new = |name| !before.iter().any(|(old, _)| old == name);
            let new = now.iter().filter(|(name, _)| is_new(name));
            edits.extend(
                new.map(|(name, value)| Edit::Set(step(at, Step::Field(name)), value.clone())),
            );
        }
        (Value::Map(before), Value::Map(now)) => {
            for (key, value) in before {
                let path = step(at, Step::Key(key.clone()));
                match now.iter().find(|(new, _)| new == key) {
                    Some((_, now)) => gather(&path, value, now, edits),
                    None => edits.push(Edit::Remove(path)),
                }
            }
            let is_new = |key: &String| !before.iter().any(|(old, _)| old == key);
            let new: Vec<_> = now.iter().filter(|(key, _)| is_new(key)).cloned().collect();
            if !new.is_empty() {
                edits.push(Edit::AddKeyed(at.clone(), new));
            }
        }
        (Value::List(before, _), Value::List(now, _)) => of_lists(at, before, now, edits),
        (_, _) => edits.push(Edit::Set(at.clone(), new.clone())),
    }
}

/// Where some went and the others stay, those go; else the parts are changed in their order, and
/// what one list has more than the other comes or goes at its end.
fn of_lists(at: &Path, before: &[Value], now: &[Value], edits: &mut Vec<Edit>) {
    let mut staying = now.iter().peekable();
    let mut gone: Vec<usize> = Vec::new();
    for (index, value) in before.iter().enumerate() {
        if staying.next_if(|next| *next == value).is_none() {
            gone.push(index);
        }
    }
    if staying.peek().is_none() {
        let gone = gone.into_iter().rev();
        edits.extend(gone.map(|index| Edit::Remove(step(at, Step::At(index)))));
        return;
    }
    for (index, (old, new)) in before.iter().zip(now).enumerate() {
        gather(&step(at, Step::At(index)), old, new, edits);
    }
    for index in (now.len()..before.len()).rev() {
        edits.push(Edit::Remove(step(at, Step::At(index))));
    }
    if let Some(new @ [_, ..]) = now.get(before.len()..) {
        edits.push(Edit::Add(at.clone(), new.to_vec()));
    }
}
