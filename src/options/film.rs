//! What options make: the figure of a film, and the film.

use std::time::Duration;

use crate::annotations::{Moment, Notes};
use crate::artists::AxesImage;
use crate::canvas::Interpolation;
use crate::color::ColorRange;
use crate::error::{Error, Result};
use crate::figure::Figure;
use crate::film::FigureMovie;
use crate::handle::Handle;
use crate::options::{COLORS, WriteOptions};
use crate::source::ImageSource;
use crate::style::Origin;
use crate::writers::{Destination, Metadata, MovieOptions, Part};

impl WriteOptions {
    /// Rejects options that are known to be invalid without a frame.
    ///
    /// `known` is the number of frames that the iterator promises.
    pub(crate) fn check(&self, known: Option<u64>) -> Result<()> {
        self.settings.fps.check()?;
        self.annotations.check(self.frame_count(known))?;
        self.color_range()?;
        self.part_of(known)?;
        if self.frames(self.frame_count(known)).is_empty() {
            return Err(Error::NoFrames);
        }
        if self.dpi > 0.0 && self.dpi.is_finite() {
            return Ok(());
        }
        Err(Error::Setting {
            name: "dpi",
            value: self.dpi.to_string(),
            expected: "pixels per inch above 0, such as 100",
        })
    }

    fn color_range(&self) -> Result<ColorRange> {
        let given = self.range.map(|(low, high)| ColorRange::new(low, high));
        Ok(given.transpose()?.unwrap_or_default())
    }

    /// A figure that shows the first frame, and the parts of it that change with the others.
    pub(crate) fn figure(
        &self,
        first: &impl ImageSource,
        moment: Moment,
    ) -> Result<(Figure, Handle<AxesImage>, Notes<'_>)> {
        // The figure's size is that of the frame, which is not known before there is an image.
        let mut fig = Figure::new((1.0, 1.0), self.dpi).with_style(self.style.clone())?;
        let ax = fig.add_axes([0.0, 0.0, 1.0, 1.0])?;
        fig[ax].set_axis_off();
        let handle = fig[ax].imshow_in(self.color_range()?, first)?;
        let image = &mut fig[handle];
        image.set_interpolation(Interpolation::Nearest)?;
        self.refuse_idle(image.is_scalar())?;
        image.set_origin(Origin::Upper);
        if let Some(cmap) = &self.cmap {
            image.set_cmap(cmap.clone());
        }
        image.set_norm(self.norm());
        let notes = self
            .annotations
            .add_to(&mut fig, (ax, handle), self.room, moment)?;
        Ok((fig, handle, notes))
    }

    /// Rejects colormap options for colour frames, and colour ranges for scalar frames.
    fn refuse_idle(&self, is_scalar: bool) -> Result<()> {
        let of_numbers = [
            ("cmap", self.cmap.is_some()),
            ("norm", self.norm.is_some()),
            ("vmin", self.vmin.is_some()),
            ("vmax", self.vmax.is_some()),
        ];
        let of_colors = [("range", self.range.is_some())];
        let (idle, reason, advice) = match is_scalar {
            false => (
                &of_numbers[..],
                COLORS,
                "omit it, or give frames of one channel",
            ),
            true => (
                &of_colors[..],
                "the frames are scalar and have a colormap",
                "omit it, or give vmin and vmax",
            ),
        };
        match idle.iter().find(|(_, given)| *given) {
            None => Ok(()),
            Some((setting, _)) => Err(Error::NoEffect {
                setting: (*setting).into(),
                reason: reason.into(),
                advice: advice.into(),
            }),
        }
    }

    /// The number of frames of the whole film, if this is a part of it.
    fn part_of(&self, known: Option<u64>) -> Result<Option<u64>> {
        match self.frame_count(known) {
            None if self.is_part => Err(Part::of_unknown(
                "a frame count by with_frame_count, or files that tell how many frames they have",
            )),
            total => Ok(total.filter(|_| self.is_part)),
        }
    }

    /// Begins the film.
    ///
    /// It begins with the first of the frames that are written, after `begin` if frames before that have own durations;
    /// `known` is the number of frames, if it is known.
    pub(crate) fn begin(
        &self,
        fig: &Figure,
        out_file: Destination,
        begin: Option<Duration>,
        known: Option<u64>,
    ) -> Result<FigureMovie> {
        let mut settings = self.settings.clone();
        settings.metadata = Metadata::of_animation(
            self.title.as_deref(),
            self.comment.as_deref(),
            &self.settings.metadata,
        );
        let mut options = MovieOptions::new(self.dpi);
        if self.transparent {
            options = options.with_transparent(true);
        }
        if let Some(every) = self.keyframes {
            options = options.with_keyframes(every);
        }
        let frames = self.frames(self.frame_count(known));
        options = options.with_first_index(frames.start);
        if let Some(total) = self.part_of(known)? {
            let part = Part::new(frames, total);
            options = options.with_part(begin.map_or(part, |begin| part.with_begin(begin)));
        }
        self.choice.begin(fig, out_file, &settings, &options)
    }
}
