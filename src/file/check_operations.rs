//! Checks operations: when, who took part, what was counted.

use std::collections::{BTreeMap, BTreeSet};

use super::check::Check;
use super::format;
use super::found::Span;
use super::known::{Known, Tally};
use super::looks;
use super::people::Telling;
use super::places::Path;
use super::reach::{larger, most};
use super::record;
use crate::model::fault::{Noun, RecordFault};
use crate::model::hidden::shown;
use crate::model::{
    CoordinationUnit, Days, Figure, Finding, Metric, NotApplicable, Operation, Part, Participation,
    Report, Support,
};

/// How many countries and territories ISO 3166-1 names.
const COUNTRIES: u64 = 249;

/// Reads the operations, and makes their ids known.
pub(super) fn operations(
    text: &str,
    items: Vec<Span>,
    metrics: &[Metric],
    known: &mut Known,
    tally: &mut Tally,
) -> Vec<Operation> {
    let mut operations: Vec<Operation> = Vec::with_capacity(items.len());
    let by_id: BTreeMap<&str, &Metric> = metrics
        .iter()
        .map(|metric| (metric.id.as_str(), metric))
        .collect();
    let mut first_of: BTreeMap<String, usize> = BTreeMap::new();
    let noun = Noun::Operation;
    for item in items {
        let whole = Part::This(noun);
        let read: Option<(format::Operation, _)> =
            record::read(text, item.clone(), &whole, None, &mut tally.faults);
        let Some((written, raw)) = read else {
            if let Some((id, span)) = record::id_of_broken(text, item) {
                known.declare(noun, id, span, false);
            }
            continue;
        };
        let id = written.id.clone();
        let mut check = Check::new(&raw, (noun, &id), known, tally);
        let taken = known.is_taken(noun, &id);
        let usable = check.new_id(&Path::RECORD.field("id"), taken);
        if usable {
            let operation = operation(&mut check, written);
            parts_and_wholes(&mut check, &operation, &by_id);
            let first = *first_of
                .entry(looks::looks(&operation.name))
                .or_insert(operations.len());
            if let Some(first) = operations.get(first) {
                same_name(&mut check, &operation, first);
            }
            operations.push(operation);
        }
        known.declare(noun, id, item, usable);
    }
    operations
}

/// Asks about an operation with the name of one before it, or one that looks like it; offers its
/// year where that tells the two apart.
fn same_name(check: &mut Check<'_>, operation: &Operation, first: &Operation) {
    if operation.name.is_empty() {
        return;
    }
    let at = Path::RECORD.field("name");
    if operation.name.to_lowercase() != first.name.to_lowercase() {
        let fault = RecordFault::NameAlike(shown(&operation.name), shown(first.id.as_str()));
        return check.warn(&at, fault);
    }
    let year = |operation: &Operation| Some(operation.days?.first.earliest().year());
    let own = year(operation).filter(|own| year(first) != Some(*own));
    let fault = RecordFault::SameName {
        name: operation.name.clone(),
        first: shown(first.id.as_str()),
        year: own,
    };
    check.warn(&at, fault);
}

fn operation(check: &mut Check<'_>, written: format::Operation) -> Operation {
    let at = Path::RECORD;
    let name = check.line(&at.field("name"), "name", written.name);
    let family = check.optional(&at, "family", written.family);
    let summary = at.field("summary");
    if let Some(text) = &written.summary {
        check.disclosures(&summary, text, Telling::Ages);
    }
    let days = written.days.and_then(|days| self::days(check, &days));
    let figures = figures(check, written.figures.0);
    let not_applicable = not_applicable(check, written.not_applicable.0, &figures);
    Operation {
        id: written.id.into(),
        length: length(check, days, written.length),
        days,
        family: family.unwrap_or_else(|| name.clone()),
        name,
        further: written.further,
        summary: check.optional(&at, "summary", written.summary),
        lead: check.texts(&at, "lead", written.lead),
        days_note: check.optional(&at, "days_note", written.days_note),
        status: written.status,
        countries: participation(check, written.countries),
        coordination_units: check.each(
            &at.field("coordination_units"),
            written.coordination_units,
            coordination_unit,
        ),
        not_applicable,
        figures,
        findings: findings(check, &at.field("findings"), written.findings),
        supported_by: supporters(check, &at.field("supported_by"), written.supported_by),
        sources: check.sources(&at, written.sources),
    }
}

fn days(check: &mut Check<'_>, (first, last): &(String, String)) -> Option<Days> {
    let at = Path::RECORD.field("days");
    let part = || Part::Field("days");
    let from = check.date(&at.item(0), first, part());
    let to = check.date(&at.item(1), last, part());
    let days = Days {
        first: from?,
        last: to?,
    };
    if days.first.earliest() > days.last.latest() {
        let fault = RecordFault::DaysSwapped(first.clone(), last.clone());
        check.refuse(&at, fault, part());
        return None;
    }
    Some(days)
}

/// A length is there for operations of which the days are not known, and fits into their months.
fn length(check: &mut Check<'_>, days: Option<Days>, length: Option<u16>) -> Option<u32> {
    let at = Path::RECORD.field("length");
    let part = Part::Field("length");
    let written = u32::from(length?);
    let most = days.and_then(|days| {
        let (first, last) = (days.first.earliest(), days.last.latest());
        u32::try_from((last - first).get_days() + 1).ok()
    });
    if let Some(count) = days.and_then(Days::count) {
        if count != written {
            check.refuse(&at, RecordFault::LengthNotDays(written, count), part);
        }
        return None;
    }
    if written == 0 || most.is_some_and(|most| written > most) {
        check.refuse(&at, RecordFault::NoLength(written, most), part);
        return None;
    }
    Some(written)
}

fn participation(check: &mut Check<'_>, written: format::Participation) -> Participation {
    let at = Path::RECORD.field("countries");
    let participation = Participation {
        count: counted(check, &at.field("count"), written.count),
        listed: check.countries(&at.field("listed"), &written.listed),
        sources: check.sources(&at, written.sources),
        note: check.optional(&at, "note", written.note),
    };
    let listed = participation.listed.len();
    if let Some(most) = most(&participation.count)
        && listed as u64 > most
    {
        check.tell(
            &at.field("listed"),
            RecordFault::TooManyListed(listed, most),
        );
    }
    participation
}

/// How many countries took part, by each source; asks about more than there are.
fn counted(check: &mut Check<'_>, at: &Path<'_>, written: Vec<format::Report>) -> Vec<Report> {
    for (index, report) in written.iter().enumerate() {
        if let Some(number) = report.quantity.number()
            && number > COUNTRIES
        {
            let at = at.item(index);
            check.warn(&at.field("quantity"), RecordFault::TooManyCounted(number));
        }
    }
    check.reports(at, written)
}

/// Tells figures that are larger than what they are a part of.
fn parts_and_wholes(
    check: &mut Check<'_>,
    operation: &Operation,
    metrics: &BTreeMap<&str, &Metric>,
) {
    for figure in &operation.figures {
        let part = figure.metric.as_str();
        let mut id = part;
        // No metric leads back to itself, so this ends.
        while let Some(whole) = metrics.get(id).and_then(|metric| metric.part_of.as_ref()) {
            id = whole.as_str();
            if let Some(whole) = operation.figure(id)
                && larger(&figure.reports, &whole.reports)
            {
                let figures = Path::RECORD.field("figures");
                let fault = RecordFault::LargerThanWhole(shown(part), shown(id));
                check.tell(&figures.key_of(part), fault);
                break;
            }
        }
    }
}

fn figures(check: &mut Check<'_>, written: Vec<(String, Vec<format::Report>)>) -> Vec<Figure> {
    let at = Path::RECORD.field("figures");
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut figures = Vec::with_capacity(written.len());
    for (index, (id, reports)) in written.into_iter().enumerate() {
        let key = at.key(index);
        let Some(metric) = check.metric(&key, &id, Noun::Figure) else {
            continue;
        };
        let told = shown(&id);
        if !seen.insert(id) {
            check.refuse(&key, RecordFault::FigureTwice(told), Part::Second);
            continue;
        }
        if reports.is_empty() {
            check.refuse(&key, RecordFault::NoReport(told), Part::It);
            continue;
        }
        let reports = check.reports(&at.item(index), reports);
        if !reports.is_empty() {
            figures.push(Figure { metric, reports });
        }
    }
    figures
}

/// What is said not to be applicable, where no figure says otherwise and something says why.
fn not_applicable(
    check: &mut Check<'_>,
    written: Vec<(String, format::NotApplicable)>,
    figures: &[Figure],
) -> Vec<NotApplicable> {
    let at = Path::RECORD.field("not_applicable");
    let mut all: Vec<NotApplicable> = Vec::with_capacity(written.len());
    for (index, (id, one)) in written.into_iter().enumerate() {
        let key = at.key(index);
        let Some(metric) = check.metric(&key, &id, Noun::NotApplicable) else {
            continue;
        };
        let item = at.item(index);
        let reason = check.optional(&item, "reason", one.reason);
        let sources = check.sources(&item, one.sources);
        let told = || shown(&id);
        if figures.iter().any(|figure| figure.metric == metric) {
            check.refuse(&key, RecordFault::AppliesAndNot(told()), Part::It);
        } else if all.iter().any(|other| other.metric == metric) {
            let fault = RecordFault::IdTwice(Noun::NotApplicable, told());
            check.refuse(&key, fault, Part::Second);
        } else if reason.is_none() && sources.is_empty() {
            check.refuse(&key, RecordFault::NoReason(told()), Part::It);
        } else {
            all.push(NotApplicable {
                metric,
                reason,
                sources,
            });
        }
    }
    all
}

fn coordination_unit(
    check: &mut Check<'_>,
    at: &Path<'_>,
    unit: format::CoordinationUnit,
) -> Option<CoordinationUnit> {
    let part = Part::This(Noun::CoordinationUnit);
    let country = check.country(&at.field("country"), &unit.country, part);
    let place = check.optional(at, "place", unit.place);
    let note = check.optional(at, "note", unit.note);
    let sources = check.sources(at, unit.sources);
    Some(CoordinationUnit {
        country: country?,
        place,
        note,
        sources,
    })
}

fn findings(check: &mut Check<'_>, at: &Path<'_>, written: Vec<format::Finding>) -> Vec<Finding> {
    check.each(at, written, |check, at, finding| {
        check.disclosures(&at.field("text"), &finding.text, Telling::Ages);
        Some(Finding {
            text: check.text(&at.field("text"), "text", finding.text),
            sources: check.sources(at, finding.sources),
        })
    })
}

fn supporters(check: &mut Check<'_>, at: &Path<'_>, written: Vec<format::Support>) -> Vec<Support> {
    check.each(at, written, |check, at, support| {
        Some(Support {
            name: check.line(&at.field("name"), "name", support.name),
            role: support.role,
            sources: check.sources(at, support.sources),
        })
    })
}
