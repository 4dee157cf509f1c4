//! What is wrong with what records say.

use super::signs::hidden_name;
use super::{Said, a, say};
use crate::model::Country;
use crate::model::fault::{Noun, RecordFault};
use crate::model::hidden::code;

#[rustfmt::skip] // one fault a line
pub(super) fn record(fault: &RecordFault) -> Said {
    use RecordFault as F;
    match fault {
        F::EmptyId(noun) => say!("the {noun} has an empty id"; "give it an id of its own"),
        F::IdTwice(noun, id) => say!("the {noun} “{id}” is there twice"; "give it an id of its own, or remove it"),
        F::NoSuchId(noun, id, _) if id.is_empty() => say!("the id of a {noun} is empty here"; "write the id of one that is there"),
        F::NoSuchId(noun, id, Some(meant)) => say!("no {noun} has the id “{id}”"; "write \"{meant}\""),
        F::NoSuchId(noun, id, None) => say!(a_noun = a(*noun), "no {noun} has the id “{id}”"; "add {a_noun} of that id, or write the id of one that is there"),
        F::IdTwiceUnseen(noun, id, c) => say!(code = code(*c), name = hidden_name(*c), "the {noun} “{id}” is there twice, once with a character in it that nobody sees: {code}, {name}"; "delete that id and type another, or remove one of the two"),
        F::UnseenInId(noun, id, c) => say!(code = code(*c), name = hidden_name(*c), id = id.replace(*c, &code), "the {noun} id “{id}” holds a character that nobody sees: {code}, {name}"; "delete the id and type it again, also where it is referred to"),
        F::Unused(Noun::Metric, id) => say!("nothing uses the metric “{id}”"; "remove it, or add a figure of it to an operation"),
        F::Unused(noun, id) => say!("nothing uses the {noun} “{id}”"; "remove it, or name it where it supports something"),
        F::Alike(noun, id, other) => say!("the {noun} id “{id}” looks like “{other}”: they differ only in capitals, spaces or letters of two scripts that look alike"; "give one of the two an id that differs in more than that, also where it is referred to"),
        F::SameName { name, first, year: Some(year) } => say!("the operation has the same name as “{first}”"; "tell them apart, for example by the year: name: \"{name} ({year})\""),
        F::SameName { name, first, year: None } => say!("the operation has the same name as “{first}”"; "tell them apart, for example by its place: name: \"{name} (…)\""),
        F::NameAlike(name, first) => say!("the operation’s name “{name}” looks like the one of “{first}”: they differ only in spaces or letters of two scripts that look alike"; "write all of its letters in one script, or tell the two apart, for example by the year"),
        F::SeveralLines(field) => say!("“{field}” has a line break or a tab in it"; "write it on one line"),
        F::Future(date) => say!("“{date}” has not come yet"; "compare the date with its source"),
        F::TooManyCounted(number) => say!("{number} countries are counted, but there are no more than 249"; "compare the count with its source; people or checks go into a figure of their own"),
        F::EmptyText(field) => say!("“{field}” is empty"; "write something between the quotation marks"),
        F::EmptyField(field) => say!("“{field}” is empty"; "write something, or leave the field out"),
        F::Age(piece) => say!("the exact age of a minor is told: “{piece}”"; "write “a child”, “a minor” or “a teenager” instead"),
        F::Name(piece) => say!("a person seems to be named: “{piece}”"; "describe the person by what they did or suffered, without the name"),
        F::SourceTwice(id) => say!("the source “{id}” is named twice"; "remove it"),
        F::NotACountry(text, countries) if countries.is_empty() => say!("“{text}” is not a country code"; "write the three capital letters of ISO 3166-1, such as \"TGO\" for Togo; Kosovo is \"XKX\""),
        F::SeveralCountries(text, countries) => say!(codes = countries.iter().map(|country| format!("\"{}\"", country.code())).collect::<Vec<_>>().join(", "), count = countries.len(), "“{text}” names {count} countries in one text"; "write {codes}"),
        F::NotACountry(text, countries) => say!(codes = alternatives(countries), "“{text}” is not a country code"; "write {codes}"),
        F::CountryTwice(country) => say!(code = country.code(), name = country.name(), "{name} ({code}) is listed twice"; "remove it"),
        F::TooManyListed(listed, most) => say!("{listed} countries are listed, but no more than {most} took part by any count"; "compare the list with its source, and the count with its own"),
        F::PreferredTwice => say!("two reports of one number are preferred"; "keep “preferred: true” on the one to be shown"),
        F::LengthNotDays(written, count) => say!("the length is {written} days, but from the first to the last it is {count}"; "leave “length” out: the days say it; what a source counts differently is a days_note"),
        F::NoLength(written, most) => say!(most = most.map_or_else(String::new, |most| format!(" and at most {most}, as the months are long")), "the length is {written} days"; "write a number of at least 1{most}"),
        F::DaysSwapped(first, last) => say!("the last day, {last}, is before the first, {first}"; "write days: (\"{last}\", \"{first}\") if they are only swapped"),
        F::FigureTwice(id) => say!("the figure “{id}” is there twice"; "put the reports of both into one list"),
        F::NoReport(id) => say!("the figure “{id}” has no report"; "remove it: a figure that no source states is “not reported” of itself"),
        F::AppliesAndNot(id) => say!("“{id}” is said not to be applicable, and there is a figure of it"; "remove one of the two"),
        F::NoReason(id) => say!("nothing says why “{id}” is not applicable"; "add reason: \"…\" or sources: [\"…\"]"),
        F::LargerThanWhole(part, whole) => say!("“{part}” is larger than “{whole}”, of which it is a part"; "compare both figures with their sources"),
        F::AddressAndReason => say!("the source has an address and a reason why it has none"; "remove one of the two"),
        F::NotAnAddress(text) => say!("“{text}” is not a web address"; "write an address that begins with https:// or http:// and has no spaces, or say in no_address why there is none"),
        F::NoKeptCopy(text) => say!("“{text}” is not a web address"; "write an address that begins with https:// or http:// and has no spaces, or leave the field out"),
        F::LeadsElsewhere(address) => say!("“{address}” leads elsewhere than it seems to"; "write the address without what stands before @, and with / only"),
        F::NoAddress => say!("the source has neither an address nor a reason why it has none"; "add address: \"https://…\", or no_address: \"…\" with the reason"),
        F::PartOfItself(id) => say!("the metric “{id}” is said to be a part of itself"; "write the id of the larger metric, or leave the field out"),
        F::PartsOfEachOther(id, whole) => say!("the metric “{id}” is a part of “{whole}”, which is a part of “{id}”"; "remove “part_of” from the larger of the two"),
        F::OtherUnit(id, whole) => say!("the metric “{id}” is a part of “{whole}”, but they count in different units"; "give both the same unit, or leave “part_of” out"),
        F::NoPlace => say!("the case names neither a country nor a region"; "add countries: [\"TGO\"] with the codes of where it happened, or a route with the region"),
        F::NoSource => say!("the case names no source"; "write the id of at least one: sources: [\"…\"]"),
        F::SameWords(field, id) => say!("the case has the same {field} as “{id}” and may be the same event"; "put both into one case, or let the {field} say how they differ"),
        F::LongExcerpt(words, most) => say!("the excerpt has {words} words; the most is {most}"; "keep the sentence that states the number"),
        F::NoStop => say!("the stop has neither a country nor a place"; "add country: \"TGO\", or place: \"South Asia\" where only a region is known"),
        F::NoReportOfGroup(group) => say!(group = group.name(), "the number of {group} has no report"; "write [(quantity: Exactly(12), source: \"…\")], or remove this part of the group"),
        F::MoreThanGroup(group) => say!(group = group.name(), "there are more {group} than people in the group"; "compare both numbers with their sources"),
    }
}

/// Countries as one writes them, one of which is meant: "\"COD\" for X or \"COG\" for Y".
fn alternatives(countries: &[Country]) -> String {
    let one = |country: &Country| format!("\"{}\" for {}", country.code(), country.name());
    countries.iter().map(one).collect::<Vec<_>>().join(" or ")
}
