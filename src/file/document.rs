//! The dataset format 1 as serde sees it: names and shapes, nothing checked.
//!
//! Closed sets (grades, crimes, quantities …) are the model's own enums. The top level keeps each record as raw text, so that one broken record costs only itself
//! and every record knows its place in the file.

use std::fmt;
use std::marker::PhantomData;

use ron::value::RawValue;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

use crate::model::{Crime, Grade, Group, Quantity, Status, Step, SupportRole, Who};

/// The version of the format this program reads and writes.
pub const FORMAT: u32 = 1;

/// A whole file.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document<'a> {
    /// The format's version; read apart, before anything else.
    #[expect(dead_code, reason = "read by `Version` before the rest; here so that it is a known field")]
    pub format: u32,
    /// The dataset's title.
    pub title: String,
    /// What it holds and where it comes from.
    #[serde(default)]
    pub summary: Option<String>,
    /// Publications by id.
    #[serde(borrow, default)]
    pub sources: Entries<'a>,
    /// Metrics by id.
    #[serde(borrow, default)]
    pub metrics: Entries<'a>,
    /// Operations.
    #[serde(borrow, default)]
    pub operations: Vec<&'a RawValue>,
    /// Cases.
    #[serde(borrow, default)]
    pub cases: Vec<&'a RawValue>,
}

/// A map written `{ "id": (…), … }`, in the order written and with duplicate keys kept, so that
/// they can be told. Keys and values are raw text.
#[derive(Debug, Default)]
pub struct Entries<'a>(pub Vec<(&'a RawValue, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder<'a>(PhantomData<&'a ()>);
        impl<'de: 'a, 'a> Visitor<'de> for InOrder<'a> {
            type Value = Entries<'a>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map such as { \"id\": (…) }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(InOrder(PhantomData))
    }
}

/// A publication.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
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
pub struct Metric {
    /// What people read.
    pub label: String,
    /// What one of it is.
    pub unit: String,
    /// What exactly is counted.
    pub definition: String,
    /// The metric this is a part of.
    #[serde(default)]
    pub part_of: Option<String>,
}

/// A police operation.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operation<'a> {
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
    #[serde(default)]
    pub days_note: Option<String>,
    #[serde(default)]
    pub status: Option<Status>,
    #[serde(default)]
    pub countries: Participation,
    #[serde(default)]
    pub coordination_units: Vec<CoordinationUnit>,
    /// Reports by metric id; each value is a list of [`Report`].
    #[serde(borrow, default)]
    pub figures: Entries<'a>,
    #[serde(default)]
    pub findings: Vec<Finding>,
    #[serde(default)]
    pub supported_by: Vec<Support>,
    /// Where days, lead and name are stated.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// Who took part.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participation {
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
pub struct CoordinationUnit {
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
pub struct Finding {
    pub text: String,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A partner or funder.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    pub name: String,
    pub role: SupportRole,
    #[serde(default)]
    pub sources: Vec<String>,
}

/// One source's statement of a number: `(quantity: MoreThan(1800), source: "…")`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
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
pub struct Case {
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
pub struct People {
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
pub struct Among {
    pub who: Group,
    pub reports: Vec<Report>,
}

/// Something seized.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seizure {
    pub what: String,
    #[serde(default)]
    pub unit: Option<String>,
    #[serde(default)]
    pub reports: Vec<Report>,
}

/// A stop on a route: `(step: Origin, country: "TGO")`, `(step: Origin, place: "South Asia")`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    pub step: Step,
    #[serde(default)]
    pub country: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
}

