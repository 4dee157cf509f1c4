//! What can be wrong in a dataset, as data: each fault is a kind with its parts. The sentences
//! about them are made in `words`.
//!
//! Pieces of a file that a fault carries are as [`shown`](super::hidden::shown) gives them, so
//! that a fault is small and safe to print. `Option<&'static str>` before a value is the name of
//! the field it stands in, which one types again.

use std::io::ErrorKind;

use super::case::Group;
use super::country::Country;
use super::date::PartialDate;

/// What something in a dataset is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "they are the words of the format")]
pub enum Noun {
    Dataset,
    Title,
    Summary,
    Source,
    Metric,
    Operation,
    Case,
    ListOfCountries,
    CoordinationUnit,
    Finding,
    Organisation,
    Figure,
    Reference,
    Report,
    Check,
    Earlier,
    NotApplicable,
    GroupOfPeople,
    PartOfGroup,
    Seizure,
    Stop,
    Country,
    Region,
    Date,
    Address,
    Crime,
    Divisor,
    Grade,
    Status,
    Role,
    Group,
    Step,
    Who,
    PartOf,
    Reason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Fault {
    /// With the file as a whole.
    File(FileFault),
    /// With brackets, marks and commas.
    Sign(SignFault),
    /// With what stands where something else should.
    Shape(ShapeFault),
    /// With how a number is written.
    Number(NumberFault),
    /// With how a date is written.
    Date(DateFault),
    /// With what records say.
    Record(RecordFault),
}

impl Fault {
    /// Whether it is one slip wherever it stands: a name that is wrong in itself, which is mended
    /// by writing another one in each place.
    pub fn is_of_a_name(&self) -> bool {
        matches!(
            self,
            Self::Record(
                RecordFault::NoSuchId(..)
                    | RecordFault::NotACountry(..)
                    | RecordFault::SeveralCountries(..)
            ) | Self::Shape(ShapeFault::NotOneOf { .. } | ShapeFault::NoField { .. })
        )
    }

    /// The field that should have been written, where something else was.
    pub fn meant(&self) -> Option<&'static str> {
        if let Self::Shape(ShapeFault::NoField { meant, .. }) = self {
            *meant
        } else if let Self::Shape(ShapeFault::NamelessField(field)) = self {
            Some(field)
        } else {
            None
        }
    }

    /// What it has in common with others where somebody writes so throughout, as another program
    /// or language has it: the same fault of no text. `None` where it is no such habit.
    pub fn habit(&self) -> Option<Self> {
        let text = String::new();
        Some(match self {
            Self::Sign(SignFault::OddMarks(mark, _)) => SignFault::OddMarks(*mark, text).into(),
            Self::Sign(SignFault::NotAColon(sign, _)) => {
                SignFault::NotAColon(sign.clone(), text).into()
            }
            Self::Sign(SignFault::NoComma(_)) => SignFault::NoComma(text).into(),
            Self::Shape(ShapeFault::QuotedField(..)) => ShapeFault::QuotedField(text, 0).into(),
            Self::File(_)
            | Self::Sign(_)
            | Self::Shape(_)
            | Self::Number(_)
            | Self::Date(_)
            | Self::Record(_) => return None,
        })
    }
}

macro_rules! kinds {
    ($($kind:ident $of:ident),*) => {$(
        impl From<$of> for Fault {
            fn from(fault: $of) -> Self {
                Self::$kind(fault)
            }
        }
    )*};
}
kinds!(File FileFault, Sign SignFault, Shape ShapeFault, Number NumberFault, Date DateFault, Record RecordFault);

/// A kind of file that is known by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are the names of the kinds")]
pub enum FileKind {
    Pdf,
    OfficeOrZip,
    Zip,
    OldOffice,
    Png,
    Jpeg,
    Gif,
    Riff,
    Gzip,
    SevenZip,
    Sqlite,
    RichText,
    Program,
}

/// A kind of text that is known by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "they are the names of the kinds")]
pub enum TextKind {
    Html,
    Xml,
    Json,
    Yaml,
    Toml,
    Table,
    Plain,
}

/// What is wrong with a file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`words` has the sentence of each")]
pub enum FileFault {
    /// The disk does not give it; with the system's own words.
    Unreadable(ErrorKind, String),
    /// The program itself failed over it; with what it said.
    Panic(String),
    Empty,
    OnlySpaces,
    OnlyComments,
    Kind(FileKind),
    LooksLike(TextKind),
    Encoding(&'static str),
    /// It holds bytes that are no text.
    Binary,
    /// A byte that is no UTF-8, and the letter it is in Windows-1252.
    NotUtf8(u8, Option<char>),
    ByteOrderMark,
    /// It begins with another bracket than a dataset.
    OtherBracket(char),
    /// It begins with this field, and the bracket before that is missing.
    NoBracket(String),
    OpenAttribute,
    /// Its `#![…]` is none that datasets use.
    Attribute(String),
    AfterEnd(String),
    /// So much is wrong that the rest is left unread.
    Hopeless,
    /// More problems follow than are listed.
    More,
    /// No number of the format; with the one that is read, as below.
    NoFormat(u32),
    NewerFormat(String, u32),
    NoSuchFormat(String, u32),
    FormatQuoted(u32),
    NotAFormat(String, u32),
    NoOperations,
    /// A record of it has the id of another in a file opened before, which is used.
    Clash {
        noun: Noun,
        id: String,
        kept: String,
    },
    /// A metric of it has the id of one in a file opened before, but another unit: its own and
    /// that one’s.
    OtherUnit(String, [String; 2], String),
    /// The same for what the metric is a part of.
    OtherWhole(String, [String; 2], String),
}

/// What one forgets to close.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name says it")]
pub enum Opened {
    Text,
    Comment,
    Bracket(char),
}

/// What should stand in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name says it")]
pub enum Wanted {
    Field,
    /// An id and its record.
    Entry,
    Value,
}

/// What is wrong with brackets, marks and commas.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`words` has the sentence of each")]
pub enum SignFault {
    /// A character that nobody sees, and how many of it there are.
    Hidden(char, usize),
    /// A space that RON does not know, and how many of it there are.
    Space(char, usize),
    /// A sign of another script, the one that is needed, and how many there are.
    Wide(char, char, usize),
    /// What begins a comment elsewhere, and how many there are.
    CommentSign(&'static str, usize),
    /// Both versions of what git could not merge, and how many times.
    Conflict(usize),
    /// So many lines of a table.
    Table(usize),
    /// A text of so many characters, and the most there may be.
    LongText(usize, usize),
    NeverClosed(Opened),
    /// As `NeverClosed`, at the end of the file, which may have been cut off.
    OpenAtEnd(Opened),
    /// A closing bracket, what is open, and the bracket that should close it first.
    StillOpen(char, String, char),
    /// A field of the dataset begins, or it ends, while a list is open: what begins, the list's
    /// bracket.
    OpenBefore(String, char),
    /// An opening bracket is closed by one that does not fit.
    ClosedBy(char, char),
    ClosesNothing(char),
    TooDeep(usize),
    /// One comma too many.
    Comma,
    /// No comma behind this.
    NoComma(String),
    /// No colon behind this name.
    NoColon(String),
    /// A sign instead of a colon behind a name.
    NotAColon(String, String),
    /// Nothing behind a name and its colon.
    NothingAfter(String),
    NotUnderstood(String, Wanted),
    /// Something follows the one value.
    Follows(String),
    /// A text ends with this mark.
    EndsWith(char),
    MarkInside,
    /// A text stands in these marks.
    OddMarks(char, String),
    /// A text stands in three quotation marks on each side.
    ThreeMarks(String),
    /// A dash before a field, as YAML has them.
    Dash,
    Unquoted(Option<&'static str>, String),
    /// The first of several values of a list with the same fault, and how many others have it.
    InList(Box<Self>, usize),
    Escape(String),
    /// What ron says, where nothing else was found.
    Unexplained(String),
}

/// What stands where something else should.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`words` has the sentence of each")]
pub enum ShapeFault {
    /// `Some(…)` around more than one value.
    SomeOfMany,
    BracketsAroundText(Option<&'static str>, String),
    NotAFlag(Option<&'static str>, String),
    /// Not a whole number of days, in this field; with the one that it begins with.
    NotALength(Option<&'static str>, String, Option<u16>),
    /// One of a fixed set of names, in quotation marks.
    QuotedName(String),
    /// None of a fixed set of names.
    NotOneOf {
        written: String,
        noun: Noun,
        meant: Option<&'static str>,
        names: &'static [&'static str],
    },
    /// No two days; with the first and the last as far as they can be told.
    NotDays(Option<String>, Option<String>),
    /// A key in a list, and what one of the list's values looks like.
    KeyInList(String),
    /// One value where a list is needed, and the list as it should be written.
    ListNeeded(String),
    NoneForList,
    /// A list of reports is needed; with the quantity as far as it is known.
    ReportsNeeded(Option<&'static str>, String),
    /// A list is needed, of what, and what one of them looks like.
    ListOf(Option<&'static str>, Noun, String),
    /// Ids and their values are needed; with one of them.
    MapNeeded(Option<&'static str>, String),
    /// A field of the dataset needs these brackets around what it holds.
    BracketsNeeded(&'static str, char, char),
    UnquotedId(String),
    NoId(Noun),
    /// The name of a field in quotation marks, and in how many fields of the record it is so.
    QuotedField(String, usize),
    FieldTwice(Noun, String),
    /// A name that is no field.
    NoField {
        written: String,
        noun: Noun,
        meant: Option<&'static str>,
        fields: Vec<&'static str>,
    },
    /// A value without the name of its field, in a record with these fields.
    Nameless(Noun, Vec<&'static str>),
    /// A value without the name of its field, which can only be this one.
    NamelessField(&'static str),
    /// A record without these fields; with what they look like.
    Missing(Noun, Vec<&'static str>, String),
    /// A word for nothing where a text is needed.
    NothingForText(Option<&'static str>, String),
    /// A name before a record's bracket, and the field in which it may stand.
    NameBefore(String, Option<&'static str>),
    /// Another bracket than a record's; with the record.
    OtherBracket(char, String),
    /// Something else than a record of this kind; with what one looks like.
    NotARecord(Noun, String, String),
    /// A quantity stands where a report is needed.
    NoSource(String),
}

/// What keeps digits from being a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each name says what is in the number")]
pub enum NumberForm {
    Comma,
    Negative,
    Plus,
    Range,
    Space,
    Apostrophe,
    Scientific,
    Decimals,
    Fraction,
    Point,
    Letters,
    PerCent,
    /// Of another script than ours.
    OtherDigits,
}

/// What is wrong with how a number is written. What to write instead is given as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`words` has the sentence of each")]
pub enum NumberFault {
    /// Brackets without the name of a quantity.
    Unnamed,
    /// A quantity without its number; with an example.
    NoDigits(String, &'static str),
    /// A word that is no number.
    Word(String),
    /// A name that is no quantity.
    Name(String, Option<Instead>),
    /// A number without a quantity, and its digits.
    Bare(String, String),
    Quoted(String, Option<String>),
    /// Words or signs without quotation marks, and the quantity they mean.
    InWords(String, Option<String>),
    /// A quantity that takes no number.
    TakesNone(String),
    /// A quantity with too many numbers or too few.
    Count(String, Option<String>),
    /// Something else than a number in a quantity's brackets.
    OnlyNumber(String),
    /// Digits in quotation marks, and the quantity they stand in.
    QuotedDigits(String, String, Option<String>),
    /// Digits that are no number, and the quantity they stand in.
    Form(String, NumberForm, String, Option<String>),
    TooLarge(String),
    /// A range whose first number is the larger one.
    Backwards(u64, u64),
    /// A range that begins where it ends.
    SameEnds(u64),
    /// No more than 0.
    Nothing,
    /// A round number that is said to be exact.
    Round(u64),
}

/// What to write instead of a name that is no quantity.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Instead {
    /// A whole quantity.
    Quantity(String),
    /// This name, with the number behind it.
    Name(String),
    /// Any quantity that has a number.
    AnyWithNumber,
}

/// What is wrong with how a date is written.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`words` has the sentence of each")]
pub enum DateFault {
    Empty,
    NoDate(String),
    NoMonth(String, u32),
    /// It is written otherwise than a dataset has dates; with how to write it.
    Form(String, String),
    /// Its month has fewer days than that.
    NoDay(String, PartialDate),
}

/// What is wrong with what records say.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "`words` has the sentence of each")]
pub enum RecordFault {
    EmptyId(Noun),
    IdTwice(Noun, String),
    /// As `IdTwice`, but for this character that nobody sees.
    IdTwiceUnseen(Noun, String, char),
    /// An id with a character in it that nobody sees.
    UnseenInId(Noun, String, char),
    /// Nothing has this id; with the one that is like it.
    NoSuchId(Noun, String, Option<String>),
    Unused(Noun, String),
    /// An id that looks like another one: its own, the other.
    Alike(Noun, String, String),
    /// An operation has the name of another one, and the year that tells it from that.
    SameName {
        name: String,
        first: String,
        year: Option<i16>,
    },
    /// An operation has a name that looks like another one's: its own, the id of the other.
    NameAlike(String, String),
    /// A field that is written on one line has a line break or a tab in it.
    SeveralLines(&'static str),
    /// A day that has not come yet.
    Future(String),
    /// More countries took part than there are.
    TooManyCounted(u64),
    /// A field that needs a text has an empty one.
    EmptyText(&'static str),
    /// A field that can be left out has an empty text.
    EmptyField(&'static str),
    /// The exact age of a minor.
    Age(String),
    /// A person's name.
    Name(String),
    SourceTwice(String),
    /// No country code, and the countries that may be meant.
    NotACountry(String, Vec<Country>),
    /// Several countries in one text.
    SeveralCountries(String, Vec<Country>),
    CountryTwice(Country),
    /// More countries are listed than took part by any count: listed, counted.
    TooManyListed(usize, u64),
    PreferredTwice,
    /// The last day is before the first: first, last.
    DaysSwapped(String, String),
    /// A length that the days contradict: days written, days from the first to the last.
    LengthNotDays(u32, u32),
    /// No length that an operation can have; with the most its months allow.
    NoLength(u32, Option<u32>),
    FigureTwice(String),
    NoReport(String),
    /// A metric is said not to be applicable, and there is a figure of it.
    AppliesAndNot(String),
    /// A metric is said not to be applicable, and nothing says why.
    NoReason(String),
    /// A part is larger than its whole.
    LargerThanWhole(String, String),
    AddressAndReason,
    NotAnAddress(String),
    /// What stands before an @ or behind a \\ hides where an address leads.
    LeadsElsewhere(String),
    NoAddress,
    PartOfItself(String),
    PartsOfEachOther(String, String),
    /// A metric and its whole have different units.
    OtherUnit(String, String),
    /// A case without a country or region.
    NoPlace,
    /// A case without a source.
    NoSource,
    /// A case has the same words in this field as another.
    SameWords(&'static str, String),
    /// As `NotAnAddress`, where an address may be left out.
    NoKeptCopy(String),
    /// An excerpt of so many words, and the most there may be.
    LongExcerpt(usize, usize),
    /// A stop has neither a country nor a place.
    NoStop,
    /// The number of a part of a group has no report.
    NoReportOfGroup(Group),
    /// There are more in a part of a group than in the group.
    MoreThanGroup(Group),
}
