//! Records for programs: JSON, JSON Lines, tab-separated lines, CSV.

use serde::Serialize;
use serde_json::Value;

use crate::domain::spelled::spelled_out;
use crate::render::harmless::harmless;

/// One JSON array, and a line break.
#[must_use]
pub fn json(records: &[Value]) -> String {
    pretty(records)
}

/// A record of such an array, the first one or one that follows.
#[must_use]
pub fn json_part(follows: bool, record: &Value) -> String {
    let record = pretty(record);
    let separator = if follows { ",\n  " } else { "[\n  " };
    // No line break stands within a string.
    [separator, &record.trim_end().replace('\n', "\n  ")].concat()
}

/// The end of such an array, of any records or none.
#[must_use]
pub fn json_end(any: bool) -> &'static str {
    if any { "\n]\n" } else { "[]\n" }
}

/// One JSON value, and a line break.
#[must_use]
pub fn one_json(value: &Value) -> String {
    pretty(value)
}

fn pretty(value: &(impl Serialize + ?Sized)) -> String {
    // A value made of strings, numbers and lists has no key that JSON could refuse.
    let mut text = spelled_out(serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}

/// One JSON value a line.
#[must_use]
pub fn json_lines(records: &[Value]) -> String {
    let lines = records.iter();
    spelled_out(lines.map(|record| format!("{record}\n")).collect())
}

/// One record a line, its fields separated by tabs, nothing coloured or wrapped, and everything
/// that could steer a terminal spelled out.
#[must_use]
pub fn plain(fields: &[&str], records: &[Value]) -> String {
    let mut text = String::new();
    for record in records {
        let cells: Vec<String> = fields
            .iter()
            .map(|field| harmless(&flat(&record[*field])).into_owned())
            .collect();
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// Comma-separated values as RFC 4180 has them, with a header. A cell that a spreadsheet would
/// run as a formula gets an apostrophe before it.
#[must_use]
pub fn csv(fields: &[&str], records: &[Value]) -> String {
    csv_part(true, fields, records)
}

/// A part of such a file: with the header, or what follows.
#[must_use]
pub fn csv_part(header: bool, fields: &[&str], records: &[Value]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory cannot fail, and every record has the header's length.
    if header {
        let _ = writer.write_record(fields);
    }
    for record in records {
        let cells = fields.iter().map(|field| inert(&record[*field]));
        let _ = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// A table as Markdown, its cells made harmless.
#[must_use]
pub fn markdown(fields: &[&str], records: &[Value]) -> String {
    markdown_header(fields) + &markdown_rows(fields, records)
}

/// What a table begins with, as GitHub Flavored Markdown has it
/// (<https://github.github.com/gfm/>).
#[must_use]
pub fn markdown_header(headers: &[&str]) -> String {
    let rule = format!("|{}\n", " --- |".repeat(headers.len()));
    markdown_row(headers) + &rule
}

/// A row of such a table.
#[must_use]
pub fn markdown_row(cells: &[impl AsRef<str>]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| in_markdown(cell.as_ref()))
        .collect();
    format!("| {} |\n", cells.join(" | "))
}

/// Rows that continue such a table.
#[must_use]
pub fn markdown_rows(fields: &[&str], records: &[Value]) -> String {
    let cells = |record: &Value| fields.iter().map(|field| flat(&record[*field])).collect();
    let rows = records.iter().map(cells);
    rows.map(|cells: Vec<String>| markdown_row(&cells))
        .collect()
}

/// A text that Markdown and the HTML made of it show as it is.
fn in_markdown(text: &str) -> String {
    let mut shown = String::new();
    for letter in harmless(text).chars() {
        match letter {
            '&' => shown.push_str("&amp;"),
            '<' => shown.push_str("&lt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' => {
                shown.push('\\');
                shown.push(letter);
            }
            letter => shown.push(letter),
        }
    }
    shown
}

/// A cell that no spreadsheet runs (<https://owasp.org/www-community/attacks/CSV_Injection>). One
/// that begins like that already gets another apostrophe, so that taking one away gives the text.
fn inert(value: &Value) -> String {
    let text = flat(value);
    let foreign = !matches!(value, Value::Bool(_) | Value::Number(_));
    let first = text.trim_start_matches('\'');
    let runs = foreign && first.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if runs { format!("'{text}") } else { text }
}

/// A value on one line: nothing for null, lists separated by commas.
#[must_use]
pub fn flat(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(flat).collect();
            values.join(",")
        }
        Value::Object(object) => object.get("text").map_or_else(|| value.to_string(), flat),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_format() {
        let records = [
            json!({"id": 1, "what": "a\tb", "tags": ["x", "y"], "notes": [{"text": "n"}]}),
            json!({"id": 2, "what": "=SUM(A1)", "tags": [], "notes": []}),
        ];
        let fields = ["id", "what", "tags", "notes"];
        assert_eq!(
            plain(&fields, &records),
            "1\ta\\tb\tx,y\tn\n2\t=SUM(A1)\t\t\n"
        );
        assert_eq!(
            csv(&fields, &records),
            "id,what,tags,notes\n1,a\tb,\"x,y\",n\n2,'=SUM(A1),,\n"
        );
        assert_eq!(
            markdown(&["id", "what"], &[json!({"id": 1, "what": "a|b\n<i>_"})]),
            "| id | what |\n| --- | --- |\n| 1 | a\\|b\\\\n&lt;i>\\_ |\n"
        );
        assert_eq!(json(&[]), "[]\n");
        let parts = [json_part(false, &records[0]), json_part(true, &records[1])];
        assert_eq!(parts.concat() + json_end(true), json(&records));
        assert_eq!(json_end(false), json(&[]));
        assert_eq!(json_lines(&[json!({"a": null})]), "{\"a\":null}\n");
    }
}
