//! Any array in: no panic, and the right number of pixels out.

use fastrand::Rng;
use plotreel::array::{DType, ImageView};
use plotreel::artists::{LineStyle, MarkEvery, Marker};
use plotreel::axes::{Aspect, BarOptions, ColorbarOptions, HistOptions};
use plotreel::axis::{TickParams, TickStyle};
use plotreel::gridspec::SubplotParams;
use plotreel::layout::TightLayout;
use plotreel::patches::{Arc, Circle, FancyArrowPatch, FancyBboxPatch, Wedge};
use plotreel::scale::Scale;
use plotreel::subplots::SubplotsOptions;
use plotreel::text::{ArrowProps, TextBox, TextStroke, TextStyle};
use plotreel::ticker::{LogLocator, MultipleLocator, Subs, SymmetricalLogLocator};
use plotreel::{
    Axes, Canvas, Color, Colormap, Error, Figure, FrameSize, Handle, Norm, SavefigOptions, Style,
};

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

#[test]
fn any_shape_type_layout_and_value_is_drawn_or_refused() {
    let norms = [
        Norm::linear(),
        Norm::log(),
        Norm::sym_log(1e-3),
        Norm::asinh(1e-3),
        Norm::func(f64::sqrt, |y| y * y),
        Norm::power(0.3),
        Norm::two_slope(0.1),
        Norm::boundary([-1.0, 0.0, 9.0, 1e6]),
    ];
    let names: Vec<_> = Colormap::names().collect();
    for _ in 0..256 {
        let rng = &mut Rng::new();
        println!("seed {}", rng.get_seed());
        let dtype = DTYPES[rng.usize(..DTYPES.len())];
        let shape: Vec<usize> = (0..rng.usize(1..5)).map(|_| rng.usize(0..9)).collect();
        let strides = [(); 3].map(|()| rng.isize(-40..40));
        let bytes: Vec<u8> = (0..rng.usize(0..1500)).map(|_| rng.u8(..)).collect();
        let strides = &strides[..shape.len().min(3)];
        let views = [
            ImageView::contiguous(dtype, &shape, &bytes),
            ImageView::new(dtype, &shape, strides, rng.usize(0..200), &bytes),
        ];
        let (width, height) = (rng.u32(1..30), rng.u32(1..30));
        let cmap = names[rng.usize(..names.len())];
        let norm = &norms[rng.usize(..norms.len())];
        for view in views.into_iter().flatten() {
            let (mut fig, ax) = full_figure(width, height);
            let im = fig[ax].imshow(&view).unwrap();
            fig[im].set_cmap(Colormap::named(cmap).unwrap().with_bad(Color::rgb(1, 2, 3)));
            fig[im].set_norm(norm.clone());
            let mut drawn = Canvas::new(FrameSize { width, height });
            // Data can have limits that the norm refuses; that is an error, not a panic.
            let _ = fig.draw(&mut drawn);
            assert_eq!(drawn.to_rgb().len(), 3 * (width * height) as usize);
            assert_eq!(least_alpha(&drawn), Some(&255));
        }
    }
}

#[test]
fn any_figure_is_drawn_or_refused() {
    let scales = [
        Scale::Linear,
        Scale::log(),
        Scale::sym_log(1e-3),
        Scale::log().with_base(2.0),
        Scale::asinh(0.1),
        Scale::logit(),
        Scale::func(f64::sqrt, |y| y * y),
    ];
    for _ in 0..256 {
        let rng = &mut Rng::new();
        println!("seed {}", rng.get_seed());
        let n = rng.usize(0..200);
        let x: Vec<f64> = (0..n).map(|_| number(rng)).collect();
        let y: Vec<f64> = (0..n).map(|_| number(rng)).collect();
        let values = [(); 12].map(|()| number(rng));
        let text = text(rng);
        let mut fig = Figure::new((2.0, 1.5), 100.0);
        let axs = fig.subplots(1, 2).unwrap();
        for ax in axs.iter() {
            let _ = fig[*ax].set_xscale(scales[rng.usize(..scales.len())].clone());
            let _ = fig[*ax].set_yscale(scales[rng.usize(..scales.len())].clone());
            let line = fig[*ax].plot(&x, &y).unwrap();
            let marker = rng.choice(["o", "s", "+", "*", ",", "none"]).unwrap();
            fig[line]
                .set_marker(marker.parse::<Marker>().unwrap())
                .unwrap();
            let _ = fig[line].set_linewidth(values[0]);
            let _ = fig[line].set_markersize(values[1]);
            let _ = fig[line].set_alpha(values[2]);
            if let Ok(style) = LineStyle::try_from((values[3], vec![values[4], values[5]])) {
                fig[line].set_linestyle(style).unwrap();
            }
            if rng.bool() {
                fig[line].set_markevery(MarkEvery::Fraction(values[6]));
            }
            let label = fig[*ax].text(values[7], values[8], text.clone());
            let _ = fig[label].set_style(
                TextStyle::new()
                    .with_size(values[9])
                    .with_rotation(values[10]),
            );
            fig[label].set_bbox(Some(TextBox::default())).unwrap();
            fig[*ax].set_title(text.clone());
            fig[*ax].grid(true);
            fig[*ax].minorticks_on();
            fig[*ax].axvline(values[11]);
            fig[*ax].axhspan(values[0], values[1]);
            fig[*ax].axline((values[2], values[3]), (values[4], values[5]));
            let mut params = TickParams::new();
            let _ = params.set_length(values[6]);
            let _ = params.set_labelsize(values[9]);
            fig[*ax].tick_params(&params);
        }
        let first = axs[[0, 0]];
        if rng.u8(..3) == 0 {
            let _ = fig[first].set_aspect(Aspect::Ratio(values[7]));
        }
        let _ = fig[first].set_xlim(values[8], values[9]);
        let _ = fig[first].set_position([values[0], values[1], values[2], values[3]]);
        let _ = fig.subplots_adjust(
            SubplotParams::new()
                .with_left(values[10])
                .with_wspace(values[11]),
        );
        let _ = fig.tight_layout();
        let mut drawn = Canvas::new(FrameSize {
            width: rng.u32(1..200),
            height: rng.u32(1..200),
        });
        let _ = fig.draw(&mut drawn);
        assert_eq!(least_alpha(&drawn), Some(&255));
    }
}

#[test]
fn any_shapes_are_drawn_or_refused() {
    let scales = [
        Scale::Linear,
        Scale::log(),
        Scale::sym_log(1e-3),
        Scale::asinh(0.1),
        Scale::logit(),
    ];
    for _ in 0..256 {
        let rng = &mut Rng::new();
        println!("seed {}", rng.get_seed());
        let mut side = || 2.0 * rng.f64() + 0.001;
        let figsize = (side(), side());
        let mut fig = Figure::new(figsize, 1.0 + 299.0 * rng.f64());
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let _ = fig[ax].set_xscale(scales[rng.usize(..scales.len())].clone());
        let _ = fig[ax].set_yscale(scales[rng.usize(..scales.len())].clone());
        let x: Vec<f64> = (0..rng.usize(1..40)).map(|_| number(rng)).collect();
        let y: Vec<f64> = x.iter().rev().copied().collect();
        let v = [(); 16].map(|()| number(rng));
        for _ in 0..rng.usize(1..5) {
            add_shape(&mut fig, ax, rng, (&x, &y, &v));
        }
        let _ = fig.tight_layout();
        if let Ok(size) = FrameSize::of_figure(fig.figsize(), fig.dpi()) {
            let _ = fig.draw(&mut Canvas::new(size));
        }
    }
}

/// Adds one of the things that axes can show, made of these numbers.
fn add_shape(
    fig: &mut Figure,
    ax: Handle<Axes>,
    rng: &mut Rng,
    (x, y, v): (&[f64], &[f64], &[f64; 16]),
) {
    let at = (v[0], v[1]);
    match rng.u8(..14) {
        0 => drop(fig[ax].bar(x, y)),
        1 => drop(fig[ax].hist(x)),
        2 => drop(fig[ax].fill_between(x, y, x)),
        3 => {
            if let Ok(points) = fig[ax].scatter(x, y) {
                let _ = fig[points].set_sizes(v);
            }
        }
        4 => {
            let values = ndarray::arr2(&[[v[2], v[3], v[4]], [v[5], v[6], v[7]]]);
            let im = fig[ax].imshow(&values).unwrap();
            let _ = fig[im].set_extent([v[8], v[9], v[10], v[11]]);
            let interpolation = rng.choice(["bilinear", "nearest", "lanczos"]).unwrap();
            fig[im].set_interpolation(interpolation).unwrap();
            let _ = fig.colorbar(im, ax);
        }
        5 => {
            let patch = fig[ax].add_patch(Circle::new(at, v[2]));
            let _ = fig[patch].set_linestyle("--");
            let _ = fig[patch].set_linewidth(v[3]);
        }
        6 => drop(fig[ax].add_patch(Wedge::new(at, v[2], v[3], v[4]))),
        7 => drop(fig[ax].add_patch(Arc::new(at, v[2], v[3]))),
        8 => drop(fig[ax].add_patch(FancyBboxPatch::new(at, v[2], v[3]))),
        9 => drop(fig[ax].add_patch(FancyArrowPatch::new(at, (v[2], v[3])))),
        10 => {
            let note = fig[ax].annotate("x $\\frac{1}{2}$", at, (v[2], v[3]));
            let arrow = rng.choice(["->", "fancy", "wedge"]).unwrap();
            fig[note]
                .set_arrowprops(ArrowProps::new().with_arrowstyle(arrow).ok())
                .unwrap();
            let _ = fig[note].set_fontsize(v[4]);
        }
        11 => {
            let _ = fig[ax].margins(v[2], v[3]);
            let _ = fig[ax].vlines(x, y, x);
            fig[ax].legend();
        }
        12 => {
            let space = fig.add_subplot_3d(1, 1, 1).unwrap();
            let _ = fig[space].view_init(v[2], v[3], v[4]);
            let _ = fig[space].scatter(x, y, x);
        }
        _ => {
            let _ = fig[ax].set_xlim(v[2], v[3]);
            let _ = fig[ax].set_ylim(v[4], v[5]);
            fig[ax].set_xticks(v);
            fig[ax].yaxis.set_major_locator(MultipleLocator::new(v[6]));
            let subs = LogLocator::new(v[7]).with_subs(Subs::All);
            fig[ax].xaxis.set_minor_locator(subs);
            let symmetric = SymmetricalLogLocator::new(v[8], v[9]);
            fig[ax].yaxis.set_minor_locator(symmetric);
        }
    }
}

/// Numbers that plots are made of, and those that they should not be made of.
fn number(rng: &mut Rng) -> f64 {
    let odd = [
        0.0,
        -0.0,
        1e-320,
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        1e-9,
    ];
    match rng.u8(..8) {
        0..4 => 20.0 * rng.f64() - 10.0,
        4..6 => 2e6 * rng.f64() - 1e6,
        6 => f64::from_bits(rng.u64(..)),
        _ => odd[rng.usize(..odd.len())],
    }
}

/// Up to twenty characters of ASCII and Greek, and new lines.
fn text(rng: &mut Rng) -> String {
    let character = |rng: &mut Rng| match rng.u8(..130) {
        0 => '\n',
        1..96 => rng.char(' '..='~'),
        _ => rng.char('α'..='ω'),
    };
    (0..rng.usize(..=20)).map(|_| character(rng)).collect()
}

fn least_alpha(drawn: &Canvas) -> Option<&u8> {
    drawn.pixels().iter().skip(3).step_by(4).min()
}

#[test]
fn options_out_of_range_are_refused_by_the_call_that_takes_them_and_named() {
    let (mut fig, ax) = full_figure(64, 64);
    let one = [1.0];
    let points = fig[ax].scatter(&one, &one).unwrap();
    let text = fig[ax].text(0.5, 0.5, "text");
    let note = fig[ax].annotate("note", (0.5, 0.5), (0.5, 0.5));
    let mut refused = Vec::new();
    let mut expect = |name: &'static str, error: Option<Error>| refused.push((name, error));
    let bars = BarOptions::new().with_width(f64::NAN);
    expect("width", fig[ax].bar_with(&one, &one, &bars).err());
    let bars = HistOptions::new().with_rwidth(1.5);
    expect("rwidth", fig[ax].hist_with(&one, &bars).err());
    let bars = HistOptions::new().with_weights([[f64::INFINITY]]);
    expect("weights", fig[ax].hist_with(&one, &bars).err());
    for (name, bar) in [
        ("fraction", ColorbarOptions::new().with_fraction(-0.1)),
        ("pad", ColorbarOptions::new().with_pad(1.5)),
        ("shrink", ColorbarOptions::new().with_shrink(f64::NAN)),
        ("aspect", ColorbarOptions::new().with_aspect(0.0)),
    ] {
        expect(name, fig.colorbar_with(points, ax, &bar).err());
    }
    let grid = SubplotsOptions::new().with_width_ratios([1.0, -1.0]);
    expect("width_ratios", fig.subplots_with(1, 2, &grid).err());
    let spaces = SubplotParams::new().with_hspace(-1.0);
    expect("hspace", fig.subplots_adjust(spaces).err());
    let padding = TightLayout::new().with_w_pad(f64::INFINITY);
    expect("w_pad", fig.tight_layout_with(&padding).err());
    let arrow = ArrowProps::new().with_alpha(2.0);
    expect("alpha", fig[note].set_arrowprops(arrow).err());
    let behind = TextBox::new().with_linewidth(-1.0);
    expect("linewidth", fig[text].set_bbox(behind).err());
    let style = TextStyle::new().with_linespacing(f64::NAN);
    expect("linespacing", fig[text].set_style(style).err());
    expect("linewidth", TextStroke::new("red", -1.0).err());
    let still = SavefigOptions::new().with_dpi(-1.0);
    expect("dpi", fig.savefig_with("never.png", &still).err());
    let ticks = TickStyle::new().with_size([1.0, -1.0]);
    let style = Style::new().with_xtick(ticks);
    expect("size", fig.with_style(style).err());
    for (name, error) in refused {
        match error {
            Some(Error::Setting { name: found, .. }) => assert_eq!(found, name),
            other => panic!("{name}: {other:?}"),
        }
    }
}
