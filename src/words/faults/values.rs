//! What is wrong with values: their shape, numbers and dates.

use super::{Said, a, say};
use crate::model::fault::{DateFault, Instead, Noun, NumberFault, NumberForm, ShapeFault};
use crate::model::{LARGEST_NUMBER, Part};
use crate::words::names::{listed, one_of};
use crate::words::numerals::grouped;

const A_DATE: &str = "write the year, month and day as \"2024-11-06\"; \"2024-11\" or \"2024\" where no more is known";

#[rustfmt::skip] // one fault a line
pub(super) fn shape(fault: &ShapeFault) -> Said {
    use ShapeFault as F;
    match fault {
        F::SomeOfMany => say!("“Some” stands around more than one value"; "leave “Some” and its brackets out"),
        F::BracketsAroundText(field, text) => say!(before = before(*field), "one text is needed here, without brackets"; "write {before}\"{text}\""),
        F::NotALength(field, text, Some(days)) => say!(before = before(*field), "“{text}” is not a whole number of days"; "write {before}{days}"),
        F::NotALength(field, text, None) => say!(before = before(*field), "“{text}” is not a whole number of days"; "write {before}10 for ten days, or leave the field out"),
        F::NotAFlag(field, text) => say!(before = before(*field), "“{text}” is neither true nor false"; "write {before}true, or leave the field out"),
        F::QuotedName(word) => say!("“{word}” is one of a fixed set of names and needs no quotation marks"; "write {word}"),
        F::NotOneOf { written, noun, meant, names } => {
            let names = meant.map_or_else(|| one_of(names), str::to_owned);
            say!(noun = a(*noun), "“{written}” is not {noun}"; "write {names}")
        }
        F::NotDays(Some(first), Some(last)) => say!("the days need a first and a last day in round brackets"; "write days: (\"{first}\", \"{last}\")"),
        F::NotDays(first, _) => say!(first = first.as_deref().unwrap_or("…"), "the days need a first and a last day in round brackets"; "write days: (\"{first}\", \"…\"), with the same day twice when it was only one"),
        F::KeyInList(example) => say!("a name and a colon stand in a list"; "write [{example}]"),
        F::ListNeeded(list) => say!("a list is needed here, in square brackets"; "write {list}"),
        F::NoneForList => say!("“None” cannot stand for a list"; "leave the field out, or write []"),
        F::ReportsNeeded(field, quantity) => say!(before = before(*field), "a list of reports is needed here, each with its source"; "write {before}[(quantity: {quantity}, source: \"…\")]"),
        F::ListOf(field, noun, example) => say!(before = before(*field), "a list is needed here, in square brackets, with one {noun} after the other"; "write {before}[{example}]"),
        F::MapNeeded(field, entry) => say!(before = before(*field), "curly brackets are needed here"; "write {before}{{{entry}}}"),
        F::BracketsNeeded(field, open, close) => say!("the field “{field}” needs {open} {close} around what it holds"; "write {field}: {open} … {close}"),
        F::UnquotedId(id) => say!("the id “{id}” stands without quotation marks"; "write \"{id}\": …"),
        F::NoId(noun) => say!("an id is missing before this {noun}"; "write \"id\": before it"),
        F::QuotedField(name, 1) => say!("the name of the field “{name}” stands in quotation marks"; "write {name}: …"),
        F::QuotedField(name, count) => say!("the names of {count} fields stand in quotation marks, that of “{name}” first"; "write {name}: … and the others alike"),
        F::FieldTwice(Noun::Dataset, name) => say!("the field “{name}” is written twice"; "put what they hold into one"),
        F::FieldTwice(_, name) => say!("the field “{name}” is written twice"; "keep one of the two"),
        F::NoField { written, noun, meant: Some(field), .. } => say!(noun = a(*noun), "“{written}” is not a field of {noun}"; "write {field}"),
        F::NoField { written, noun, meant: None, fields } => say!(noun = a(*noun), fields = listed(fields), "“{written}” is not a field of {noun}"; "remove it; {noun} has the fields {fields}"),
        F::Nameless(noun, fields) => say!(noun = a(*noun), fields = listed(fields), "the name of a field and a colon are missing here"; "{noun} has the fields {fields}"),
        F::NamelessField(field) => say!("the name of a field, “{field}:”, is missing here"; "write {field}: before it"),
        F::Missing(noun, fields, example) => say!(fields = listed(&fields.iter().map(|field| format!("“{field}”")).collect::<Vec<_>>()), "the {noun} lacks {fields}"; "add {example}"),
        F::NothingForText(field, word) => say!(before = before(*field), "“{word}” stands here where a text is needed"; "write {before}\"…\", or leave out what there is nothing to say of"),
        F::NameBefore(name, None) => say!("“{name}” stands before the bracket"; "write ( alone"),
        F::NameBefore(name, Some(field)) => say!("“{name}” stands before the bracket"; "write ({field}: {name}, …)"),
        F::OtherBracket(open, example) => say!("“{open}” stands here where ( is needed"; "write {example}"),
        F::NotARecord(noun, written, example) => say!(noun = a(*noun), "{noun} in round brackets is needed here, not “{written}”"; "write {example}"),
        F::NoSource(quantity) => say!("a number stands here without its source"; "write (quantity: {quantity}, source: \"…\")"),
    }
}

#[rustfmt::skip] // one fault a line
pub(super) fn number(fault: &NumberFault, part: Option<&Part>) -> Said {
    use NumberFault as F;
    let any = || format!("Exactly(…), About(…) or the like; {}", no_number(part));
    let alone = |name: &str| format!("the digits alone, such as {name}(…)");
    let to_type = |instead: &Option<String>| instead.as_deref().map(typed);
    match fault {
        F::Unnamed => say!("a number has to say how firm it is"; "write Exactly(…), About(…), MoreThan(…) or Between(…, …), as the source has it"),
        F::NoDigits(name, example) => say!("“{name}” stands without its number"; "write {name}({example})"),
        F::Word(word) => say!(remedy = no_number(part), "“{word}” is not a number"; "{remedy}"),
        F::Name(word, Some(Instead::Quantity(quantity))) => say!(quantity = typed(quantity), "“{word}” is not a quantity"; "write {quantity}"),
        F::Name(word, Some(Instead::Name(name))) => say!("“{word}” is not a quantity"; "write {name}(…) with the number in the brackets"),
        F::Name(word, Some(Instead::AnyWithNumber)) => say!("“{word}” is not a quantity"; "write Exactly(…), About(…), Nearly(…), MoreThan(…), AtLeast(…), UpTo(…) or Between(…, …)"),
        F::Name(word, None) => say!(any = any(), "“{word}” is not a quantity"; "write {any}"),
        F::Bare(written, n) if n.ends_with("000") => say!("the number “{written}” does not say how firm it is"; "write About({n}), Nearly({n}), MoreThan({n}), AtLeast({n}) or UpTo({n}) as the source has it, or Exactly({n}) with a note: \"…\" if it gives the number flat"),
        F::Bare(written, n) => say!("the number “{written}” does not say how firm it is"; "write Exactly({n}) if the source gives it flat, else About({n}), Nearly({n}), MoreThan({n}), AtLeast({n}) or UpTo({n})"),
        F::Quoted(text, instead) => say!(instead = to_type(instead).unwrap_or_else(any), "the quantity “{text}” stands in quotation marks"; "write {instead}"),
        F::InWords(text, instead) => say!(instead = to_type(instead).unwrap_or_else(any), "“{text}” is not written as a quantity"; "write {instead}"),
        F::TakesNone(name) => say!("“{name}” takes no number and no brackets"; "write {name} alone, or About(…) and the like when the source gives a number"),
        F::Count(name, _) if name == "Between" => say!("“Between” takes two numbers"; "write Between(…, …), the smaller number first"),
        F::Count(name, Some(range)) => say!("“{name}” takes one number"; "write {range} for a range"),
        F::Count(name, None) => say!("“{name}” takes one number"; "write {name}(…)"),
        F::OnlyNumber(name) => say!("“{name}” takes a number and nothing else"; "write {name}(…)"),
        F::QuotedDigits(text, name, instead) => say!(instead = to_type(instead).unwrap_or_else(|| alone(name)), "the number “{text}” stands in quotation marks"; "write {instead}"),
        F::Form(written, form, name, instead) => {
            let instead = to_type(instead).unwrap_or_else(|| alone(name));
            match form {
                NumberForm::Comma => say!("the number “{written}” is written with a comma"; "write {instead}"),
                NumberForm::Negative => say!("the number “{written}” is below zero"; "write the number as the source states it; nothing is counted below zero"),
                NumberForm::Plus => say!("the number “{written}” begins with a plus"; "write {instead}"),
                NumberForm::Range => say!("the number “{written}” is a range"; "write {instead}"),
                NumberForm::Space => say!("the number “{written}” is written with a space"; "write {instead}"),
                NumberForm::Apostrophe => say!("the number “{written}” is written with an apostrophe"; "write {instead}"),
                NumberForm::Scientific => say!("the number “{written}” is in scientific notation"; "write {instead}"),
                NumberForm::Decimals => say!("the number “{written}” is written with decimals"; "write {instead}"),
                NumberForm::Fraction => say!("the number “{written}” is written with decimals"; "write the whole number that the source states; a count has no decimals"),
                NumberForm::Point => say!("the number “{written}” is written with a point"; "write {instead} if the point stands between thousands; a count has no decimals"),
                NumberForm::OtherDigits => say!("the number “{written}” is in digits of another script"; "write {instead}"),
                NumberForm::PerCent => say!("the number “{written}” is a share"; "write the number that the source states beside it; a share is computed from two numbers"),
                NumberForm::Letters => say!("the number “{written}” is not a whole number"; "write {instead}"),
            }
        }
        F::TooLarge(written) => say!(largest = grouped(LARGEST_NUMBER as f64, 0), "the number “{written}” is too large to be computed with"; "check it against its source; a dataset goes up to {largest}"),
        F::SameEnds(n) => say!("both ends of the range are {n}"; "write Exactly({n}) if the source gives it flat, else About({n}), or the other end of the range"),
        F::Nothing => say!("0 is stated"; "leave the figure out where the source states nothing; if it states 0, say so in a note: \"…\" on this report"),
        F::Backwards(low, high) => say!("the range from {low} to {high} runs backwards"; "write Between({high}, {low})"),
        F::Round(n) => say!(number = grouped(*n as f64, 0), "{number} is a round number and said to be exact"; "write About({n}) or Nearly({n}) if the source does; if it gives the number flat, say so in a note: \"…\" on this report"),
    }
}

#[rustfmt::skip] // one fault a line
pub(super) fn date(fault: &DateFault) -> Said {
    use DateFault as F;
    match fault {
        F::Empty => say!("the date is empty"; "write it as \"2024-11-06\", or leave the field out"),
        F::NoDate(text) => say!("“{text}” is not a date"; "{A_DATE}"),
        F::NoMonth(text, month) => say!("“{text}” is not a date: there is no month {month}"; "{A_DATE}"),
        F::Form(text, date) => say!("“{text}” is not written as a dataset has dates"; "write \"{date}\""),
        F::NoDay(text, month) => say!(name = month.words(), last = month.latest().day(), "“{text}” is not a date: {name} has {last} days"; "correct the day, or write \"{month}\" if it is not known"),
    }
}

/// A quantity to write. A round number that is said to be exact would be asked about.
fn typed(quantity: &str) -> String {
    let digits = quantity
        .strip_prefix("Exactly(")
        .and_then(|rest| rest.strip_suffix(')'));
    match digits {
        Some(n) if n.ends_with("000") => format!(
            "About({n}), or {quantity} with a note: \"…\" if the source gives the number flat"
        ),
        _ => quantity.to_owned(),
    }
}

/// What to do where a source states no number; `part` is what is left out.
pub(super) fn no_number(part: Option<&Part>) -> String {
    let whole = match part {
        Some(Part::Figure(_)) => Noun::Figure,
        Some(Part::This(noun)) => *noun,
        _ => Noun::Report,
    };
    format!(
        "leave the whole {whole} out when the source states no number, or write Several, Dozens, \
         Hundreds or Thousands when it says so in words"
    )
}

/// What one types before a value: the name of its field and a colon, or nothing in a list.
pub(super) fn before(field: Option<&str>) -> String {
    field.map_or_else(String::new, |field| format!("{field}: "))
}
