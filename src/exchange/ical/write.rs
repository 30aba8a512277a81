//! From components to the text of a file: CRLF, and lines folded at 75 octets.

use super::component::{Component, Item};

/// The longest line, in octets without its end (RFC 5545, section 3.1).
const LONGEST: usize = 75;

/// The text of components.
pub fn write(components: &[Component]) -> String {
    let mut text = String::new();
    for component in components {
        put_component(&mut text, component);
    }
    text
}

/// As deep as the parser reads, so no bomb.
fn put_component(text: &mut String, component: &Component) {
    fold(text, &format!("BEGIN:{}", component.name()));
    for item in &component.items {
        match item {
            Item::Property(property) => fold(text, property.line_text()),
            Item::Component(component) => put_component(text, component),
        }
    }
    fold(text, &format!("END:{}", component.name()));
}

/// Adds a line, folded between characters.
fn fold(text: &mut String, line: &str) {
    let mut length = 0;
    for char in line.chars() {
        if length + char.len_utf8() > LONGEST {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(char);
        length += char.len_utf8();
    }
    text.push_str("\r\n");
}
