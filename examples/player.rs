//! A spreading wave packet, as a page with a player: `player.html`.
//!
//! The README's picture assets/player.png shows a page that begins with frame 40: `cargo run --example player 40`, then
//! `chromium --headless --hide-scrollbars --window-size=700,560 --screenshot=assets/player.png player.html`

use plotreel::error::Result;
use plotreel::writers::{Metadata, PlayMode};
use plotreel::{Figure, HTMLWriter, MovieWriterExt};

fn main() -> Result<()> {
    // The first frame of the film.
    let first = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    let x: Vec<f64> = (0..800).map(|i| f64::from(i) / 20.0).collect();
    let mut fig = Figure::new((6.4, 4.0), 100.0);
    let ax = fig.add_subplot(1, 1, 1)?;
    let wave = fig[ax].plot(&x, &x)?;
    let hull = fig[ax].plot_fmt(&x, &x, "C1--")?;
    fig[wave].set_label("$\\mathrm{Re}\\,\\psi$");
    fig[hull].set_label("$|\\psi|$");
    fig[ax].set_ylim(-1.1, 1.1)?;
    fig[ax].set_xlabel("$x$");
    fig[ax].grid(true);
    fig[ax].legend();
    fig.tight_layout()?;

    let metadata = Metadata::new().with("title", "A wave packet");
    let writer = HTMLWriter::new(30)
        .with_default_mode(PlayMode::Reflect)
        .with_metadata(metadata);
    let mut movie = writer.saving(&fig, "player.html", 100.0)?;
    for frame in first..120 {
        let t = f64::from(frame) / 120.0;
        let width = (1.5f64.powi(2) + (3.0 * t).powi(2)).sqrt();
        let envelope =
            |x: &f64| (1.5 / width).sqrt() * (-((x - 8.0 - 24.0 * t) / width).powi(2)).exp();
        let psi = |x: &f64| envelope(x) * (4.0 * x - 48.0 * t).cos();
        fig[wave].set_ydata(&x.iter().map(psi).collect::<Vec<_>>())?;
        fig[hull].set_ydata(&x.iter().map(envelope).collect::<Vec<_>>())?;
        movie.grab_frame(&fig)?;
    }
    movie.finish()
}
