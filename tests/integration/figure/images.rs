//! Images in axes with ticks.

use ndarray::Array3;
use plotreel::axes::Aspect;
use plotreel::error::Result;
use plotreel::gridspec::SubplotParams;
use plotreel::image::{AxesImage, Interpolation, Origin};
use plotreel::subplots::{Share, SubplotsOptions};
use plotreel::{Colormap, Figure, Handle};

use super::field;

fn nearest(fig: &mut Figure, ax: Handle<plotreel::Axes>) -> Result<Handle<AxesImage>> {
    let image = fig[ax].imshow(&field(5, 8))?;
    fig[image].set_interpolation(Interpolation::Nearest)?;
    Ok(image)
}

pub(super) fn image_origins(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 3)?;
    nearest(fig, axs[[0, 0]])?;
    let lower = nearest(fig, axs[[0, 1]])?;
    fig[lower].set_origin(Origin::Lower);
    let moved = nearest(fig, axs[[0, 2]])?;
    fig[moved].set_extent([-3.0, 3.0, 10.0, 12.0]).unwrap();
    let filling = nearest(fig, axs[[1, 0]])?;
    fig[axs[[1, 0]]].set_aspect(Aspect::Auto)?;
    fig[filling].set_cmap(Colormap::named("gray")?);
    let tall = nearest(fig, axs[[1, 1]])?;
    fig[axs[[1, 1]]].set_aspect(2.0)?;
    fig[tall].set_cmap(Colormap::named("plasma")?);
    let flipped = nearest(fig, axs[[1, 2]])?;
    fig[flipped].set_extent([4.0, 0.0, 0.0, 3.0]).unwrap();
    fig[flipped].set_origin(Origin::Lower);
    fig[flipped].set_cmap(Colormap::named("RdBu")?);
    // No tick label may lie over the image beside it.
    fig.subplots_adjust(SubplotParams::new().with_wspace(0.4))
}

pub(super) fn image_interpolations(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(2, 3)?;
    let names = [
        "auto", "bilinear", "bicubic", "lanczos", "spline36", "gaussian",
    ];
    for (ax, name) in axs.iter().zip(names) {
        let image = fig[*ax].imshow(&field(6, 7))?;
        fig[image].set_interpolation(name)?;
        fig[*ax].set_title(name);
    }
    Ok(())
}

pub(super) fn image_matshow(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].matshow(&field(9, 9))?;
    Ok(())
}

pub(super) fn image_holes(fig: &mut Figure) -> Result<()> {
    let axs = fig.subplots(1, 2)?;
    let mut data = field(6, 6);
    (data[[2, 3]], data[[4, 1]]) = (f64::NAN, f64::NAN);
    let holes = fig[axs[[0, 0]]].imshow(&data)?;
    fig[holes].set_interpolation(Interpolation::Nearest)?;
    fig[axs[[0, 0]]].set_facecolor("0.8")?;
    let faint = fig[axs[[0, 1]]].imshow(&data)?;
    fig[faint].set_interpolation(Interpolation::Nearest)?;
    fig[faint].set_alpha(Some(0.5))?;
    fig[faint].set_clim(Some(0.2), Some(0.7));
    fig[faint].set_cmap(Colormap::named("magma")?);
    Ok(())
}

pub(super) fn image_lines(fig: &mut Figure) -> Result<()> {
    let ax = fig.add_subplot(1, 1, 1)?;
    let image = fig[ax].imshow(&field(10, 12))?;
    fig[image].set_interpolation(Interpolation::Nearest)?;
    fig[image].set_cmap(Colormap::named("gray")?);
    let line = fig[ax].plot_fmt(&[0, 5, 11], &[9, 2, 6], "r-o")?;
    fig[line].set_linewidth(2.0)?;
    let line = fig[ax].axhline(4.5);
    fig[line].set_color("y")?;
    let text = fig[ax].text(6.0, 1.0, "over");
    fig[text].set_color("w")?;
    fig[text].set_fontsize(16.0)?;
    fig[ax].grid(true);
    Ok(())
}

pub(super) fn image_dpi(fig: &mut Figure) -> Result<()> {
    let level = |(r, c, channel): (usize, usize, usize)| {
        let level = [r * 16, c * 12, r * c][channel];
        (level % 256) as u8
    };
    let ax = fig.add_subplot(1, 1, 1)?;
    fig[ax].imshow(&Array3::from_shape_fn((16, 20, 3), level))?;
    fig[ax].set_xlim(2.2, 17.1)?;
    fig[ax].set_ylim(13.0, -3.0)?;
    fig[ax].set_title("limits of its own");
    Ok(())
}

pub(super) fn image_shared(fig: &mut Figure) -> Result<()> {
    let options = SubplotsOptions::new()
        .with_sharex(Share::All)
        .unwrap()
        .with_sharey(Share::All)
        .unwrap();
    let axs = fig.subplots_with(1, 2, &options)?;
    let image = fig[axs[[0, 0]]].imshow(&field(6, 6))?;
    fig[image].set_interpolation(Interpolation::Nearest)?;
    let image = fig[axs[[0, 1]]].imshow(&field(6, 9))?;
    fig[image].set_interpolation(Interpolation::Nearest)?;
    fig[image].set_extent([0.0, 8.0, 7.0, 1.0]).unwrap();
    fig[axs[[0, 0]]].plot_fmt(&[0, 5], &[0, 5], "r")?;
    Ok(())
}
