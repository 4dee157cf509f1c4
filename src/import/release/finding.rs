//! Finding everything in a text: what one part takes, the next one leaves alone.

use std::ops::Range;

use super::beside::{self, Beside};
use super::counted::{Counted, Known, Suggesting};
use super::tokens::{Tokens, is_one_of};
use super::{Mark, Number, What, cities, dates, names, number, numbers, sentences};
use crate::file::{Decimal, Language, QuantitySaid};
use crate::import::metrics::Metrics;
use crate::model::{MetricId, OperationId, Quantity};

/// A text in which things are looked for.
pub(super) struct Finding<'a> {
    tokens: Tokens<'a>,
    known: &'a [(OperationId, String)],
    metrics: Vec<Known>,
    sentences: Vec<Range<usize>>,
    /// Which tokens are part of something already.
    taken: Vec<bool>,
    found: Vec<(Range<usize>, What)>,
}

impl<'a> Finding<'a> {
    pub fn of(text: &'a str, known: &'a [(OperationId, String)], metrics: &Metrics<'_>) -> Self {
        let tokens = Tokens::of(text);
        Self {
            taken: vec![false; tokens.all.len()],
            tokens,
            known,
            metrics: metrics.each_once().into_iter().map(Known::of).collect(),
            sentences: sentences::sentences(text),
            found: Vec::new(),
        }
    }

    pub fn marks(mut self) -> Vec<Mark> {
        self.addresses();
        self.references();
        let named = names::operations(&self.tokens, &names::known_names(self.known));
        for (operation, tokens) in named {
            self.take(tokens, What::Operation(operation));
        }
        for (days, tokens) in dates::all(&self.tokens) {
            self.take(tokens, What::Days(days));
        }
        for list in names::lists(self.tokens.text, &self.sentences) {
            let tokens = self.tokens.within(&list.span);
            self.take(tokens, What::Countries(list));
        }
        for (country, tokens) in names::countries(&self.tokens, &self.taken) {
            self.take(tokens, What::Country(country));
        }
        for (country, tokens) in cities::cities(&self.tokens, &self.taken) {
            self.take(tokens, What::Country(country));
        }
        self.numbers();
        self.found.sort_by_key(|(span, _)| span.start);
        let marks = self.found.into_iter().map(|(span, what)| Mark {
            sentence: sentences::around(&self.sentences, &span),
            span,
            what,
        });
        marks.collect()
    }

    /// Notes that tokens are part of something, where none of them is yet.
    fn take(&mut self, tokens: Range<usize>, what: What) {
        let Some(taken) = self.taken.get_mut(tokens.clone()) else {
            return;
        };
        if tokens.is_empty() || taken.contains(&true) {
            return;
        }
        taken.fill(true);
        let span = self.tokens.span(tokens.start, tokens.end - 1);
        self.found.push((span, what));
    }

    /// What stands in an address of the web or a mailbox is no part of the text.
    fn addresses(&mut self) {
        let text = self.tokens.text;
        for word in text.split_whitespace() {
            let is_address = word.contains("://") || word.contains('@') || word.starts_with("www.");
            if is_address {
                let start = word.as_ptr() as usize - text.as_ptr() as usize;
                let tokens = self.tokens.within(&(start..start + word.len()));
                if let Some(taken) = self.taken.get_mut(tokens) {
                    taken.fill(true);
                }
            }
        }
    }

    fn references(&mut self) {
        for tokens in beside::references(&self.tokens) {
            let number = Number {
                quantity: None,
                doubt: None,
                beside: Some(Beside::Reference),
                counted: None,
                operation: None,
                of_event: false,
            };
            self.take(tokens, What::Number(number));
        }
    }

    fn numbers(&mut self) {
        let all = numbers::numbers(&self.tokens, &self.taken);
        let shown = decimal_shown(&all);
        let named = self.named_operations();
        let tokens = &self.tokens;
        let worth = all.into_iter().filter(|number| is_worth(number, tokens));
        let numbers: Vec<(number::Number, Option<Beside>)> = worth
            .map(|number| {
                let beside = beside::beside(tokens, &number, Suggesting::counts);
                let unclear = (number.said == QuantitySaid::Unclear).then_some(Beside::Unclear);
                (number, beside.or(unclear))
            })
            .collect();
        let mut whole: Option<(Range<usize>, MetricId)> = None;
        let mut found = Vec::with_capacity(numbers.len());
        for (at, (number, beside)) in numbers.iter().enumerate() {
            let sentence = sentences::around(&self.sentences, &number.span);
            let mut counted = None;
            if beside.is_none() {
                let clause = self.clause(&numbers, at, &sentence);
                let of = whole.as_ref().filter(|(place, _)| near(place, &sentence));
                counted = self.counted(number, &clause, of.map(|(_, metric)| metric));
                let metric = match &counted {
                    Some(Counted::Metric(metric)) => Some(self.whole_of(metric)),
                    Some(Counted::Countries) | None => None,
                };
                whole = metric.map(|metric| (sentence.clone(), metric));
            }
            let (quantity, needed) = match number.said {
                QuantitySaid::One(quantity, _) => (Some(quantity), None),
                QuantitySaid::Only(quantity, decimal) => (Some(quantity), Some(decimal)),
                QuantitySaid::Unclear => (None, None),
            };
            let language = self.tokens.at(number.tokens.start).map(|one| one.language);
            let language = language.unwrap_or(Language::English);
            let read = Number {
                quantity,
                doubt: needed.filter(|needed| is_doubted(*needed, shown, language)),
                beside: *beside,
                counted,
                operation: operation_of(&named, number.span.start),
                of_event: false,
            };
            found.push((number.span.clone(), What::Number(read)));
        }
        self.found.extend(found);
    }

    /// The tokens around a number that may say what it counts: within its sentence, between the
    /// numbers before and behind it that are figures too.
    fn clause(
        &self,
        numbers: &[(number::Number, Option<Beside>)],
        at: usize,
        sentence: &Range<usize>,
    ) -> Range<usize> {
        let own = self.tokens.within(sentence);
        let figure = |(number, beside): &(number::Number, Option<Beside>)| {
            beside.is_none().then(|| number.tokens.clone())
        };
        let before = numbers
            .get(..at)
            .unwrap_or(&[])
            .iter()
            .rev()
            .find_map(figure);
        let behind = numbers.get(at + 1..).unwrap_or(&[]).iter().find_map(figure);
        let from = before.map_or(0, |tokens| tokens.end).max(own.start);
        let to = behind.map_or(own.end, |tokens| tokens.start).min(own.end);
        let number = numbers
            .get(at)
            .map_or(0..0, |(number, _)| number.tokens.clone());
        from.min(number.start)..to.max(number.end)
    }

    fn counted(
        &self,
        number: &number::Number,
        clause: &Range<usize>,
        whole: Option<&MetricId>,
    ) -> Option<Counted> {
        let suggesting = Suggesting {
            tokens: &self.tokens,
            metrics: &self.metrics,
        };
        let counted = suggesting.suggested(&number.tokens, clause, whole)?;
        // “In several countries” says nothing of how many took part.
        let is_vague = match number.said {
            QuantitySaid::One(quantity, _) => quantity.number().is_none(),
            QuantitySaid::Only(..) | QuantitySaid::Unclear => false,
        };
        (!is_vague || counted != Counted::Countries).then_some(counted)
    }

    /// The metric itself, or the whole that it is a part of.
    fn whole_of(&self, metric: &MetricId) -> MetricId {
        let declared = self.metrics.iter().find(|one| one.metric.id == *metric);
        let whole = declared.and_then(|one| one.metric.part_of.clone());
        whole.unwrap_or_else(|| metric.clone())
    }

    /// The operations that are named, and where.
    fn named_operations(&self) -> Vec<(usize, OperationId)> {
        let named = self.found.iter().filter_map(|(span, what)| match what {
            What::Operation(operation) => Some((span.start, operation.id())),
            What::Number(_) | What::Days(_) | What::Country(_) | What::Countries(_) => None,
        });
        let mut named: Vec<_> = named.collect();
        named.sort_by_key(|(start, _)| *start);
        named
    }
}

/// The operation that a number is probably of: the one named last before it, else the next one.
fn operation_of(named: &[(usize, OperationId)], at: usize) -> Option<OperationId> {
    let before = named.partition_point(|(start, _)| *start <= at);
    let found = named.get(before.saturating_sub(1));
    found.map(|(_, id)| id.clone())
}

/// Whether a sentence is the same as another one or the next.
fn near(before: &Range<usize>, sentence: &Range<usize>) -> bool {
    before == sentence || sentence.start >= before.end && sentence.start - before.end < 4
}

/// Which sign stands before decimals, where numbers of the text show it.
fn decimal_shown(numbers: &[number::Number]) -> Option<Decimal> {
    let mut shown = numbers.iter().filter_map(|number| match number.said {
        QuantitySaid::One(_, decimal) => decimal,
        QuantitySaid::Only(..) | QuantitySaid::Unclear => None,
    });
    let first = shown.next()?;
    shown.all(|one| one == first).then_some(first)
}

/// Whether a number is whole only where this sign stands before decimals, and the text is written
/// as if the other did. In Spanish both are usual.
fn is_doubted(needed: Decimal, shown: Option<Decimal>, language: Language) -> bool {
    match (shown, language) {
        (Some(shown), _) => shown != needed,
        (None, Language::English) => needed != Decimal::Point,
        (None, Language::French) => needed != Decimal::Comma,
        (None, Language::Spanish) => false,
    }
}

/// Whether a number without digits says something: “several” and “one” do where what follows is
/// counted.
fn is_worth(number: &number::Number, tokens: &Tokens<'_>) -> bool {
    let of_number = tokens.all.get(number.tokens.clone()).unwrap_or(&[]);
    let weak = [Quantity::Several, Quantity::Exactly(1)];
    let is_weak = weak
        .iter()
        .any(|weak| number.said == QuantitySaid::One(*weak, None));
    if !is_weak || of_number.iter().any(|token| token.is_number) {
        return true;
    }
    let (start, end) = (number.tokens.start, number.tokens.end);
    let next = tokens
        .all
        .get(end..tokens.all.len().min(end + 3))
        .unwrap_or(&[]);
    let before = start
        .checked_sub(1)
        .filter(|at| tokens.gap(*at).trim().is_empty());
    let before = before.and_then(|at| tokens.at(at));
    let is_any = before.is_some_and(|one| is_one_of(&one.folded, "any every each no not this"));
    !is_any && next.iter().any(|token| Suggesting::counts(&token.folded))
}
