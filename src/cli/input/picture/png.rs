//! PNG and animated PNG.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::rc::Rc;
use std::time::Duration;

use png::{BitDepth, BlendOp, Decoder, DisposeOp, Reader, Transformations};

use super::composition::{Blend, Composition, Disposal, Region};
use super::exif::Orientation;
use super::pixels::{Picture, from_big_endian};
use super::profile::Profile;
use super::{Decode, Failure, Limits, Lookahead};
use crate::array::DType;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The maximum size of a still picture's decompressed colour profile and other header data, in bytes.
const METADATA_BYTES: usize = 16 << 20;
/// The number of bytes inspected to see whether a picture is animated.
const HEADER_BYTES: usize = 1 << 20;

impl From<png::DecodingError> for Failure {
    fn from(error: png::DecodingError) -> Self {
        match error {
            png::DecodingError::IoError(error) => error.into(),
            png::DecodingError::LimitsExceeded => Self::new("its header is larger than 16 MiB"),
            error => Self::new(error),
        }
    }
}

/// Pictures one after the other, as ffmpeg's image2pipe writes them; of each its animation.
pub(super) struct PngDecoder {
    limits: Limits,
    /// The stream, while no picture is read from it.
    home: Rc<RefCell<Lookahead>>,
    animation: Option<Animation>,
}

impl PngDecoder {
    pub(super) fn new(stream: Lookahead, limits: Limits) -> Self {
        Self {
            limits,
            home: Rc::new(RefCell::new(stream)),
            animation: None,
        }
    }

    /// Reads up to the pixels, or `None` if no picture follows.
    fn open(&self) -> Result<Option<(Reader<Lent>, Header)>, Failure> {
        let mut stream = self.home.take();
        if stream.peek(SIGNATURE.len())? != SIGNATURE {
            return Ok(None);
        }
        let header = Header::peek(&mut stream)?;
        let bytes = if header.is_animated {
            // The decoder counts every frame against its limit.
            usize::MAX
        } else {
            METADATA_BYTES
        };
        let home = Rc::clone(&self.home);
        let mut decoder = Decoder::new_with_limits(Lent { stream, home }, png::Limits { bytes });
        // Palettes and low bit depths become 8 bits.
        decoder.set_transformations(Transformations::EXPAND);
        decoder.set_ignore_text_chunk(true);
        let reader = decoder.read_info()?;
        let (width, height) = reader.info().size();
        self.limits.check(width as usize, height as usize)?;
        Ok(Some((reader, header)))
    }
}

impl Decode for PngDecoder {
    fn next_picture(&mut self, memory: Vec<u8>) -> Result<Option<Picture>, Failure> {
        if let Some(animation) = &mut self.animation {
            if animation.left > 0 {
                return animation.next_frame(memory).map(Some);
            }
            animation.reader.finish()?;
            self.animation = None;
        }
        let Some((mut reader, header)) = self.open()? else {
            return Ok(None);
        };
        if reader.info().animation_control.is_some() {
            let mut animation = Animation::new(reader, header);
            let first = animation.next_frame(memory)?;
            self.animation = Some(animation);
            return Ok(Some(first));
        }
        let mut picture = read_pixels(&mut reader, memory)?;
        reader.finish()?;
        picture.orientation = orientation(&reader);
        picture.profile = header.profile(&reader);
        Ok(Some(picture))
    }
}

/// Which chunks come before the pixels.
#[derive(Debug, Clone, Copy, Default)]
struct Header {
    is_animated: bool,
    has_profile: bool,
}

impl Header {
    fn peek(stream: &mut Lookahead) -> Result<Self, Failure> {
        let mut header = Self::default();
        let mut at = SIGNATURE.len();
        while at < HEADER_BYTES {
            let chunk = stream.peek(at + 8)?.get(at..);
            let Some((len, kind)) = chunk.and_then(|chunk| chunk.split_at_checked(4)) else {
                break;
            };
            match kind {
                b"acTL" => header.is_animated = true,
                b"iCCP" => header.has_profile = true,
                b"IDAT" => break,
                _ => {}
            }
            let len = len.try_into().map_or(0, u32::from_be_bytes);
            at = at.saturating_add(12 + len as usize);
        }
        Ok(header)
    }

    /// The profile, which the decoder silently omits if it can't be decompressed.
    fn profile(self, reader: &Reader<Lent>) -> Option<Profile> {
        let unpacked = reader.info().icc_profile.as_deref();
        match unpacked {
            Some(bytes) => Profile::new(bytes.to_vec()),
            None => self.has_profile.then(Profile::unreadable),
        }
    }
}

/// The pixels of the picture or of an animation's next part.
///
/// Memory grows with the rows read, unless they are interlaced.
fn read_pixels(reader: &mut Reader<Lent>, mut memory: Vec<u8>) -> Result<Picture, Failure> {
    let (width, height) = match reader.info().frame_control() {
        Some(part) => (part.width, part.height),
        None => reader.info().size(),
    };
    let (color, depth) = reader.output_color_type();
    let too_large = || Failure::new("the picture is too large");
    if reader.info().interlaced {
        let len = reader.output_buffer_size().ok_or_else(too_large)?;
        memory = vec![0; len];
        let part = reader.next_frame(&mut memory)?;
        // The rows of a part have the stride of the whole picture.
        let stride = len / reader.info().height as usize;
        for row in 1..height as usize {
            memory.copy_within(
                row * stride..row * stride + part.line_size,
                row * part.line_size,
            );
        }
        memory.truncate(part.buffer_size());
    } else {
        let line = reader.output_line_size(width).ok_or_else(too_large)?;
        for row in 0..height as usize {
            memory.resize((row + 1) * line, 0);
            reader.read_row(&mut memory[row * line..])?;
        }
        // To the end of its compressed bytes.
        reader.read_row(&mut [])?;
    }
    let picture = Picture::new(width as usize, height as usize, color.samples(), memory);
    if depth != BitDepth::Sixteen {
        return Ok(picture);
    }
    let mut picture = picture.of(DType::U16);
    from_big_endian(&mut picture.pixels);
    Ok(picture)
}

fn orientation(reader: &Reader<Lent>) -> Orientation {
    let exif = reader.info().exif_metadata.as_deref();
    exif.map(Orientation::of_exif).unwrap_or_default()
}

/// An animated PNG with composed frames.
struct Animation {
    reader: Reader<Lent>,
    header: Header,
    canvas: Composition,
    /// Remaining frames.
    left: u32,
    /// Whether the reader is at the pixels of the first.
    begun: bool,
    still: bool,
    memory: Vec<u8>,
}

impl Animation {
    fn new(reader: Reader<Lent>, header: Header) -> Self {
        let (width, height) = reader.info().size();
        let left = reader
            .info()
            .animation_control()
            .map_or(0, |a| a.num_frames);
        // Without it the first picture is only a fallback for viewers without animations, and not a frame.
        let begun = reader.info().frame_control().is_some();
        Self {
            reader,
            header,
            canvas: Composition::new(width as usize, height as usize),
            left,
            begun,
            still: left == 1,
            memory: Vec::new(),
        }
    }

    fn next_frame(&mut self, mut memory: Vec<u8>) -> Result<Picture, Failure> {
        self.left = self.left.saturating_sub(1);
        let begun = std::mem::replace(&mut self.begun, false);
        let control = match self.reader.info().frame_control {
            Some(control) if begun => control,
            _ => *self.reader.next_frame_info()?,
        };
        let mut part = read_pixels(&mut self.reader, std::mem::take(&mut self.memory))?;
        part.make_rgba();
        let region = Region {
            x: control.x_offset as usize,
            y: control.y_offset as usize,
            width: control.width as usize,
            height: control.height as usize,
        };
        let blend = match control.blend_op {
            BlendOp::Source => Blend::Source,
            BlendOp::Over => Blend::Over,
        };
        let disposal = match control.dispose_op {
            DisposeOp::None => Disposal::Keep,
            DisposeOp::Background => Disposal::Background,
            DisposeOp::Previous => Disposal::Previous,
        };
        memory.extend_from_slice(self.canvas.draw(region, &part.pixels, blend, disposal));
        self.memory = part.pixels;
        self.memory.clear();
        let mut frame = Picture::new(self.canvas.width(), self.canvas.height(), 4, memory);
        frame.orientation = orientation(&self.reader);
        frame.profile = self.header.profile(&self.reader);
        let parts = match control.delay_den {
            0 => 100,
            n => u64::from(n),
        };
        let nanoseconds = u64::from(control.delay_num) * 1_000_000_000 / parts;
        frame.duration = (!self.still).then(|| super::shown_for(Duration::from_nanos(nanoseconds)));
        Ok(frame)
    }
}

/// A stream that is returned when its reader is done, at the byte after the picture.
struct Lent {
    stream: Lookahead,
    home: Rc<RefCell<Lookahead>>,
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.home.replace(std::mem::take(&mut self.stream));
    }
}

impl Read for Lent {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.stream.read(out)
    }
}

impl BufRead for Lent {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.stream.fill_buf()
    }

    fn consume(&mut self, len: usize) {
        self.stream.consume(len);
    }
}

impl Seek for Lent {
    /// The decoder asks for it and does not use it.
    fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// The frames of all pictures, by their chunks.
pub(super) fn count(mut file: BufReader<File>) -> Option<u64> {
    let mut frames = 0;
    loop {
        let mut signature = [0; 8];
        if file.read_exact(&mut signature).is_err() || signature != SIGNATURE {
            return Some(frames);
        }
        let mut of_this = 1;
        loop {
            let mut head = [0; 8];
            file.read_exact(&mut head).ok()?;
            let [a, b, c, d, kind @ ..] = head;
            let len = u32::from_be_bytes([a, b, c, d]);
            let mut left = i64::from(len) + 4;
            if kind == *b"acTL" && len == 8 {
                let mut number = [0; 4];
                file.read_exact(&mut number).ok()?;
                of_this = u32::from_be_bytes(number).into();
                left -= 4;
            }
            file.seek_relative(left).ok()?;
            if kind == *b"IEND" {
                break;
            }
        }
        frames += of_this;
    }
}
