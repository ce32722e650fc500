//! Pictures of 4:2:0, by macroblocks.

use openh264::formats::YUVSource;

/// The pixels of a macroblock: 16 blocks of luma in the order in which they are coded (6.4.3), then four of each colour.
pub(super) type Pixels = [[u8; 16]; 24];

/// The plane of a block, and its place in the macroblock in pixels of that plane.
pub(super) fn place(block: usize) -> (usize, usize, usize) {
    let (x, y) = (4 * (block & 1), 2 * (block & 2));
    match block {
        ..16 => (0, x + 2 * (block & 4), y + (block & 8)),
        _ => (block / 4 - 3, x, y),
    }
}

/// Planes of a picture that is somewhere else.
#[derive(Debug, Clone, Copy)]
pub(crate) struct View<'a> {
    pub(super) planes: [&'a [u8]; 3],
    pub(super) strides: [usize; 3],
    /// Of luma: even.
    pub(super) width: usize,
    pub(super) height: usize,
}

impl<'a> View<'a> {
    /// Of planes one after the other.
    pub(crate) fn packed(bytes: &'a [u8], width: usize, height: usize) -> Self {
        let (luma, colors) = bytes.split_at(width * height);
        let (u, v) = colors.split_at(width * height / 4);
        Self {
            planes: [luma, u, v],
            strides: [width, width / 2, width / 2],
            width,
            height,
        }
    }

    /// Of a picture of OpenH264.
    pub(crate) fn of(picture: &'a impl YUVSource) -> Self {
        let ((width, height), (y, u, v)) = (picture.dimensions(), picture.strides());
        Self {
            planes: [picture.y(), picture.u(), picture.v()],
            strides: [y, u, v],
            width,
            height,
        }
    }

    /// A macroblock; beyond the right and lower edges these are repeated.
    pub(super) fn macroblock(&self, column: usize, row: usize) -> Pixels {
        let mut all = [[0; 16]; 24];
        for (block, pixels) in all.iter_mut().enumerate() {
            let (plane, x, y) = place(block);
            let halved = usize::from(plane > 0);
            let (x, y) = ((column << (4 - halved)) + x, (row << (4 - halved)) + y);
            let (width, height) = (self.width >> halved, self.height >> halved);
            let (bytes, stride) = (self.planes[plane], self.strides[plane]);
            if x + 4 <= width && y + 4 <= height {
                for (row, pixels) in pixels.as_chunks_mut::<4>().0.iter_mut().enumerate() {
                    pixels.copy_from_slice(&bytes[(y + row) * stride + x..][..4]);
                }
            } else {
                *pixels = std::array::from_fn(|i| {
                    bytes[(y + i / 4).min(height - 1) * stride + (x + i % 4).min(width - 1)]
                });
            }
        }
        all
    }
}

impl YUVSource for View<'_> {
    fn dimensions(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    fn strides(&self) -> (usize, usize, usize) {
        self.strides.into()
    }

    fn y(&self) -> &[u8] {
        self.planes[0]
    }

    fn u(&self) -> &[u8] {
        self.planes[1]
    }

    fn v(&self) -> &[u8] {
        self.planes[2]
    }
}

/// A picture of whole macroblocks.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    planes: [Vec<u8>; 3],
    /// Of what is in sight.
    width: usize,
    height: usize,
    pub(super) columns: usize,
}

impl Picture {
    /// A copy of another one.
    pub(super) fn of(view: View<'_>) -> Self {
        let (columns, rows) = (view.width.div_ceil(16), view.height.div_ceil(16));
        let plane = |side: usize| vec![0; columns * rows * side * side];
        let mut picture = Self {
            planes: [plane(16), plane(8), plane(8)],
            width: view.width,
            height: view.height,
            columns,
        };
        for (column, row) in (0..rows).flat_map(|row| (0..columns).map(move |x| (x, row))) {
            picture.set_macroblock(column, row, &view.macroblock(column, row));
        }
        picture
    }

    pub(super) fn view(&self) -> View<'_> {
        View {
            planes: std::array::from_fn(|plane| &*self.planes[plane]),
            strides: [16, 8, 8].map(|side| side * self.columns),
            width: self.width,
            height: self.height,
        }
    }

    pub(super) fn set_macroblock(&mut self, column: usize, row: usize, pixels: &Pixels) {
        for (block, pixels) in pixels.iter().enumerate() {
            let (plane, x, y) = place(block);
            let side = if plane == 0 { 16 } else { 8 };
            let stride = side * self.columns;
            let (x, y) = (side * column + x, side * row + y);
            for (row, pixels) in pixels.as_chunks::<4>().0.iter().enumerate() {
                self.planes[plane][(y + row) * stride + x..][..4].copy_from_slice(pixels);
            }
        }
    }
}
