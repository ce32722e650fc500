//! Any array in: no panic, and the right number of pixels out.

use plotreel::{
    Arc, ArrowProps, Aspect, Canvas, Circle, Color, Colormap, DType, FancyArrowPatch,
    FancyBboxPatch, Figure, FrameSize, ImageView, LineStyle, LogLocator, MarkEvery, Marker,
    MultipleLocator, Norm, Scale, SubplotParams, Subs, SymmetricalLogLocator, TextBox, TextStyle,
    TickParams, Wedge,
};
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

    #[test]
    fn any_figure_is_drawn_or_refused(
        x in prop::collection::vec(number(), 0..200),
        y in prop::collection::vec(number(), 0..200),
        values in prop::collection::vec(number(), 12),
        text in "[ -~α-ω\n]{0,20}",
        choices in prop::collection::vec(0usize..6, 8),
        canvas in (1u32..200, 1u32..200),
    ) {
        let n = x.len().min(y.len());
        let scales = [Scale::Linear, Scale::log(), Scale::sym_log(1e-3), Scale::log().with_base(2.0)];
        let mut fig = Figure::new((2.0, 1.5), 100.0);
        let axs = fig.subplots(1, 2).unwrap();
        for (k, ax) in axs.iter().enumerate() {
            let _ = fig[*ax].set_xscale(scales[choices[2 * k] % 4]);
            let _ = fig[*ax].set_yscale(scales[choices[2 * k + 1] % 4]);
            let line = fig[*ax].plot(&x[..n], &y[..n]).unwrap();
            let marker = ["o", "s", "+", "*", ",", "none"][choices[4]].parse::<Marker>().unwrap();
            fig[line].set_marker(marker).unwrap();
            fig[line].set_linewidth(values[0]);
            fig[line].set_markersize(values[1]);
            fig[line].set_alpha(values[2]);
            if let Ok(style) = LineStyle::try_from((values[3], vec![values[4], values[5]])) {
                fig[line].set_linestyle(style).unwrap();
            }
            if choices[5] > 2 {
                fig[line].set_markevery(MarkEvery::Fraction(values[6]));
            }
            let label = fig[*ax].text(values[7], values[8], text.clone());
            fig[label].set_style(TextStyle { size: values[9], rotation: values[10], ..TextStyle::default() });
            fig[label].set_bbox(Some(TextBox::default()));
            fig[*ax].set_title(text.clone());
            fig[*ax].grid(true);
            fig[*ax].minorticks_on();
            fig[*ax].axvline(values[11]);
            fig[*ax].axhspan(values[0], values[1]);
            fig[*ax].axline((values[2], values[3]), (values[4], values[5]));
            fig[*ax].tick_params(&TickParams::new().with_length(values[6]).with_labelsize(values[9]));
        }
        let first = axs[[0, 0]];
        if choices[6] > 3 {
            fig[first].set_aspect(Aspect::Ratio(values[7]));
        }
        let _ = fig[first].set_xlim(values[8], values[9]);
        let _ = fig[first].set_position([values[0], values[1], values[2], values[3]]);
        let _ = fig.subplots_adjust(SubplotParams { left: values[10], wspace: values[11], ..SubplotParams::default() });
        let _ = fig.tight_layout();
        let mut drawn = Canvas::new(FrameSize { width: canvas.0, height: canvas.1 });
        let _ = fig.draw(&mut drawn);
        let least = drawn.pixels().iter().skip(3).step_by(4).min();
        prop_assert_eq!(least, Some(&255));
    }

    #[test]
    fn any_shapes_are_drawn_or_refused(
        x in prop::collection::vec(number(), 1..40),
        v in prop::collection::vec(number(), 16),
        kinds in prop::collection::vec(0usize..14, 1..5),
        choices in prop::collection::vec(0usize..6, 4),
        size in (0.001..2.0f64, 0.001..2.0f64, 1.0..300.0f64),
    ) {
        let mut fig = Figure::new((size.0, size.1), size.2);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let scales = [Scale::Linear, Scale::log(), Scale::sym_log(1e-3)];
        let _ = fig[ax].set_xscale(scales[choices[0] % 3]);
        let _ = fig[ax].set_yscale(scales[choices[1] % 3]);
        let y: Vec<f64> = x.iter().rev().copied().collect();
        let at = (v[0], v[1]);
        for kind in &kinds {
            match kind {
                0 => drop(fig[ax].bar(&x, &y)),
                1 => drop(fig[ax].hist(&x)),
                2 => drop(fig[ax].fill_between(&x, &y, &x)),
                3 => if let Ok(points) = fig[ax].scatter(&x, &y) {
                    fig[points].set_sizes(&v);
                },
                4 => {
                    let im = fig[ax].imshow(&ndarray::arr2(&[[v[2], v[3], v[4]], [v[5], v[6], v[7]]])).unwrap();
                    fig[im].set_extent([v[8], v[9], v[10], v[11]]);
                    fig[im].set_interpolation(["bilinear", "nearest", "lanczos"][choices[2] % 3].parse().unwrap());
                    let _ = fig.colorbar(im, ax);
                }
                5 => {
                    let patch = fig[ax].add_patch(Circle::new(at, v[2]));
                    let _ = fig[patch].set_linestyle("--");
                    fig[patch].set_linewidth(v[3]);
                }
                6 => { fig[ax].add_patch(Wedge::new(at, v[2], v[3], v[4])); }
                7 => { fig[ax].add_patch(Arc::new(at, v[2], v[3])); }
                8 => { fig[ax].add_patch(FancyBboxPatch::new(at, v[2], v[3])); }
                9 => { fig[ax].add_patch(FancyArrowPatch::new(at, (v[2], v[3]))); }
                10 => {
                    let note = fig[ax].annotate("x $\\frac{1}{2}$", at, (v[2], v[3]));
                    fig[note].set_arrowprops(ArrowProps::new(["->", "fancy", "wedge"][choices[3] % 3]).ok());
                    fig[note].set_fontsize(v[4]);
                }
                11 => {
                    fig[ax].margins(v[2], v[3]);
                    let _ = fig[ax].vlines(&x, &y, &x);
                    fig[ax].legend();
                }
                12 => {
                    let space = fig.add_subplot_3d(1, 1, 1).unwrap();
                    let _ = fig[space].view_init(v[2], v[3], v[4]);
                    let _ = fig[space].scatter(&x, &y, &x);
                }
                _ => {
                    let _ = fig[ax].set_xlim(v[2], v[3]);
                    let _ = fig[ax].set_ylim(v[4], v[5]);
                    fig[ax].set_xticks(&v);
                    fig[ax].yaxis.set_major_locator(MultipleLocator::new(v[6]));
                    fig[ax].xaxis.set_minor_locator(LogLocator::new(v[7]).with_subs(Subs::All));
                    fig[ax].yaxis.set_minor_locator(SymmetricalLogLocator::new(v[8], v[9]));
                }
            }
        }
        let _ = fig.tight_layout();
        if let Ok(size) = FrameSize::of_figure(fig.figsize(), fig.dpi()) {
            let _ = fig.draw(&mut Canvas::new(size));
        }
    }
}

/// Numbers that plots are made of, and those that they should not be made of.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        4 => -10.0..10.0f64,
        2 => -1e6..1e6f64,
        1 => any::<f64>(),
        1 => proptest::sample::select(vec![0.0, -0.0, 1e-320, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, 1e-9]),
    ]
}
