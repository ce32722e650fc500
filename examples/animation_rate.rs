//! Measures an animation in frames of 640 × 480 pixels per second:
//! `animation_rate save|workers|parallel|show|handed|film|frames FRAMES [OUT]`.
//!
//! A moving line of 1,000 points and a title that counts frames. `save`, `workers` and `parallel` write nothing; `film`
//! writes an .mp4 by ffmpeg with the defaults of libx264; `frames` writes the same frames as packed RGB, for plain
//! ffmpeg. What one thread does for all: `show` changes and copies the figure only, and `handed` draws almost nothing on
//! 16 threads (frames of 8 × 6 pixels).

use std::error::Error;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::time::Instant;

use plotreel::artists::Line2D;
use plotreel::error::Result;
use plotreel::{Axes, Canvas, FFMpegWriter, Figure, FrameSize, FuncAnimation, Handle, NullWriter};

const POINTS: usize = 1000;

fn main() -> std::result::Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let kind = args.next().unwrap_or_default();
    let count: u32 = args.next().ok_or("how many frames?")?.parse()?;
    let out = args.next().unwrap_or_default();
    let scene = Scene::new()?;
    let animation = FuncAnimation::new_pure(|fig, index| scene.show(fig, index), 0..count);
    let (null, mut fig) = (NullWriter::new(30), scene.fig.clone());
    let start = Instant::now();
    match kind.as_str() {
        "save" => animation.save(&mut fig, "", &null).map(drop)?,
        "workers" => animation
            .with_workers(0)
            .save(&mut fig, "", &null)
            .map(drop)?,
        "parallel" => animation.save_parallel(&fig, "", &null).map(drop)?,
        "show" => scene.show_copies(count)?,
        "handed" => {
            let empty = Figure::new((0.08, 0.06), 100.0);
            FuncAnimation::new_pure(|_, _| (), 0..count)
                .with_workers(16)
                .save_parallel(&empty, "", &null)
                .map(drop)?;
        }
        "film" => (animation.save(&mut fig, out, &FFMpegWriter::new(30))).map(drop)?,
        "frames" => scene.write_frames(count, &out)?,
        _ => {
            return Err(
                "which kind: save, workers, parallel, show, handed, film or frames?".into(),
            );
        }
    }
    #[allow(clippy::print_stdout)]
    {
        println!("{}", f64::from(count) / start.elapsed().as_secs_f64());
    }
    Ok(())
}

struct Scene {
    fig: Figure,
    ax: Handle<Axes>,
    line: Handle<Line2D>,
    x: Vec<f64>,
}

impl Scene {
    fn new() -> Result<Self> {
        let x: Vec<f64> = (0..POINTS).map(|i| i as f64 / 100.0).collect();
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot(1, 1, 1)?;
        let line = fig[ax].plot(&x, &x)?;
        fig[ax].set_ylim(-1.1, 1.1)?;
        fig[ax].set_xlabel("Time (s)");
        fig[ax].set_ylabel("Voltage (V)");
        fig[ax].grid(true);
        Ok(Self { fig, ax, line, x })
    }

    fn show(&self, fig: &mut Figure, index: u32) -> Result<()> {
        let wave = |x: &f64| (x + f64::from(index) / 10.0).sin();
        fig[self.line].set_ydata(&self.x.iter().map(wave).collect::<Vec<_>>())?;
        fig[self.ax].set_title(format!("Frame {index}"));
        Ok(())
    }

    fn show_copies(&self, count: u32) -> Result<()> {
        let mut fig = self.fig.clone();
        (0..count).try_for_each(|index| {
            self.show(&mut fig, index)?;
            std::hint::black_box(fig.clone());
            Ok(())
        })
    }

    fn write_frames(&self, count: u32, out: &str) -> std::result::Result<(), Box<dyn Error>> {
        let mut fig = self.fig.clone();
        let mut canvas = Canvas::new(FrameSize::of_figure(fig.figsize(), fig.dpi())?);
        let mut file = BufWriter::new(File::create(out)?);
        for index in 0..count {
            self.show(&mut fig, index)?;
            fig.draw(&mut canvas)?;
            file.write_all(&canvas.to_rgb())?;
        }
        Ok(file.flush()?)
    }
}
