//! Cells of days under the days of the week.

use chrono::Weekday;

use crate::render::Look;
use crate::render::calendar::cell::Line;

/// A column no narrower than this, and the space before the next: the first that fits.
const MEASURES: [(usize, usize); 2] = [(9, 2), (6, 1)];

/// The cells in weeks, after so many days of the month before; none where the terminal is too
/// narrow.
pub fn grid(
    cells: &[Vec<Line>],
    days_before: usize,
    week_start: Weekday,
    look: &Look,
) -> Option<String> {
    let empty = std::iter::repeat_n(None, days_before);
    let places: Vec<Option<&Vec<Line>>> = empty.chain(cells.iter().map(Some)).collect();
    let weeks: Vec<&[Option<&Vec<Line>>]> = places.chunks(7).collect();
    let (widths, gap) = MEASURES
        .into_iter()
        .map(|(least, gap)| (widths(&weeks, least), gap))
        .find(|(widths, gap)| {
            let all = widths.iter().sum::<usize>() + 6 * gap;
            look.width.is_none_or(|width| all <= usize::from(width))
        })?;
    let names = std::iter::successors(Some(week_start), |day| Some(day.succ()));
    let names = names
        .take(7)
        .map(|day| (day.to_string(), look.heading(&day.to_string())));
    let mut text = row(names, &widths, gap);
    for week in weeks {
        let height = week.iter().flatten().map(|cell| cell.len()).max();
        for place in 0..height.unwrap_or(0) {
            let lines = week.iter().map(|cell| {
                let line = cell.and_then(|cell| cell.get(place));
                line.map_or_else(<(String, String)>::default, |line| {
                    (line.plain().to_owned(), line.styled(look))
                })
            });
            text.push_str(&row(lines, &widths, gap));
        }
        text.push('\n');
    }
    Some(text)
}

/// The widest line of each column.
fn widths(weeks: &[&[Option<&Vec<Line>>]], least: usize) -> Vec<usize> {
    (0..7)
        .map(|column| {
            let cells = weeks.iter().filter_map(|week| *week.get(column)?);
            let lines = cells.flatten().map(|line| line.plain().len());
            lines.max().unwrap_or(0).max(least)
        })
        .collect()
}

/// One line of text, from what stands in each column, plain and styled.
fn row(columns: impl Iterator<Item = (String, String)>, widths: &[usize], gap: usize) -> String {
    let mut text = String::new();
    let mut owed = 0;
    for ((plain, styled), width) in columns.zip(widths) {
        if !plain.is_empty() {
            text.push_str(&" ".repeat(owed));
            text.push_str(&styled);
            owed = 0;
        }
        owed += width - plain.len() + gap;
    }
    text.push('\n');
    text
}
