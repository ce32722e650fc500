//! Growing bars: every frame has its own bars and shows only these.

mod support;

use std::time::Duration;

use plotreel::error::Result;
use plotreel::{ArtistAnimation, Figure};

pub(crate) fn main() -> Result<()> {
    let mut fig = Figure::new((6.4, 4.8), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let mut random = support::random(1968);
    let mut lengths = [20.0; 4];
    let mut frames = Vec::new();
    for _ in 0..20 {
        lengths = lengths.map(|length| length + (10.0 * random.uniform()).floor());
        let bars = fig[ax].barh(&[1, 2, 3, 4], &lengths)?;
        fig[bars].set_facecolors(["tab:blue", "tab:red", "tab:green", "tab:purple"])?;
        frames.push([bars]);
    }
    let animation = ArtistAnimation::new(frames).with_interval(Duration::from_millis(400));
    support::save("artist_animation_bars", fig, animation)
}
