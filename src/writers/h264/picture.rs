//! Pictures of 4:2:0, by macroblocks.

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
    pub(crate) planes: [&'a [u8]; 3],
    pub(crate) strides: [usize; 3],
    /// Of luma: even.
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl View<'_> {
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

/// A picture of whole macroblocks.
#[derive(Debug, Clone, Default)]
pub(super) struct Picture {
    planes: [Vec<u8>; 3],
    /// Of what is in sight.
    width: usize,
    height: usize,
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Picture {
    pub(super) fn new(width: usize, height: usize) -> Self {
        let (columns, rows) = (width.div_ceil(16), height.div_ceil(16));
        let plane = |side: usize| vec![0; columns * rows * side * side];
        Self {
            planes: [plane(16), plane(8), plane(8)],
            width,
            height,
            columns,
            rows,
        }
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

    /// Becomes another picture.
    pub(super) fn copy(&mut self, view: View<'_>) {
        for row in 0..self.rows {
            for column in 0..self.columns {
                self.set_macroblock(column, row, &view.macroblock(column, row));
            }
        }
    }
}
