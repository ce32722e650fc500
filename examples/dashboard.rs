//! The dashboard of a server: a mosaic of its requests, their status, their duration, and the load of its cores.

mod support;

use std::time::Duration;

use ndarray::Array2;
use plotreel::axes::{Aspect, BarOptions, PieOptions};
use plotreel::error::Result;
use plotreel::image::Origin;
use plotreel::{Colormap, Figure, FuncAnimation, Style};

const SECONDS: usize = 60;
const BINS: usize = 20;
const CORES: usize = 4;

pub(crate) fn main() -> Result<()> {
    let mut random = support::random(1991);
    let mut load = 60.0;
    let mut requests = vec![0.0; SECONDS];
    let mut durations = Array2::<f64>::zeros((BINS, SECONDS));
    let mut statuses = [600.0, 250.0, 100.0, 50.0];
    let mut cores = [50.0; CORES];

    let mut fig = Figure::new((7.2, 4.4), 100.0).with_style(Style::new().with_font_size(8.0))?;
    let axs = fig.subplot_mosaic("RRS;DDC")?;
    let ago: Vec<f64> = (0..SECONDS).map(|i| i as f64 - 59.0).collect();
    fig[axs["R"]].set_title("requests per second");
    fig[axs["R"]].set_xlim(-59.0, 0.0)?;
    fig[axs["R"]].set_ylim(0.0, 150.0)?;
    let area = fig[axs["R"]].fill_between(&ago, &requests, &[0.0; SECONDS])?;
    fig[area].set_alpha(0.3)?;
    let line = fig[axs["R"]].plot(&ago, &requests)?;

    fig[axs["S"]].set_title("status");
    let pie = PieOptions::new()
        .with_labels(["hit", "miss", "error", "timeout"])
        .with_colors(["tab:green", "tab:blue", "tab:red", "tab:orange"])?
        .with_startangle(90.0);
    let pie = fig[axs["S"]].pie_with(&statuses, &pie)?;

    fig[axs["D"]].set_title("duration / ms");
    fig[axs["D"]].set_xlabel("seconds ago");
    let image = fig[axs["D"]].imshow(&durations)?;
    fig[image].set_origin(Origin::Lower);
    fig[image].set_extent([-59.0, 0.0, 0.0, 100.0])?;
    fig[image].set_cmap(Colormap::named("magma")?);
    fig[image].set_clim(Some(0.0), Some(25.0));
    fig[axs["D"]].set_aspect(Aspect::Auto)?;

    fig[axs["C"]].set_title("load of the cores");
    fig[axs["C"]].set_xlim(0.0, 125.0)?;
    let options = BarOptions::new().with_colors(["C0", "C1", "C2", "C4"])?;
    let bars = fig[axs["C"]].barh_with(&["a", "b", "c", "d"], &cores, &options)?;
    let labels = fig[axs["C"]].bar_label(bars);
    fig[labels].set_fmt("%.0f %%")?;
    fig[labels].set_padding(3.0)?;
    fig.tight_layout()?;

    let update = |fig: &mut Figure, _: i32| {
        load = f64::clamp(
            load + 0.1 * (80.0 - load) + 8.0 * random.normal(),
            10.0,
            140.0,
        );
        let count = (load + 4.0 * random.normal()).round().max(0.0);
        requests.rotate_left(1);
        requests[SECONDS - 1] = count;
        // The busier it is, the longer it takes.
        let mut column = [0.0; BINS];
        for _ in 0..count as usize {
            let duration = (1.8 + load / 60.0 + 0.35 * random.normal()).exp();
            column[((duration / 5.0) as usize).min(BINS - 1)] += 1.0;
            let luck = random.uniform();
            let status = [0.6, 0.85, 0.95].iter().filter(|share| luck >= **share);
            statuses[status.count()] += 1.0;
        }
        for (mut row, count) in durations.rows_mut().into_iter().zip(column) {
            for i in 1..SECONDS {
                row[i - 1] = row[i];
            }
            row[SECONDS - 1] = count;
        }
        for core in &mut cores {
            *core = f64::clamp(
                *core + 0.2 * (load / 1.4 - *core) + 5.0 * random.normal(),
                1.0,
                100.0,
            );
        }
        fig[area].set_data(&ago, &requests, &[0.0; SECONDS])?;
        fig[line].set_ydata(&requests)?;
        fig[image].set_data(&durations)?;
        pie.set_data(&mut fig[axs["S"]], &statuses)?;
        fig[bars].set_widths(&cores)
    };
    let animation = FuncAnimation::new(update, 0..120).with_interval(Duration::from_millis(80));
    support::save("dashboard", fig, animation)
}
