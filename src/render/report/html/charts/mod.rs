//! Charts as SVG, drawn by hand: flat shapes with classes, whose colours and patterns the style
//! sheet decides, so that they follow the theme and the printer. Each says what it shows in its
//! title and description, and stands in a figure with the table of its numbers.

pub mod calendar;
pub mod flow;
pub mod lateness;
pub mod pareto;
pub mod rates;

use chrono::NaiveDate;

use crate::render::report::html::escape;
use crate::render::report::html::table::folded;

/// The units that a chart is wide: about the pixels of a phone, so that its letters are as large
/// there as the text around them.
pub const WIDTH: f64 = 340.0;

/// A drawing while it is put together. Its units grow with the space it is given.
pub struct Chart {
    id: String,
    title: String,
    description: String,
    class: &'static str,
    width: f64,
    height: f64,
    shapes: String,
}

impl Chart {
    /// An empty one. The id is its own on the page; title and description are plain text.
    pub fn new(id: &str, title: &str, description: &str, height: f64) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            description: description.to_owned(),
            class: "chart",
            width: WIDTH,
            height,
            shapes: String::new(),
        }
    }

    /// The same as one of many small ones.
    pub fn small(self, class: &'static str, width: f64) -> Self {
        Self {
            class,
            width,
            ..self
        }
    }

    /// A rectangle, and what is said of it under the pointer.
    pub fn rect(&mut self, class: &str, [x, y, width, height]: [f64; 4], tip: &str) {
        let [x, y, width, height] = [x, y, width.max(0.0), height.max(0.0)].map(number);
        self.shape(
            &format!(
                "rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""
            ),
            "rect",
            tip,
        );
    }

    /// A round mark.
    pub fn circle(&mut self, class: &str, x: f64, y: f64, tip: &str) {
        let [x, y] = [x, y].map(number);
        self.shape(
            &format!("circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"3.5\""),
            "circle",
            tip,
        );
    }

    /// A square mark.
    pub fn square(&mut self, class: &str, x: f64, y: f64, tip: &str) {
        self.rect(class, [x - 3.0, y - 3.0, 6.0, 6.0], tip);
    }

    /// A line through points.
    pub fn line(&mut self, class: &str, points: &[(f64, f64)]) {
        let points = points
            .iter()
            .map(|(x, y)| format!("{},{}", number(*x), number(*y)));
        let points: Vec<String> = points.collect();
        self.shapes.push_str(&format!(
            "<polyline class=\"{class}\" points=\"{}\"/>\n",
            points.join(" ")
        ));
    }

    /// Words; `markup` is escaped already.
    pub fn words(&mut self, class: &str, x: f64, y: f64, markup: &str) {
        let [x, y] = [x, y].map(number);
        self.shapes.push_str(&format!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{markup}</text>\n"
        ));
    }

    /// The drawing as markup.
    pub fn finish(self) -> String {
        let id = &self.id;
        format!(
            "<svg class=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\">\n<title id=\"{id}-title\">{}</title>\n\
             <desc id=\"{id}-desc\">{}</desc>\n{}</svg>\n",
            self.class,
            number(self.width),
            number(self.height),
            escape::text(&self.title),
            escape::text(&self.description),
            self.shapes
        )
    }

    fn shape(&mut self, tag: &str, name: &str, tip: &str) {
        if tip.is_empty() {
            self.shapes.push_str(&format!("<{tag}/>\n"));
        } else {
            let tip = escape::text(tip);
            self.shapes
                .push_str(&format!("<{tag}><title>{tip}</title></{name}>\n"));
        }
    }
}

/// A chart with what is to be known to read it, and the table of its numbers.
pub fn figure(charts: &str, caption: &str, table: &str) -> String {
    format!(
        "<figure>\n{charts}<figcaption>{}</figcaption>\n{}</figure>\n",
        escape::text(caption),
        folded("The numbers of this chart", table)
    )
}

/// A count as a length.
pub fn length(count: u64) -> f64 {
    // Charts of more than four billion promises may end there.
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

/// A place in a list as a length.
pub fn place(index: usize) -> f64 {
    length(index as u64)
}

/// Round amounts from nothing to at least the greatest, three to six of them.
pub fn ticks(most: u64) -> Vec<u64> {
    let most = most.max(1);
    let steps = (0..19).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_u64.pow(power)));
    let step = steps
        .into_iter()
        .find(|step| most.div_ceil(*step) <= 4)
        .unwrap_or(most);
    (0..=most.div_ceil(step))
        .map(|count| count * step)
        .collect()
}

/// A day as short as an axis needs it.
pub fn short_date(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

/// A coordinate with one decimal at most.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    match text.strip_suffix(".0") {
        Some("-0") => "0".to_owned(),
        Some(whole) => whole.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_round_amounts() {
        let table: [(u64, &[u64]); 6] = [
            (0, &[0, 1]),
            (3, &[0, 1, 2, 3]),
            (5, &[0, 2, 4, 6]),
            (17, &[0, 5, 10, 15, 20]),
            (100, &[0, 50, 100]),
            (u64::MAX / 4, &[]),
        ];
        for (most, expected) in table {
            let found = ticks(most);
            assert!(found.last().is_some_and(|last| *last >= most), "{most}");
            assert!(found.len() <= 6, "{most}: {found:?}");
            if !expected.is_empty() {
                assert_eq!(found, expected, "{most}");
            }
        }
    }

    #[test]
    fn coordinates_are_short() {
        let table = [(1.0, "1"), (-0.04, "0"), (2.25, "2.2"), (33.333, "33.3")];
        for (value, text) in table {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn foreign_text_stays_text() {
        let mut chart = Chart::new("x", "<a>", "\"b\"", 10.0);
        chart.rect("one", [0.0, 0.0, -1.0, 5.0], "</title>");
        let markup = chart.finish();
        assert!(markup.contains(">&lt;a&gt;<") && markup.contains(">&quot;b&quot;<"));
        assert!(markup.contains("<title>&lt;/title&gt;</title>"));
        assert!(markup.contains("width=\"0\""));
    }
}
