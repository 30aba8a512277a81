//! What the figures of a report mean.

use serde_json::{Value, json};

use crate::domain::report::definitions::{BESIDE, FIGURES, Part};
use crate::render::Look;
use crate::render::report::fold::folded;
use crate::render::report::{NARROWEST, WIDTH};
use crate::render::wrap::wrapped;

/// Every definition, for people.
#[must_use]
pub fn explain(look: &Look) -> String {
    let mut text = String::new();
    for part in Part::ALL {
        text.push_str(&look.heading(part.title()));
        text.push('\n');
        for figure in FIGURES.iter().filter(|figure| figure.part == part) {
            let of = match figure.of {
                "" => String::new(),
                of => format!("\nOut of {of}."),
            };
            let meaning = format!("{}.{of}", capital(figure.counts));
            entry(&mut text, figure.title, figure.key, &meaning, look);
        }
    }
    text.push_str(&look.heading("Beside these"));
    text.push('\n');
    for (key, title, meaning) in BESIDE {
        entry(
            &mut text,
            title,
            key,
            &format!("{}.", capital(meaning)),
            look,
        );
    }
    text.pop();
    let width = look.width.map_or(WIDTH, usize::from);
    folded(&text, width.max(NARROWEST))
}

/// Every definition, for programs.
#[must_use]
pub fn explained() -> Vec<Value> {
    let figures = FIGURES.iter().map(|figure| {
        let of = Some(figure.of).filter(|of| !of.is_empty());
        json!({"key": figure.key, "title": figure.title, "counts": figure.counts, "of": of})
    });
    let beside = BESIDE.iter().map(
        |(key, title, meaning)| json!({"key": key, "title": title, "counts": meaning, "of": null}),
    );
    figures.chain(beside).collect()
}

fn entry(text: &mut String, title: &str, key: &str, meaning: &str, look: &Look) {
    let key = if key == title {
        String::new()
    } else {
        format!("  [{key}]")
    };
    text.push_str(&format!("  {title}{key}\n"));
    let width = look.width.map_or(WIDTH, usize::from).max(NARROWEST) - 6;
    for paragraph in meaning.lines() {
        for line in wrapped(paragraph, width) {
            text.push_str(&format!("      {line}\n"));
        }
    }
    text.push('\n');
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
