//! What the heads of columns mean, in English, French and Spanish.

use std::sync::LazyLock;

use crate::model::{Dataset, Metric, MetricId};
use crate::query::search::folded;

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// The name or id of an operation.
    Operation,
    /// The name or id of a metric.
    Metric,
    /// A number, with its sign or without.
    Number,
    /// How firm the number is, apart from it: "more than".
    Sign,
    /// An id, title, publisher or address of a publication.
    Source,
    /// The source's own word for what it counted.
    Wording,
    /// What a reader should know about a number.
    Note,
    /// The first day of an operation.
    From,
    /// Its last day.
    To,
    /// Who led it.
    Lead,
    /// How many countries took part, or which.
    Countries,
    /// Who published the source.
    Publisher,
    /// The source's title.
    Title,
    /// When it was published.
    Date,
    /// Where it can be read.
    Address,
    /// How close it stands to the people who counted.
    Grade,
    /// Nothing that is wanted.
    Nothing,
    /// The number of one metric.
    Of(MetricId),
}

/// The words for each meaning, folded.
const WORDS: [(Meaning, &str, &str); 17] = [
    (
        Meaning::Operation,
        "operation",
        "operation|operation name|name of operation|operacion|nombre de la operacion|nom de loperation",
    ),
    (
        Meaning::Metric,
        "metric",
        "metric|indicator|measure|what|category|indicateur|mesure|categorie|indicador|metrica|categoria",
    ),
    (
        Meaning::Number,
        "number",
        "number|value|figure|count|total|quantity|amount|nombre|valeur|chiffre|quantite|numero|\
         valor|cifra|cantidad",
    ),
    (
        Meaning::Sign,
        "sign",
        "sign|qualifier|precision|qualificatif|signe|signo|calificador",
    ),
    (
        Meaning::Source,
        "source",
        "source|sources|reference|fuente|referencia|source id",
    ),
    (
        Meaning::Wording,
        "wording",
        "wording|words|as stated|term|libelle|termes|termino|redaccion",
    ),
    (
        Meaning::Note,
        "note",
        "note|notes|comment|comments|remark|remarks|remarque|remarques|commentaire|commentaires|\
         nota|notas|comentario|comentarios|observaciones",
    ),
    (
        Meaning::From,
        "from",
        "from|start|start date|first day|begin|du|debut|date de debut|desde|inicio|fecha de inicio",
    ),
    (
        Meaning::To,
        "to",
        "to|end|end date|last day|au|fin|date de fin|hasta|fecha de fin",
    ),
    (
        Meaning::Lead,
        "lead",
        "lead|led by|organisation|organization|agency|organisateur|organizador|dirigida por",
    ),
    (
        Meaning::Countries,
        "countries",
        "country|countries|participating countries|pays|pays participants|pais|paises|\
         paises participantes",
    ),
    (
        Meaning::Publisher,
        "publisher",
        "publisher|published by|editeur|publie par|editor|publicado por",
    ),
    (Meaning::Title, "title", "title|source title|titre|titulo"),
    (
        Meaning::Date,
        "date",
        "publication date|published|date published|date de publication|fecha de publicacion|publicado",
    ),
    (
        Meaning::Address,
        "address",
        "address|url|link|web|adresse|lien|direccion|enlace",
    ),
    (Meaning::Grade, "grade", "grade|niveau|grado"),
    (Meaning::Nothing, "nothing", ""),
];

/// A head that may be the day of a publication or of an operation.
pub(super) const DATE: [&str; 3] = ["date", "fecha", "jour"];

/// What people call the metrics that datasets of the program declare.
const CALLED: [(&str, &str); 6] = [
    (
        "arrests",
        "arrests|arrested|arrestations|personnes arretees|interpellations|detenciones|detenidos|\
         arrestos",
    ),
    (
        "potential_victims",
        "victims|potential victims|victims rescued|victimes|victimes potentielles|victimas|\
         posibles victimas",
    ),
    (
        "irregular_migrants",
        "migrants|irregular migrants|migrants irreguliers|migrantes|migrantes irregulares",
    ),
    (
        "officers",
        "officers|police officers|agents|policiers|agentes|policias",
    ),
    ("inspections", "inspections|checks|controles|inspecciones"),
    (
        "investigations",
        "investigations|enquetes|enquetes ouvertes|investigaciones",
    ),
];

impl Meaning {
    /// Its name on the command line; of one metric the metric's id.
    pub fn key(&self) -> &str {
        if let Self::Of(metric) = self {
            return metric.as_str();
        }
        let row = WORDS.iter().find(|(meaning, ..)| meaning == self);
        row.map_or("", |(_, key, _)| key)
    }

    /// What a name on the command line means: a key, else the id of a metric.
    pub fn from_key(key: &str) -> Self {
        let known = WORDS.iter().find(|(_, name, _)| *name == key);
        known.map_or_else(|| Self::Of(key.into()), |(meaning, ..)| meaning.clone())
    }

    /// What a head says; `None` where that is nothing known.
    pub(super) fn of_head(head: &str, metrics: &Metrics<'_>) -> Option<Self> {
        let head = folded(head);
        let is_word = |words: &str| words.split('|').any(|word| word == head);
        let known = WORDS.iter().find(|(.., words)| is_word(words));
        let known = known.map(|(meaning, ..)| meaning.clone());
        known.or_else(|| metrics.of(&head).map(|metric| Self::Of(metric.id.clone())))
    }
}

/// The metrics that a name can mean: those of the dataset, then those that come with the program.
pub(super) struct Metrics<'a> {
    own: &'a [Metric],
    embedded: &'static [Metric],
}

/// The metrics that come with the program.
static EMBEDDED: LazyLock<Vec<Metric>> = LazyLock::new(|| {
    let read = |(name, text): &(&str, &str)| {
        let reading = crate::file::read(name, text.as_bytes());
        reading.dataset.unwrap_or_default().metrics
    };
    crate::file::EMBEDDED.iter().flat_map(read).collect()
});

impl<'a> Metrics<'a> {
    pub fn of_dataset(dataset: &'a Dataset) -> Self {
        Self {
            own: &dataset.metrics,
            embedded: &EMBEDDED,
        }
    }

    /// Whether the dataset declares a metric itself.
    pub fn is_own(&self, id: &MetricId) -> bool {
        self.own.iter().any(|metric| metric.id == *id)
    }

    /// The metric of an id.
    pub fn by_id(&self, id: &str) -> Option<&Metric> {
        self.all().find(|metric| metric.id.as_str() == id)
    }

    /// The metric that a name means.
    pub fn of(&self, name: &str) -> Option<&Metric> {
        let name = folded(name);
        let called = |metric: &&Metric| {
            let ways = [folded(metric.id.as_str()), folded(&metric.label)];
            ways.contains(&name)
        };
        let is_word = |words: &str| words.split('|').any(|word| word == name);
        let known = self.all().find(called);
        known.or_else(|| {
            let (id, _) = CALLED.iter().find(|(_, words)| is_word(words))?;
            self.by_id(id)
        })
    }

    fn all(&self) -> impl Iterator<Item = &Metric> {
        self.own.iter().chain(self.embedded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_known_in_three_languages() {
        let dataset = Dataset::default();
        let metrics = Metrics::of_dataset(&dataset);
        for (head, key) in [
            ("Opération", "operation"),
            ("Number:", "number"),
            ("Países", "countries"),
            ("FUENTE", "source"),
            ("Arrestations", "arrests"),
            ("Víctimas", "potential_victims"),
            ("Arrests", "arrests"),
        ] {
            let meaning = Meaning::of_head(head, &metrics).unwrap();
            assert_eq!(meaning.key(), key, "{head}");
        }
        assert_eq!(Meaning::of_head("Colour", &metrics), None);
    }
}
