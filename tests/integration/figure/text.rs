//! Text in axes.

use plotreel::Figure;
use plotreel::error::Result;
use plotreel::text::{
    HorizontalAlignment as Ha, RotationMode, TextBox, TextStyle, VerticalAlignment as Va,
};

pub(super) fn text_alignments(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(-0.5, 2.5)?;
    fig[ax].set_ylim(-0.5, 4.5)?;
    let heights = [
        Va::Top,
        Va::Center,
        Va::CenterBaseline,
        Va::Baseline,
        Va::Bottom,
    ];
    for (i, ha) in [Ha::Left, Ha::Center, Ha::Right].into_iter().enumerate() {
        for (j, va) in heights.into_iter().enumerate() {
            fig[ax].plot_fmt(&[i], &[j], "r+")?;
            let text = fig[ax].text(i as f64, j as f64, "Aqy");
            fig[text].set_ha(ha)?;
            fig[text].set_va(va)?;
            fig[text].set_fontsize(14.0)?;
        }
    }
    Ok(())
}

pub(super) fn text_rotations(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_xlim(-0.5, 3.5)?;
    fig[ax].set_ylim(-0.5, 1.5)?;
    for (i, angle) in [30.0, 90.0, -45.0, 200.0].into_iter().enumerate() {
        fig[ax].plot_fmt(&[i, i], &[0, 1], "r+")?;
        let text = fig[ax].text(i as f64, 0.0, format!("turn {angle}"));
        fig[text].set_style(
            TextStyle::new()
                .with_rotation(angle)
                .with_ha(Ha::Center)
                .unwrap()
                .with_va(Va::Center)
                .unwrap(),
        )?;
        let text = fig[ax].text(i as f64, 1.0, "Anchor");
        fig[text].set_style(
            TextStyle::new()
                .with_rotation(angle)
                .with_rotation_mode(RotationMode::Anchor)
                .unwrap()
                .with_va(Va::Bottom)
                .unwrap(),
        )?;
    }
    Ok(())
}

pub(super) fn text_lines(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let three = "one\nlonger line\nend";
    let text = fig[ax].text(0.1, 0.9, three);
    fig[text].set_va(Va::Top)?;
    let text = fig[ax].text(0.5, 0.9, three);
    fig[text].set_style(
        TextStyle::new()
            .with_va(Va::Top)
            .unwrap()
            .with_ha(Ha::Center)
            .unwrap()
            .with_multialignment(Ha::Right)
            .unwrap(),
    )?;
    let text = fig[ax].text(0.9, 0.9, "wide\nlines");
    fig[text].set_style(
        TextStyle::new()
            .with_va(Va::Top)
            .unwrap()
            .with_ha(Ha::Right)
            .unwrap()
            .with_linespacing(2.0),
    )?;
    let text = fig[ax].text(0.3, 0.2, "turned\nand two");
    fig[text].set_rotation(60.0)?;
    fig[text].set_ha(Ha::Center)?;
    let text = fig[ax].text(0.7, 0.1, "centre\n\nempty");
    fig[text].set_coordinates("axes fraction")?;
    fig[text].set_va(Va::Center)?;
    fig[text].set_ha(Ha::Center)?;
    Ok(())
}

pub(super) fn text_boxes(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let plain = TextBox::default();
    let text = fig[ax].text(0.1, 0.8, "default");
    fig[text].set_bbox(Some(plain.clone()))?;
    let text = fig[ax].text(0.5, 0.8, "round");
    fig[text].set_bbox(Some(
        plain
            .clone()
            .with_boxstyle("round")
            .unwrap()
            .with_facecolor("wheat")
            .unwrap()
            .with_alpha(0.5),
    ))?;
    let text = fig[ax].text(0.1, 0.5, "wide pad\ntwo");
    fig[text].set_bbox(Some(
        plain
            .clone()
            .with_boxstyle("square,pad=1")
            .unwrap()
            .with_facecolor("w")
            .unwrap()
            .with_edgecolor("r")
            .unwrap()
            .with_linewidth(3.0),
    ))?;
    let text = fig[ax].text(0.6, 0.3, "turned");
    fig[text].set_rotation(30.0)?;
    fig[text].set_bbox(Some(
        plain
            .clone()
            .with_boxstyle("round,pad=0.5")
            .unwrap()
            .with_facecolor("lightgreen")
            .unwrap(),
    ))?;
    let text = fig[ax].text(0.2, 0.1, "no edge");
    fig[text].set_fontsize(15.0)?;
    fig[text].set_bbox(Some(
        plain
            .clone()
            .with_facecolor("0.9")
            .unwrap()
            .with_edgecolor("none")
            .unwrap(),
    ))?;
    Ok(())
}

pub(super) fn text_styles(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let plain = TextStyle::default();
    let styles = [
        (0.85, "Bold 0123", true, false, 10.0),
        (0.7, "Oblique AVAWA", false, true, 10.0),
        (0.55, "Both fi ffl", true, true, 14.0),
    ];
    for (y, text, bold, oblique, size) in styles {
        let text = fig[ax].text(0.05, y, text);
        fig[text].set_style(
            plain
                .clone()
                .with_bold(bold)
                .with_oblique(oblique)
                .with_size(size),
        )?;
    }
    let text = fig[ax].text(0.05, 0.4, "mono il|");
    fig[text].set_style(plain.with_family("monospace").unwrap())?;
    let text = fig[ax].text(0.05, 0.2, "größer Ωμ−½");
    fig[text].set_fontsize(22.0)?;
    fig[text].set_color("navy")?;
    fig[text].set_alpha(0.6)?;
    let text = fig[ax].text(0.6, 0.5, "tiny text of six points");
    fig[text].set_fontsize(6.0)?;
    let text = fig[ax].text(0.6, 0.9, "clipped at the edge of it");
    fig[text].set_clip_on(true);
    fig[ax].text(0.6, 0.05, "not clipped at the edge");
    Ok(())
}

pub(super) fn math_text(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].set_title(r"$\omega_0^2 = k / m$");
    fig[ax].set_xlabel(r"$\theta$ (rad)");
    fig[ax].set_ylabel(r"$\alpha\,\beta_{ij}$");
    let text = fig[ax].text(0.2, 0.5, r"speed: $v_x^2 + 10^{-3}$ m");
    fig[text].set_fontsize(14.0)?;
    Ok(())
}
