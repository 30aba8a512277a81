//! A place in the tokens. Cheap to copy, so that a rule tries on a copy and keeps it on success.

use std::ops::Range;

use super::token::{Lexeme, Token};

/// Where reading stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(tokens: &'a [Token]) -> Self {
        Self { tokens, at: 0 }
    }

    pub(super) fn is_at_start(&self) -> bool {
        self.at == 0
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    pub(super) fn token(&self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    pub(super) fn advance(&mut self) {
        self.at += 1;
    }

    /// The same place, `count` tokens on.
    pub(super) fn ahead(mut self, count: usize) -> Self {
        self.at += count;
        self
    }

    /// The place some tokens earlier.
    pub(super) fn back(mut self, count: usize) -> Option<Self> {
        self.at = self.at.checked_sub(count)?;
        Some(self)
    }

    /// The word that stands here.
    pub(super) fn word(&self) -> Option<&'a str> {
        match &self.token()?.lexeme {
            Lexeme::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The digits that stand here.
    pub(super) fn digits(&self) -> Option<&'a str> {
        match &self.token()?.lexeme {
            Lexeme::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The mark that stands here.
    pub(super) fn mark(&self) -> Option<char> {
        match self.token()?.lexeme {
            Lexeme::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether nothing stands between this token and the one before.
    pub(super) fn is_glued(&self) -> bool {
        self.token().is_some_and(|token| token.glued)
    }

    /// Whether the token before this place is a number with a full stop after it.
    pub(super) fn is_after_stop(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_some_and(|token| token.stopped)
    }

    /// Whether a mark that joins numbers stands right here: "15:", "15/".
    pub(super) fn is_glued_mark(&self) -> bool {
        self.is_glued() && matches!(self.mark(), Some(':' | '/' | '-' | '.' | ','))
    }

    /// Steps over one of these words.
    pub(super) fn eat(&mut self, words: &[&str]) -> bool {
        let found = self.word().is_some_and(|word| words.contains(&word));
        self.at += usize::from(found);
        found
    }

    /// Steps over these words in a row, written with single spaces, or over none of them.
    pub(super) fn eat_all(&mut self, words: &str) -> bool {
        let mut ahead = *self;
        let found = words.split(' ').all(|word| ahead.eat(&[word]));
        if found {
            *self = ahead;
        }
        found
    }

    /// Steps over a mark.
    pub(super) fn eat_mark(&mut self, mark: char) -> bool {
        let found = self.mark() == Some(mark);
        self.at += usize::from(found);
        found
    }

    /// Steps over a mark with nothing before it and nothing after it.
    pub(super) fn eat_tight(&mut self, mark: char) -> bool {
        let found = self.mark() == Some(mark) && self.is_glued() && self.ahead(1).is_glued();
        self.at += usize::from(found);
        found
    }

    /// The number that stands here, and how many digits it is written with.
    pub(super) fn eat_digits(&mut self) -> Option<(u32, usize)> {
        let digits = self.digits()?;
        let value = digits.parse().ok()?;
        self.at += 1;
        Some((value, digits.len()))
    }

    /// How many tokens lie between here and a later place.
    pub(super) fn steps_to(&self, end: &Cursor<'_>) -> usize {
        end.at.saturating_sub(self.at)
    }

    /// The bytes from where `self` stands to where `end` does.
    pub(super) fn span_to(&self, end: &Cursor<'_>) -> Range<usize> {
        let start = self.token().map_or_else(
            || self.tokens.last().map_or(0, |token| token.span.end),
            |token| token.span.start,
        );
        let end = end.at.min(self.tokens.len());
        let last = end.checked_sub(1).and_then(|at| self.tokens.get(at));
        let end = last.map_or(start, |token| token.span.end);
        start..end.max(start)
    }

    /// The bytes of the token that stands here; nothing, at the end of the phrase.
    pub(super) fn span(&self) -> Range<usize> {
        self.span_to(&self.ahead(1))
    }
}
