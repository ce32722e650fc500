//! `.npy` files and streams of `.npy` records.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};

use crate::DType;
use clap::ValueEnum;
use npyz::{Endianness, NpyHeader, Order, TypeChar};

use super::{
    FrameShape, InputError, InputFrame, MAX_SIDE, Pool, Result, Settings, Source, read_block,
};

/// Bytes that a Fortran-order film is transposed in.
const TRANSPOSE_BYTES: usize = 32 << 20;

/// The meaning of an array's axes: T frames, C channels, H rows, W columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(clippy::upper_case_acronyms)]
pub(crate) enum Layout {
    #[value(name = "HWC")]
    HWC,
    #[value(name = "CHW")]
    CHW,
    #[value(name = "THW")]
    THW,
    #[value(name = "THWC")]
    THWC,
    #[value(name = "TCHW")]
    TCHW,
}

/// The type of stored elements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stored {
    /// What frames are made of: float16 is widened.
    pub(crate) dtype: DType,
    /// Bytes an element takes as it is stored.
    pub(crate) size: usize,
    swapped: bool,
    half: bool,
}

impl Stored {
    /// By NumPy's kind (`b`, `i`, `u`, `f`) and size.
    pub(crate) fn new(kind: char, size: u64, swapped: bool) -> Option<Self> {
        let dtype = match (kind, size) {
            ('b', 1) => DType::Bool,
            ('u', 1) => DType::U8,
            ('i', 1) => DType::I8,
            ('u', 2) => DType::U16,
            ('i', 2) => DType::I16,
            ('u', 4) => DType::U32,
            ('i', 4) => DType::I32,
            ('u', 8) => DType::U64,
            ('i', 8) => DType::I64,
            ('f', 2 | 4) => DType::F32,
            ('f', 8) => DType::F64,
            _ => return None,
        };
        Some(Self {
            dtype,
            size: size as usize,
            swapped: swapped && size > 1,
            half: (kind, size) == ('f', 2),
        })
    }

    /// Turns a block of stored elements into native ones.
    pub(crate) fn decode(self, bytes: Vec<u8>, pool: &Pool) -> Vec<u8> {
        let mut bytes = bytes;
        if self.swapped {
            bytes.chunks_exact_mut(self.size).for_each(<[u8]>::reverse);
        }
        if !self.half {
            return bytes;
        }
        let mut wide = pool.take();
        wide.extend(
            bytes
                .as_chunks::<2>()
                .0
                .iter()
                .flat_map(|&h| half::f16::from_ne_bytes(h).to_f32().to_ne_bytes()),
        );
        pool.put(bytes);
        wide
    }
}

/// What a header says: frames, and how each lies in the file.
struct Film {
    stored: Stored,
    frames: u64,
    /// Whether the first axis counts frames.
    has_time: bool,
    /// Elements of a frame.
    elements: u64,
    frame: FrameShape,
    fortran: bool,
}

impl Film {
    fn new(name: &str, header: &NpyHeader, layout: Option<Layout>) -> Result<Self> {
        let stored = stored_type(name, header)?;
        let shape = header.shape();
        let axes = axes_of(shape, layout).map_err(|reason| InputError::new(name, reason))?;
        let has_time = axes.starts_with('T');
        let (frames, sides) = if has_time {
            (shape[0], &shape[1..])
        } else {
            (1, shape)
        };
        let fortran = header.order() == Order::Fortran;
        let frame = frame_shape(stored.dtype, axes.trim_start_matches('T'), sides, fortran);
        Ok(Self {
            stored,
            frames,
            has_time,
            elements: sides.iter().product(),
            frame: frame.map_err(|reason| InputError::new(name, reason))?,
            fortran,
        })
    }

    /// Bytes of a frame as it is stored.
    fn frame_bytes(&self) -> u64 {
        self.elements * self.stored.size as u64
    }

    fn read(&self, reader: &mut impl Read, pool: &Pool) -> std::io::Result<InputFrame> {
        let mut bytes = pool.take();
        if !read_block(reader, self.frame_bytes(), &mut bytes)? {
            let message = "it ends before the frame, though the header promises it";
            return Err(std::io::Error::new(
                std::io::ErrorKind::UnexpectedEof,
                message,
            ));
        }
        Ok(pool.frame(self.frame.clone(), self.stored.decode(bytes, pool)))
    }

    /// Whether frames are scattered over the file.
    fn is_scattered(&self) -> bool {
        self.fortran && self.has_time && self.frames > 1
    }
}

/// The axes of an array by their letters, or why it has none.
fn axes_of(shape: &[u64], layout: Option<Layout>) -> std::result::Result<&'static str, String> {
    if shape.contains(&0) {
        return Err(format!("the array of shape {shape:?} is empty"));
    }
    match (layout, shape) {
        (None, [_, _]) | (Some(Layout::HWC), [_, _]) => Ok("HW"),
        (None, [_, _, 3 | 4]) | (Some(Layout::HWC), [_, _, _]) => Ok("HWC"),
        (None | Some(Layout::THW), [_, _, _]) => Ok("THW"),
        (None | Some(Layout::THWC), [_, _, _, _]) => Ok("THWC"),
        (Some(Layout::CHW), [_, _, _]) => Ok("CHW"),
        (Some(Layout::TCHW), [_, _, _, _]) => Ok("TCHW"),
        (None, _) => Err(format!(
            "an array of shape {shape:?} is no frame and no film"
        )),
        (Some(layout), _) => Err(format!("an array of shape {shape:?} is not {layout:?}")),
    }
}

/// How a frame of these sides lies in the file, seen as (H, W) or (H, W, C).
fn frame_shape(
    dtype: DType,
    axes: &str,
    sides: &[u64],
    fortran: bool,
) -> std::result::Result<FrameShape, String> {
    // Elements from one to the next along each axis.
    let mut steps = vec![1u64; sides.len()];
    for i in 1..sides.len() {
        let last = sides.len() - 1;
        let (to, from) = if fortran {
            (i, i - 1)
        } else {
            (last - i, last - i + 1)
        };
        steps[to] = steps[from].saturating_mul(sides[from]);
    }
    let places = ['H', 'W', 'C'].iter().filter_map(|&axis| axes.find(axis));
    let found: Vec<(u64, u64)> = places.map(|i| (sides[i], steps[i])).collect();
    match found[..] {
        [(height, _), (width, _), ..] if height.max(width) > MAX_SIDE as u64 => Err(format!(
            "frames of {width}x{height} are too large: {MAX_SIDE} is the longest side"
        )),
        [_, _, (channels, _)] if !matches!(channels, 1 | 3 | 4) => Err(format!(
            "frames of {channels} channels, not 1, 3 or 4; --layout can name other axes"
        )),
        _ => Ok(FrameShape {
            dtype,
            shape: found.iter().map(|(n, _)| *n as usize).collect(),
            strides: found
                .iter()
                .map(|(_, step)| *step as isize * dtype.size() as isize)
                .collect(),
            offset: 0,
        }),
    }
}

fn stored_type(name: &str, header: &NpyHeader) -> Result<Stored> {
    let unknown = |text: String| {
        InputError::new(
            name,
            format!("elements of type {text} are no numbers that can be shown"),
        )
    };
    let npyz::DType::Plain(kind) = header.dtype() else {
        return Err(unknown(header.dtype().descr()));
    };
    let letter = match kind.type_char() {
        TypeChar::Bool => 'b',
        TypeChar::Int => 'i',
        TypeChar::Uint => 'u',
        TypeChar::Float => 'f',
        TypeChar::Object => {
            return Err(InputError::new(name, "an object array")
                .advise("save it with a number type, as array.astype(float)"));
        }
        _ => return Err(unknown(kind.to_string())),
    };
    let order = kind.endianness();
    let swapped = order != Endianness::Irrelevant && order != Endianness::of_machine();
    Stored::new(letter, kind.size_field(), swapped).ok_or_else(|| unknown(kind.to_string()))
}

/// The header; a reader's fault is one of the file.
fn read_header(name: &str, reader: &mut impl Read) -> Result<NpyHeader> {
    // A header of more than a megabyte is none that NumPy writes; its length must not choose our memory.
    NpyHeader::from_reader(reader.take(1 << 20)).map_err(|e| {
        InputError::new(name, format!("no .npy header: {e}")).advise(
            "give what np.save writes, or name the shape of raw frames with --raw HxWxC:DTYPE",
        )
    })
}

/// Frames that the header of a file promises.
pub(super) fn count(mut reader: impl Read, layout: Option<Layout>) -> Option<u64> {
    let header = read_header("", &mut reader).ok()?;
    Film::new("", &header, layout).ok().map(|film| film.frames)
}

/// Opens a file whose reader is at its start.
pub(super) fn open(
    name: &str,
    mut reader: BufReader<File>,
    settings: &Settings,
) -> Result<Box<dyn Source>> {
    let header = read_header(name, &mut reader)?;
    let film = Film::new(name, &header, settings.layout)?;
    let fail = |error: std::io::Error| InputError::new(name, error);
    let start = reader.stream_position().map_err(fail)?;
    let metadata = reader.get_ref().metadata().map_err(fail)?;
    if metadata.is_file() && (!settings.tolerant || film.is_scattered()) {
        let held = metadata.len().saturating_sub(start) / film.frame_bytes();
        if held < film.frames {
            let shape = header.shape();
            let reason = format!(
                "frame {held} is cut off: the header promises {shape:?}, the file holds less"
            );
            return Err(InputError::new(name, reason));
        }
    }
    if film.is_scattered() {
        let gathered = gather(&film, reader)
            .map_err(|e| InputError::new(name, format!("transposing it: {e}")))?;
        return Ok(Box::new(NpyFilm::new(name, gathered, film)));
    }
    Ok(Box::new(NpyFilm::new(name, reader, film)))
}

/// Brings the frames of a Fortran-order film together in a temporary file, a block of positions at a time.
fn gather(film: &Film, mut reader: BufReader<File>) -> std::io::Result<BufReader<File>> {
    let (frames, size) = (film.frames as usize, film.stored.size);
    let block = (TRANSPOSE_BYTES / (frames * size)).max(1) as u64;
    let mut file = tempfile::tempfile()?;
    let (mut stored, mut run) = (Vec::new(), Vec::new());
    let mut done = 0;
    while done < film.elements {
        let positions = block.min(film.elements - done);
        stored.clear();
        read_block(&mut reader, positions * (frames * size) as u64, &mut stored)?;
        for frame in 0..frames {
            run.clear();
            run.extend(
                stored
                    .chunks_exact(frames * size)
                    .flat_map(|all| &all[frame * size..][..size]),
            );
            file.seek(SeekFrom::Start(
                (frame as u64 * film.elements + done) * size as u64,
            ))?;
            file.write_all(&run)?;
        }
        done += positions;
    }
    file.rewind()?;
    Ok(BufReader::new(file))
}

/// The frames of one array, one after the other.
struct NpyFilm<R> {
    name: String,
    reader: R,
    film: Film,
    index: u64,
}

impl<R: Read> NpyFilm<R> {
    fn new(name: &str, reader: R, film: Film) -> Self {
        Self {
            name: name.to_owned(),
            reader,
            film,
            index: 0,
        }
    }
}

impl<R: Read> Source for NpyFilm<R> {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        if self.index == self.film.frames {
            return Ok(None);
        }
        let frame = self.film.read(&mut self.reader, pool);
        let frame =
            frame.map_err(|e| InputError::new(&self.name, format!("frame {}: {e}", self.index)))?;
        self.index += 1;
        Ok(Some(frame))
    }
}

/// `.npy` records one after the other, as `np.save` writes them to a pipe.
pub(super) struct NpyRecords<R> {
    name: String,
    reader: R,
    layout: Option<Layout>,
    /// The record that is read, and frames of it that are still to come.
    film: Option<(Film, u64)>,
    record: u64,
}

impl<R: BufRead> NpyRecords<R> {
    pub(super) fn new(name: &str, reader: R, layout: Option<Layout>) -> Self {
        Self {
            name: name.to_owned(),
            reader,
            layout,
            film: None,
            record: 0,
        }
    }

    /// Begins the next record, if there is one.
    fn begin(&mut self) -> Result<bool> {
        let name = format!("{}, record {}", self.name, self.record);
        if self
            .reader
            .fill_buf()
            .map_err(|e| InputError::new(&name, e))?
            .is_empty()
        {
            return Ok(false);
        }
        let header = read_header(&name, &mut self.reader)?;
        let film = Film::new(&name, &header, self.layout)?;
        if film.is_scattered() {
            let error = InputError::new(&name, "a Fortran-order film can't be read from a pipe");
            return Err(error.advise("save it to a file, or send it frame by frame"));
        }
        let frames = film.frames;
        self.film = Some((film, frames));
        self.record += 1;
        Ok(true)
    }
}

impl<R: BufRead> Source for NpyRecords<R> {
    fn next_frame(&mut self, pool: &Pool) -> Result<Option<InputFrame>> {
        while self.film.as_ref().is_none_or(|(_, left)| *left == 0) {
            if !self.begin()? {
                return Ok(None);
            }
        }
        let Some((film, left)) = &mut self.film else {
            return Ok(None);
        };
        *left -= 1;
        let frame = film.read(&mut self.reader, pool);
        let name = || format!("{}, record {}", self.name, self.record - 1);
        frame.map(Some).map_err(|e| InputError::new(&name(), e))
    }
}
