//! Bars and sparklines of characters, which fall back to ASCII where the locale has no more.

/// Eighths of a full block, the fullest last.
const EIGHTHS: [char; 9] = [' ', '▏', '▎', '▍', '▌', '▋', '▊', '▉', '█'];

/// Heights, the highest last.
const HEIGHTS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII_HEIGHTS: [char; 8] = ['_', '.', ':', '-', '=', '+', '*', '#'];

/// A bar of so many columns, filled by a part of a whole.
pub fn bar(part: u64, whole: u64, columns: usize, unicode: bool) -> String {
    let eighths = columns as u64 * 8;
    let filled = (part * eighths)
        .checked_div(whole)
        .unwrap_or(0)
        .min(eighths);
    // What there is shows, however little.
    let filled = if part > 0 { filled.max(1) } else { 0 };
    let full = usize::try_from(filled / 8).unwrap_or(columns);
    let rest = usize::try_from(filled % 8).unwrap_or(0);
    let mut bar = String::new();
    if unicode {
        bar.extend(std::iter::repeat_n('█', full));
        if rest > 0 {
            bar.extend(EIGHTHS.get(rest));
        }
        let empty = columns - full - usize::from(rest > 0);
        bar.extend(std::iter::repeat_n('·', empty));
    } else {
        let full = full + usize::from(rest >= 4 || full == 0 && rest > 0);
        bar.extend(std::iter::repeat_n('#', full));
        bar.extend(std::iter::repeat_n('.', columns - full));
    }
    bar
}

/// A line of heights, one for each amount, the greatest as high as can be.
pub fn sparkline(amounts: &[u64], unicode: bool) -> String {
    let heights = if unicode { HEIGHTS } else { ASCII_HEIGHTS };
    let most = amounts.iter().copied().max().unwrap_or(0);
    let height = |amount: &u64| {
        let last = heights.len() as u64 - 1;
        let place = (amount * last).div_ceil(most.max(1)).min(last);
        heights.get(usize::try_from(place).unwrap_or(0)).copied()
    };
    amounts.iter().filter_map(height).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars() {
        let table = [
            (0, 0, "····", "...."),
            (0, 5, "····", "...."),
            (5, 5, "████", "####"),
            (1, 2, "██··", "##.."),
            (1, 1000, "▏···", "#..."),
            (999, 1000, "███▉", "####"),
            (9, 5, "████", "####"),
        ];
        for (part, whole, unicode, ascii) in table {
            assert_eq!(bar(part, whole, 4, true), unicode, "{part} of {whole}");
            assert_eq!(bar(part, whole, 4, false), ascii, "{part} of {whole}");
        }
    }

    #[test]
    fn sparklines() {
        assert_eq!(sparkline(&[], true), "");
        assert_eq!(sparkline(&[0, 0], true), "▁▁");
        assert_eq!(sparkline(&[0, 1, 7, 14], true), "▁▂▅█");
        assert_eq!(sparkline(&[0, 1, 7, 14], false), "_.=#");
    }
}
