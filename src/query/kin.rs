//! What belongs together: the operations, countries and cases that a chosen one leads to.

use std::collections::BTreeSet;

use crate::model::{Atlas, Case, Country};

/// What stands out with a choice, by places in the atlas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kin {
    /// Operations.
    pub operations: BTreeSet<usize>,
    /// Countries.
    pub countries: BTreeSet<Country>,
    /// Cases.
    pub cases: BTreeSet<usize>,
}

impl Kin {
    /// The operations a country is known to have taken part in, and the cases that name it.
    pub fn of_country(atlas: &Atlas, country: Country) -> Self {
        let operations = atlas.operations.iter().enumerate();
        let took_part = operations
            .filter(|(_, operation)| operation.took_part(country, &atlas.sources) == Some(true));
        Self {
            operations: took_part.map(|(place, _)| place).collect(),
            countries: [country].into(),
            cases: cases(atlas, |case| case.countries_named().contains(&country)),
        }
    }

    /// A case's operation, and the countries it names.
    pub fn of_case(atlas: &Atlas, id: &str) -> Self {
        let cases = cases(atlas, |case| case.id.as_str() == id);
        let case = cases.first().and_then(|&place| atlas.cases.get(place));
        Self {
            operations: case
                .and_then(|case| atlas.place_of(case.operation.as_str()))
                .into_iter()
                .collect(),
            countries: case
                .map(|case| case.countries_named().into_iter().collect())
                .unwrap_or_default(),
            cases,
        }
    }

    /// The countries known to have taken part in operations, and their cases.
    pub fn of_operations(atlas: &Atlas, ids: &[String]) -> Self {
        let operations: BTreeSet<usize> = ids.iter().filter_map(|id| atlas.place_of(id)).collect();
        let known = operations
            .iter()
            .filter_map(|&place| atlas.operations.get(place));
        let countries = known.flat_map(|operation| {
            let hosts = operation.coordination_units.iter().map(|unit| unit.country);
            operation.countries.listed.iter().copied().chain(hosts)
        });
        Self {
            countries: countries.collect(),
            cases: cases(atlas, |case| {
                ids.iter().any(|id| id == case.operation.as_str())
            }),
            operations,
        }
    }
}

fn cases(atlas: &Atlas, is_kin: impl Fn(&Case) -> bool) -> BTreeSet<usize> {
    let cases = atlas.cases.iter().enumerate();
    let kin = cases.filter(|(_, case)| is_kin(case));
    kin.map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_country_leads_to_its_operations_and_cases_and_these_lead_back() {
        let mut dataset = fixture::dataset();
        let togo = Country::from_code("TGO").unwrap();
        let case = dataset.cases.first_mut().unwrap();
        std::sync::Arc::make_mut(case).countries = vec![togo];
        let (id, operation) = (case.id.to_string(), case.operation.to_string());
        let (atlas, _) = Atlas::of(&[std::sync::Arc::new(dataset)]);

        let of_country = Kin::of_country(&atlas, togo);
        assert!(of_country.cases.contains(&0));
        let of_case = Kin::of_case(&atlas, &id);
        assert_eq!(
            of_case.operations,
            [atlas.place_of(&operation).unwrap()].into()
        );
        assert!(of_case.countries.contains(&togo));
        let of_operation = Kin::of_operations(&atlas, &[operation]);
        assert!(of_operation.cases.contains(&0));
    }
}
