//! Texts of all kinds against matplotlib's pictures (`tests/baseline/text_scenes.py`).

use plotreel::axes::TitleLoc;
use plotreel::axis::TickParams;
use plotreel::error::Result;
use plotreel::text::{ArrowProps, MathFontset, Text, TextBox};
use plotreel::{Axes, Figure, Handle, Style};

use crate::baseline::{Make, assert_figures};

const SCENES: &[(&str, Make, f64, f64)] = &[
    ("lines", lines, 0.2, 0.1),
    ("turned_lines", turned_lines, 0.25, 0.1),
    ("anchored", anchored, 0.15, 0.1),
    ("named_sizes", named_sizes, 0.15, 0.1),
    ("math_lines", math_lines, 0.1, 0.1),
    ("escaped_dollars", escaped_dollars, 0.1, 0.1),
    ("math_ticks", math_ticks, 0.1, 0.1),
    ("boxes", boxes, 0.1, 0.1),
    ("turned_boxes", turned_boxes, 0.3, 0.1),
    ("padded_box", padded_box, 0.1, 0.1),
    ("arrows", arrows, 0.1, 0.1),
    ("offsets", offsets, 0.1, 0.1),
    ("marks", marks, 0.1, 0.1),
    ("ligatures", ligatures, 0.1, 0.1),
    ("signs", signs, 0.1, 0.1),
    ("spaces", spaces, 0.25, 0.25),
    ("rtl_legend", rtl_legend, 0.1, 0.1),
    ("families", families, 0.1, 0.1),
    ("weights", weights, 0.15, 0.1),
    ("default_weight", default_weight, 0.1, 0.1),
    ("multialigned", multialigned, 0.1, 0.1),
    ("titles", titles, 0.1, 0.1),
    ("slanted_ticks", slanted_ticks, 0.2, 0.1),
    ("minus_signs", minus_signs, 0.1, 0.1),
    ("clipped", clipped, 0.1, 0.1),
    ("faded", faded, 0.1, 0.1),
    ("large", large, 0.1, 0.1),
    ("fractional", fractional, 0.1, 0.1),
    ("math_fonts", math_fonts, 0.15, 0.1),
    ("math_accents", math_accents, 0.1, 0.1),
    ("regular_math", regular_math, 0.1, 0.1),
    ("bold_math", bold_math, 0.1, 0.1),
    ("space_labels", space_labels, 0.1, 0.1),
    ("last_resort", last_resort, 0.4, 0.4),
];

#[test]
fn texts_of_all_kinds_are_drawn_as_by_matplotlib() {
    assert_figures("text_scenes", (2.4, 1.8), SCENES);
}

/// A text with these properties.
fn say(fig: &mut Figure, (x, y): (f64, f64), text: &str, properties: &str) -> Result<Handle<Text>> {
    let text = fig.text(x, y, text);
    for property in properties.split_whitespace() {
        let (name, value) = property.split_once('=').unwrap();
        match value.parse::<f64>() {
            Ok(number) if name != "color" => fig.set(text, name, number)?,
            _ => fig.set(text, name, value)?,
        }
    }
    Ok(text)
}

fn lines(fig: &mut Figure) -> Result<()> {
    say(fig, (0.05, 0.95), "two\nlines\nqg", "va=top linespacing=2")?;
    say(
        fig,
        (0.35, 0.95),
        "narrow\nlines\nof text",
        "va=top linespacing=0.8 ha=center",
    )?;
    say(
        fig,
        (0.95, 0.5),
        "a\n\nb\n",
        "ha=right va=center linespacing=1.3",
    )?;
    say(fig, (0.5, 0.02), "last line\nat the bottom", "ha=center")?;
    Ok(())
}

fn turned_lines(fig: &mut Figure) -> Result<()> {
    for (i, angle) in [15, 45, 90, 200].into_iter().enumerate() {
        let properties = format!("rotation={angle} ha=center va=center size=9");
        say(
            fig,
            (0.15 + 0.22 * i as f64, 0.6),
            "one\nand two",
            &properties,
        )?;
    }
    say(
        fig,
        (0.5, 0.05),
        "under\nhere",
        "rotation=350 rotation_mode=anchor size=9",
    )?;
    Ok(())
}

fn anchored(fig: &mut Figure) -> Result<()> {
    let alignments = [
        ("left", "top"),
        ("center", "center"),
        ("right", "bottom"),
        ("left", "baseline"),
        ("right", "center_baseline"),
    ];
    for (i, (ha, va)) in alignments.into_iter().enumerate() {
        let x = 0.15 + 0.17 * i as f64;
        let properties = format!("rotation=60 rotation_mode=anchor ha={ha} va={va}");
        say(fig, (x, 0.5), "Agy", &properties)?;
        let mut cross = plotreel::artists::Line2D::new(&[x], &[0.5])?;
        cross.set_marker("+")?;
        cross.set_color("r")?;
        cross.set_coordinates("figure fraction")?;
        fig.add_artist(cross);
    }
    Ok(())
}

fn named_sizes(fig: &mut Figure) -> Result<()> {
    let sizes = [
        "xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large",
    ];
    for (i, size) in sizes.into_iter().enumerate() {
        let place = (0.05, 0.92 - 0.135 * i as f64);
        say(fig, place, &format!("{size} text"), &format!("size={size}"))?;
    }
    Ok(())
}

fn math_lines(fig: &mut Figure) -> Result<()> {
    say(
        fig,
        (0.05, 0.8),
        "sum $\\sum_{i=0}^n x_i$\nplain gap",
        "size=11",
    )?;
    say(
        fig,
        (0.05, 0.4),
        r"$\frac{a+b}{\sqrt{c}}$ and $\hat{x}\vec{v}$",
        "size=12",
    )?;
    let fonts = r"$\alpha\beta\gamma\ \mathbf{bold}\ \mathrm{rm}\ \mathit{it}\ \mathtt{tt}$";
    say(fig, (0.05, 0.1), fonts, "")?;
    Ok(())
}

fn escaped_dollars(fig: &mut Figure) -> Result<()> {
    say(fig, (0.05, 0.8), r"costs \$5", "")?;
    say(fig, (0.05, 0.6), r"\$5 and \$6 $x_1$", "")?;
    say(fig, (0.05, 0.4), "one $ alone", "")?;
    say(fig, (0.05, 0.2), "$a$ \\$ $b$", "size=14")?;
    let plain = say(fig, (0.55, 0.2), "$5 = $6", "")?;
    fig[plain].set_parse_math(false);
    Ok(())
}

fn axes(fig: &mut Figure, place: [f64; 4]) -> Result<Handle<Axes>> {
    fig.add_axes(place)
}

fn math_ticks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.2, 0.25, 0.75, 0.7])?;
    fig[ax].set_xticks(&[0, 1, 2]);
    fig[ax].set_xticklabels(["$0$", r"$\frac{\pi}{2}$", r"$\pi$"])?;
    fig[ax].set_yticks(&[0.0, 0.5, 1.0]);
    fig[ax].set_yticklabels(["$10^{-3}$", "$e^{i\\pi}$", "plain"])?;
    fig[ax].set_xlabel(r"$\theta\ /\ \mathrm{rad}$");
    fig[ax].xaxis.set_label_pad(1.0)?;
    let small = TickParams::new().with_labelsize("small")?;
    fig[ax].xaxis.set_tick_params(&small);
    Ok(())
}

fn boxes(fig: &mut Figure) -> Result<()> {
    let styles = [
        "square",
        "round",
        "round4",
        "roundtooth",
        "sawtooth",
        "larrow",
        "rarrow",
        "darrow",
        "circle",
        "ellipse",
    ];
    for (i, style) in styles.into_iter().enumerate() {
        let place = (0.17 + 0.35 * (i % 3) as f64, 0.9 - 0.25 * (i / 3) as f64);
        let text = say(fig, place, "abc", "ha=center size=8")?;
        let face = format!("C{i}");
        let bbox = TextBox::new()
            .with_boxstyle(style)?
            .with_facecolor(&*face)?;
        fig[text].set_bbox(bbox.with_alpha(0.5))?;
    }
    Ok(())
}

fn turned_boxes(fig: &mut Figure) -> Result<()> {
    let text = say(
        fig,
        (0.3, 0.5),
        "slanted\nbox",
        "rotation=30 ha=center va=center",
    )?;
    let bbox = TextBox::new().with_boxstyle("round,pad=0.5")?;
    let bbox = bbox.with_facecolor("wheat")?.with_edgecolor("r")?;
    fig[text].set_bbox(bbox.with_linewidth(2.0))?;
    let text = say(
        fig,
        (0.75, 0.5),
        "arrow",
        "rotation=-60 ha=center va=center",
    )?;
    let bbox = TextBox::new().with_boxstyle("rarrow")?;
    fig[text].set_bbox(bbox.with_facecolor("c")?.with_linestyle("--")?)
}

fn padded_box(fig: &mut Figure) -> Result<()> {
    let text = say(fig, (0.5, 0.7), "dict pad", "ha=center")?;
    let bbox = TextBox::new().with_boxstyle("square,pad=0.8")?;
    fig[text].set_bbox(bbox.with_facecolor("none")?.with_edgecolor("b")?)?;
    let text = say(fig, (0.5, 0.2), "$x^2$\nsecond", "ha=center")?;
    let bbox = TextBox::new().with_boxstyle("square,pad=0")?;
    fig[text].set_bbox(bbox.with_facecolor("y")?.with_edgecolor("k")?)
}

fn arrows(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.02, 0.02, 0.96, 0.96])?;
    fig[ax].set_xlim(0.0, 4.0)?;
    fig[ax].set_ylim(0.0, 3.0)?;
    let styles = [
        "arc3,rad=0.3",
        "angle3,angleA=0,angleB=90",
        "angle,angleA=0,angleB=90,rad=5",
        "arc,angleA=0,armA=20,rad=3",
        "bar,fraction=0.3",
    ];
    for (i, style) in styles.into_iter().enumerate() {
        let (x, y) = (0.3 + 1.3 * (i % 3) as f64, 0.4 + 1.4 * (i / 3) as f64);
        let note = fig[ax].annotate("to", (x, y), (x + 0.8, y + 0.8));
        fig[note].set_fontsize(8.0)?;
        let arrow = ArrowProps::new().with_arrowstyle("->")?;
        fig[note].set_arrowprops(arrow.with_connectionstyle(style)?)?;
    }
    let note = fig[ax].annotate("boxed", (3.0, 2.0), (3.2, 2.6));
    fig[note].set_fontsize(8.0)?;
    let bbox = TextBox::new().with_boxstyle("round")?;
    fig[note].set_bbox(bbox.with_facecolor("w")?)?;
    let arrow = ArrowProps::new().with_arrowstyle("-|>")?;
    fig[note].set_arrowprops(arrow.with_shrink_a(0.0))
}

fn offsets(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.15, 0.15, 0.8, 0.8])?;
    fig[ax].plot_fmt(&[0, 1, 2], &[0, 1, 0], "o")?;
    for (i, (dx, dy)) in [(5.0, 5.0), (0.0, -12.0), (-10.0, 8.0)]
        .into_iter()
        .enumerate()
    {
        let at = (i as f64, (i % 2) as f64);
        let note = fig[ax].annotate(format!("p{i}"), at, (dx, dy));
        fig[note].set_textcoords("offset points")?;
        fig[note].set_fontsize(8.0)?;
        fig[note].set_color(&*format!("C{i}"))?;
        fig[note].set_weight("bold")?;
    }
    Ok(())
}

fn marks(fig: &mut Figure) -> Result<()> {
    let combined = "e\u{301} a\u{308} n\u{303} o\u{302} c\u{327}";
    say(fig, (0.05, 0.8), combined, "size=14")?;
    say(fig, (0.05, 0.5), "é ä ñ ô ç", "size=14")?;
    say(
        fig,
        (0.05, 0.2),
        "A\u{30a} x\u{305} q\u{323}\u{307}",
        "size=14",
    )?;
    Ok(())
}

fn ligatures(fig: &mut Figure) -> Result<()> {
    say(fig, (0.05, 0.75), "office fluffy AVATAR", "size=11")?;
    say(
        fig,
        (0.05, 0.5),
        "To Ty WA f\u{200c}fi",
        "size=11 family=serif",
    )?;
    say(fig, (0.05, 0.2), "mono fi ff", "size=11 family=monospace")?;
    Ok(())
}

fn signs(fig: &mut Figure) -> Result<()> {
    say(fig, (0.05, 0.8), "− – — … € £ ° µ", "")?;
    say(fig, (0.05, 0.5), "← ↑ → ↓ ⇒ ∀ ∃ ∞ ≤", "")?;
    say(fig, (0.05, 0.2), "♠ ♥ ✓ ✗ ☺ ☃", "size=14")?;
    Ok(())
}

fn spaces(fig: &mut Figure) -> Result<()> {
    let texts = [
        (0.8, "  leading"),
        (0.55, "trailing  "),
        (0.3, "thin\u{2009}no\u{a0}break\u{2003}em"),
        (0.05, "tab\there"),
    ];
    for (y, words) in texts {
        let text = say(fig, (0.02, y), words, "")?;
        let bbox = TextBox::new().with_boxstyle("square,pad=0")?;
        fig[text].set_bbox(bbox.with_facecolor("y")?)?;
    }
    Ok(())
}

fn rtl_legend(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.1, 0.1, 0.85, 0.85])?;
    let labels = ["שלום 12", "سلام abc", "left $x^2$"];
    let ends = [[0.0, 1.0], [1.0, 0.0], [0.5, 0.5]];
    for (label, y) in labels.into_iter().zip(ends) {
        let line = fig[ax].plot(&[0.0, 1.0], &y)?;
        fig[line].set_label(label);
    }
    let legend = fig[ax].legend();
    fig[legend].set_loc("center")?;
    fig[legend].set_fontsize("small")?;
    fig[legend].set_title("כותרת");
    Ok(())
}

fn families(fig: &mut Figure) -> Result<()> {
    let texts = [
        ("No Such, then serif", ["No Such Font", "serif"]),
        ("mono Ж Ω", ["monospace", "DejaVu Sans"]),
        ("STIX ⬚ general", ["STIXGeneral", "DejaVu Sans"]),
        ("cm roman 12", ["cmr10", "DejaVu Sans"]),
    ];
    for (i, (words, family)) in texts.into_iter().enumerate() {
        let text = say(fig, (0.05, 0.8 - 0.25 * i as f64), words, "")?;
        fig[text].set_family(family)?;
    }
    Ok(())
}

fn weights(fig: &mut Figure) -> Result<()> {
    for (i, weight) in ["normal", "medium", "semibold", "650", "black"]
        .into_iter()
        .enumerate()
    {
        let place = (0.05, 0.85 - 0.19 * i as f64);
        let text = say(fig, place, &format!("weight {weight}"), "")?;
        fig[text].set_weight(weight)?;
        fig[text].set_italic(i % 2 == 1);
    }
    say(
        fig,
        (0.95, 0.1),
        "serif demi",
        "weight=demi family=serif rotation=90 ha=right",
    )?;
    Ok(())
}

fn default_weight(fig: &mut Figure) -> Result<()> {
    let style = Style::new()
        .with_font_weight("bold")?
        .with_axes_labelweight("bold")?
        .with_axes_titleweight("medium")?;
    *fig = std::mem::replace(fig, Figure::new((2.4, 1.8), 100.0)).with_style(style)?;
    let ax = axes(fig, [0.25, 0.3, 0.7, 0.5])?;
    let line = fig[ax].plot(&[0, 1], &[0, 1])?;
    fig[line].set_label("line");
    fig[ax].set_xlabel("label");
    fig[ax].set_title("title");
    fig[ax].legend();
    fig[ax].text(0.5, 0.1, "text");
    Ok(())
}

fn multialigned(fig: &mut Figure) -> Result<()> {
    for (i, ma) in ["left", "center", "right"].into_iter().enumerate() {
        let place = (0.18 + 0.32 * i as f64, 0.5);
        let words = "a long line\nshort\nmid one";
        let text = say(fig, place, words, "ha=center va=center size=8")?;
        fig[text].set_multialignment(ma)?;
    }
    Ok(())
}

fn titles(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.15, 0.2, 0.8, 0.5])?;
    fig[ax].set_title("centre\ntwo");
    fig[ax].set_title_at(TitleLoc::Left, "left");
    fig[ax].set_title_at(TitleLoc::Right, "right");
    fig[ax].set_title_size("small")?;
    fig[ax].set_ylabel("y\nlabel");
    fig[ax].yaxis.set_label_rotation(0.0)?;
    fig[ax].yaxis.set_label_ha("right")?;
    fig[ax].yaxis.set_label_va("center")?;
    fig[ax].yaxis.set_label_size("x-small")?;
    fig[ax].set_xlabel("x at right");
    fig[ax].xaxis.set_label_loc("right")?;
    fig[ax].xaxis.set_label_size("x-small")?;
    fig[ax].tick_params(&TickParams::new().with_labelsize("xx-small")?);
    Ok(())
}

fn slanted_ticks(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.2, 0.35, 0.75, 0.6])?;
    fig[ax].set_xticks(&[0, 1, 2]);
    fig[ax].set_xticklabels(["alpha", "beta gamma", "delta"])?;
    let slanted = TickParams::new().with_labelsize(8.0)?;
    let slanted = slanted.with_labelrotation(40.0)?.with_labelha("right")?;
    fig[ax]
        .xaxis
        .set_tick_params(&slanted.with_labelrotation_mode("anchor")?);
    fig[ax].set_yticks(&[0, 1]);
    fig[ax].set_yticklabels(["low\nvalue", "high"])?;
    let upright = TickParams::new().with_labelsize(8.0)?;
    let upright = upright.with_labelrotation(90.0)?.with_labelva("center")?;
    fig[ax].yaxis.set_tick_params(&upright);
    Ok(())
}

fn minus_signs(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.25, 0.2, 0.7, 0.7])?;
    fig[ax].set_xlim(-2.0, 2.0)?;
    fig[ax].set_ylim(-2e-5, 1e-5)?;
    fig[ax].set_title("$-1$ and -1 and −1");
    fig[ax].set_title_size(9.0)
}

fn clipped(fig: &mut Figure) -> Result<()> {
    let ax = axes(fig, [0.2, 0.2, 0.6, 0.6])?;
    let text = fig[ax].text(0.8, 0.5, "runs out");
    fig[text].set_clip_on(true);
    let text = fig[ax].text(0.5, 1.0, "at the top");
    fig[text].set_va("center")?;
    fig[text].set_clip_on(true);
    fig[text].set_color("r")?;
    fig[text].set_fontsize(14.0)?;
    let text = fig[ax].text(-0.2, 0.1, "not clipped");
    fig[text].set_alpha(0.5)
}

fn faded(fig: &mut Figure) -> Result<()> {
    say(fig, (0.05, 0.7), "half", "color=r alpha=0.5 size=20")?;
    let text = say(fig, (0.12, 0.6), "over", "size=20")?;
    fig[text].set_color((0.0, 0.0, 1.0, 0.4))?;
    let text = say(fig, (0.5, 0.2), "boxed", "alpha=0.5 size=14")?;
    let bbox = TextBox::new().with_boxstyle("square,pad=0.29")?;
    fig[text].set_bbox(bbox.with_facecolor("g")?)
}

fn large(fig: &mut Figure) -> Result<()> {
    say(
        fig,
        (0.5, 0.5),
        "Rg",
        "size=80 ha=center va=center color=C1",
    )?;
    say(
        fig,
        (0.5, 0.5),
        "tiny words 0123",
        "size=4 ha=center va=center",
    )?;
    Ok(())
}

fn fractional(fig: &mut Figure) -> Result<()> {
    for i in 0..5 {
        let i = f64::from(i);
        let place = (0.05 + 0.001 * i, 0.1 + 0.173 * i);
        let size = format!("size={}", 8.3 + 0.35 * i);
        say(fig, place, "Shifted by parts", &size)?;
    }
    Ok(())
}

fn math_fonts(fig: &mut Figure) -> Result<()> {
    let fonts = ["dejavusans", "dejavuserif", "cm", "stix", "stixsans"];
    for (i, font) in fonts.into_iter().enumerate() {
        let words = r"$\varepsilon\epsilon\ \int_0^1 \phi\varphi\,dx\ \mathcal{L}\ \leq$";
        let text = say(fig, (0.05, 0.85 - 0.19 * i as f64), words, "")?;
        fig[text].set_math_fontfamily(font.parse::<MathFontset>()?)?;
    }
    Ok(())
}

fn styled(fig: &mut Figure, style: Style) -> Result<()> {
    *fig = std::mem::replace(fig, Figure::new((2.4, 1.8), 100.0)).with_style(style)?;
    Ok(())
}

fn regular_math(fig: &mut Figure) -> Result<()> {
    styled(fig, Style::new().with_mathtext_default("regular")?)?;
    say(
        fig,
        (0.05, 0.7),
        r"a $x_1 + \alpha\ \Gamma 12$ b",
        "size=11",
    )?;
    say(
        fig,
        (0.05, 0.4),
        r"$\frac{d}{dt}\ \mathit{it}\ \mathrm{rm}$",
        "size=11",
    )?;
    let properties = "size=11 family=serif weight=bold";
    say(fig, (0.05, 0.1), r"serif $m^2\ \sum q$", properties)?;
    Ok(())
}

fn bold_math(fig: &mut Figure) -> Result<()> {
    let style = Style::new().with_mathtext_default("bf")?;
    styled(fig, style.with_mathtext_fontset("stix")?)?;
    say(
        fig,
        (0.05, 0.7),
        r"bold $x_2 + \beta\ \Gamma 34$ b",
        "size=11",
    )?;
    say(
        fig,
        (0.05, 0.3),
        r"$\frac{d}{ds}\ \mathit{it}\ \mathcal{L}$",
        "size=11",
    )?;
    Ok(())
}

fn math_accents(fig: &mut Figure) -> Result<()> {
    let accents =
        r"$\hat{a}\ \tilde{b}\ \bar{c}\ \dot{d}\ \ddot{e}\ \vec{f}\ \acute{g}\ \grave{h}$";
    say(fig, (0.02, 0.75), accents, "size=12")?;
    let wide = r"$\widehat{xyz}\ \widetilde{xyz}\ \overline{xyz}\ \underline{ab}$";
    say(fig, (0.02, 0.45), wide, "size=12")?;
    let grown = r"$\left(\frac{1}{2}\right)\ \sqrt[3]{x}\ \binom{n}{k}\ x'''_1$";
    say(fig, (0.02, 0.1), grown, "size=12")?;
    Ok(())
}

fn last_resort(fig: &mut Figure) -> Result<()> {
    say(
        fig,
        (0.05, 0.75),
        "\u{6e38}\u{4e16} \u{1f600} \u{e01}",
        "size=14",
    )?;
    say(fig, (0.05, 0.4), "\u{e000} \u{3042} end", "")?;
    say(
        fig,
        (0.05, 0.1),
        "serif \u{30ab}",
        "family=serif rotation=10",
    )?;
    Ok(())
}

fn space_labels(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot_3d(1, 1, 1)?;
    fig[ax].set_xlabel("a long x label");
    fig[ax].set_ylabel("y");
    fig[ax].yaxis.set_label_rotation(45.0)?;
    fig[ax].zaxis.set_rotate_label(false);
    fig[ax].set_zlabel("z label");
    fig[ax].zaxis.set_label_rotation(90.0)?;
    let small = TickParams::new().with_labelsize(6.0)?;
    let axes = &mut fig[ax];
    axes.xaxis.set_label_size(8.0)?;
    axes.yaxis.set_label_size(8.0)?;
    axes.zaxis.set_label_size(8.0)?;
    axes.xaxis.set_tick_params(&small);
    axes.yaxis.set_tick_params(&small);
    axes.zaxis.set_tick_params(&small);
    let turned = TickParams::new().with_labelrotation(30.0)?;
    fig[ax].xaxis.set_tick_params(&turned);
    let aside = TickParams::new()
        .with_labelha("right")?
        .with_labelva("bottom")?;
    fig[ax].yaxis.set_tick_params(&aside);
    Ok(())
}
