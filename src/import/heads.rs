//! What the heads of columns mean, in English, French and Spanish.

use super::metrics::Metrics;
use crate::model::MetricId;
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
    /// What the publisher of a number, or of all of an operation's, called it.
    Status,
    /// The source's sentence.
    Excerpt,
    /// The web address of a kept copy of the page.
    Archived,
    /// When a number was compared with its source.
    Checked,
    /// Who did that.
    CheckedBy,
    /// What happened: in an operation, or in a case.
    Summary,
    /// The id of a case.
    Case,
    /// The day of a case.
    Day,
    /// What a case was about.
    Crimes,
    /// How many people were found whose status is open.
    Found,
    /// How many suspects were identified, but not arrested.
    Suspected,
    /// The nationalities of the people found.
    Nationalities,
    /// Where the route of a case began.
    Origin,
    /// What the route passed.
    Transit,
    /// In which place people were found.
    Place,
    /// Where the route was to end.
    Destination,
    /// Nothing that is wanted.
    Nothing,
    /// The number of one metric.
    Of(MetricId),
}

/// The words for each meaning, folded.
const WORDS: [(Meaning, &str, &str); 33] = [
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
        "source|sources|reference|fuente|referencia|source id|information source",
    ),
    (
        Meaning::Wording,
        "wording",
        "wording|words|as stated|as printed|words as printed|wording as printed|exact words|term|libelle|termes|termino|redaccion",
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
        "country|countries|participating countries|number of countries|country of incident|pays|\
         pays participants|nombre de pays|pais|paises|paises participantes|numero de paises",
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
    (Meaning::Status, "status", "status|statut|estado"),
    (
        Meaning::Excerpt,
        "excerpt",
        "excerpt|quote|quotation|sentence|extrait|phrase|extracto|frase",
    ),
    (
        Meaning::Archived,
        "archived",
        "archived|archive|archived copy|archive url|kept copy|archive web|copie archivee|archivado|\
         copia archivada",
    ),
    (
        Meaning::Checked,
        "checked",
        "checked|checked on|date checked|verified|verified on|verifie le|verificado|verificado el",
    ),
    (
        Meaning::CheckedBy,
        "checked-by",
        "checked by|verified by|verifie par|verificado por",
    ),
    (
        Meaning::Summary,
        "summary",
        "summary|description|what happened|account|resume|faits|resumen|descripcion|hechos",
    ),
    (
        Meaning::Case,
        "case",
        "case|case id|incident|incident id|main id|cas|caso|incidente|id del caso",
    ),
    (
        Meaning::Day,
        "day",
        "incident date|date of incident|reported date|date de lincident|fecha del incidente",
    ),
    (
        Meaning::Crimes,
        "crimes",
        "crime|crimes|offence|offences|offense|offenses|infraction|infractions|delit|delits|delito|\
         delitos",
    ),
    (
        Meaning::Found,
        "found",
        "found|people found|personnes trouvees|personas encontradas",
    ),
    (
        Meaning::Suspected,
        "suspected",
        "suspected|suspects|suspects identified|sospechosos",
    ),
    (
        Meaning::Nationalities,
        "nationalities",
        "nationality|nationalities|citizenship|nationalite|nationalites|nacionalidad|nacionalidades",
    ),
    (
        Meaning::Origin,
        "origin",
        "origin|country of origin|origine|pays dorigine|origen|pais de origen",
    ),
    (
        Meaning::Transit,
        "transit",
        "transit|country of transit|pays de transit|transito|pais de transito",
    ),
    (
        Meaning::Place,
        "place",
        "place|location|location of incident|place found|lieu|lieu de lincident|lugar|\
         lugar del incidente",
    ),
    (
        Meaning::Destination,
        "destination",
        "destination|country of destination|pays de destination|destino|pais de destino",
    ),
    (Meaning::Nothing, "nothing", ""),
];

/// The metrics that name people in a case.
const COUNTED_IN_CASES: [&str; 3] = ["potential_victims", "irregular_migrants", "arrests"];

/// A head that may be the day of a publication or of an operation.
pub(super) const DATE: [&str; 3] = ["date", "fecha", "jour"];

impl Meaning {
    /// Those that a column can have, but for the metrics.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        WORDS.iter().map(|(meaning, ..)| meaning)
    }

    /// Whether it says something of a case.
    pub(super) fn is_of_case(&self) -> bool {
        if let Self::Of(metric) = self {
            return COUNTED_IN_CASES.contains(&metric.as_str());
        }
        let of_figures = [
            Self::Metric,
            Self::Number,
            Self::Sign,
            Self::Wording,
            Self::From,
            Self::To,
            Self::Lead,
            Self::Status,
        ];
        !of_figures.contains(self)
    }

    /// Whether it says something of a case and of nothing else.
    pub(super) fn is_of_case_alone(&self) -> bool {
        *self >= Self::Case && *self <= Self::Destination
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;

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
            ("Extrait", "excerpt"),
            ("Date de l’incident", "day"),
            ("País de origen", "origin"),
        ] {
            let meaning = Meaning::of_head(head, &metrics).unwrap();
            assert_eq!(meaning.key(), key, "{head}");
        }
        assert_eq!(Meaning::of_head("Colour", &metrics), None);
    }
}
