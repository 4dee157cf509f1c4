//! Countries and territories by ISO 3166-1 alpha-3 code, with Kosovo as XKX.

use std::fmt;

use super::countries::{COUNTRIES, Region, Row};

/// A country or territory. Cheap to copy; ordered by code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(u16);

impl Country {
    /// The country of an alpha-3 code in capitals; `None` when there is none.
    pub fn from_code(code: &str) -> Option<Self> {
        let index = COUNTRIES.binary_search_by(|row| row.code.cmp(code)).ok()?;
        u16::try_from(index).ok().map(Self)
    }

    /// Every country and territory, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..COUNTRIES.len()).filter_map(|index| u16::try_from(index).ok().map(Self))
    }

    /// The ISO 3166-1 alpha-3 code: "CIV".
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The short English name: "Côte d’Ivoire".
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The UN M49 region: Africa.
    pub fn region(self) -> Region {
        self.row().region
    }

    /// The UN M49 sub-region: "Western Africa".
    pub fn subregion(self) -> &'static str {
        self.row().subregion
    }

    /// Other names and codes that people search by: "Ivory Coast", "CI".
    pub fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    fn row(self) -> &'static Row {
        // Only `from_code` and `all` make a `Country`, both from the table itself.
        &COUNTRIES[usize::from(self.0)]
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_of_code_so_that_every_code_is_found() {
        assert!(COUNTRIES.is_sorted_by(|a, b| a.code < b.code));
        for country in Country::all() {
            assert_eq!(Country::from_code(country.code()), Some(country));
            assert_eq!(country.code().len(), 3);
        }
        assert_eq!(Country::all().count(), 250, "249 ISO entries and Kosovo");
    }

    #[test]
    fn kosovo_is_a_country_and_a_small_letter_code_is_none() {
        assert_eq!(Country::from_code("XKX").map(Country::name), Some("Kosovo"));
        assert_eq!(Country::from_code("tgo"), None);
        assert_eq!(Country::from_code(""), None);
    }

    #[test]
    fn names_and_regions_are_the_usual_ones() {
        let told =
            |code: &str| Country::from_code(code).map(|c| (c.name(), c.region(), c.subregion()));
        assert_eq!(
            told("TGO"),
            Some(("Togo", Region::Africa, "Western Africa"))
        );
        assert_eq!(
            told("MKD"),
            Some(("North Macedonia", Region::Europe, "Southern Europe"))
        );
        assert_eq!(
            told("VNM"),
            Some(("Viet Nam", Region::Asia, "South-eastern Asia"))
        );
    }
}
