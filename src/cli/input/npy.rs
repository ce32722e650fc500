//! `.npy` files.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};

use crate::array::DType;
use clap::ValueEnum;

use super::element::{Stored, type_name, unreadable};
use super::npy_header::NpyHeader;
use super::temporary::{temporary_failed, temporary_file};
use super::{
    FrameShape, InputError, InputFrame, MAX_SIDE, Pool, Result, Settings, Source, read_block,
};

/// The buffer size for transposing a Fortran-order film, in bytes.
const TRANSPOSE_BYTES: usize = 32 << 20;

/// The supported shapes, in words.
const SHAPES: &str =
    "(H, W), (H, W, 3 or 4) and films of them, (T, H, W) and (T, H, W, C), are supported";

/// The maximum compression ratio, unless the total is small.
const MAX_RATIO: u64 = 200;

/// The size in bytes that any compressed file may decompress to.
const MAX_UNPACKED: u64 = 1 << 30;

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

/// The content of a header: frames, and their layout in the file.
pub(super) struct Film {
    stored: Stored,
    pub(super) frames: u64,
    /// Whether the first axis counts frames.
    has_time: bool,
    /// Elements of a frame.
    elements: u64,
    /// Bytes of all frames.
    bytes: u64,
    frame: FrameShape,
    fortran: bool,
}

impl Film {
    pub(super) fn new(name: &str, header: &NpyHeader, layout: Option<Layout>) -> Result<Self> {
        let refused = |(reason, advice): Refusal| InputError::new(name, reason).advise(advice);
        let stored = Stored::of_descr(&header.descr);
        let stored = stored.ok_or_else(|| refused(unreadable(&header.descr)))?;
        let axes = axes_of(&header.shape, layout).map_err(refused)?;
        let has_time = axes.starts_with('T');
        let (frames, sides) = match &*header.shape {
            [frames, sides @ ..] if has_time => (*frames, sides),
            sides => (1, sides),
        };
        let frame = frame_shape(
            stored.dtype,
            axes.trim_start_matches('T'),
            sides,
            header.fortran,
        );
        let frame = frame.map_err(refused)?;
        let product = |from: u64| {
            sides
                .iter()
                .try_fold(from, |all, side| all.checked_mul(*side))
        };
        let elements = product(1);
        let bytes = product(frames).and_then(|all| all.checked_mul(stored.size as u64));
        let (Some(elements), Some(bytes)) = (elements, bytes.filter(|all| *all < 1 << 62)) else {
            let reason = format!("no file can hold an array of shape {:?}", header.shape);
            return Err(InputError::new(name, reason).advise("write the file again"));
        };
        Ok(Self {
            stored,
            frames,
            has_time,
            elements,
            bytes,
            frame,
            fortran: header.fortran,
        })
    }

    /// Bytes of a stored frame.
    fn frame_bytes(&self) -> u64 {
        self.elements * self.stored.size as u64
    }

    pub(super) fn read(&self, reader: &mut impl Read, pool: &Pool) -> io::Result<InputFrame> {
        let mut bytes = pool.take();
        if !read_block(reader, self.frame_bytes(), &mut bytes)? {
            let message = "it ends before this frame, which its header declares";
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, message));
        }
        Ok(pool.frame(self.frame.clone(), self.stored.decode(bytes, pool)))
    }

    /// Whether frames are not contiguous in the file.
    pub(super) fn is_scattered(&self) -> bool {
        self.fortran && self.has_time && self.frames > 1
    }
}

/// Why an array can't be shown, and what to do.
type Refusal = (String, String);

/// The axes of an array by their letters, or why it has none.
fn axes_of(shape: &[u64], layout: Option<Layout>) -> std::result::Result<&'static str, Refusal> {
    if shape.contains(&0) {
        let advice = "check what is saved: each axis needs at least one element";
        return Err((
            format!("the array of shape {shape:?} is empty"),
            advice.into(),
        ));
    }
    match (layout, shape) {
        (None, [_, _]) | (Some(Layout::HWC), [_, _]) => Ok("HW"),
        (None, [_, _, 3 | 4]) | (Some(Layout::HWC), [_, _, _]) => Ok("HWC"),
        (None | Some(Layout::THW), [_, _, _]) => Ok("THW"),
        (None | Some(Layout::THWC), [_, _, _, _]) => Ok("THWC"),
        (Some(Layout::CHW), [_, _, _]) => Ok("CHW"),
        (Some(Layout::TCHW), [_, _, _, _]) => Ok("TCHW"),
        (None, _) => {
            let instead = match shape {
                [] => "a film of one value is np.full((H, W), a)".to_owned(),
                [n] => {
                    format!("save a.reshape(H, W) with H × W = {n}, or a[np.newaxis] as one row")
                }
                [.., _, _, 1 | 3 | 4] => "save a.reshape(-1, *a.shape[-3:])".to_owned(),
                _ => "save a.reshape(-1, *a.shape[-2:])".to_owned(),
            };
            let reason = format!("an array of shape {shape:?} is not a frame or a film");
            Err((reason, format!("{SHAPES}: {instead}")))
        }
        (Some(layout), _) => {
            let reason = format!("an array of shape {shape:?} is not {layout:?}");
            Err((
                reason,
                "omit --layout, or give the array's own layout".into(),
            ))
        }
    }
}

/// The layout of a frame with these sides in the file, viewed as (H, W) or (H, W, C).
fn frame_shape(
    dtype: DType,
    axes: &str,
    sides: &[u64],
    fortran: bool,
) -> std::result::Result<FrameShape, Refusal> {
    // Strides along each axis, in elements.
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
        [(height, _), (width, _), ..] if height.max(width) > MAX_SIDE as u64 => Err((
            format!("frames of {width}x{height} are too large: {MAX_SIDE} is the longest side"),
            "save every n-th row and column, as a[..., ::n, ::n]".into(),
        )),
        [_, _, (channels, _)] if !matches!(channels, 1 | 3 | 4) => {
            let instead = match axes.ends_with('C') {
                true => "a[..., 0] for one of them, or give other axes with --layout",
                false => "one of them, as a[..., :1, :, :], or give other axes with --layout",
            };
            Err((
                format!("frames of {channels} channels, not 1, 3 or 4"),
                format!("save {instead}"),
            ))
        }
        _ => Ok(FrameShape {
            dtype,
            shape: found.iter().map(|(n, _)| *n as usize).collect(),
            strides: found
                .iter()
                .map(|(_, step)| (*step as isize).saturating_mul(dtype.size() as isize))
                .collect(),
            offset: 0,
        }),
    }
}

/// The header; errors are about the file.
pub(super) fn read_header(name: &str, reader: &mut impl Read) -> Result<NpyHeader> {
    NpyHeader::read(reader).map_err(|reason| {
        InputError::new(name, format!("invalid .npy header: {reason}")).advise(
            "give a file written by np.save, or the shape of raw frames with --raw HxWxC:DTYPE",
        )
    })
}

/// The information in the header of an array.
pub(super) struct Promise {
    pub(super) shape: Vec<u64>,
    /// NumPy's name of its type.
    pub(super) dtype: String,
    /// The number of frames and of channels, if it can be shown.
    pub(super) frames: Option<(u64, usize)>,
}

/// The header information of the array at the start of a reader.
pub(super) fn promise(
    name: &str,
    reader: &mut impl Read,
    layout: Option<Layout>,
) -> Result<Promise> {
    let header = read_header(name, reader)?;
    let film = Film::new(name, &header, layout).ok();
    Ok(Promise {
        frames: film.map(|film| (film.frames, film.frame.shape.get(2).copied().unwrap_or(1))),
        dtype: type_name(&header.descr),
        shape: header.shape,
    })
}

/// The number of frames in the header of a file.
pub(super) fn count(mut reader: impl Read, layout: Option<Layout>) -> Option<u64> {
    let promise = promise("", &mut reader, layout).ok()?;
    promise.frames.map(|(frames, _)| frames)
}

/// Opens an array of `held` bytes with its header, whose reader is at its start.
///
/// `unpacks` is its compression ratio, if it is compressed.
pub(super) fn open(
    name: &str,
    reader: impl Read + 'static,
    (held, unpacks): (u64, u64),
    settings: &Settings,
) -> Result<Box<dyn Source>> {
    let mut reader = reader;
    let header = read_header(name, &mut reader)?;
    let film = Film::new(name, &header, settings.layout)?;
    if !settings.tolerant || film.is_scattered() {
        let whole = held.saturating_sub(header.len) / film.frame_bytes();
        if whole < film.frames {
            let shape = header.shape;
            let reason = format!(
                "frame {whole} is cut off: the header declares {shape:?}, but the file is shorter"
            );
            return Err(InputError::new(name, reason).advise("write the file again"));
        }
    }
    let at_once = match film.is_scattered() {
        true => film.bytes,
        false => film.frame_bytes(),
    };
    if unpacks > MAX_RATIO && at_once > MAX_UNPACKED {
        let gib = at_once >> 30;
        let reason = format!(
            "it decompresses to {unpacks} times its size, of which {gib} GiB are needed at once"
        );
        return Err(InputError::new(name, reason).advise(
            "if this is intended, save the array in C order with np.save, and render that",
        ));
    }
    if film.is_scattered() {
        let gathered = gather(name, &film, &mut reader)?;
        return Ok(Box::new(NpyFilm::new(name, gathered, film)));
    }
    Ok(Box::new(NpyFilm::new(name, reader, film)))
}

/// Transposes a Fortran-order film in a temporary file, a block of positions at a time.
pub(super) fn gather(name: &str, film: &Film, reader: &mut impl Read) -> Result<BufReader<File>> {
    let row = film.frames as usize * film.stored.size;
    let block = (TRANSPOSE_BYTES / row).max(1) as u64;
    let mut file = temporary_file()?;
    let (mut stored, mut run) = (Vec::new(), Vec::new());
    let mut done = 0;
    while done < film.elements {
        let positions = block.min(film.elements - done);
        stored.clear();
        let read = read_block(reader, positions * row as u64, &mut stored);
        if !read.map_err(|e| InputError::new(name, e))? {
            return Err(InputError::new(
                name,
                "it ends before the end of the array that its header declares",
            ));
        }
        for frame in 0..film.frames {
            run.clear();
            let at = frame as usize * film.stored.size;
            run.extend(
                stored
                    .chunks_exact(row)
                    .flat_map(|all| &all[at..][..film.stored.size]),
            );
            let start = (frame * film.elements + done) * film.stored.size as u64;
            file.seek(SeekFrom::Start(start))
                .and_then(|_| file.write_all(&run))
                .map_err(temporary_failed)?;
        }
        done += positions;
    }
    file.rewind().map_err(temporary_failed)?;
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
        let fail = |e: io::Error| InputError::new(&self.name, format!("frame {}: {e}", self.index));
        let frame = frame.map_err(fail)?;
        if self.index + 1 == self.film.frames {
            // Checks the checksum after the last frame.
            let _end = self.reader.read(&mut [0]).map_err(fail)?;
        }
        self.index += 1;
        Ok(Some(frame))
    }

    fn skip_frame(&mut self, pool: &Pool) -> Result<bool> {
        // The last frame has a check after it.
        if self.index + 1 >= self.film.frames {
            return Ok(self.next_frame(pool)?.is_some());
        }
        let bytes = self.film.frame_bytes();
        let skipped = io::copy(&mut (&mut self.reader).take(bytes), &mut io::sink());
        let fail = |e: io::Error| InputError::new(&self.name, format!("frame {}: {e}", self.index));
        if skipped.map_err(fail)? < bytes {
            return Err(fail(io::ErrorKind::UnexpectedEof.into()));
        }
        self.index += 1;
        Ok(true)
    }
}
