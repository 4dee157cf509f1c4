//! The records of format 1 as serde sees them: names and shapes, nothing checked.
//!
//! Closed sets (grades, crimes, quantities …) are the model's own enums.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::model::{Crime, Divisor, Grade, Group, Quantity, Status, Step, SupportRole, Who};

/// The version of the format this program reads and writes.
pub const FORMAT: u32 = 1;

/// A publication.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    /// Who published it.
    pub publisher: String,
    /// Its title.
    pub title: String,
    /// `2024-11-06`, `2024-11` or `2024`.
    #[serde(default)]
    pub date: Option<String>,
    /// A web address.
    #[serde(default)]
    pub address: Option<String>,
    /// Why there is no address.
    #[serde(default)]
    pub no_address: Option<String>,
    /// How close it stands to the people who counted.
    pub grade: Grade,
    /// What a reader should know about it.
    #[serde(default)]
    pub note: Option<String>,
}

/// What is counted.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Metric {
    /// What people read.
    pub label: String,
    /// What one of it is.
    pub unit: String,
    /// What exactly is counted.
    pub definition: String,
    /// The metric this is a part of.
    #[serde(default)]
    pub part_of: Option<String>,
    /// What it is never divided by.
    #[serde(default)]
    pub not_per: Vec<Divisor>,
}

/// A police operation.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Operation {
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub family: Option<String>,
    #[serde(default)]
    pub summary: Option<String>,
    #[serde(default)]
    pub lead: Vec<String>,
    /// First and last day.
    #[serde(default)]
    pub days: Option<(String, String)>,
    /// How many days, where which days is not known.
    #[serde(default)]
    pub length: Option<u32>,
    #[serde(default)]
    pub days_note: Option<String>,
    #[serde(default)]
    pub status: Option<Status>,
    #[serde(default)]
    pub countries: Participation,
    #[serde(default)]
    pub coordination_units: Vec<CoordinationUnit>,
    #[serde(default)]
    pub figures: Figures,
    #[serde(default)]
    pub findings: Vec<Finding>,
    #[serde(default)]
    pub supported_by: Vec<Support>,
    /// Where days, lead and name are stated.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Reports by metric id, in the order written and with repeated ids kept, so that they can be
/// told: ron would keep the last one and say nothing.
#[derive(Debug, Default)]
pub(super) struct Figures(pub Vec<(String, Vec<Report>)>);

impl<'de> Deserialize<'de> for Figures {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Figures;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map such as { \"id\": […] }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Figures(entries))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// Who took part.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Participation {
    #[serde(default)]
    pub count: Vec<Report>,
    #[serde(default)]
    pub listed: Vec<String>,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub note: Option<String>,
}

/// A hub.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CoordinationUnit {
    pub country: String,
    #[serde(default)]
    pub place: Option<String>,
    #[serde(default)]
    pub note: Option<String>,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A trend.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Finding {
    pub text: String,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A partner or funder.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Support {
    pub name: String,
    pub role: SupportRole,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One source's statement of a number: `(quantity: MoreThan(1800), source: "…")`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Report {
    pub quantity: Quantity,
    pub source: String,
    #[serde(default)]
    pub wording: Option<String>,
    #[serde(default)]
    pub preferred: bool,
    #[serde(default)]
    pub note: Option<String>,
}

/// One event.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub id: String,
    pub operation: String,
    pub title: String,
    pub summary: String,
    #[serde(default)]
    pub date: Option<String>,
    /// Where it happened, and whose authorities acted.
    #[serde(default)]
    pub countries: Vec<String>,
    #[serde(default)]
    pub crimes: Vec<Crime>,
    #[serde(default)]
    pub found: Vec<People>,
    /// Whom suspects are said to have moved or exploited.
    #[serde(default)]
    pub alleged: Vec<People>,
    #[serde(default)]
    pub arrested: Vec<Report>,
    #[serde(default)]
    pub suspected: Vec<Report>,
    #[serde(default)]
    pub seized: Vec<Seizure>,
    #[serde(default)]
    pub route: Vec<Stop>,
    pub sources: Vec<String>,
    #[serde(default)]
    pub note: Option<String>,
}

/// People found.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct People {
    pub who: Who,
    #[serde(default)]
    pub reports: Vec<Report>,
    #[serde(default)]
    pub nationalities: Vec<String>,
    #[serde(default)]
    pub regions: Vec<String>,
    #[serde(default)]
    pub among: Vec<Among>,
    #[serde(default)]
    pub note: Option<String>,
}

/// A counted part of a group.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Among {
    pub who: Group,
    pub reports: Vec<Report>,
}

/// Something seized.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seizure {
    pub what: String,
    #[serde(default)]
    pub unit: Option<String>,
    #[serde(default)]
    pub reports: Vec<Report>,
}

/// A stop on a route: `(step: Origin, country: "TGO")`, `(step: Origin, place: "South Asia")`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stop {
    pub step: Step,
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
}

#[cfg(test)]
mod tests {
    use ron::Error;

    use super::super::shape::{self, Record, Shape};
    use super::*;

    /// The fields that serde knows of a record.
    fn fields<T: for<'de> Deserialize<'de>>() -> Vec<&'static str> {
        match ron::from_str::<T>("(no_such_field: 1)")
            .map(|_| ())
            .map_err(|error| error.code)
        {
            Err(Error::NoSuchStructField { expected, .. }) => expected.to_vec(),
            other => panic!("{other:?}"),
        }
    }

    /// The names that serde knows of a closed set.
    fn words<T: for<'de> Deserialize<'de>>() -> Vec<&'static str> {
        match ron::from_str::<T>("NoSuchWord")
            .map(|_| ())
            .map_err(|error| error.code)
        {
            Err(Error::NoSuchEnumVariant { expected, .. }) => expected.to_vec(),
            other => panic!("{other:?}"),
        }
    }

    /// Whether a record can be read that has only the fields the shape calls needed, and not
    /// with one of them less.
    fn needs<T: for<'de> Deserialize<'de>>(record: &'static Record) {
        let example = Shape::Record(record).example();
        if let Err(error) = ron::from_str::<T>(&example) {
            panic!("{example}: {error}");
        }
        for left_out in record.fields.iter().filter(|field| field.needed) {
            let part = format!("{}: {}", left_out.name, left_out.shape.example());
            let example = example
                .replacen(&part, "", 1)
                .replace("(, ", "(")
                .replace(", , ", ", ");
            assert!(
                ron::from_str::<T>(&example).is_err(),
                "{} without {}",
                record.noun,
                left_out.name
            );
        }
        assert_eq!(record.names(), fields::<T>(), "{}", record.noun);
    }

    #[test]
    fn what_the_doctor_suggests_is_what_serde_reads() {
        needs::<Source>(&shape::SOURCE);
        needs::<Metric>(&shape::METRIC);
        needs::<Operation>(&shape::OPERATION);
        needs::<CoordinationUnit>(&shape::UNIT);
        needs::<Finding>(&shape::FINDING);
        needs::<Support>(&shape::SUPPORT);
        needs::<Report>(&shape::REPORT);
        needs::<Case>(&shape::CASE);
        needs::<People>(&shape::PEOPLE);
        needs::<Among>(&shape::PART);
        needs::<Seizure>(&shape::SEIZURE);
        needs::<Stop>(&shape::STOP);
        assert_eq!(shape::PARTICIPATION.names(), fields::<Participation>());
    }

    #[test]
    fn every_name_of_a_closed_set_is_known_to_the_doctor() {
        let of = |record: &Record, field: &str| match record.field(field).map(|field| field.shape) {
            Some(Shape::Choice(choice)) => (choice.words)(),
            other => panic!("{other:?}"),
        };
        assert_eq!(of(&shape::SOURCE, "grade"), words::<Grade>());
        assert_eq!(of(&shape::OPERATION, "status"), words::<Status>());
        assert_eq!(of(&shape::SUPPORT, "role"), words::<SupportRole>());
        assert_eq!(of(&shape::PEOPLE, "who"), words::<Who>());
        assert_eq!(of(&shape::PART, "who"), words::<Group>());
        assert_eq!(of(&shape::STOP, "step"), words::<Step>());
        assert_eq!(shape::QUANTITIES.to_vec(), words::<Quantity>());
        assert_eq!(
            Crime::ALL
                .iter()
                .map(|crime| crime.key())
                .collect::<Vec<_>>(),
            words::<Crime>()
        );
        assert_eq!(
            Divisor::ALL
                .iter()
                .map(|divisor| divisor.key())
                .collect::<Vec<_>>(),
            words::<Divisor>()
        );
    }
}
