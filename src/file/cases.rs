//! Reads the cases. There may be a million of them, so that is done in batches on several
//! threads; the outcome does not depend on how many.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::check::Check;
use super::check_cases::case;
use super::format;
use super::found::{Found, Span};
use super::known::{Known, Tally};
use super::looks;
use super::places::{Path, Places};
use super::record::{self, Raw};
use crate::model::fault::{Noun, RecordFault};
use crate::model::hidden::shown;
use crate::model::{Case, Part};

/// How many cases are read at a time. Fixed, so that the batches do not depend on the machine.
const BATCH: usize = 2_000;

/// A case and where its record stands.
struct Placed {
    case: Arc<Case>,
    span: Span,
    /// Equal for equal titles and for equal summaries in one operation.
    marks: [u64; 2],
}

/// Batches by number, as far as one thread has read them.
type Batches = Vec<(usize, (Vec<Placed>, Tally))>;

/// Reads the cases, each with where its record stands.
pub(super) fn cases(
    text: &str,
    items: &[Span],
    known: &Known,
    tally: &mut Tally,
) -> (Vec<Arc<Case>>, Vec<Span>) {
    let batches: Vec<&[Span]> = items.chunks(BATCH).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut read: Batches = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(batch) = batches.get(number) else {
                return read;
            };
            read.push((number, some_cases(text, batch, known)));
        }
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let helpers = cores.min(batches.len()).saturating_sub(1);
    let read: BTreeMap<usize, (Vec<Placed>, Tally)> = thread::scope(|scope| {
        // A helper that cannot be started is not missed: the batches are there for everyone.
        let helpers: Vec<_> = (0..helpers)
            .filter_map(|_| {
                thread::Builder::new()
                    .name("opatlas-cases".to_owned())
                    .spawn_scoped(scope, work)
                    .ok()
            })
            .collect();
        let mut read = work();
        for helper in helpers {
            read.extend(
                helper
                    .join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            );
        }
        read.into_iter().collect()
    });
    let mut cases = Vec::with_capacity(items.len());
    for (batch, found) in read.into_values() {
        cases.extend(batch);
        tally.merge(found);
    }
    distinct(text, cases, known, tally)
}

fn some_cases(text: &str, items: &[Span], known: &Known) -> (Vec<Placed>, Tally) {
    let mut tally = Tally::default();
    let mut cases = Vec::with_capacity(items.len());
    for item in items {
        let whole = Part::This(Noun::Case);
        let read: Option<(format::Case, _)> =
            record::read(text, item.clone(), &whole, None, &mut tally.faults);
        if let Some((written, raw)) = read {
            let id = written.id.clone();
            let mut check = Check::new(&raw, (Noun::Case, &id), known, &mut tally);
            cases.extend(case(&mut check, written).map(|case| Placed {
                marks: [mark("title", &case), mark("summary", &case)],
                case: Arc::new(case),
                span: item.clone(),
            }));
        }
    }
    (cases, tally)
}

/// Leaves out cases whose id was there before, and tells those that seem to be one event told
/// twice.
fn distinct(
    text: &str,
    cases: Vec<Placed>,
    known: &Known,
    tally: &mut Tally,
) -> (Vec<Arc<Case>>, Vec<Span>) {
    let mut ids: HashSet<&str> = HashSet::with_capacity(cases.len());
    let fresh: Vec<bool> = cases
        .iter()
        .map(|placed| ids.insert(placed.case.id.as_str()))
        .collect();
    let mut kept: Vec<Placed> = Vec::with_capacity(cases.len());
    for (placed, fresh) in cases.into_iter().zip(fresh) {
        if fresh {
            kept.push(placed);
        } else {
            let raw = Raw::of::<format::Case>(text, placed.span.clone());
            let record = (Noun::Case, placed.case.id.as_str());
            let mut check = Check::new(&raw, record, known, tally);
            check.new_id(&Path::RECORD.field("id"), true);
        }
    }
    repeated(text, &kept, tally);
    alike(text, &kept, tally);
    let apart = kept.into_iter().map(|placed| (placed.case, placed.span));
    apart.unzip()
}

/// Warns of cases of one operation with the same title, or the same summary.
fn repeated(text: &str, cases: &[Placed], tally: &mut Tally) {
    let mut first_of: HashMap<u64, &Case> = HashMap::with_capacity(2 * cases.len());
    for Placed { case, span, marks } in cases {
        for (field, mark) in ["title", "summary"].into_iter().zip(marks) {
            let first = *first_of.entry(*mark).or_insert(case);
            // Equal marks are nearly always equal words; only nearly.
            let same = words_of(case, field) == words_of(first, field);
            let empty = words_of(case, field).is_empty();
            if first.id == case.id || !same || empty || first.operation != case.operation {
                continue;
            }
            let raw = Raw::of::<format::Case>(text, span.clone());
            let place = Places::of(&raw).span(&Path::RECORD.field(field));
            let fault = RecordFault::SameWords(field, shown(first.id.as_str()));
            tally.faults.push(Found::warning(place, fault));
            break;
        }
    }
}

/// Warns of cases whose ids look like another one's. Of a million ids hardly any is in capitals or
/// other letters than ours, and only those can look like another.
fn alike(text: &str, cases: &[Placed], tally: &mut Tally) {
    let odd = |id: &str| !id.is_ascii() || id.bytes().any(|byte| byte.is_ascii_uppercase());
    let id = |placed: &Placed| placed.case.id.as_str().to_owned();
    let looked: Vec<(String, &Placed)> = cases
        .iter()
        .filter(|placed| odd(placed.case.id.as_str()))
        .map(|placed| (looks::looks(placed.case.id.as_str()), placed))
        .collect();
    if looked.is_empty() {
        return;
    }
    let plain = cases.iter().filter(|placed| !odd(placed.case.id.as_str()));
    let mut first_of: HashMap<String, String> = plain.map(|one| (id(one), id(one))).collect();
    for (look, placed) in looked {
        let own = id(placed);
        let first = first_of.entry(look).or_insert_with(|| own.clone());
        if *first != own {
            let raw = Raw::of::<format::Case>(text, placed.span.clone());
            let place = Places::of(&raw).span(&Path::RECORD.field("id"));
            let fault = RecordFault::Alike(Noun::Case, shown(&own), shown(first));
            tally.faults.push(Found::warning(place, fault));
        }
    }
}

fn words_of<'c>(case: &'c Case, field: &str) -> &'c str {
    if field == "title" {
        case.title.trim()
    } else {
        case.summary.trim()
    }
}

/// A number that stands for an operation and words about an event in it.
fn mark(field: &str, case: &Case) -> u64 {
    let mut hasher = DefaultHasher::new();
    (field, case.operation.as_str(), words_of(case, field)).hash(&mut hasher);
    hasher.finish()
}
