//! Numbers written as words in English, French and Spanish. One word means different things in
//! different languages: “once” is eleven to one reader, “seize” sixteen to another.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// A language that numbers are read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
}

/// What each word counts. One is left to those who say it with stress, since it is also an article.
const WORDS: [(Language, &str); 3] = [
    (
        Language::English,
        "one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 \
         thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 \
         twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90",
    ),
    (
        Language::French,
        "deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 \
         treize 13 quatorze 14 quinze 15 seize 16 vingt 20 trente 30 quarante 40 cinquante 50 \
         soixante 60 septante 70 huitante 80 nonante 90 cent 100 cents 100 mille 1000",
    ),
    (
        Language::Spanish,
        "dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 \
         trece 13 catorce 14 quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 \
         dieciseis 16 veinte 20 veintiuno 21 veintiún 21 veintiun 21 veintiuna 21 veintidós 22 \
         veintidos 22 veintitrés 23 veintitres 23 veinticuatro 24 veinticinco 25 veintiséis 26 \
         veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 \
         treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 \
         ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 \
         cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 \
         seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 \
         novecientos 900 novecientas 900 mil 1000",
    ),
];

/// The words that a number without digits may hold beside these, in each language.
const LOOSE: [(Language, &str); 3] = [
    (
        Language::English,
        "dozen dozens hundred hundreds thousand thousands million millions billion \
         billions several",
    ),
    (
        Language::French,
        "dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine quarantaine \
         cinquantaine soixantaine centaine centaines millier milliers million millions milliard milliards \
         plusieurs",
    ),
    (
        Language::Spanish,
        "decena decenas docena docenas quincena veintena treintena cincuentena centenar \
         centenares cientos millar millares miles millón millones varios varias",
    ),
];

impl Language {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Spanish];

    /// Whether a word in small letters may belong to a number in this language.
    pub fn counts(self, word: &str) -> bool {
        static WORDS_OF: LazyLock<BTreeSet<(Language, &str)>> = LazyLock::new(|| {
            let lists = WORDS.iter().chain(&LOOSE);
            let words = lists.flat_map(|(language, words)| {
                words.split_whitespace().map(|word| (*language, word))
            });
            words.collect()
        });
        WORDS_OF.contains(&(self, word))
    }
}

/// What multiplies all that was said before it, in the languages that have it. What “billion” means
/// in English only is left to those who know the language.
const MANY: [(&str, u64); 2] = [
    ("million millions millón millon millones", 1_000_000),
    ("milliard milliards", 1_000_000_000),
];

/// The number that words in small letters say: “twelve”, “vingt-deux”, “one hundred and six”, “mil
/// doscientos”, “tres mil millones”.
pub(super) fn value(words: &str) -> Option<u64> {
    // Four times twenty is one word.
    let mut joined = words.to_owned();
    for twenty in ["vingts", "vingt"] {
        for between in ["-", " "] {
            joined = joined.replace(&format!("quatre{between}{twenty}"), "huitante");
        }
    }
    let parts = joined.split([' ', '-']).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    // Of what was multiplied by millions, by thousands, and what was said since.
    let (mut many, mut thousands, mut below): (Option<(u64, u64)>, _, _) = (None, None, None);
    let mut links = false;
    for (at, part) in parts.iter().enumerate() {
        if matches!(*part, "and" | "et" | "y") && at > 0 && !links {
            links = true;
            continue;
        }
        links = false;
        let said: Option<u64> = below;
        if let Some(times) = times(part) {
            let group = thousands.take().unwrap_or(0) + below.take().unwrap_or(0);
            let (sum, smallest) = many.unwrap_or((0, u64::MAX));
            if group == 0 || times >= smallest {
                return None;
            }
            many = Some((group.checked_mul(times)?.checked_add(sum)?, times));
            continue;
        }
        match *part {
            "thousand" | "mille" | "mil" => {
                if thousands.is_some() {
                    return None;
                }
                let times = said.or((*part != "thousand").then_some(1))?;
                thousands = Some(times * 1000);
                below = None;
            }
            "hundred" | "cent" | "cents" | "ciento" | "cien" => {
                let times = said.or((*part != "hundred").then_some(1))?;
                // “Twelve hundred” is no part of more.
                let of_ten = matches!(*part, "hundred" | "cent" | "cents")
                    && (11..20).contains(&times)
                    && thousands.is_none();
                below = (times < 10 || of_ten).then_some(times * 100);
                below?;
            }
            // “A hundred and six”; a hundred alone is about that many.
            "a" if at == 0
                && parts.len() > 2
                && matches!(parts.get(1), Some(&"hundred" | &"thousand" | &"million")) =>
            {
                below = Some(1);
            }
            word => below = Some(said.unwrap_or(0) + fitting(said, one(word)?)?),
        }
    }
    let is_said = many.is_some() || thousands.is_some() || below.is_some();
    let rest = thousands.unwrap_or(0) + below.unwrap_or(0);
    let number = many.map_or(0, |(sum, _)| sum).checked_add(rest)?;
    (!links && is_said).then_some(number)
}

fn times(word: &str) -> Option<u64> {
    let named = |(words, _): &&(&str, u64)| words.split(' ').any(|one| one == word);
    MANY.iter().find(named).map(|(_, times)| *times)
}

/// What a word counts, where it may follow what was said of a number before it.
fn fitting(said: Option<u64>, counts: u64) -> Option<u64> {
    let fits = match said.map(|said| said % 100) {
        None => counts > 0,
        Some(0) => counts < 100 && counts > 0,
        // In French one goes on from sixty and eighty to nineteen more.
        Some(60 | 80) => counts <= 19,
        // “dix-sept”
        Some(10) => (7..10).contains(&counts),
        Some(tens) => tens >= 20 && tens.is_multiple_of(10) && counts <= 9,
    };
    fits.then_some(counts)
}

fn one(word: &str) -> Option<u64> {
    let in_list = |(_, words): &(Language, &str)| {
        let mut words = words.split_whitespace();
        while let (Some(name), Some(value)) = (words.next(), words.next()) {
            if name == word {
                return value.parse().ok();
            }
        }
        None
    };
    // An article counts in these only.
    (word == "un" || word == "une" || word == "uno" || word == "una")
        .then_some(1)
        .or_else(|| WORDS.iter().find_map(in_list))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read_in_three_languages() {
        for (words, number) in [
            ("twelve", 12),
            ("twenty-two", 22),
            ("vingt-deux", 22),
            ("vingt et un", 21),
            ("soixante-dix", 70),
            ("soixante-dix-sept", 77),
            ("quatre-vingts", 80),
            ("quatre-vingt-dix-huit", 98),
            ("quatre-vingt-douze", 92),
            ("treinta y dos", 32),
            ("veintidós", 22),
            ("quince", 15),
            ("one hundred and twelve", 112),
            ("a hundred and six", 106),
            ("four hundred", 400),
            ("two thousand five hundred and thirty-one", 2531),
            ("deux cent douze", 212),
            ("mille deux cents", 1200),
            ("trois cent quatre-vingt-dix-sept", 397),
            ("ciento veinte", 120),
            ("mil doscientos", 1200),
            ("quinientas cuarenta y tres", 543),
            ("cent", 100),
            ("dix-sept", 17),
            ("cent dix-huit", 118),
            ("twelve hundred", 1200),
            ("a thousand and one", 1001),
            ("tres mil millones", 3_000_000_000),
            ("un millón doscientos mil", 1_200_000),
            ("two million five hundred thousand and six", 2_500_006),
            ("trois milliards deux cents millions", 3_200_000_000),
        ] {
            assert_eq!(value(words), Some(number), "{words}");
        }
        for words in [
            "two three",
            "million",
            "two million three million",
            "dix vingt",
            "many",
            "",
            "twenty twelve",
            "two and",
            "hundred",
            "a hundred",
            "a ciento veinte",
            "cent cent",
            "mil mil",
            "doscientos cien",
        ] {
            assert_eq!(value(words), None, "{words}");
        }
    }

    #[test]
    fn a_word_counts_in_its_own_language_only() {
        assert!(Language::Spanish.counts("once") && !Language::English.counts("once"));
        assert!(Language::French.counts("seize") && !Language::English.counts("seize"));
        assert!(Language::Spanish.counts("miles") && !Language::English.counts("miles"));
    }

    const UNITS: [[&str; 20]; 3] = [
        [
            "",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ],
        [
            "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
            "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
            "dix-neuf",
        ],
        [
            "",
            "uno",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "seis",
            "siete",
            "ocho",
            "nueve",
            "diez",
            "once",
            "doce",
            "trece",
            "catorce",
            "quince",
            "dieciséis",
            "diecisiete",
            "dieciocho",
            "diecinueve",
        ],
    ];

    fn english(n: usize) -> String {
        let tens = "- - twenty thirty forty fifty sixty seventy eighty ninety";
        let tens: Vec<&str> = tens.split(' ').collect();
        match n {
            0..20 => UNITS[0][n].to_owned(),
            20..100 if n.is_multiple_of(10) => tens[n / 10].to_owned(),
            20..100 => format!("{}-{}", tens[n / 10], UNITS[0][n % 10]),
            100..1000 if n.is_multiple_of(100) => format!("{} hundred", UNITS[0][n / 100]),
            100..1000 => format!("{} hundred and {}", UNITS[0][n / 100], english(n % 100)),
            _ => format!("{} thousand {}", english(n / 1000), english(n % 1000)),
        }
    }

    fn french(n: usize) -> String {
        let tens = "- - vingt trente quarante cinquante soixante - quatre-vingt";
        let tens: Vec<&str> = tens.split(' ').collect();
        match n {
            0..20 => UNITS[1][n].to_owned(),
            80 => "quatre-vingts".to_owned(),
            20..60 if n.is_multiple_of(10) => tens[n / 10].to_owned(),
            60 => "soixante".to_owned(),
            21 | 31 | 41 | 51 | 61 => format!("{} et un", tens[n / 10]),
            71 => "soixante et onze".to_owned(),
            20..60 => format!("{}-{}", tens[n / 10], UNITS[1][n % 10]),
            61..80 => format!("soixante-{}", UNITS[1][n - 60]),
            81..100 => format!("quatre-vingt-{}", UNITS[1][n - 80]),
            100..200 => format!("cent {}", french(n - 100)),
            200..1000 if n.is_multiple_of(100) => format!("{} cents", UNITS[1][n / 100]),
            200..1000 => format!("{} cent {}", UNITS[1][n / 100], french(n % 100)),
            1000..2000 => format!("mille {}", french(n - 1000)),
            _ => format!("{} mille {}", french(n / 1000), french(n % 1000)),
        }
    }

    fn spanish(n: usize) -> String {
        let tens = "- - veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa";
        let tens: Vec<&str> = tens.split(' ').collect();
        let hundreds = "- ciento doscientos trescientos cuatrocientos quinientos seiscientos \
            setecientos ochocientos novecientos";
        let hundreds: Vec<&str> = hundreds.split(' ').collect();
        match n {
            0..20 => UNITS[2][n].to_owned(),
            22 => "veintidós".to_owned(),
            23 => "veintitrés".to_owned(),
            26 => "veintiséis".to_owned(),
            21..30 => format!("veinti{}", UNITS[2][n - 20]),
            20..100 if n.is_multiple_of(10) => tens[n / 10].to_owned(),
            20..100 => format!("{} y {}", tens[n / 10], UNITS[2][n % 10]),
            100 => "cien".to_owned(),
            101..1000 => format!("{} {}", hundreds[n / 100], spanish(n % 100)),
            1000..2000 => format!("mil {}", spanish(n - 1000)),
            _ => format!(
                "{} mil {}",
                spanish(n / 1000)
                    .replace("tiuno", "tiún")
                    .replace("uno", "un"),
                spanish(n % 1000)
            ),
        }
    }

    #[test]
    fn every_number_that_is_written_out_is_read_back() {
        // All of the small ones, and of the others those at no even distance.
        for n in (1..3000).chain((3000..1_000_000).step_by(37)) {
            for words in [english(n), french(n), spanish(n)] {
                let words = words.trim();
                assert_eq!(value(words), u64::try_from(n).ok(), "{words}");
            }
        }
    }
}
