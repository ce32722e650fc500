//! A frame's way from pixels to its part of the file.

use std::sync::Arc;

use super::blocks::{index_bits, push_picture};
use super::census::Census;
use super::changes::{Disposal, Painting};
use super::lzw::Lzw;
use super::mapper::Mapper;
use super::nearest::Nearest;
use super::palette;
use super::patch::{self, LEAVE};
use super::region::Region;

/// The most colours of a palette.
const COLORS: usize = 256;

/// The input of a painter.
pub(super) enum Work {
    /// A frame and the one before it.
    Painting(Painting),
    /// The pixels that a frame paints.
    Patch(Patch),
    /// A block that is ready.
    Block(Vec<u8>),
}

/// The pixels that a frame paints, where and for how long.
#[derive(Debug)]
pub(super) struct Patch {
    pub(super) region: Region,
    pub(super) delay: u16,
    pub(super) disposal: Disposal,
    pub(super) pixels: Vec<u32>,
}

/// Encodes frames one by one; its memory is used again.
pub(super) struct Painter {
    width: usize,
    is_transparent: bool,
    dithers: bool,
    /// The palette of all frames, if they have one; the index after its last is that of pixels that are left.
    shared: Option<Arc<[[u8; 3]]>>,
    census: Census,
    mapper: Mapper,
    lzw: Lzw,
    pixels: Vec<u32>,
    indices: Vec<u8>,
}

impl Painter {
    /// Of films so many pixels wide.
    pub(super) fn new(
        width: usize,
        is_transparent: bool,
        dithers: bool,
        shared: Option<Arc<[[u8; 3]]>>,
    ) -> Self {
        Self {
            width,
            is_transparent,
            dithers,
            shared,
            census: Census::new(),
            mapper: Mapper::new(),
            lzw: Lzw::new(),
            pixels: Vec::new(),
            indices: Vec::new(),
        }
    }

    /// Appends a frame's part of the file.
    pub(super) fn paint(&mut self, work: Work, out: &mut Vec<u8>) {
        match work {
            Work::Painting(painting) => {
                patch::fill(&mut self.pixels, &painting, self.width, true);
                self.recount();
                // A full palette has no room for the transparent index: all pixels are painted.
                let is_full = self.census.few() == Some(COLORS) && self.pixels.contains(&LEAVE);
                if is_full && !self.is_transparent {
                    patch::fill(&mut self.pixels, &painting, self.width, false);
                    self.recount();
                    if self.census.few() != Some(COLORS) {
                        patch::fill(&mut self.pixels, &painting, self.width, true);
                        self.recount();
                    }
                }
                self.encode(painting.region, painting.delay, painting.disposal, out);
            }
            Work::Patch(patch) => {
                self.pixels = patch.pixels;
                self.recount();
                self.encode(patch.region, patch.delay, patch.disposal, out);
            }
            Work::Block(block) => out.extend(block),
        }
    }

    fn recount(&mut self) {
        self.census.clear();
        self.census.count(&self.pixels);
    }

    /// Whether the palette has all colours.
    fn is_exact(&self, palette: &[[u8; 3]]) -> bool {
        let is_few = self.census.few().is_some_and(|few| few <= palette.len());
        is_few && self.census.colors().all(|color| palette.contains(&color))
    }

    fn encode(&mut self, region: Region, delay: u16, disposal: Disposal, out: &mut Vec<u8>) {
        // Some readers clear a frame without such an index to a colour.
        let leaves = disposal == Disposal::Clear || self.pixels.contains(&LEAVE);
        let own = self.shared.is_none().then(|| {
            let mut palette =
                palette::choose(&self.census, COLORS - usize::from(leaves), self.dithers);
            // Something must be there for the index to point to.
            palette.resize(palette.len().max(1), [0; 3]);
            palette
        });
        let palette = own
            .as_deref()
            .or(self.shared.as_deref())
            .unwrap_or_default();
        let leave = palette.len() as u8;
        let nearest = Nearest::new(palette);
        self.indices.clear();
        if self.dithers && !self.is_exact(palette) {
            let (pixels, indices) = (&self.pixels, &mut self.indices);
            self.mapper
                .dithered(pixels, region.width, palette, leave, indices);
        } else {
            let (pixels, indices) = (&self.pixels, &mut self.indices);
            self.mapper
                .nearest(pixels, &mut self.census, &nearest, leave, indices);
        }
        let bits = match &own {
            Some(palette) => index_bits(palette.len() + usize::from(leaves)),
            None => index_bits(palette.len() + 1),
        };
        // The transparent index has an entry in the palette, without a colour.
        let own = own.map(|mut palette| {
            palette.resize(palette.len() + usize::from(leaves), [0; 3]);
            palette
        });
        push_picture(
            out,
            region,
            delay,
            disposal,
            leaves.then_some(leave),
            own.as_deref(),
        );
        self.lzw.encode(&self.indices, bits, out);
    }
}
