//! The records of a dataset as values to write, laid out as the embedded datasets are. What says
//! nothing is left out.

use super::value::{Layout, Value};
use crate::model::{
    Among, Case, CoordinationUnit, Country, Crime, Divisor, Earlier, Finding, Grade, Group, Metric,
    NoAddress, NotApplicable, Operation, Participation, People, Report, Seizure, Source, Status,
    Step, Stop, Support, SupportRole, Who,
};

/// The fields of a record, as they are gathered.
#[derive(Default)]
struct Fields(Vec<(&'static str, Value)>);

impl Fields {
    fn value(mut self, name: &'static str, value: Value) -> Self {
        self.0.push((name, value));
        self
    }

    fn text(self, name: &'static str, text: &str) -> Self {
        self.value(name, Value::Text(text.to_owned()))
    }

    fn some(self, name: &'static str, text: Option<impl ToString>) -> Self {
        match text {
            Some(text) => self.value(name, Value::Text(text.to_string())),
            None => self,
        }
    }

    fn texts<T: ToString>(self, name: &'static str, texts: impl IntoIterator<Item = T>) -> Self {
        let texts: Vec<T> = texts.into_iter().collect();
        if texts.is_empty() {
            return self;
        }
        self.value(name, Value::texts(texts))
    }

    fn codes(self, name: &'static str, countries: &[Country]) -> Self {
        self.texts(name, countries.iter().map(|country| country.code()))
    }

    fn status(self, status: Option<Status>) -> Self {
        let Some(status) = status else {
            return self;
        };
        let word = match status {
            Status::Preliminary => "Preliminary",
            Status::Revised => "Revised",
            Status::Final => "Final",
        };
        self.value("status", Value::Word(word))
    }

    /// A list, spread where it has more than one part.
    fn list<T>(self, name: &'static str, parts: &[T], value: impl Fn(&T) -> Value) -> Self {
        if parts.is_empty() {
            return self;
        }
        let layout = if parts.len() > 1 {
            Layout::Spread
        } else {
            Layout::Line
        };
        self.value(name, Value::List(parts.iter().map(value).collect(), layout))
    }

    fn on_line(self) -> Value {
        Value::Record(self.0, Layout::Line)
    }

    fn spread(self) -> Value {
        Value::Record(self.0, Layout::Spread)
    }
}

/// A publication.
pub fn source(source: &Source) -> Value {
    let why = match &source.address {
        Err(NoAddress::Because(why)) => Some(why),
        Err(NoAddress::Unusable | NoAddress::Unsaid) | Ok(_) => None,
    };
    let fields = Fields::default()
        .text("publisher", &source.publisher)
        .text("title", &source.title)
        .some("date", source.date)
        .some("address", source.link())
        .some("no_address", why);
    let grade = Value::Word(match source.grade {
        Grade::Official => "Official",
        Grade::Reprint => "Reprint",
        Grade::News => "News",
    });
    let fields = fields.value("grade", grade);
    fields.some("note", source.note.as_ref()).spread()
}

/// What is counted.
pub fn metric(metric: &Metric) -> Value {
    let fields = Fields::default()
        .text("label", &metric.label)
        .text("unit", &metric.unit)
        .text("definition", &metric.definition)
        .some("part_of", metric.part_of.as_ref());
    let divisor = |divisor: &Divisor| Value::Word(divisor.key());
    if metric.not_per.is_empty() {
        return fields.on_line();
    }
    let not_per = metric.not_per.iter().map(divisor).collect();
    fields
        .value("not_per", Value::List(not_per, Layout::Line))
        .on_line()
}

/// One source's statement of a number.
pub fn report(report: &Report) -> Value {
    let fields = Fields::default()
        .value("quantity", Value::Quantity(report.quantity))
        .text("source", report.source.as_str())
        .some("wording", report.wording.as_ref());
    let fields = if report.preferred {
        fields.value("preferred", Value::Word("true"))
    } else {
        fields
    };
    let fields = fields.status(report.status);
    let fields = match report.revised_from.as_deref() {
        Some(earlier) => fields.value("revised_from", self::earlier(earlier)),
        None => fields,
    };
    let fields = fields.some("note", report.note.as_ref());
    let Some(trail) = &report.trail else {
        return fields.on_line();
    };
    let fields = fields
        .some("excerpt", trail.excerpt.as_ref())
        .some("archived", trail.archived.as_ref());
    let Some((day, by)) = &trail.checked else {
        return fields.on_line();
    };
    let checked = Fields::default().some("day", Some(day)).text("by", by);
    fields.value("checked", checked.on_line()).on_line()
}

fn earlier(earlier: &Earlier) -> Value {
    Fields::default()
        .value("quantity", Value::Quantity(earlier.quantity))
        .some("source", earlier.source.as_ref())
        .on_line()
}

/// What sources state of a figure, each on a line of its own.
pub fn reports(reports: &[Report]) -> Value {
    Value::List(reports.iter().map(report).collect(), Layout::Spread)
}

/// A police operation. `family` is left out where it is the operation's own name.
pub fn operation(operation: &Operation) -> Value {
    let family = Some(&operation.family).filter(|family| **family != operation.name);
    let mut fields = Fields::default()
        .text("id", operation.id.as_str())
        .text("name", &operation.name)
        .some("family", family);
    if operation.further {
        fields = fields.value("further", Value::Word("true"));
    }
    fields = fields
        .some("summary", operation.summary.as_ref())
        .texts("lead", &operation.lead);
    if let Some(days) = operation.days {
        let days = Value::Pair(days.first.to_string(), days.last.to_string());
        fields = fields.value("days", days);
    }
    if let Some(length) = operation.length {
        fields = fields.value("length", Value::Number(length.into()));
    }
    fields = fields.some("days_note", operation.days_note.as_ref());
    fields = fields.status(operation.status);
    if operation.countries != Participation::default() {
        fields = fields.value("countries", participation(&operation.countries));
    }
    fields = fields.list(
        "coordination_units",
        &operation.coordination_units,
        coordination_unit,
    );
    if !operation.figures.is_empty() {
        let figures = operation.figures.iter();
        let figures = figures.map(|one| (one.metric.to_string(), reports(&one.reports)));
        fields = fields.value("figures", Value::Map(figures.collect()));
    }
    if !operation.not_applicable.is_empty() {
        let all = operation.not_applicable.iter();
        let all = all.map(|one| (one.metric.to_string(), not_applicable(one)));
        fields = fields.value("not_applicable", Value::Map(all.collect()));
    }
    fields
        .list("findings", &operation.findings, finding)
        .list("supported_by", &operation.supported_by, support)
        .texts("sources", &operation.sources)
        .spread()
}

/// That a metric cannot be counted.
pub fn not_applicable(one: &NotApplicable) -> Value {
    Fields::default()
        .some("reason", one.reason.as_ref())
        .texts("sources", &one.sources)
        .on_line()
}

fn participation(countries: &Participation) -> Value {
    Fields::default()
        .list("count", &countries.count, report)
        .codes("listed", &countries.listed)
        .texts("sources", &countries.sources)
        .some("note", countries.note.as_ref())
        .spread()
}

/// A hub.
pub fn coordination_unit(unit: &CoordinationUnit) -> Value {
    Fields::default()
        .text("country", unit.country.code())
        .some("place", unit.place.as_ref())
        .some("note", unit.note.as_ref())
        .texts("sources", &unit.sources)
        .on_line()
}

/// A trend.
pub fn finding(finding: &Finding) -> Value {
    Fields::default()
        .text("text", &finding.text)
        .texts("sources", &finding.sources)
        .on_line()
}

/// A partner or funder.
pub fn support(support: &Support) -> Value {
    let role = Value::Word(match support.role {
        SupportRole::Partner => "Partner",
        SupportRole::Funder => "Funder",
    });
    Fields::default()
        .text("name", &support.name)
        .value("role", role)
        .texts("sources", &support.sources)
        .on_line()
}

/// One event.
pub fn case(case: &Case) -> Value {
    let fields = Fields::default()
        .text("id", case.id.as_str())
        .text("operation", case.operation.as_str())
        .text("title", &case.title)
        .text("summary", &case.summary)
        .some("date", case.date)
        .codes("countries", &case.countries);
    let crimes: Vec<Value> = (case.crimes.iter())
        .map(|crime: &Crime| Value::Word(crime.key()))
        .collect();
    let fields = if crimes.is_empty() {
        fields
    } else {
        fields.value("crimes", Value::List(crimes, Layout::Line))
    };
    let sources = Value::texts(&case.sources);
    fields
        .list("found", &case.found, people)
        .list("alleged", &case.alleged, people)
        .list("arrested", &case.arrested, report)
        .list("suspected", &case.suspected, report)
        .list("seized", &case.seized, seizure)
        .list("route", &case.route, stop)
        .value("sources", sources)
        .some("note", case.note.as_ref())
        .spread()
}

fn people(people: &People) -> Value {
    let who = match people.who {
        Who::PotentialVictims => "PotentialVictims",
        Who::IrregularMigrants => "IrregularMigrants",
        Who::PeopleFound => "PeopleFound",
    };
    Fields::default()
        .value("who", Value::Word(who))
        .list("reports", &people.reports, report)
        .codes("nationalities", &people.nationalities)
        .texts("regions", &people.regions)
        .list("among", &people.among, among)
        .some("note", people.note.as_ref())
        .on_line()
}

fn among(among: &Among) -> Value {
    let who = match among.who {
        Group::Women => "Women",
        Group::Men => "Men",
        Group::WomenAndGirls => "WomenAndGirls",
        Group::Minors => "Minors",
    };
    Fields::default()
        .value("who", Value::Word(who))
        .list("reports", &among.reports, report)
        .on_line()
}

fn seizure(seizure: &Seizure) -> Value {
    Fields::default()
        .text("what", &seizure.what)
        .some("unit", seizure.unit.as_ref())
        .list("reports", &seizure.reports, report)
        .on_line()
}

fn stop(stop: &Stop) -> Value {
    let step = match stop.step {
        Step::Origin => "Origin",
        Step::Transit => "Transit",
        Step::Found => "Found",
        Step::Destination => "Destination",
    };
    Fields::default()
        .value("step", Value::Word(step))
        .some("country", stop.country.map(Country::code))
        .some("place", stop.place.as_ref())
        .on_line()
}
