//! Text into tokens that know their place.

use std::ops::Range;

use super::refusal::Refusal;

/// The longest phrase that is read, in bytes: no deadline needs more words.
const LONGEST: usize = 200;

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// Letters, in lower case, without apostrophes.
    Word(String),
    /// Digits, as typed.
    Number(String),
    /// A name with a slash in it, "Europe/London", as typed.
    Name(String),
    /// Any other character that matters.
    Mark(char),
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) lexeme: Lexeme,
    /// Bytes of the phrase.
    pub(super) span: Range<usize>,
    /// Nothing stands between it and the token before.
    pub(super) glued: bool,
    /// A number with a full stop after it that is no mark: "24.12.".
    pub(super) stopped: bool,
}

/// Splits a phrase. Commas and dots that carry no meaning are dropped.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Refusal> {
    if text.len() > LONGEST {
        let message = format!("a phrase of {} bytes is too long", text.len());
        return Err(Refusal::not_understood(0..text.len(), message)
            .hint(format!("a deadline takes at most {LONGEST} bytes")));
    }
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let lexer = Lexer { text, chars };
    let found = lexer.run();
    if found.is_empty() {
        return Err(
            Refusal::not_understood(0..text.len(), "the phrase is empty")
                .hint("say a day or a time, such as \"tomorrow 1pm\""),
        );
    }
    Ok(found)
}

struct Lexer<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
}

impl Lexer<'_> {
    fn run(&self) -> Vec<Token> {
        let mut found: Vec<Token> = Vec::new();
        let mut at = 0;
        while let Some(char) = self.char(at) {
            let (lexeme, next) = self.lexeme(at, char);
            if let Some(lexeme) = lexeme {
                let span = self.byte(at)..self.byte(next);
                let glued = found
                    .last()
                    .is_some_and(|before| before.span.end == span.start);
                let stopped = matches!(lexeme, Lexeme::Number(_))
                    && self.char(next) == Some('.')
                    && !self.char(next + 1).is_some_and(char::is_alphanumeric);
                found.push(Token {
                    lexeme,
                    span,
                    glued,
                    stopped,
                });
            }
            at = next;
        }
        found
    }

    /// The token that starts at a character, and the character after it.
    fn lexeme(&self, at: usize, char: char) -> (Option<Lexeme>, usize) {
        let before = at.checked_sub(1).and_then(|before| self.char(before));
        let after = self.char(at + 1);
        let is_digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
        let is_letter = |char: Option<char>| char.is_some_and(char::is_alphabetic);
        let mark = |char| (Some(Lexeme::Mark(char)), at + 1);
        let nothing = (None, at + 1);
        match char {
            _ if char.is_whitespace() => nothing,
            _ if char.is_ascii_digit() => {
                let end = self.run_of(at, |char| char.is_ascii_digit());
                (Some(Lexeme::Number(self.slice(at, end).into())), end)
            }
            _ if char.is_alphabetic() => self.word(at),
            // Between digits a dot or comma may part hours from minutes or a whole from its
            // fraction; before a digit it may start a fraction. Elsewhere it says nothing.
            '.' if is_digit(after) && !is_letter(before) => mark('.'),
            ',' if is_digit(after) && !is_letter(before) => mark(','),
            '.' | ',' | '!' => nothing,
            // "twenty-five" is two words, "3-dec" is a date.
            '-' | '\u{2010}' | '\u{2011}' if is_letter(before) && is_letter(after) => nothing,
            '-' | '\u{2010}'..='\u{2014}' | '\u{2212}' => mark('-'),
            '@' => (Some(Lexeme::Word("at".into())), at + 1),
            _ => mark(char),
        }
    }

    fn word(&self, at: usize) -> (Option<Lexeme>, usize) {
        let mut end = self.run_of(at, |char| char.is_alphabetic() || is_apostrophe(char));
        if self.char(end) == Some('/') && self.char(end + 1).is_some_and(char::is_alphabetic) {
            let end = self.run_of(at, |char| {
                char.is_alphanumeric() || matches!(char, '/' | '_' | '-' | '+')
            });
            return (Some(Lexeme::Name(self.slice(at, end).into())), end);
        }
        // "p.m." is one word.
        while end - at <= 5
            && self.char(end) == Some('.')
            && self.char(end + 1).is_some_and(char::is_alphabetic)
            && !self.char(end + 2).is_some_and(char::is_alphabetic)
            && (end - at) % 2 == 1
        {
            end += 2;
        }
        let letters = self
            .slice(at, end)
            .chars()
            .filter(|char| char.is_alphabetic());
        let lower = letters.flat_map(char::to_lowercase).collect();
        (Some(Lexeme::Word(lower)), end)
    }

    fn run_of(&self, at: usize, belongs: impl Fn(char) -> bool) -> usize {
        let rest = self.chars.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|(_, char)| belongs(*char)).count()
    }

    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, char)| *char)
    }

    fn byte(&self, at: usize) -> usize {
        self.chars
            .get(at)
            .map_or(self.text.len(), |(byte, _)| *byte)
    }

    fn slice(&self, from: usize, to: usize) -> &str {
        self.text
            .get(self.byte(from)..self.byte(to))
            .unwrap_or_default()
    }
}

fn is_apostrophe(char: char) -> bool {
    matches!(char, '\'' | '\u{2019}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let parts = tokens(text).unwrap().into_iter().map(|token| {
            let glue = if token.glued { "+" } else { "" };
            match token.lexeme {
                Lexeme::Word(word) => format!("{glue}{word}"),
                Lexeme::Number(digits) => format!("{glue}#{digits}"),
                Lexeme::Name(name) => format!("{glue}<{name}>"),
                Lexeme::Mark(mark) => format!("{glue}'{mark}'"),
            }
        });
        parts.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn phrases_fall_into_tokens() {
        let table = [
            ("Tomorrow, 1PM!", "tomorrow #1 +pm"),
            ("330 p.m.", "#330 pm"),
            ("e.o.d. fri.", "eod fri"),
            ("3 o'clock", "#3 oclock"),
            ("Valentine\u{2019}s day", "valentines day"),
            ("1,5 h", "#1 +',' +#5 h"),
            ("in .5 h", "in '.' +#5 h"),
            ("Jul 18, 2027", "jul #18 #2027"),
            ("19. Nov", "#19 nov"),
            ("twenty-five", "twenty five"),
            ("2-15", "#2 +'-' +#15"),
            ("1pm Europe/London", "#1 +pm <Europe/London>"),
            ("@ 3", "at #3"),
            ("12h15", "#12 +h +#15"),
            ("\u{a0}friday\t3", "friday #3"),
            ("3 (pm)", "#3 '(' +pm +')'"),
        ];
        for (text, expected) in table {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_empty_or_too_long_is_refused() {
        for text in ["", "  ", ",.", &"a".repeat(201)] {
            assert!(tokens(text).is_err(), "{text}");
        }
    }
}
