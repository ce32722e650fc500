//! Any array in: no panic, and the right number of pixels out.

use plotreel::{Canvas, Color, Colormap, DType, FrameSize, ImageView, Norm};
use proptest::prelude::*;

use crate::support::full_figure;

const DTYPES: [DType; 11] = [
    DType::Bool,
    DType::U8,
    DType::I8,
    DType::U16,
    DType::I16,
    DType::U32,
    DType::I32,
    DType::U64,
    DType::I64,
    DType::F32,
    DType::F64,
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_shape_type_layout_and_value_is_drawn_or_refused(
        dtype in proptest::sample::select(&DTYPES[..]),
        shape in prop::collection::vec(0usize..9, 1..5),
        strides in prop::collection::vec(-40isize..40, 3),
        offset in 0usize..200,
        bytes in prop::collection::vec(any::<u8>(), 0..1500),
        canvas in (1u32..30, 1u32..30),
        cmap in proptest::sample::select(Colormap::names().collect::<Vec<_>>()),
        norm in prop_oneof![
            Just(Norm::linear()),
            Just(Norm::log()),
            Just(Norm::sym_log(1e-3)),
            Just(Norm::power(0.3)),
            Just(Norm::two_slope(0.1)),
            Just(Norm::boundary([-1.0, 0.0, 9.0, 1e6])),
        ],
    ) {
        let views = [
            ImageView::contiguous(dtype, &shape, &bytes),
            ImageView::new(dtype, &shape, &strides[..shape.len().min(3)], offset, &bytes),
        ];
        for view in views.into_iter().flatten() {
            let (mut fig, ax) = full_figure(canvas.0, canvas.1);
            let im = fig[ax].imshow(&view).unwrap();
            fig[im].set_cmap(Colormap::named(cmap).unwrap().with_bad(Color::rgb(1, 2, 3)));
            fig[im].set_norm(norm.clone());
            let mut drawn = Canvas::new(FrameSize { width: canvas.0, height: canvas.1 });
            // Data can have limits that the norm refuses; that is an error, not a panic.
            let _ = fig.draw(&mut drawn);
            prop_assert_eq!(drawn.to_rgb().len(), 3 * (canvas.0 * canvas.1) as usize);
            prop_assert!(drawn.pixels().iter().skip(3).step_by(4).all(|alpha| *alpha == 255));
        }
    }
}
