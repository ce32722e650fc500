//! A year of temperatures, with a title from right to left, in Hebrew.
//!
//! With `--font FILE`, a font with Chinese characters, such as Noto Sans CJK, there are titles in Chinese, too.

mod support;

use std::f64::consts::TAU;
use std::time::Duration;

use plotreel::axes::AxisBelow;
use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation, Style};

/// A city's mean temperature and how much it changes, the names of the first months of quarters, and the title of a day.
type City = (f64, f64, [&'static str; 4], fn(usize, f64) -> String);

const JERUSALEM: City = (
    17.0,
    8.0,
    ["ינואר", "אפריל", "יולי", "אוקטובר"],
    |day, degrees| format!("ירושלים, יום {day}: {degrees:.1}°C"),
);
const BEIJING: City = (
    13.0,
    15.0,
    ["一月", "四月", "七月", "十月"],
    |day, degrees| format!("北京，第{day}天：{degrees:.1}°C"),
);

pub(crate) fn main() -> Result<()> {
    let font = support::Options::of_scene("languages")?.font;
    let (mut style, mut cities) = (Style::new(), vec![JERUSALEM]);
    if let Some(file) = &font {
        // A character that the first font lacks is drawn with the second.
        style = style.with_font_family(["DejaVu Sans", file])?;
        cities.push(BEIJING);
    }
    let mut fig = Figure::new((6.0, 3.2), 100.0).with_style(style)?;
    let axs = fig.subplots(1, cities.len())?;
    let days: Vec<f64> = (1..=365).map(f64::from).collect();
    let mut random = support::random(1948);
    let mut films = Vec::new();
    for (ax, (mean, swing, months, title)) in axs.into_iter().zip(cities) {
        let mut weather = 0.0;
        let temperature = |day: &f64| {
            weather = 0.9 * weather + random.normal();
            mean - swing * (TAU * (day - 25.0) / 365.0).cos() + weather
        };
        let degrees: Vec<f64> = days.iter().map(temperature).collect();
        fig[ax].set_xlim(0.0, 366.0)?;
        fig[ax].set_ylim(-10.0, 40.0)?;
        fig[ax].set_xticks(&[1, 91, 182, 274]);
        fig[ax].set_xticklabels(months)?;
        fig[ax].grid(true);
        fig[ax].set_axisbelow(AxisBelow::Below)?;
        let line = fig[ax].plot_fmt(&[0.0; 0], &[0.0; 0], "tab:red")?;
        fig[line].set_linewidth(1.0)?;
        films.push((ax, line, degrees, title));
    }

    let update = |fig: &mut Figure, day: usize| {
        for (ax, line, degrees, title) in &films {
            fig[*line].set_data(&days[..day], &degrees[..day])?;
            fig[*ax].set_title(title(day, degrees[day - 1]));
        }
        Ok::<_, plotreel::Error>(())
    };
    let animation =
        FuncAnimation::new(update, (5..=365).step_by(4)).with_interval(Duration::from_millis(50));
    support::save("languages", fig, animation)
}
