//! Efforts: whole minutes within the limit, or refused at a place.

use promise::phrase::minutes;

/// The whole input is the text.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match minutes(&text) {
        Ok(count) => {
            assert!((1..=600_000).contains(&count), "{count}");
            assert_eq!(minutes(&format!("{count}m")), Ok(count));
            let (hours, rest) = (count / 60, count % 60);
            if hours > 0 && rest > 0 {
                assert_eq!(minutes(&format!("{hours}h{rest}m")), Ok(count));
            }
        }
        Err(refusal) => {
            assert!(text.get(refusal.span.clone()).is_some(), "no such place");
            assert!(!refusal.message.is_empty());
            assert_eq!(refusal.pointer(&text).lines().count(), 2);
        }
    }
}
