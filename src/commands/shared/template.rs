//! `--template`: a line for each promise, as the user wants it.

use crate::config::nearest;
use crate::context::Context;
use crate::failure::Failure;
use crate::query::Field;
use crate::render::template::Template;

/// Reads a template whose fields are those of a promise.
pub fn read(context: &Context, text: &str) -> Result<Template, Failure> {
    if context.asked_format().is_some() {
        let message = "--template says how lines look, and cannot be used with --json or --format";
        return Err(Failure::usage(message).hint("leave one of them out"));
    }
    let template = understood(text)?;
    for slot in template.slots() {
        let name = &slot.name;
        let Some(field) = Field::from_word(name) else {
            return Err(unknown(name));
        };
        if slot.format.is_some() && !field.is_time() {
            let message = format!("{name} is no time, and takes no format");
            return Err(Failure::usage(message).hint(format!("write {{{name}}}")));
        }
    }
    Ok(template)
}

/// Reads a template, whatever its fields are.
pub fn understood(text: &str) -> Result<Template, Failure> {
    Template::read(text)
        .map_err(|reason| Failure::usage(format!("the template is not understood: {reason}")))
}

/// The fields of a promise that a template names.
pub fn fields(template: &Template) -> Vec<Field> {
    let slots = template.slots();
    slots
        .filter_map(|slot| Field::from_word(&slot.name))
        .collect()
}

fn unknown(name: &str) -> Failure {
    let words = Field::ALL.map(Field::word);
    let hint = match nearest(name.trim(), words) {
        Some(close) => format!("did you mean {{{close}}}?"),
        None => format!("the fields are {}", words.join(", ")),
    };
    Failure::usage(format!("a promise has no field \"{name}\"")).hint(hint)
}
