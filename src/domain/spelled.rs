//! JSON whose letters steer nothing.

/// JSON with the letters spelled out that steer a terminal, turn the direction of writing, or end
/// a line in some program. They stand within strings alone, and mean the same there.
#[must_use]
pub fn spelled_out(json: String) -> String {
    let is_plain = json.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~'));
    if is_plain || !json.chars().any(steers) {
        return json;
    }
    let mut text = String::with_capacity(json.len() + 16);
    for letter in json.chars() {
        if steers(letter) {
            // All of them lie in the first plane.
            text.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            text.push(letter);
        }
    }
    text
}

/// DEL and C1, the controls of bidirectional text (Unicode, annex 9), and what ends a line.
fn steers(letter: char) -> bool {
    matches!(letter,
        '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::spelled_out;

    #[test]
    fn what_steers_is_spelled_out_and_reads_back() {
        let text: String = ('\0'..='\u{2fff}').chain(['\u{1f600}']).collect();
        let json = serde_json::json!({ &text: [&text] });
        let spelled = spelled_out(json.to_string());
        assert_eq!(serde_json::from_str::<Value>(&spelled).unwrap(), json);
        assert!(!spelled.chars().any(char::is_control));
        assert!(!spelled.contains(['\u{202e}', '\u{2066}', '\u{200f}']));
        assert_eq!(
            spelled_out("{\"Jäne\": \"\u{9b}\"}".to_owned()),
            "{\"Jäne\": \"\\u009b\"}"
        );
    }
}
