//! Three sorting algorithms on the same bars, one swap per frame.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Colormap, Figure, FuncAnimation};

const COUNT: usize = 32;

/// Numbers, and their order after each swap.
struct Reel(Vec<usize>, Vec<Vec<usize>>);

impl Reel {
    fn swap(&mut self, a: usize, b: usize) {
        if a != b {
            self.0.swap(a, b);
            self.1.push(self.0.clone());
        }
    }
}

/// Shell sort with these gaps; the last must be 1.
fn shell_sort(reel: &mut Reel, gaps: &[usize]) {
    for gap in gaps {
        for mut i in *gap..COUNT {
            while i >= *gap && reel.0[i - gap] > reel.0[i] {
                reel.swap(i, i - gap);
                i -= gap;
            }
        }
    }
}

/// Quicksort: moves numbers below the last one to the front, puts it after them, and sorts both sides.
fn quicksort(reel: &mut Reel, start: usize, end: usize) {
    let mut middle = start;
    for i in start..end {
        if reel.0[i] < reel.0[end - 1] || i == end - 1 {
            reel.swap(i, middle);
            middle += 1;
        }
    }
    if start + 1 < end {
        quicksort(reel, start, middle - 1);
        quicksort(reel, middle, end);
    }
}

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1959);
    let mut numbers: Vec<usize> = (1..=COUNT).collect();
    numbers.sort_by_cached_key(|_| (1e9 * random.uniform()) as u64);
    type Sort = fn(&mut Reel);
    let sorts: [(&str, Sort); 3] = [
        ("Insertion sort", |reel| shell_sort(reel, &[1])),
        ("Shell sort", |reel| shell_sort(reel, &[10, 4, 1])),
        ("Quicksort", |reel| quicksort(reel, 0, COUNT)),
    ];
    let rainbow = Colormap::named("rainbow")?.colors();

    let mut fig = Figure::new((9.0, 3.2), 100.0);
    let axs = fig.subplots(1, 3)?;
    let mut panels = Vec::new();
    for (ax, (name, sort)) in axs.into_iter().zip(sorts) {
        let places: Vec<usize> = (0..COUNT).collect();
        let bars = fig[ax].bar(&places, &numbers)?;
        fig[ax].set_axis_off();
        fig[ax].set_title(name);
        let mut reel = Reel(numbers.clone(), vec![numbers.clone()]);
        sort(&mut reel);
        panels.push((ax, name, bars, reel.1));
    }
    fig.tight_layout()?;

    let animate = |fig: &mut Figure, frame: usize| {
        for (ax, name, bars, states) in &panels {
            let state = |frame: usize| &states[frame.min(states.len() - 1)];
            let (now, before) = (state(frame), state(frame.saturating_sub(1)));
            let at_rest = now.iter().map(|number| rainbow[255 * number / COUNT]);
            fig[*bars].set_heights(now)?;
            fig[*bars].set_facecolors(at_rest)?;
            for moved in (0..COUNT).filter(|i| now[*i] != before[*i]) {
                fig[*bars].set_facecolor_at(moved, "black")?;
            }
            let swaps = frame.min(states.len() - 1);
            fig[*ax].set_title(format!("{name}: {swaps} swaps"));
        }
        Ok::<_, plotreel::Error>(())
    };
    let swaps = panels.iter().map(|panel| panel.3.len()).max();
    let animation = FuncAnimation::new(animate, 0..swaps.unwrap_or(0) + 20)
        .with_interval(Duration::from_millis(33));
    support::save("sorting", fig, animation)
}
