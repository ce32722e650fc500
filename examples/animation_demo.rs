//! Noise, with a title that counts frames: the axes are cleared and plotted again for each frame.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{Figure, FuncAnimation};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let mut random = support::random(1968);

    let animate = |fig: &mut Figure, i| {
        fig[ax].clear();
        fig[ax].set_title(format!("frame {i}"));
        fig[ax].imshow(&random.array(50, 50)).map(drop)
    };
    let animation = FuncAnimation::new(animate, 0..50).with_interval(Duration::from_millis(100));
    support::save("animation_demo", fig, animation)
}
