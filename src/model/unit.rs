//! Units of metrics: whether two datasets that write them in different words count the same.

/// What people who write in other languages, or of one thing, call what the built-in datasets
/// count. The first word of each is theirs.
const SAME: [&[&str]; 4] = [
    &[
        "people",
        "person",
        "persons",
        "individual",
        "individuals",
        "persona",
        "personas",
        "persone",
        "personne",
        "personnes",
        "personen",
        "pessoa",
        "pessoas",
        "gente",
        "orang",
        "watu",
        "люди",
        "человек",
        "людей",
        "особи",
        "осіб",
        "أشخاص",
        "شخص",
        "אנשים",
        "लोग",
        "व्यक्ति",
        "คน",
        "人",
        "người",
    ],
    &[
        "countries",
        "country",
        "países",
        "pays",
        "länder",
        "paesi",
        "страны",
        "دول",
        "ประเทศ",
        "国家",
    ],
    &[
        "checks",
        "check",
        "controles",
        "contrôles",
        "kontrollen",
        "controlli",
        "проверки",
    ],
    &[
        "investigations",
        "investigation",
        "investigaciones",
        "enquêtes",
        "ermittlungen",
        "indagini",
        "investigações",
    ],
];

/// Whether two units are one: the same but for capitals, or the same in other words.
pub fn is_same(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(|unit| unit.trim().to_lowercase());
    let both = |words: &&[&str]| [&a, &b].iter().all(|unit| words.contains(&unit.as_str()));
    a == b || SAME.iter().any(both)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_people_in_any_words_and_nothing_else_is() {
        for same in ["People", " persons ", "personas", "คน", "Personen"] {
            assert!(is_same("people", same) && is_same(same, "Person"), "{same}");
        }
        for other in ["cases", "checks", "countries", "peoples", ""] {
            assert!(!is_same("people", other), "{other}");
        }
    }

    #[test]
    fn no_word_stands_for_two_units() {
        let all: Vec<&str> = SAME.concat();
        let apart: std::collections::BTreeSet<&&str> = all.iter().collect();
        assert_eq!(apart.len(), all.len());
        assert!(all.iter().all(|word| word.to_lowercase() == **word));
    }
}
