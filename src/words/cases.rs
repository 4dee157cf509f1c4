//! What happened in a case, in a few words.

use crate::model::{Atlas, Case, Quantity, Report};

/// A thing behind its number, in the form the number asks for: "1 potential victim", "24
/// potential victims", "dozens of potential victims".
pub fn noun(quantity: Quantity, one: &str, many: &str) -> String {
    match quantity {
        Quantity::Exactly(1) => one.to_owned(),
        Quantity::Dozens | Quantity::Hundreds | Quantity::Thousands => format!("of {many}"),
        Quantity::Exactly(_)
        | Quantity::About(_)
        | Quantity::Nearly(_)
        | Quantity::MoreThan(_)
        | Quantity::AtLeast(_)
        | Quantity::UpTo(_)
        | Quantity::Between(..)
        | Quantity::Several => many.to_owned(),
    }
}

impl Case {
    /// How many people its sources say were found, in a few words: "24 potential victims".
    /// Empty when none were reported.
    pub fn found_words(&self, atlas: &Atlas) -> String {
        let words = self.found.iter().map(|people| {
            let (one, many) = (people.who.name_of_one(), people.who.name());
            told(atlas, &people.reports, one, many)
                .unwrap_or_else(|| format!("{many}, number not reported"))
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// How many its sources say were arrested or identified as suspects: "10 arrested". Empty
    /// when neither was reported.
    pub fn arrested_words(&self, atlas: &Atlas) -> String {
        let arrested = atlas
            .preferred(&self.arrested)
            .map(|report| format!("{} arrested", report.quantity.short()));
        let (one, many) = ("suspect identified", "suspects identified");
        let words = [arrested, told(atlas, &self.suspected, one, many)];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Operation and countries on a line: "Liberterra II · Mali, Togo".
    pub fn about(&self, atlas: &Atlas) -> String {
        let operation = atlas.operation(self.operation.as_str());
        let name = operation.map_or(self.operation.as_str(), |one| one.name.as_str());
        let countries: Vec<&str> = self.countries.iter().map(|one| one.name()).collect();
        if countries.is_empty() {
            name.to_owned()
        } else {
            format!("{name} · {}", countries.join(", "))
        }
    }

    /// Who was found and arrested on a line; `None` when neither is reported.
    pub fn outcome(&self, atlas: &Atlas) -> Option<String> {
        let parts = [self.found_words(atlas), self.arrested_words(atlas)];
        let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        (!told.is_empty()).then(|| told.join(" · "))
    }

    /// The case in one sentence, as a row of a list says it aloud.
    pub fn spoken(&self, atlas: &Atlas) -> String {
        let mut parts = vec![self.title.clone(), self.about(atlas)];
        parts.extend(self.outcome(atlas));
        parts.join(", ")
    }
}

/// What stands for the outcome of a case where neither is reported.
pub const NO_OUTCOME: &str = "no people found or arrests reported";

/// "24 potential victims"; `None` when not reported.
fn told(atlas: &Atlas, reports: &[Report], one: &str, many: &str) -> Option<String> {
    let quantity = atlas.preferred(reports)?.quantity;
    let noun = noun(quantity, one, many);
    Some(format!("{} {noun}", quantity.short()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Who;

    #[test]
    fn a_number_and_its_thing_read_as_a_phrase() {
        let phrase = |quantity: Quantity| {
            let noun = noun(
                quantity,
                Who::PotentialVictims.name_of_one(),
                Who::PotentialVictims.name(),
            );
            format!("{} {noun}", quantity.words())
        };
        assert_eq!(phrase(Quantity::Exactly(1)), "1 potential victim");
        assert_eq!(
            phrase(Quantity::MoreThan(20)),
            "more than 20 potential victims"
        );
        assert_eq!(phrase(Quantity::Dozens), "dozens of potential victims");
        assert_eq!(phrase(Quantity::Several), "several potential victims");
    }
}
