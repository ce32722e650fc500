//! A part of a film: the frames that it holds, and the mark in its file that says so.

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::pictures::Shown;
use crate::writers::{Fps, FrameFormat, WriterSettings};

/// The first word of a mark.
const MARK: &str = "plotreel-part";
/// What the last words of a part begin with.
const END: &str = "plotreel-part-end frames=";

/// The frames of a film that is written in parts, by several processes or machines; [`concat`](crate::concat) joins
/// them.
///
/// The file of a part says which frames of which film it holds. `.mp4`, `.m4v`, `.mov`, `.mkv`, `.webm`, `.gif`,
/// `.apng`, `.webp` and numbered PNG files can be parts.
///
/// ```
/// use ndarray::Array3;
/// use plotreel::{GifWriter, Movie, MovieOptions, concat};
/// use plotreel::writers::Part;
///
/// # let folder = tempfile::tempdir().unwrap();
/// # std::env::set_current_dir(&folder).unwrap();
/// for (name, frames) in [("a.gif", 0..3), ("b.gif", 3..5)] {
///     let options = MovieOptions::new(100.0).with_part(Part::new(frames.clone(), 5));
///     let mut movie = Movie::new_with(&GifWriter::new(10), name, (64, 48), &options)?;
///     for shade in frames {
///         movie.write_frame(&Array3::from_elem((48, 64, 3), 20 * shade as u8))?;
///     }
///     movie.finish()?;
/// }
/// assert_eq!(concat(["a.gif", "b.gif"], "film.gif")?.frames, 5);
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    first: u64,
    end: u64,
    film_frames: u64,
    begin: Option<Duration>,
}

impl Part {
    /// These frames of a film of `film_frames` frames, both counted from 0.
    pub fn new(frames: Range<u64>, film_frames: u64) -> Self {
        Self {
            first: frames.start,
            end: frames.end,
            film_frames,
            begin: None,
        }
    }

    /// When the first frame is shown in the whole film, if not all frames before it last 1 / fps seconds.
    pub fn with_begin(mut self, begin: Duration) -> Self {
        self.begin = Some(begin);
        self
    }

    /// Part `index` of `count` parts of about equal length, which begin at multiples of `every`, the distance of keyframes.
    ///
    /// ```
    /// use plotreel::writers::Part;
    ///
    /// let parts = (0..3).map(|index| Part::of(index, 3, 1000, 250));
    /// let frames: Vec<_> = parts.map(|part| part.map(|part| part.frames())).collect::<Result<_, _>>()?;
    /// assert_eq!(frames, [0..250, 250..500, 500..1000]);
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`] for a part that does not exist or that would have no frame.
    pub fn of(index: u64, count: u64, film_frames: u64, every: u64) -> Result<Self> {
        if index >= count {
            return Err(Error::Setting {
                name: "the part",
                value: format!("{index} of {count}"),
                expected: "a number from 0, below the number of parts",
            });
        }
        // Keyframe groups, not frames, are shared out, so that all parts but the last end with a whole group.
        let every = every.max(1);
        let groups = u128::from(film_frames.div_ceil(every));
        let bound = |part: u64| {
            let group = groups * u128::from(part) / u128::from(count);
            (group as u64).saturating_mul(every).min(film_frames)
        };
        let part = Self::new(bound(index)..bound(index + 1), film_frames);
        if part.frames().is_empty() {
            return Err(Error::Setting {
                name: "the number of parts",
                value: format!("{count} for {film_frames} frames with a keyframe every {every}"),
                expected: "fewer parts, so that each has a frame, or keyframes at a shorter distance",
            });
        }
        Ok(part)
    }

    /// Its frames, by their numbers in the whole film.
    pub fn frames(&self) -> Range<u64> {
        self.first..self.end
    }

    /// The number of frames of the whole film.
    pub fn film_frames(&self) -> u64 {
        self.film_frames
    }

    /// The error for a film whose number of frames is not known; `expected` is what tells it.
    pub(crate) fn of_unknown(expected: &'static str) -> Error {
        Error::Setting {
            name: "the number of frames of a film in parts",
            value: "unknown".into(),
            expected,
        }
    }

    /// Refuses frames that the film has not.
    pub(super) fn check(&self) -> Result<()> {
        if self.first < self.end && self.end <= self.film_frames {
            return Ok(());
        }
        let (frames, of) = (self.frames(), self.film_frames);
        Err(Error::Setting {
            name: "the frames of a part",
            value: format!("{} to {} of {of}", frames.start, frames.end),
            expected: "at least one frame, within the film",
        })
    }

    /// Whether the film ends with it.
    pub(super) fn is_last(&self) -> bool {
        self.end == self.film_frames
    }

    /// The time of the film before it.
    pub(super) fn begin(&self) -> Shown {
        match self.begin {
            Some(more) => Shown { frames: 0, more },
            None => Shown {
                frames: self.first,
                more: Duration::ZERO,
            },
        }
    }
}

impl FrameFormat {
    /// The mark of a part; `None` if the film is whole.
    ///
    /// `more` are settings of the writer that [`WriterSettings`] does not have.
    pub(super) fn mark(
        &self,
        writer: &str,
        settings: &WriterSettings,
        more: impl fmt::Debug,
    ) -> Option<Mark> {
        let part = self.part?;
        let begin = part.begin();
        let fps = settings.fps;
        let of_frames = 1_000_000_000 * u128::from(begin.frames) * u128::from(fps.den());
        let begin = of_frames / u128::from(fps.num().max(1)) + begin.more.as_nanos();
        let begin = Duration::from_nanos(u64::try_from(begin).unwrap_or(u64::MAX));
        let encoding = (
            (self.transparent, self.dpi.to_bits(), self.keyframes),
            (&settings.codec, settings.bitrate, &settings.extra_args),
            (settings.loop_count, more),
        );
        let metadata: Vec<_> = settings.metadata.iter().collect();
        Some(Mark {
            frames: part.frames(),
            film_frames: part.film_frames,
            begin,
            writer: writer.to_owned(),
            size: self.size,
            fps,
            encoding: crc32fast::hash(format!("{encoding:?}").as_bytes()),
            metadata: crc32fast::hash(format!("{metadata:?}").as_bytes()),
        })
    }
}

/// What the file of a part says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) frames: Range<u64>,
    pub(super) film_frames: u64,
    /// When its first frame is shown in the whole film.
    pub(super) begin: Duration,
    pub(super) writer: String,
    pub(super) size: FrameSize,
    pub(super) fps: Fps,
    /// Checksums of what else must be the same in all parts.
    encoding: u32,
    metadata: u32,
}

impl Mark {
    /// The mark in a text that is one, or whose last line is one.
    pub(super) fn find(text: &str) -> Option<Self> {
        let mut words = text.lines().next_back()?.split(' ');
        if words.next() != Some(MARK) {
            return None;
        }
        let mut value = |key: &str| words.next()?.strip_prefix(key)?.strip_prefix('=');
        let (first, end) = value("frames")?.split_once("..")?;
        let frames = first.parse().ok()?..end.parse().ok()?;
        let film_frames = value("of")?.parse().ok()?;
        let begin = Duration::from_nanos(value("begin")?.parse().ok()?);
        let writer = value("writer")?.to_owned();
        let (width, height) = value("size")?.split_once('x')?;
        let (width, height) = (width.parse().ok()?, height.parse().ok()?);
        let fps = value("fps")?.parse().ok()?;
        let encoding = u32::from_str_radix(value("encoding")?, 16).ok()?;
        let metadata = u32::from_str_radix(value("metadata")?, 16).ok()?;
        let mark = Self {
            frames,
            film_frames,
            begin,
            writer,
            size: FrameSize { width, height },
            fps,
            encoding,
            metadata,
        };
        let is_sound = mark.frames.start < mark.frames.end && mark.frames.end <= film_frames;
        is_sound.then_some(mark)
    }

    /// A comment without the mark; `None` if nothing is left.
    pub(super) fn without(comment: &str) -> Option<&str> {
        match comment.rsplit_once('\n') {
            _ if Self::find(comment).is_none() => Some(comment),
            Some((own, _)) => Some(own),
            None => None,
        }
    }

    /// The last words of a part that got so many frames: always as long.
    pub(super) fn end(frames: u64) -> String {
        format!("{END}{frames:020}")
    }

    /// How many frames a part got, by its last words.
    pub(super) fn frames_at_end(words: &str) -> Option<u64> {
        words.strip_prefix(END)?.parse().ok()
    }

    /// The number of frames.
    pub(super) fn len(&self) -> u64 {
        self.frames.end - self.frames.start
    }

    /// What shows that a part is not of the film that another is of.
    pub(super) fn difference(&self, other: &Self) -> Option<String> {
        fn differ<T: PartialEq + fmt::Display>(what: &str, one: T, other: T) -> Option<String> {
            (one != other).then(|| format!("{what} {one}, not {other}"))
        }
        let same = |same: bool, text: &str| (!same).then(|| text.to_owned());
        differ("it is by the writer", &self.writer, &other.writer)
            .or_else(|| differ("its frames are", self.size, other.size))
            .or_else(|| differ("its frame rate is", self.fps, other.fps))
            .or_else(|| {
                let frames = [self, other].map(|mark| mark.film_frames);
                differ("the number of frames of its film is", frames[0], frames[1])
            })
            .or_else(|| {
                let text = "it was encoded with other settings (codec, quality, keyframes, transparency, …)";
                same(self.encoding == other.encoding, text)
            })
            .or_else(|| {
                let text = "its title or other metadata differ";
                same(self.metadata == other.metadata, text)
            })
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Range { start, end } = self.frames;
        write!(f, "{MARK} frames={start}..{end} of={}", self.film_frames)?;
        write!(f, " begin={} writer={}", self.begin.as_nanos(), self.writer)?;
        write!(f, " size={} fps={}", self.size, self.fps)?;
        write!(
            f,
            " encoding={:08x} metadata={:08x}",
            self.encoding, self.metadata
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_all_frames_once_and_begin_at_keyframes() {
        for (frames, every) in [(1000, 1), (1000, 30), (35, 10), (7, 7), (100, 3)] {
            let most = u64::div_ceil(frames, every);
            for count in 1..=most {
                let parts = (0..count).map(|i| Part::of(i, count, frames, every).unwrap());
                let mut next = 0;
                for part in parts {
                    assert!(part.first == next && part.first % every == 0, "{part:?}");
                    part.check().unwrap();
                    next = part.end;
                }
                assert_eq!(next, frames);
            }
            assert!((0..=most).any(|i| Part::of(i, most + 1, frames, every).is_err()));
        }
        assert!(Part::of(3, 3, 100, 1).is_err());
        assert!(Part::new(4..4, 10).check().is_err() && Part::new(4..11, 10).check().is_err());
    }

    #[test]
    fn marks_are_read_as_they_were_written() {
        let format = FrameFormat {
            size: FrameSize {
                width: 640,
                height: 480,
            },
            dpi: 100.0,
            transparent: false,
            first_index: 250,
            keyframes: None,
            part: Some(Part::new(250..500, 1000)),
        };
        let settings = WriterSettings::new((30000, 1001));
        let mark = format.mark("gif", &settings, 1).unwrap();
        assert_eq!(mark.begin.as_millis(), 8341);
        let text = mark.to_string();
        assert_eq!(Mark::find(&text).as_ref(), Some(&mark));
        let comment = format!("two\nlines\n{text}");
        assert_eq!(Mark::find(&comment).as_ref(), Some(&mark));
        assert_eq!(Mark::without(&comment), Some("two\nlines"));
        assert_eq!(
            (Mark::without(&text), Mark::without("own")),
            (None, Some("own"))
        );
        for end in 0..text.len() - 1 {
            let cut = Mark::find(&text[..end]);
            assert!(cut.is_none_or(|cut| cut != mark), "{}", &text[..end]);
        }
        let other = format.mark("gif", &settings.with_codec("gif"), 1).unwrap();
        assert!(other.difference(&mark).unwrap().contains("settings"));
        assert_eq!(mark.difference(&mark), None);
    }
}
