//! Sentences: the only room that knows a language.

mod faults;
