//! How an animation is saved.

use std::time::Duration;

use crate::color::IntoColor;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::film::{FigureMovie, WriterChoice, choice_setters};
use crate::writers::{
    Destination, Fps, MovieOptions, Part, Shown, WriterSettings, settings_setters,
};

/// Options of [`Animation::save_with`](crate::Animation::save_with).
///
/// ```
/// use plotreel::SaveOptions;
///
/// let options = SaveOptions::new()
///     .with_writer("ffmpeg")
///     .with_fps(24)
///     .with_dpi(150.0)
///     .with_codec("libx265")
///     .with_extra_args(["-crf", "20"])
///     .with_title("A wave")
///     .with_facecolor("lightyellow")?;
/// # let _ = options;
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SaveOptions {
    choice: WriterChoice,
    settings: WriterSettings,
    /// If it is not 1 / interval.
    fps: Option<Fps>,
    /// If it is not the figure's.
    dpi: Option<f64>,
    movie: MovieOptions,
    /// The number of a part of the film, and that of all parts.
    part: Option<(u64, u64)>,
}

impl SaveOptions {
    /// The writer "auto", the figure's dpi and background, and the animation's interval.
    pub fn new() -> Self {
        Self {
            choice: WriterChoice::auto(),
            settings: WriterSettings::new(1),
            fps: None,
            dpi: None,
            // Its dpi is known when the figure is.
            movie: MovieOptions::new(0.0),
            part: None,
        }
    }

    /// Frames per second; without this 1 / interval.
    pub fn with_fps(mut self, fps: impl Into<Fps>) -> Self {
        self.fps = Some(fps.into());
        self
    }

    /// Pixels per inch; without this the figure's dpi.
    pub fn with_dpi(mut self, dpi: f64) -> Self {
        self.dpi = Some(dpi);
        self
    }

    /// Omits the backgrounds of the figure and of its axes, or, if `false`, composites the figure onto white.
    pub fn with_transparent(mut self, transparent: bool) -> Self {
        self.movie = self.movie.with_transparent(transparent);
        self
    }

    /// The background colour; without this the figure's own.
    ///
    /// # Errors
    /// [`Error::UnknownColor`].
    pub fn with_facecolor(mut self, color: impl IntoColor) -> Result<Self> {
        self.movie = self.movie.with_facecolor(color)?;
        Ok(self)
    }

    /// Makes every `every`-th frame a keyframe, so that parts of a film can be joined: see
    /// [`MovieOptions::with_keyframes`].
    pub fn with_keyframes(mut self, every: u64) -> Self {
        self.movie = self.movie.with_keyframes(every);
        self
    }

    /// Writes part `index`, counted from 0, of a film in `count` parts, which [`concat`](crate::concat) joins: each may be
    /// written by another process or machine.
    ///
    /// The parts have about the same number of frames, and begin at keyframes of the whole film. Where
    /// [`with_keyframes`](Self::with_keyframes) is given for the parts and for a film made in one go, their frames are
    /// the same: see the guide. The number of frames must be known, by what the animation runs over or by
    /// [`with_frame_count`](crate::Animation::with_frame_count).
    ///
    /// ```
    /// use plotreel::{Figure, FuncAnimation, SaveOptions, concat};
    ///
    /// # let folder = tempfile::tempdir().unwrap();
    /// # std::env::set_current_dir(&folder).unwrap();
    /// let mut fig = Figure::new((1.6, 1.2), 100.0);
    /// let options = SaveOptions::new().with_fps(10);
    /// for part in 0..3 {
    ///     FuncAnimation::new_pure(|fig, i| fig.suptitle(format!("{i}")), 0..20)
    ///         .save_with(&mut fig, format!("part{part}.gif"), &options.clone().with_part(part, 3))?;
    /// }
    /// let film = concat(["part0.gif", "part1.gif", "part2.gif"], "film.gif")?;
    /// assert_eq!(film.frames, 20);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn with_part(mut self, index: u64, count: u64) -> Self {
        self.part = Some((index, count));
        self
    }

    /// All writer settings at once, replacing earlier ones; their frame rate replaces the interval.
    pub fn with_settings(mut self, settings: WriterSettings) -> Self {
        self.fps = Some(settings.fps);
        self.settings = settings;
        self
    }

    /// The film's title.
    pub fn with_title(mut self, title: &str) -> Self {
        self.settings.metadata.set("title", title);
        self
    }

    choice_setters! {}

    settings_setters! {
        settings:
        codec;
        bitrate;
        extra_args;
        program;
        stall_timeout;
        loop_count;
        frame_format;
        embed_frames;
        /// So is the element of [`to_html5_video`](crate::Animation::to_html5_video).
        embed_limit;
        default_mode;
        metadata;
    }

    /// For a film with a given container.
    pub(super) fn without_format(&self) -> Self {
        let mut options = self.clone();
        options.choice.format = None;
        options
    }

    /// The embed limit, for a film that is not itself a page, and these options without it.
    pub(super) fn split_embed_limit(&self) -> (Option<f64>, Self) {
        let mut options = self.clone();
        (options.settings.embed_limit.take(), options)
    }

    /// Frames per second of an animation with this interval.
    fn fps_at(&self, interval: Duration) -> Result<Fps> {
        self.fps.map_or_else(|| fps_of(interval), Ok)
    }

    pub(super) fn is_part(&self) -> bool {
        self.part.is_some()
    }

    /// The frames of the part of a film of so many frames, if it is a part; `durations` are those of its first frames.
    pub(super) fn part_of(
        &self,
        frames: Option<u64>,
        interval: Duration,
        durations: &[Duration],
    ) -> Result<Option<Part>> {
        let Some((index, count)) = self.part else {
            return Ok(None);
        };
        let Some(frames) = frames else {
            return Err(Part::of_unknown(
                "a frame count by with_frame_count, or frames that tell how many they are",
            ));
        };
        let every = self.movie.keyframes().unwrap_or(1);
        let part = Part::of(index, count, frames, every)?;
        if durations.is_empty() {
            return Ok(Some(part));
        }
        let first = part.frames().start;
        let own = &durations[..durations.len().min(first as usize)];
        let others = Shown {
            frames: first - own.len() as u64,
            more: own.iter().sum(),
        };
        let fps = self.fps_at(interval)?.check()?;
        Ok(Some(part.with_begin(others.duration(fps))))
    }

    /// Begins the film.
    pub(super) fn begin(
        &self,
        fig: &Figure,
        out_file: Destination,
        interval: Duration,
        first: First,
    ) -> Result<FigureMovie> {
        let mut settings = self.settings.clone();
        settings.fps = self.fps_at(interval)?;
        let dpi = self.dpi.unwrap_or(fig.dpi());
        let options = first.options(self.movie.clone().at_dpi(dpi));
        self.choice.begin(fig, out_file, &settings, &options)
    }
}

/// The first frame of a film.
#[derive(Debug, Clone, Copy)]
pub(super) enum First {
    /// By its number.
    Index(u64),
    /// That of a part.
    OfPart(Part),
}

impl First {
    pub(super) fn of(index: u64, part: Option<Part>) -> Self {
        part.map_or(Self::Index(index), Self::OfPart)
    }

    /// Options of a film that begins with it.
    pub(super) fn options(self, options: MovieOptions) -> MovieOptions {
        match self {
            Self::Index(index) => options.with_first_index(index),
            Self::OfPart(part) => options.with_part(part),
        }
    }
}

impl Default for SaveOptions {
    fn default() -> Self {
        Self::new()
    }
}

/// One frame per interval.
fn fps_of(interval: Duration) -> Result<Fps> {
    if interval.is_zero() {
        return Err(Error::Setting {
            name: "the interval",
            value: "zero".into(),
            expected: "a time above zero",
        });
    }
    Ok((1.0 / interval.as_secs_f64()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frame_rates_of_intervals_are_exact() {
        let fps = |millis| fps_of(Duration::from_millis(millis)).unwrap();
        assert_eq!(fps(200), 5.into());
        assert_eq!(fps(33), (1000, 33).into());
        assert_eq!(fps(20), 50.into());
        assert_eq!(fps(60_000), (1, 60).into());
        assert!(fps_of(Duration::ZERO).is_err());
    }
}
