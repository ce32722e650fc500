//! TIFF, where every page is a picture.

use std::fs::File;
use std::io::BufReader;

use tiff::decoder::{BufferLayoutPreference, Decoder, DecodingResult};
use tiff::tags::Tag;
use tiff::{ColorType, TiffError};

use super::exif::Orientation;
use super::palette::{self, Patched};
use super::pixels::{Picture, unpack};
use super::profile::Profile;
use super::{Decode, Failure, Limits};
use crate::array::DType;

/// The maximum size in bytes of a header value, such as the positions of its strips.
const VALUE_BYTES: usize = 16 << 20;
/// What to do about unsupported samples.
const BY_NUMPY: &str = "convert it to an array in Python:\nimport numpy, tifffile\nnumpy.save(\"film.npy\", tifffile.imread(\"film.tif\"))";

impl From<TiffError> for Failure {
    fn from(error: TiffError) -> Self {
        match error {
            TiffError::IoError(error) => error.into(),
            TiffError::UnsupportedError(error) => Self::new(error).advise(BY_NUMPY),
            error => Self::new(error),
        }
    }
}

type Pages = Decoder<Patched>;

/// The pages of one file.
pub(super) struct TiffDecoder {
    file: Option<BufReader<File>>,
    limits: Limits,
    pages: Option<Pages>,
    /// The page's place among all of the file.
    index: usize,
}

impl TiffDecoder {
    pub(super) fn new(file: BufReader<File>, limits: Limits) -> Self {
        Self {
            file: Some(file),
            limits,
            pages: None,
            index: 0,
        }
    }
}

impl Decode for TiffDecoder {
    fn next_picture(&mut self, memory: Vec<u8>) -> Result<Option<Picture>, Failure> {
        if let Some(file) = self.file.take() {
            let mut limits = tiff::decoder::Limits::unlimited();
            limits.ifd_value_size = VALUE_BYTES;
            let pages = self
                .pages
                .insert(Decoder::new(Patched::new(file))?.with_limits(limits));
            warn_of_hidden_pages(pages);
            if !is_page(pages) && !next_page(pages, &mut self.index)? {
                return Ok(None);
            }
        } else {
            let next = self.pages.as_mut();
            if !next.map_or(Ok(false), |pages| next_page(pages, &mut self.index))? {
                return Ok(None);
            }
        }
        match &mut self.pages {
            Some(pages) => read_page(pages, self.index, self.limits, memory).map(Some),
            None => Ok(None),
        }
    }
}

/// Advances to the next page that is a separate picture.
fn next_page(pages: &mut Pages, index: &mut usize) -> Result<bool, Failure> {
    while pages.more_images() {
        pages.next_image()?;
        *index += 1;
        if is_page(pages) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether the page is not a smaller copy or a mask of another.
fn is_page(pages: &mut Pages) -> bool {
    let kind = pages.find_tag_unsigned::<u32>(Tag::NewSubfileType);
    kind.ok().flatten().unwrap_or(0) & 0b101 == 0
}

/// Warns if ImageJ wrote a film of which only the first picture is a page.
fn warn_of_hidden_pages(pages: &mut Pages) {
    let text = pages.get_tag_ascii_string(Tag::ImageDescription);
    let Some(images) = text.ok().and_then(|text| images_of_imagej(&text)) else {
        return;
    };
    if images > 1 && !pages.more_images() {
        log::warn!(
            "according to ImageJ the file has {images} pictures, but only the first is a TIFF page and is read; save it as an ordinary TIFF or as .npy"
        );
    }
}

fn images_of_imagej(text: &str) -> Option<u64> {
    if !text.starts_with("ImageJ=") {
        return None;
    }
    text.lines()
        .find_map(|line| line.strip_prefix("images="))?
        .trim()
        .parse()
        .ok()
}

fn read_page(
    pages: &mut Pages,
    index: usize,
    limits: Limits,
    memory: Vec<u8>,
) -> Result<Picture, Failure> {
    let (width, height) = pages.dimensions()?;
    let (width, height) = (width as usize, height as usize);
    limits.check(width, height)?;
    let map = palette::open(pages, index)?;
    let color = color_of(pages)?;
    let mut samples = DecodingResult::U8(Vec::new());
    let layout = pages.read_image_to_buffer(&mut samples)?;
    let page = Page {
        width,
        height,
        color,
    };
    let mut picture = page.picture(samples, &layout, memory)?;
    if let Some(map) = map {
        if picture.dtype != DType::U8 || picture.channels != 1 {
            return Err(Failure::new("its palette is not supported").advise(BY_NUMPY));
        }
        picture.pixels = colors(&picture.pixels, &map);
        picture.channels = 3;
        picture.white = 255;
    }
    let orientation = pages.find_tag_unsigned::<u16>(Tag::Orientation)?;
    picture.orientation = Orientation::new(orientation.unwrap_or(1));
    picture.profile = pages
        .get_tag_u8_vec(Tag::IccProfile)
        .ok()
        .and_then(Profile::new);
    Ok(picture)
}

/// What the samples of a page are.
fn color_of(pages: &mut Pages) -> Result<ColorType, Failure> {
    let color = pages.colortype()?;
    let ColorType::Multiband {
        bit_depth,
        num_samples,
    } = color
    else {
        return Ok(color);
    };
    let extra = pages.find_tag_unsigned_vec::<u16>(Tag::ExtraSamples)?;
    let has_alpha = extra.is_some_and(|extra| matches!(extra[..], [1 | 2]));
    Ok(match num_samples {
        1 => ColorType::Gray(bit_depth),
        2 if has_alpha => ColorType::GrayA(bit_depth),
        _ => color,
    })
}

/// The indices' colours.
fn colors(indices: &[u8], map: &[u16]) -> Vec<u8> {
    let len = map.len() / 3;
    let channel = |index: u8, c: usize| {
        let value = map.get(c * len + usize::from(index));
        value.map_or(0, |value| (value >> 8) as u8)
    };
    let colors = indices
        .iter()
        .flat_map(|&i| [0, 1, 2].map(|c| channel(i, c)));
    colors.collect()
}

/// The properties of a page.
struct Page {
    width: usize,
    height: usize,
    color: ColorType,
}

impl Page {
    fn picture(
        &self,
        samples: DecodingResult,
        layout: &BufferLayoutPreference,
        memory: Vec<u8>,
    ) -> Result<Picture, Failure> {
        let (channels, bits) = match self.color {
            ColorType::Gray(bits) => (1, bits),
            ColorType::GrayA(bits) => (2, bits),
            ColorType::RGB(bits) => (3, bits),
            ColorType::RGBA(bits) => (4, bits),
            ColorType::CMYK(8) => (4, 8),
            other => {
                let reason = format!("its pixels are {other:?}, which is not supported");
                return Err(Failure::new(reason).advise(BY_NUMPY));
            }
        };
        let (dtype, mut bytes) = numbers(samples);
        let is_packed = bits < 8 && channels == 1 && dtype == DType::U8;
        if is_packed {
            let packed = std::mem::replace(&mut bytes, memory);
            unpack(&packed, bits.into(), self.width, &mut bytes);
        }
        if layout.planes > 1 {
            bytes = interleaved(&bytes, layout.planes, dtype.size());
        }
        let has_inks = matches!(self.color, ColorType::CMYK(_));
        if has_inks {
            bytes = from_inks(&bytes);
        }
        let channels = if has_inks { 3 } else { channels };
        if bytes.len() != self.width * self.height * channels * dtype.size() {
            let reason = format!("its pixels are {:?}, which is not supported", self.color);
            return Err(Failure::new(reason).advise(BY_NUMPY));
        }
        let mut picture = Picture::new(self.width, self.height, channels, bytes).of(dtype);
        if is_packed {
            picture.white = (1 << bits) - 1;
        }
        Ok(picture)
    }
}

/// Samples for frames: float16 is widened.
fn numbers(samples: DecodingResult) -> (DType, Vec<u8>) {
    let bytes = |numbers: &[u8]| numbers.to_vec();
    match samples {
        DecodingResult::U8(v) => (DType::U8, v),
        DecodingResult::U16(v) => (DType::U16, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::U32(v) => (DType::U32, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::U64(v) => (DType::U64, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::I8(v) => (DType::I8, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::I16(v) => (DType::I16, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::I32(v) => (DType::I32, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::I64(v) => (DType::I64, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::F32(v) => (DType::F32, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::F64(v) => (DType::F64, bytes(bytemuck::cast_slice(&v))),
        DecodingResult::F16(v) => {
            let wide = v.iter().flat_map(|half| half.to_f32().to_ne_bytes());
            (DType::F32, wide.collect())
        }
    }
}

/// Channels that are stored one after the other, pixel by pixel.
fn interleaved(planes: &[u8], channels: usize, size: usize) -> Vec<u8> {
    let plane = planes.len() / channels;
    let mut pixels = Vec::with_capacity(planes.len());
    for at in (0..plane).step_by(size) {
        for channel in 0..channels {
            let start = channel * plane + at;
            pixels.extend_from_slice(&planes[start..start + size]);
        }
    }
    pixels
}

/// CMYK colours, converted without a profile.
fn from_inks(inks: &[u8]) -> Vec<u8> {
    let light = |ink: u8, black: u8| {
        let light = (255 - u32::from(ink)) * (255 - u32::from(black));
        ((light + 127) / 255) as u8
    };
    let pixels = inks.as_chunks().0;
    let colors = pixels
        .iter()
        .flat_map(|&[c, m, y, k]| [light(c, k), light(m, k), light(y, k)]);
    colors.collect()
}

/// The pages of a file, by its directories.
pub(super) fn count(file: BufReader<File>) -> Option<u64> {
    let mut pages = Decoder::new(Patched::new(file)).ok()?;
    let mut number = u64::from(is_page(&mut pages));
    while next_page(&mut pages, &mut 0).ok()? {
        number += 1;
    }
    Some(number)
}
