//! What a number counts: the metric that the words around it suggest, in three languages. These
//! are the words of those who write releases, not of the program, and stay with the rules that
//! read them.

use std::ops::Range;

use super::tokens::{Tokens, is_one_of};
use crate::model::{Metric, MetricId};
use crate::query::search::folded;

/// So many words behind a number are looked at for what it counts.
const BEHIND: usize = 8;

/// What a metric counts in releases: its id in the datasets that come with the program, the words
/// for the things themselves, and words for what was done to people of whom no more is said.
/// Folded; `*` is any ending.
const COUNTED: [(&str, &str, &str); 13] = [
    (
        "arrests",
        "arrest* arrestation* interpellation* detencion* arresto* detenidos detenidas capturas",
        "arrest* arret* interpell* apprehend* detain* detenid* detuvo detuvier* detener captur*",
    ),
    (
        "potential_victims",
        "victim*",
        "rescu* safeguard* protect* sauv* secour* liber* rescat* saved identified victims free*",
    ),
    (
        "irregular_migrants",
        "migrant* migrante*",
        "migration migracion migratoire* migratori*",
    ),
    (
        "officers",
        "officer* policiers policieres policier* policias agents agentes fonctionnaires gendarmes \
         funcionarios efectivos",
        "",
    ),
    (
        "investigations",
        "investigation* enquete* investigacion* case cases affaire affaires caso casos",
        "open* ouvert* abiert* launch* new nouv* nuev* lanc* inici* abrier*",
    ),
    ("flights", "flight* vol vols vuelo*", ""),
    (
        "database_checks",
        "check* search* screening* consult* verification* verificacion* controle* control* \
         comprobacion* interrogation*",
        "database* base* donnees datos",
    ),
    ("inspections", "inspection* inspeccion*", ""),
    (
        "groups_dismantled",
        "group* groupe* grupo* network* reseau* red redes gang* banda* organization* organisation* \
         organizacion*",
        "dismantl* demantel* desmantel* desarticul* disrupt* broken",
    ),
    (
        "specialised_units",
        "unit units unite unites unidad unidades",
        "speciali* especial*",
    ),
    ("funded_projects", "project* projet* proyecto*", ""),
    ("documents", "document*", "check* control* verif*"),
    (
        "vehicles_checked",
        "vehicle* vehicule* vehiculo* car cars",
        "check* control*",
    ),
];

/// What counts only where the deed is told too: not every case is a new one.
const WITH_DEED: [&str; 6] = [
    "database_checks",
    "documents_checked",
    "groups_dismantled",
    "investigations",
    "specialised_units",
    "vehicles_checked",
];

/// Those of whom no more is said than that they are people.
const PEOPLE: &str = "people person* individuals personne* individus personas individuos men women \
    man woman children child minor* girl* boy* homme* femme* enfant* mineur* hombre* mujer* menor* \
    nina* nino* workers";

/// Those who are said to have done it.
const SUSPECTS: &str = "suspect suspects sospechos* trafficker* smuggler* passeur* traficante* \
    tratante* trafiquant* defendant* perpetrator*";

/// Whether a word is one for people.
pub(super) fn are_people(word: &str) -> bool {
    is_one_of(word, PEOPLE)
}

/// What takes part.
const COUNTRIES: &str = "countr* pays paises territor* territoire* nation nations";

/// What says that such countries are not all that took part.
const SOME_COUNTRIES: &str = "unit units hub* centre* center* unite unites centro* unidad* origin* nationalit* \
    nacionalidad* provenan* procede*";

/// What ties some of the whole to its reason.
const TIED: &str = "link* relat* charge* specific* direct* connect* lie lies liee liees pour por \
    relacion* vincul* delit* deli* offence* offense* crime* accus* for on chef";

/// A part of what was counted, of which what follows is told.
const FRACTIONS: &str = "half third thirds quarter* fifth* tenth* moitie tiers quart quarts mitad tercio* \
    cuarto cuarta quinto quinta";

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// A metric.
    Metric(MetricId),
    /// The countries that took part.
    Countries,
}

/// The metrics that releases can be about.
pub(super) struct Suggesting<'a> {
    pub tokens: &'a Tokens<'a>,
    pub metrics: &'a [Known],
}

/// A metric with the long words of its label.
pub(super) struct Known {
    pub metric: Metric,
    words: Vec<String>,
}

impl Known {
    pub fn of(metric: Metric) -> Self {
        let label = folded(&metric.label);
        let long = label.split(' ').filter(|word| word.len() > 3);
        Self {
            words: long.map(str::to_owned).collect(),
            metric,
        }
    }

    /// How many words of its label stand among those named; 0 where not all do, or none up to the
    /// first thing that is named.
    fn label_score(&self, named: &[&str], head: Option<usize>) -> usize {
        // Without the sign of the plural.
        let is_in = |word: &str, named: &[&str]| {
            let stem = word.strip_suffix('s').unwrap_or(word);
            named.iter().any(|one| one.starts_with(stem))
        };
        let first = named.get(..=head.unwrap_or(named.len().saturating_sub(1)));
        let begins = self
            .words
            .iter()
            .any(|word| is_in(word, first.unwrap_or(named)));
        let all = begins && self.words.iter().all(|word| is_in(word, named));
        if all { self.words.len() } else { 0 }
    }
}

impl Suggesting<'_> {
    /// Whether a word names something that is counted.
    pub fn counts(word: &str) -> bool {
        let things = COUNTED.iter().any(|(_, things, _)| is_one_of(word, things));
        things
            || [PEOPLE, SUSPECTS, COUNTRIES]
                .iter()
                .any(|list| is_one_of(word, list))
    }

    /// What a number counts, where one thing is likelier than all others. `clause` are the tokens
    /// from the number before to the one behind, within the sentence; `whole` is what the number
    /// before it counts.
    pub fn suggested(
        &self,
        number: &Range<usize>,
        clause: &Range<usize>,
        whole: Option<&MetricId>,
    ) -> Option<Counted> {
        let behind: Vec<&str> = self.words(&(number.end..clause.end)).collect();
        if let Some(whole) = whole.filter(|_| self.is_of_these(number)) {
            return self.part(whole, &behind).map(Counted::Metric);
        }
        let named = self.things(number, clause);
        let head = named.iter().position(|word| Self::counts(word));
        let head_word = head.and_then(|at| named.get(at)).copied().unwrap_or("");
        // “29 States”, but “12 U.S. states”
        let next = self.tokens.at(number.end);
        let are_states = next
            .is_some_and(|one| one.is_capital && is_one_of(&one.folded, "states etats estados"));
        if is_one_of(head_word, COUNTRIES) || are_states {
            let took_part = !self.is_where_from(number, clause);
            return took_part.then_some(Counted::Countries);
        }
        let scores = self.metrics.iter().map(|metric| {
            let score = self.score(metric, &named, head, number, clause);
            (score, metric)
        });
        let mut scores: Vec<(usize, &Known)> = scores.filter(|(score, _)| *score > 0).collect();
        scores.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let (best, metric) = scores.first()?;
        if scores.get(1).is_some_and(|(next, _)| next == best) {
            return None;
        }
        // “318 arrested, a third of them for trafficking”
        let mut of_all = behind.split(|word| is_one_of(word, FRACTIONS));
        let of_all = of_all.next().unwrap_or(&[]);
        let tied = of_all.iter().any(|word| is_one_of(word, TIED));
        let told = if tied { of_all } else { &named };
        let id = &metric.metric.id;
        let is_part = self.is_of_the(number);
        let part = self.part(id, told).filter(|_| !self.is_whole(number));
        let whole = || (!is_part).then(|| id.clone());
        part.or_else(whole).map(Counted::Metric)
    }

    fn words(&self, tokens: &Range<usize>) -> impl Iterator<Item = &str> {
        let tokens = self.tokens.all.get(tokens.clone()).unwrap_or(&[]);
        tokens.iter().map(|token| token.folded.as_str())
    }

    /// “850 of these”, “dont 850”: of what was counted before.
    fn is_of_these(&self, number: &Range<usize>) -> bool {
        const THESE: &str = "these those them which whom ellos ellas estos estas entre cuales eux \
            elles";
        const AMONG: &str = "including dont incluido* incluida* compris comprise ellas ellos eux \
            elles";
        let word = |at: Option<usize>| {
            let token = at.and_then(|at| self.tokens.at(at));
            token.map_or("", |token| token.folded.as_str())
        };
        let behind = |by: usize| word(Some(number.end + by));
        let of = ["of", "de", "d"].contains(&behind(0));
        let these = is_one_of(behind(1), THESE) || is_one_of(behind(2), THESE);
        of && these || is_one_of(word(number.start.checked_sub(1)), AMONG)
    }

    /// “200 of the arrests”: a part of them.
    fn is_of_the(&self, number: &Range<usize>) -> bool {
        let behind = number.end..number.end + 2;
        let behind: Vec<&str> = self.words(&behind).collect();
        matches!(
            behind[..],
            ["of", "the"] | ["de", "los" | "las"] | ["des", _]
        )
    }

    /// “half of the 600 victims were women”: what is told is told of a part of them.
    fn is_whole(&self, number: &Range<usize>) -> bool {
        let before = number.start.saturating_sub(4)..number.start;
        let before: Vec<&str> = self.words(&before).collect();
        let of = before
            .iter()
            .rposition(|word| is_one_of(word, "of des de sur los las"));
        let part = of.and_then(|of| before.get(..of)).unwrap_or(&[]);
        let is_part = |word: &&str| {
            is_one_of(word, FRACTIONS)
                || is_one_of(
                    word,
                    "cent ciento percent most many some majority plupart mayoria",
                )
                || word.starts_with(|c: char| c.is_ascii_digit())
        };
        part.iter().any(is_part)
    }

    /// “migrants from 26 countries”: they took no part.
    fn is_where_from(&self, number: &Range<usize>, clause: &Range<usize>) -> bool {
        let before = number
            .start
            .checked_sub(1)
            .and_then(|at| self.tokens.at(at));
        let from = before.is_some_and(|one| is_one_of(&one.folded, "from of de"));
        let before_it = clause.start..number.start;
        let mut people = self.words(&before_it);
        let some = self
            .words(clause)
            .any(|word| is_one_of(word, SOME_COUNTRIES));
        some || from && people.any(|word| is_one_of(word, "migrant* victim*"))
    }

    /// The words that name what is counted: those behind a number, or in a table those before.
    fn things(&self, number: &Range<usize>, clause: &Range<usize>) -> Vec<&str> {
        let end = clause.end.min(number.end + BEHIND);
        let mut behind = Vec::new();
        for at in number.end..end {
            let gap = self.tokens.gap(at - 1);
            if gap.contains([',', ';', ':', '(', '|', '\t', '.', '–', '—']) {
                break;
            }
            behind.extend(self.tokens.at(at).map(|token| token.folded.as_str()));
        }
        let follows = self.tokens.at(number.end);
        let begins_anew = behind.is_empty() || follows.is_some_and(|token| token.is_capital);
        let before = clause.start.max(number.start.saturating_sub(4))..number.start;
        if begins_anew && self.words(&before).any(Self::counts) {
            return self.words(&before).collect();
        }
        behind
    }

    /// How well a metric fits: by the first thing that is named, by what was done to people, by the
    /// words of its label.
    fn score(
        &self,
        known: &Known,
        named: &[&str],
        head: Option<usize>,
        number: &Range<usize>,
        clause: &Range<usize>,
    ) -> usize {
        let metric = &known.metric;
        let row = COUNTED.iter().find(|(id, ..)| *id == metric.id.as_str());
        let (things, deeds) = row.map_or(("", ""), |(_, things, deeds)| (*things, *deeds));
        let by_label = known.label_score(named, head);
        let label = if by_label > 0 { 70 + by_label * 20 } else { 0 };
        let Some(head) = head else {
            return label;
        };
        let done = self.distance(deeds, number, clause);
        let needs_deed = WITH_DEED.contains(&metric.id.as_str()) && done.is_none();
        let thing = named.iter().position(|word| is_one_of(word, things));
        let close = done.map_or(0, |away| 20 - away.min(20));
        let word = named.get(head).copied().unwrap_or("");
        let are_people = metric.unit == "people" && row.is_some();
        let fits = match thing {
            Some(at) if at == head && !needs_deed => 100 + close,
            _ if is_one_of(word, SUSPECTS) && metric.id.as_str() != "arrests" => 0,
            _ if is_one_of(word, SUSPECTS) || is_one_of(word, PEOPLE) => match (done, thing) {
                (Some(_), _) if are_people => 50 + close,
                (_, Some(_)) if are_people => 40,
                _ => 0,
            },
            _ => 0,
        };
        fits.max(label)
    }

    /// How many words stand between a number and the next word of a list around it.
    fn distance(&self, list: &str, number: &Range<usize>, clause: &Range<usize>) -> Option<usize> {
        let there = clause.clone().filter(|at| {
            let token = self.tokens.at(*at);
            token.is_some_and(|token| is_one_of(&token.folded, list))
        });
        there
            .map(|at| {
                if at < number.start {
                    number.start - at
                } else {
                    at.saturating_sub(number.end)
                }
            })
            .min()
    }

    /// The part of a metric whose reason words tell: arrests “directly linked to trafficking”,
    /// victims who are children.
    fn part(&self, whole: &MetricId, words: &[&str]) -> Option<MetricId> {
        let of_whole = self.metrics.iter().find(|one| one.metric.id == *whole);
        let label = of_whole.map_or(&[][..], |one| &one.words);
        // Of parts whose reasons are all told the one with the most.
        let reasons = |part: &Known| {
            let own = part
                .words
                .iter()
                .filter(|word| *word != "among" && !label.contains(word));
            let told = |word: &&String| {
                let stem: String = word.chars().take(5).collect();
                words
                    .iter()
                    .any(|one| one.starts_with(&stem) || is_same(&stem, one))
            };
            if own.clone().all(|word| told(&word)) {
                own.count()
            } else {
                0
            }
        };
        let parts = self
            .metrics
            .iter()
            .filter(|one| one.metric.part_of.as_ref() == Some(whole));
        let told = parts.map(|part| (reasons(part), part));
        let told: Vec<(usize, &Known)> = told.filter(|(reasons, _)| *reasons > 0).collect();
        let most = told.iter().map(|(reasons, _)| *reasons).max()?;
        let mut best = told.iter().filter(|(reasons, _)| *reasons == most);
        let (_, part) = best.next()?;
        best.next().is_none().then(|| part.metric.id.clone())
    }
}

/// Whether a word in French or Spanish says what a stem in English does.
fn is_same(stem: &str, word: &str) -> bool {
    let words = match stem {
        "traff" => "traite trata",
        "smugg" => "trafic trafico passeurs contrabando",
        "child" | "minor" => "enfant* mineur* nino* nina* menor*",
        "women" => "femme* mujer*",
        _ => "",
    };
    is_one_of(word, words)
}
