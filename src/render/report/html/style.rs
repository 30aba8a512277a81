//! How the page looks: one style sheet, and the patterns that charts are filled with.

/// The style sheet. On paper everything is unfolded but the tables of every figure of everybody,
/// which are wider than any. Every pair of a text's colour and its ground has a contrast of at least 4.5,
/// in the light and in the dark; print is light.
pub const STYLE: &str = "
:root{color-scheme:light dark;
--ground:#f6f7f8;--card:#fff;--ink:#1b1f24;--soft:#57606a;--line:#d3d9e0;--grid:#e4e8ec;
--one:#0b5fa5;--two:#9a4b00;--good:#1a6f35;--bad:#b42318;
--good-tint:#d9f0df;--some-tint:#fbe9c4;--bad-tint:#fbdcd8}
@media (prefers-color-scheme:dark){:root{
--ground:#14171a;--card:#1c2126;--ink:#e6e9ec;--soft:#a9b3bd;--line:#414a54;--grid:#2c333a;
--one:#6cb6ff;--two:#f0a25a;--good:#62cc80;--bad:#ff9287;
--good-tint:#1c3d27;--some-tint:#4a3a17;--bad-tint:#532622}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
bdi,dd,dt,code{overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
header{padding-top:1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.2rem;line-height:1.3;margin:0 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.25rem 0 .75rem}
a{color:var(--one)}
.soft,figcaption,footer{color:var(--soft)}
figcaption,footer,caption,.note{font-size:.875rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;margin:.75rem 0;list-style:none}
section{background:var(--card);border:1px solid var(--line);border-radius:.5rem;
padding:1rem;margin:1rem 0}
.two{display:grid;align-items:start;gap:1rem 2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,27rem),1fr))}
.two>*{min-width:0}
.rates{display:grid;gap:1rem}
.rate{border:1px solid var(--line);border-radius:.5rem;padding:.75rem 1rem}
.rate p{margin:0}
.rate .big{font-size:2rem;font-weight:600;line-height:1.2;font-variant-numeric:tabular-nums}
.bar{display:block;height:.6rem;min-width:4rem;margin:.3rem 0;border:1px solid var(--soft);
border-radius:.15rem;overflow:hidden}
.bar i{display:block;height:100%;background:var(--one)}
.bar.missed i{background:repeating-linear-gradient(135deg,var(--bad) 0 3px,var(--card) 3px 5px)}
figure{margin:0}
figure svg{margin-bottom:.5rem}
svg.chart{display:block;width:100%;max-width:29rem;height:auto}
svg.month{max-width:20rem;margin:0 auto}
svg.hidden{position:absolute;width:0;height:0}
.months{display:grid;gap:.75rem 1.5rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),1fr))}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:start;color:var(--soft);padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--grid)}
thead th{border-bottom:1px solid var(--soft);font-size:.875rem}
tbody th{font-weight:400}
td.n,th.n{text-align:end}
.wide th,.wide td{min-width:4.5rem}
.wide td:has(time),.all th,.all td{min-width:8.5rem}
.wide .bar,.wide bdi{display:block;min-width:7rem}
summary{cursor:pointer;color:var(--one);font-size:.875rem;padding:.25rem 0}
dt{font-weight:600;margin-top:.75rem}
dd{margin:0}
code{font-size:.875em;color:var(--soft)}
svg text{fill:var(--ink);font-size:12px;font-family:inherit}
svg .label{fill:var(--soft);font-size:11px}
svg .halo{paint-order:stroke;stroke:var(--card);stroke-width:3px;stroke-linejoin:round}
svg .end{text-anchor:end}
svg .mid{text-anchor:middle}
svg .grid{stroke:var(--grid);stroke-width:1}
svg .axis{stroke:var(--soft);stroke-width:1}
svg .one-line,svg .two-line{fill:none;stroke-width:2;stroke-linejoin:round}
svg .one-line{stroke:var(--one)}
svg .two-line{stroke:var(--two);stroke-dasharray:5 3}
svg .one-dot,svg .two-dot{stroke-width:2}
svg .one-dot{fill:var(--one);stroke:var(--one)}
svg .two-dot{fill:var(--two);stroke:var(--two)}
svg .few{fill:var(--card)}
svg .one{fill:var(--one)}
svg .two-hatch{fill:url(#hatch-two)}
svg .good{fill:var(--good)}
svg .bad-hatch{fill:url(#hatch-bad)}
svg .dots{fill:url(#dots)}
svg .edge{stroke:var(--ink);stroke-width:1}
svg .empty{fill:none;stroke:var(--grid)}
svg .all{fill:var(--good-tint);stroke:var(--good)}
svg .some{fill:var(--some-tint);stroke:var(--two);stroke-dasharray:3 2}
svg .none{fill:var(--bad-tint);stroke:var(--bad);stroke-width:2}
svg .pattern-two{stroke:var(--two);stroke-width:2.5}
svg .pattern-bad{stroke:var(--bad);stroke-width:2.5}
svg .pattern-dot{fill:var(--one)}
svg .pattern-ground{fill:var(--card)}
@media print{
:root{color-scheme:light;--ground:#fff;--card:#fff;--ink:#000;--soft:#444;--line:#999;--grid:#ccc;
--one:#0b5fa5;--two:#9a4b00;--good:#1a6f35;--bad:#b42318;
--good-tint:#d9f0df;--some-tint:#fbe9c4;--bad-tint:#fbdcd8}
body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header,main,footer{max-width:none;padding:0}
nav{display:none}
section{border:0;padding:0}
figure,tr,.rate,svg{break-inside:avoid}
h2,h3,caption{break-after:avoid}
details::details-content{content-visibility:visible;display:block;height:auto}
details>*{display:block}
.scroll{overflow:visible}
.wide,.wide thead th{font-size:8pt}
details:has(.all){display:none}
.wide th,.wide td,.wide .bar,.wide bdi,.wide td:has(time),.all th,.all td{min-width:0}
a{color:inherit;text-decoration:none}}
";

/// Hatches and dots, so that no area is told from another by its colour alone.
pub const PATTERNS: &str = "<svg class=\"hidden\" aria-hidden=\"true\" focusable=\"false\"><defs>\
<pattern id=\"hatch-two\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<rect class=\"pattern-ground\" width=\"5\" height=\"5\"/>\
<path class=\"pattern-two\" d=\"M-1 6L6 -1M-1 1L1 -1M4 6L6 4\"/></pattern>\
<pattern id=\"hatch-bad\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<rect class=\"pattern-ground\" width=\"5\" height=\"5\"/>\
<path class=\"pattern-bad\" d=\"M-1 -1L6 6M-1 4L1 6M4 -1L6 1\"/></pattern>\
<pattern id=\"dots\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">\
<rect class=\"pattern-ground\" width=\"5\" height=\"5\"/>\
<circle class=\"pattern-dot\" cx=\"2.5\" cy=\"2.5\" r=\"1.5\"/></pattern>\
</defs></svg>\n";

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of a variable in the light, in the dark, and on paper.
    fn colours(name: &str) -> Vec<[f64; 3]> {
        let start = format!("--{name}:#");
        let found = STYLE.match_indices(&start).map(|(at, _)| {
            let rest = &STYLE[at + start.len()..];
            let digits: Vec<char> = rest.chars().take_while(char::is_ascii_hexdigit).collect();
            let full: String = match digits[..] {
                [r, g, b] => [r, r, g, g, b, b].iter().collect(),
                _ => digits.iter().collect(),
            };
            [0, 2, 4].map(|place| {
                let part = u8::from_str_radix(&full[place..place + 2], 16).unwrap();
                let part = f64::from(part) / 255.0;
                if part <= 0.040_45 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            })
        });
        found.collect()
    }

    /// By WCAG 2, "relative luminance" and "contrast ratio".
    fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
        let light = |[r, g, b]: [f64; 3]| 0.2126 * r + 0.7152 * g + 0.0722 * b;
        let (one, other) = (light(one), light(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_and_lines_stand_out_from_their_ground() {
        let table = [
            ("ink", "ground", 7.0),
            ("ink", "card", 7.0),
            ("soft", "ground", 4.5),
            ("soft", "card", 4.5),
            ("one", "card", 4.5),
            ("one", "ground", 4.5),
            ("ink", "good-tint", 4.5),
            ("ink", "some-tint", 4.5),
            ("ink", "bad-tint", 4.5),
            ("soft", "good-tint", 4.5),
            ("soft", "some-tint", 4.5),
            ("soft", "bad-tint", 4.5),
            ("two", "card", 3.0),
            ("good", "card", 3.0),
            ("bad", "card", 3.0),
        ];
        for (text, ground, least) in table {
            let (texts, grounds) = (colours(text), colours(ground));
            assert_eq!((texts.len(), grounds.len()), (3, 3), "{text}, {ground}");
            for (place, (text_colour, ground_colour)) in texts.iter().zip(grounds).enumerate() {
                let found = contrast(*text_colour, ground_colour);
                assert!(found >= least, "{text} on {ground}, {place}: {found:.2}");
            }
        }
    }

    #[test]
    fn nothing_ends_the_style_sheet() {
        assert!(!STYLE.contains(['<', '&']));
        assert!(!STYLE.contains("http") && !STYLE.contains("import"));
    }
}
