//! Publications that figures and cases rest on.

use super::date::PartialDate;

/// How close a publication stands to the people who counted. Ordered from closest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub enum Grade {
    /// A page of an organisation that led or took part, or its own syndication.
    Official,
    /// A close reprint of the official release.
    Reprint,
    /// A news article or a retelling.
    News,
}

impl Grade {
    /// Every grade, the closest first.
    pub const ALL: [Self; 3] = [Self::Official, Self::Reprint, Self::News];

    /// The grade in exported tables: `official`, `reprint`, `news`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Reprint => "reprint",
            Self::News => "news",
        }
    }
}

/// Why a publication has no web address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoAddress {
    /// The dataset says why, in these words.
    Because(String),
    /// The one in the dataset cannot be used.
    Unusable,
    /// The dataset says nothing of it.
    Unsaid,
}

/// A publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Who published it.
    pub publisher: String,
    /// Its title, or a description in brackets where it has none.
    pub title: String,
    /// When it was published; `None` when the copy at hand does not say.
    pub date: Option<PartialDate>,
    /// Where it can be read, or why there is no address.
    pub address: Result<String, NoAddress>,
    /// How close it stands to the people who counted.
    pub grade: Grade,
    /// What a reader should know about it.
    pub note: Option<String>,
}

impl Source {
    /// The web address; `None` when there is none.
    pub fn link(&self) -> Option<&str> {
        self.address.as_ref().ok().map(String::as_str)
    }

    /// To whose computer the web address leads; `None` when there is none.
    pub fn host(&self) -> Option<&str> {
        let (_, rest) = self.link()?.split_once("://")?;
        rest.split(['/', '?', '#']).next()
    }
}
