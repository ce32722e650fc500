//! A bar chart race of the most frequent words of the Apache License, counted while it is read.

mod support;

use std::time::Duration;

use plotreel::axes::{AxisBelow, Side};
use plotreel::axis::{AxisSide, Which};
use plotreel::error::Result;
use plotreel::text::{HorizontalAlignment, VerticalAlignment};
use plotreel::{Colormap, Figure, FuncAnimation};

const TEXT: &str = include_str!("../LICENSE-APACHE");
const SHOWN: f64 = 10.0;
const WORDS_A_FRAME: usize = 7;

pub(crate) fn main() -> Result<()> {
    let words = TEXT.split(|c: char| !c.is_alphabetic());
    let words = words.filter(|word| word.len() > 1).map(str::to_lowercase);
    let words: Vec<String> = words.collect();
    let mut names = words.clone();
    names.sort();
    names.dedup();
    let total = |name: &String| words.iter().filter(|word| *word == name).count();
    names.sort_by_cached_key(|name| std::cmp::Reverse(total(name)));
    names.truncate(20);

    let mut fig = Figure::new((7.2, 4.8), 100.0);
    let ax = fig.add_axes([0.13, 0.03, 0.84, 0.82])?;
    fig[ax].set_title("Words of the Apache License");
    fig[ax].set_ylim(SHOWN - 0.5, -0.5)?;
    fig[ax].set_yticks(&[0.0; 0]);
    fig[ax].set_axisbelow(AxisBelow::Below)?;
    fig[ax].xaxis.set_ticks_position(AxisSide::Second);
    fig[ax].xaxis.grid(true, Which::Major);
    fig[ax].spine_mut(Side::Right).set_visible(false);
    fig[ax].spine_mut(Side::Bottom).set_visible(false);
    // All begin below the axes.
    let mut places = vec![SHOWN; names.len()];
    let mut counts = vec![0.0; names.len()];
    let bars = fig[ax].barh(&places, &counts)?;
    fig[bars].set_facecolors(Colormap::named("tab20")?.colors())?;
    let mut labels = Vec::new();
    for name in &names {
        let label = [format!("{name} "), String::new()].map(|text| fig[ax].text(0.0, 0.0, text));
        fig[label[0]].set_ha(HorizontalAlignment::Right)?;
        for text in label {
            fig[text].set_va(VerticalAlignment::CenterBaseline)?;
        }
        labels.push(label);
    }

    let animate = |fig: &mut Figure, page: &[String]| {
        for word in page {
            if let Some(place) = names.iter().position(|name| name == word) {
                counts[place] += 1.0;
            }
        }
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by(|a, b| f64::total_cmp(&counts[*b], &counts[*a]));
        for (rank, i) in order.into_iter().enumerate() {
            // Overtaking takes some frames.
            let goal = if counts[i] > 0.0 { rank as f64 } else { SHOWN };
            places[i] += 0.3 * (goal - places[i]);
            fig[labels[i][0]].set_position(0.0, places[i]);
            fig[labels[i][1]].set_position(counts[i], places[i]);
            fig[labels[i][1]].set_text(format!(" {}", counts[i]));
            for text in labels[i] {
                fig[text].set_visible(places[i] < SHOWN - 0.7);
            }
        }
        let longest = counts.iter().copied().fold(10.0, f64::max);
        fig[ax].set_xlim(0.0, 1.08 * longest)?;
        fig[bars].set_widths(&counts)?;
        let bottoms: Vec<f64> = places.iter().map(|place| place - 0.4).collect();
        fig[bars].set_ys(&bottoms)
    };
    // Some frames at the end, for the last changes of position.
    let pages = words.chunks(WORDS_A_FRAME).chain([&[][..]; 20]);
    let animation = FuncAnimation::new(animate, pages).with_interval(Duration::from_millis(40));
    support::save("bar_chart_race", fig, animation)
}
