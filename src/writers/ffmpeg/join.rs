//! The parts of a film by ffmpeg as one film. ffmpeg copies the packets.

use std::ffi::OsString;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::containers;
use super::process::{Process, Running};
use crate::error::{Error, Result};
use crate::writers::concat::{ConcatOptions, Found, check_frames, damaged, not_marked};
use crate::writers::part::Mark;
use crate::writers::{Fps, Output, Sink};

/// The suffixes of films that can be parts.
pub(super) const SUFFIXES: [&str; 5] = ["mp4", "m4v", "mov", "mkv", "webm"];
/// Tags that the containers write themselves.
const OF_CONTAINERS: [&str; 4] = [
    "major_brand",
    "minor_version",
    "compatible_brands",
    "encoder",
];

/// A part's contents.
#[derive(Debug)]
pub(in crate::writers) struct Head {
    /// Codec, its parameters, and size, as ffmpeg describes them.
    streams: Vec<String>,
    /// The film's own tags.
    tags: Vec<(String, String)>,
    /// How many frames before it is shown the first one is decoded: more than none if later ones are needed for others.
    delay: i64,
}

/// Reads all of a part, to know that it is whole.
pub(in crate::writers) fn read(path: PathBuf, options: &ConcatOptions) -> Result<Found<Head>> {
    let told = |error: Error| match error {
        Error::Program { stderr_tail, .. } => damaged(&path, &stderr_tail),
        other => other,
    };
    let text = run(
        options,
        [of_file("-i", &path), words(["-f", "ffmetadata", "pipe:1"])],
    );
    let mut tags = tags(text.map_err(told)?)?;
    let is_comment = |key: &str| key.eq_ignore_ascii_case("comment");
    let comment = tags.iter_mut().find(|(key, _)| is_comment(key));
    let mark = comment.and_then(|(_, comment)| {
        let mark = Mark::find(comment);
        *comment = Mark::without(comment).unwrap_or_default().to_owned();
        mark
    });
    let Some(mark) = mark else {
        return Err(not_marked(path));
    };
    tags.retain(|(key, value)| !is_comment(key) || !value.is_empty());
    let packets = Packets::of(&path, mark.fps, options).map_err(told)?;
    if packets.has_sound {
        return Err(Error::Part {
            path,
            reason: "it has a sound track, which does not join without gaps".into(),
            advice: "write parts without sound, and add it to the whole film".into(),
        });
    }
    check_frames(&path, packets.count, &mark)?;
    let checked = packets.check(mark.len());
    checked.map_err(|reason| damaged(&path, &reason))?;
    Ok(Found {
        head: Head {
            streams: packets.streams,
            tags,
            delay: packets.delay,
        },
        path,
        mark,
    })
}

/// Writes all parts.
pub(in crate::writers) fn join(
    parts: &[Found<Head>],
    output: &Output,
    options: &ConcatOptions,
) -> Result<()> {
    let first = &parts[0];
    for part in parts {
        if part.head.streams != first.head.streams {
            return Err(part.other_settings(first, "write all parts by the same ffmpeg"));
        }
    }
    let Sink::File(film) = output.sink() else {
        return Err(Error::Destination {
            path: output.shown(),
            reason: "ffmpeg joins parts into files".into(),
            advice: "give the path of a file".into(),
        });
    };
    let list = list_of(parts)?;
    let frame = first.mark.fps;
    // Parts of one or two frames have a shorter delay than others.
    let delay = parts.iter().map(|part| part.head.delay).max();
    let delay = delay.unwrap_or_default();
    // In containers with coarse times, frames are shown when they are in a film made in one go.
    let filter = format!(
        "setts=pts=round(round(PTS*TB*{frame})/({frame})/TB):dts=round((N-{delay})/({frame})/TB)"
    );
    let mut args = words(["-f", "concat", "-safe", "0"]);
    args.extend(of_file("-i", list.path()));
    args.extend(words([
        "-map",
        "0:v",
        "-c",
        "copy",
        "-bsf:v",
        &filter,
        "-map_metadata",
        "-1",
    ]));
    for (key, value) in &first.head.tags {
        args.extend(["-metadata".into(), format!("{key}={value}").into()]);
    }
    let (suffix, codec) = (output.suffix(), first.head.codec());
    if containers::is_mp4(suffix) {
        args.extend(words(["-movflags", "+faststart"]));
        if containers::is_hevc(codec) {
            args.extend(words(["-tag:v", "hvc1"]));
        }
    }
    args.extend(words(["-f", containers::muxer(suffix, codec)]));
    run(options, [args, of_file("-y", film)])?;
    let packets = Packets::of(film, frame, options)?;
    let frames = first.mark.film_frames;
    packets.check(frames).map_err(|reason| Error::Encoder {
        reason: format!("ffmpeg did not join the parts: {reason}"),
    })
}

impl Head {
    /// ffmpeg's name of the codec.
    fn codec(&self) -> &str {
        let codec = self
            .streams
            .iter()
            .find_map(|line| line.strip_prefix("#codec_id 0: "));
        codec.unwrap_or_default()
    }
}

fn words<const N: usize>(words: [&str; N]) -> Vec<OsString> {
    words.map(OsString::from).to_vec()
}

/// A flag and a file, whose name is taken literally.
fn of_file(flag: &str, path: &Path) -> Vec<OsString> {
    let mut name = OsString::from("file:");
    name.push(path);
    vec![flag.into(), name]
}

/// The parts with their durations, for ffmpeg.
fn list_of(parts: &[Found<Head>]) -> Result<tempfile::NamedTempFile> {
    let mut list = tempfile::NamedTempFile::new().map_err(Error::temporary)?;
    let mut text = String::from("ffconcat version 1.0\n");
    for part in parts {
        let path = std::path::absolute(&part.path).map_err(|e| Error::io(&part.path, e))?;
        let Some(path) = path.to_str().filter(|path| !path.contains(['\n', '\r'])) else {
            let advice = "give it a name that is text of one line";
            return Err(part.error("ffmpeg can't find a file of this name".into(), advice));
        };
        let seconds = part.mark.len() as f64 / part.mark.fps.as_f64();
        text += &format!(
            "file 'file:{}'\nduration {seconds:.6}\n",
            path.replace('\'', r"'\''")
        );
    }
    list.write_all(text.as_bytes()).map_err(Error::temporary)?;
    Ok(list)
}

/// Runs ffmpeg to its end, and returns what it printed.
fn run<const N: usize>(options: &ConcatOptions, args: [Vec<OsString>; N]) -> Result<File> {
    let program = options
        .program()
        .map_or_else(ffmpeg_sidecar::paths::ffmpeg_path, Path::to_owned);
    let mut printed = tempfile::tempfile().map_err(Error::temporary)?;
    let (process, stdin) = Process::start(&program, &args.concat(), Some(&printed))?;
    drop(stdin);
    let process = Running(Arc::new(process));
    let _waiting = options.abort().waiting(process.0.interrupter())?;
    let status = process.wait()?;
    options.abort().check()?;
    // It ends well, too, where a file is cut off.
    if !status.success() || process.lost_output() || !process.last_words().is_empty() {
        return Err(process.failure(status.to_string()));
    }
    printed.rewind().map_err(Error::temporary)?;
    Ok(printed)
}

/// The tags of a film in ffmpeg's notation, in which a backslash precedes special characters.
fn tags(text: File) -> Result<Vec<(String, String)>> {
    let text = std::io::read_to_string(text).map_err(Error::temporary)?;
    let (mut tags, mut key, mut word) = (Vec::new(), None, String::new());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => word.extend(letters.next()),
            '=' if key.is_none() => key = Some(std::mem::take(&mut word)),
            // A section of a stream or a chapter.
            '\n' if word.starts_with('[') => break,
            '\n' => {
                let value = std::mem::take(&mut word);
                tags.extend(key.take().map(|key| (key, value)));
            }
            letter => word.push(letter),
        }
    }
    tags.retain(|(key, _)| {
        !OF_CONTAINERS
            .iter()
            .any(|own| key.eq_ignore_ascii_case(own))
    });
    Ok(tags)
}

/// What the packets of a film add up to.
#[derive(Debug, Default)]
struct Packets {
    streams: Vec<String>,
    has_sound: bool,
    count: u64,
    /// Sums of the numbers of the frames, by their times, and of their squares.
    sum: u128,
    squares: u128,
    /// The largest difference of a time from that of a frame, in units of the container's times.
    off: f64,
    /// How many frames the first one is decoded before time 0.
    delay: i64,
}

impl Packets {
    /// Reads a film from beginning to end.
    fn of(path: &Path, fps: Fps, options: &ConcatOptions) -> Result<Self> {
        let copied = words(["-map", "0", "-c", "copy", "-f", "framecrc", "pipe:1"]);
        let printed = run(options, [of_file("-i", path), copied])?;
        let (mut packets, mut unit) = (Self::default(), 1.0);
        for line in BufReader::new(printed).lines() {
            let line = line.map_err(Error::temporary)?;
            if let Some(fraction) = line.strip_prefix("#tb 0: ") {
                unit = fraction.parse::<Fps>().map_or(1.0, Fps::as_f64);
            }
            packets.has_sound |= line.starts_with("#media_type") && line.ends_with("audio");
            match line.starts_with('#') {
                true if !line.starts_with("#software") => packets.streams.push(line),
                true => (),
                false => packets.add(&line, unit, fps),
            }
        }
        Ok(packets)
    }

    /// Adds a packet: stream, time to decode, time to show, and more.
    fn add(&mut self, line: &str, unit: f64, fps: Fps) {
        let mut fields = line.split(',').map(str::trim);
        if fields.next() != Some("0") {
            return;
        }
        let mut time = || -> f64 {
            let time = fields.next().and_then(|time| time.parse().ok());
            time.unwrap_or(f64::NAN)
        };
        let (decoded, time) = (time(), time());
        if self.count == 0 {
            // Without a time this is 0.
            self.delay = (-decoded * unit * fps.as_f64()).round().max(0.0) as i64;
        }
        let frame = (time * unit * fps.as_f64()).round();
        let off = (time - frame / fps.as_f64() / unit).abs();
        self.off = if off.is_nan() {
            f64::INFINITY
        } else {
            self.off.max(off)
        };
        self.count += 1;
        let frame = frame.max(0.0) as u128;
        self.sum += frame;
        self.squares += frame * frame;
    }

    /// Why these are not so many frames at their times.
    fn check(&self, frames: u64) -> Result<(), String> {
        let n = u128::from(frames);
        let sum = n * (n - 1) / 2;
        let squares = sum * (2 * n - 1) / 3;
        if self.count != frames {
            return Err(format!("it has {} frames, not {frames}", self.count));
        }
        if (self.sum, self.squares) != (sum, squares) || self.off > 1.0 {
            return Err("its frames are not shown at the times of their frame rate".into());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_ffmpeg_writes_them() {
        let mut file = tempfile::tempfile().unwrap();
        let text = ";FFMETADATA1\nmajor_brand=isom\ntitle=A \\= B\\;\\\\\nCOMMENT=one\\\ntwo\nencoder=Lavf\n[STREAM]\na=b\n";
        file.write_all(text.as_bytes()).unwrap();
        file.rewind().unwrap();
        let tags = tags(file).unwrap();
        let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
        assert_eq!(
            tags,
            [pair("title", "A = B;\\"), pair("COMMENT", "one\ntwo")]
        );
    }

    #[test]
    fn frames_that_are_missing_or_late_are_found() {
        let packets = |times: &[i64]| {
            let mut packets = Packets::default();
            for time in times {
                packets.add(
                    &format!("0, 0, {time}, 512, 9, 0x0"),
                    1.0 / 15360.0,
                    30.into(),
                );
            }
            packets
        };
        assert_eq!(packets(&[0, 1536, 512, 1024]).check(4), Ok(()));
        assert!(packets(&[0, 512, 1024]).check(4).is_err());
        assert!(packets(&[0, 512, 1024, 1024]).check(4).is_err());
        assert!(packets(&[0, 512, 1024, 1600]).check(4).is_err());
        assert!(packets(&[512, 1024, 1536, 2048]).check(4).is_err());
    }
}
