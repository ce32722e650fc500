//! The arguments that ffmpeg is run with.

use std::ffi::OsString;

use crate::error::{Error, Result};
use crate::writers::ffmpeg::request::Request;
use crate::writers::ffmpeg::{containers, join};
use crate::writers::part::Mark;
use crate::writers::pixels::PixelFormat;
use crate::writers::{FFMpegWriter, FrameFormat, MovieWriter, Output, Sink};

impl FFMpegWriter {
    /// The mark of a part, which becomes a line of the comment.
    fn mark(&self, suffix: &str, format: FrameFormat) -> Result<Option<Mark>> {
        let is_joined = join::SUFFIXES.contains(&suffix);
        match format.mark(self.name(), &self.settings, ()) {
            Some(_) if !is_joined => Err(Error::Option {
                writer: self.name().into(),
                option: match suffix {
                    "" => "a part of a film without a suffix".into(),
                    suffix => format!("a part of a film as .{suffix}"),
                },
                advice: format!(
                    "write .{}, numbered PNG files (frame%04d.png), or another format by its own writer",
                    join::SUFFIXES.join(", .")
                ),
            }),
            mark => Ok(mark),
        }
    }

    /// All of ffmpeg's arguments, with how and how large it gets the frames.
    pub(super) fn command_line(
        &self,
        outfile: &Output,
        format: FrameFormat,
    ) -> Result<(Vec<OsString>, PixelFormat)> {
        let request = self.request(outfile.suffix());
        let request = Request {
            transparent: format.transparent,
            is_libaom: self.is_libaom(request.codec()),
            ..request
        };
        let decision = request.decide()?;
        let mut args: Vec<OsString> = Vec::new();
        let mut add = |new: &[&str]| args.extend(new.iter().map(OsString::from));
        let encoded = decision.input.encoded_size(format.size).to_string();
        add(&[
            "-f",
            "rawvideo",
            "-c:v",
            "rawvideo",
            "-s",
            &encoded,
            "-pix_fmt",
            decision.input.name(),
        ]);
        if decision.input.is_yuv() {
            // So that the user's filters get the right colour tags.
            add(&["-colorspace", "bt709", "-color_range", "tv"]);
        }
        add(&["-framerate", &self.settings.fps.to_string(), "-i", "pipe:0"]);
        args.extend(decision.args.iter().map(OsString::from));
        if let Some(every) = format.keyframes {
            // ffmpeg counts this film's own frames.
            let ahead = format.first_index % every;
            let expression = format!("expr:not(mod(n+{ahead},{every}))");
            args.extend(["-force_key_frames".into(), expression.into()]);
        }
        let metadata = match self.mark(outfile.suffix(), format)? {
            Some(mark) => {
                let own = self.settings.metadata.get("comment");
                let own = own.map_or(String::new(), |own| format!("{own}\n"));
                let comment = format!("{own}{mark}");
                self.settings.metadata.clone().with("comment", &comment)
            }
            None => self.settings.metadata.clone(),
        };
        for (key, value) in metadata.iter() {
            args.extend(["-metadata".into(), format!("{key}={value}").into()]);
        }
        args.extend(self.settings.extra_args.iter().map(OsString::from));
        args.extend(output_args(outfile, &request)?);
        Ok((args, decision.input))
    }
}

/// Container and destination, the end of the command.
fn output_args(outfile: &Output, request: &Request<'_>) -> Result<Vec<OsString>> {
    let suffix = outfile.suffix();
    let mut args: Vec<OsString> = Vec::new();
    let streamed = matches!(outfile.sink(), Sink::Stream(_));
    // Only URLs of files can be updated when the film is complete.
    let patchable = match outfile.sink() {
        Sink::Url(url) => url.starts_with("file:"),
        other => matches!(other, Sink::File(_)),
    };
    if containers::is_mp4(request.container()) && !request.has_extra(&["-movflags", "-moov_size"]) {
        let flags = match patchable {
            true => "+faststart",
            false => "+frag_keyframe+empty_moov+default_base_moof",
        };
        args.extend(["-movflags", flags].map(OsString::from));
    }
    let named = outfile.format().is_some() || streamed;
    let codec = request.codec();
    match (suffix, outfile.sink()) {
        _ if request.has_extra(&["-f"]) => (),
        ("", Sink::File(_) | Sink::Stream(_)) => {
            return Err(Error::Destination {
                path: outfile.shown(),
                reason: "no suffix determines its container".into(),
                advice: "name the file .mp4, .mkv, .gif, …, numbered files frame%04d.png, or name the format"
                    .into(),
            });
        }
        (_, Sink::Url(url)) if url.starts_with('-') => {
            return Err(Error::Destination {
                path: (*url).to_owned(),
                reason: "ffmpeg takes a name that begins with a dash as an option, not a URL"
                    .into(),
                advice: "give a URL such as tcp://host:port, or ./ before the path of a file"
                    .into(),
            });
        }
        _ => {
            let only = containers::only_muxer(suffix, codec);
            let muxer = only.or(named.then(|| containers::muxer(suffix, codec)));
            args.extend(
                muxer
                    .into_iter()
                    .flat_map(|muxer| ["-f", muxer].map(OsString::from)),
            );
        }
    }
    args.push("-y".into());
    args.push(match outfile.sink() {
        Sink::Stream(_) => "pipe:1".into(),
        Sink::Url(url) => url.into(),
        Sink::Nothing | Sink::Frames(_) => "-".into(),
        // With the protocol in front, colons and percent signs are no syntax.
        Sink::File(path) => {
            let mut name = OsString::from("file:");
            name.push(path);
            name
        }
    });
    Ok(args)
}
