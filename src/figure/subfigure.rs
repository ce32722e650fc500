//! Parts of a figure that are like figures themselves.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use kurbo::{Rect, Shape};
use ndarray::Array2;

use crate::artists::patches::PatchBase;
use crate::artists::{ArtistBase, DrawContext};
use crate::canvas::Canvas;
use crate::color::{Color, ColorSpec};
use crate::error::Result;
use crate::figure::base::{FIGURE, FigureBase, next_id};
use crate::gridspec::{GridSpec, SubplotParams, SubplotSpec};
use crate::handle::Handle;
use crate::properties::{Length, Positive, options, properties};
use crate::style::Style;

options! {
    /// Options of [`FigureBase::subfigures_with`].
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::subplots::SubfiguresOptions;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let options = SubfiguresOptions::new().with_width_ratios([2.0, 1.0]).with_wspace(0.05);
    /// let subfigs = fig.subfigures_with(1, 2, &options)?;
    /// fig[subfigs[[0, 0]]].suptitle("wide");
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    #[derive(Debug, Clone, PartialEq)]
    pub struct SubfiguresOptions;
    wspace / with_wspace: maybe<Length> = None,
        "the space between columns, as a fraction of their mean width; none if no space is given";
    hspace / with_hspace: maybe<Length> = None,
        "the space between rows, as a fraction of their mean height; none if no space is given";
    width_ratios / with_width_ratios: numbers<Positive> = Vec::new(), "the relative widths of the columns; equal if empty";
    height_ratios / with_height_ratios: numbers<Positive> = Vec::new(), "the relative heights of the rows; equal if empty";
}

/// A part of a figure that is like a figure itself: it has subplots with margins, titles, legends and subfigures of its
/// own.
///
/// It dereferences to [`FigureBase`], which figures have, too: places are fractions of the subfigure. Axes of a subfigure
/// are reached through the figure: `fig[ax]`.
///
/// ```
/// use plotreel::Figure;
///
/// let mut fig = Figure::new((6.4, 4.8), 100.0);
/// let subfigs = fig.subfigures(1, 2)?;
/// let (left, right) = (subfigs[[0, 0]], subfigs[[0, 1]]);
/// fig[left].set_facecolor("0.9")?;
/// fig[left].suptitle("two");
/// let axs = fig[left].subplots(2, 1)?;
/// let ax = fig[right].add_subplot(1, 1, 1)?;
/// fig[ax].plot(&[0, 1, 2], &[0, 1, 4])?;
/// fig.suptitle("all");
/// # assert_eq!(fig[left].axes().len(), axs.len());
/// # Ok::<(), plotreel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SubFigure {
    base: FigureBase,
    /// That of its handle; that of the base changes when it is cleared.
    pub(crate) id: u64,
    pub(crate) spec: SubplotSpec,
    /// Left, bottom, right and top in fractions of the figure or subfigure that it is a part of.
    pub(crate) place: [f64; 4],
    /// The place without a layout.
    pub(crate) given_place: [f64; 4],
    visible: bool,
    zorder: f64,
    frame_on: bool,
    look: SubFigureLook,
}

/// The background of a subfigure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SubFigureLook {
    face: Option<ColorSpec>,
    edge: Option<ColorSpec>,
    linewidth: f64,
}

properties! {
    impl[] SubFigure;
    visible / set_visible: flag = visible, "whether it is drawn";
    zorder / set_zorder: coordinate = zorder, "the place in the drawing order among axes and artists of the figure";
    facecolor / set_facecolor: maybe_color = look.face, "the colour of the background, by default none";
    edgecolor / set_edgecolor: maybe_color = look.edge, "the colour of the frame, by default white";
    linewidth / set_linewidth ["lw"]: number<Length> = look.linewidth, "the width of the frame in points, by default 0";
    frameon / set_frameon: flag = frame_on, "whether background and frame are drawn";
}

impl Deref for SubFigure {
    type Target = FigureBase;

    fn deref(&self) -> &FigureBase {
        &self.base
    }
}

impl DerefMut for SubFigure {
    fn deref_mut(&mut self) -> &mut FigureBase {
        &mut self.base
    }
}

impl SubFigure {
    fn of(parent: &FigureBase, spec: SubplotSpec) -> Self {
        let place = spec.fractions();
        Self {
            base: parent.of_subfigure(place),
            id: next_id(),
            place,
            given_place: place,
            spec,
            visible: true,
            zorder: 0.0,
            frame_on: true,
            look: SubFigureLook {
                face: None,
                edge: None,
                linewidth: 0.0,
            },
        }
    }

    pub(super) fn take_style(&mut self, style: &Arc<Style>, params: SubplotParams) {
        self.base.take_style(style, params);
    }

    pub(super) fn base_mut(&mut self) -> &mut FigureBase {
        &mut self.base
    }

    pub(crate) fn handle(&self) -> Handle<Self> {
        Handle::new(self.id, FIGURE, 0)
    }

    /// How its background looks.
    pub(crate) fn look(&self) -> SubFigureLook {
        self.look
    }

    /// Draws the background.
    pub(crate) fn draw_patch(&self, canvas: &mut Canvas, ctx: &DrawContext<'_>) {
        let SubFigureLook {
            face,
            edge,
            linewidth,
        } = self.look;
        let patch = PatchBase {
            base: ArtistBase::unclipped(0.0),
            face: Some(face.unwrap_or(ColorSpec::None)),
            edge: Some(edge.unwrap_or(ColorSpec::Rgba(Color::WHITE))),
            linewidth: Some(linewidth),
            ..PatchBase::default()
        };
        let outline = Rect::new(0.0, 0.0, 1.0, 1.0).to_path(0.1);
        let outline = ctx.path_in(patch.coords, &outline);
        let gc = patch.context(true, ctx).with_antialiased(false);
        canvas.draw_path(&outline, &gc);
    }
}

impl FigureBase {
    /// Adds a grid of subfigures: `subfigs[[row, column]]`.
    ///
    /// ```
    /// use plotreel::Figure;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let subfigs = fig.subfigures(1, 2)?;
    /// let inner = fig[subfigs[[0, 1]]].subfigures(2, 1)?;
    /// fig[inner[[0, 0]]].suptitle("upper right");
    /// fig[inner[[0, 0]]].subplots(1, 2)?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) without rows or columns.
    pub fn subfigures(&mut self, rows: usize, columns: usize) -> Result<Array2<Handle<SubFigure>>> {
        self.subfigures_with(rows, columns, &SubfiguresOptions::default())
    }

    /// Adds a grid of subfigures with spaces between them, or with rows and columns of different sizes.
    ///
    /// # Errors
    /// [`Error::Setting`](crate::Error::Setting) for invalid ratios and spaces.
    pub fn subfigures_with(
        &mut self,
        rows: usize,
        columns: usize,
        options: &SubfiguresOptions,
    ) -> Result<Array2<Handle<SubFigure>>> {
        options.check_options()?;
        let whole = SubplotParams {
            left: 0.0,
            right: 1.0,
            bottom: 0.0,
            top: 1.0,
            ..self.params
        };
        let mut grid = GridSpec::new(rows, columns)?
            .with_ratios(&options.width_ratios, &options.height_ratios)?
            .with_params(whole)?;
        if let Some(wspace) = options.wspace {
            grid = grid.with_wspace(wspace)?;
        }
        if let Some(hspace) = options.hspace {
            grid = grid.with_hspace(hspace)?;
        }
        let mut handles = Vec::with_capacity(rows * columns);
        for cell in 0..rows * columns {
            let spec = grid.span(cell / columns, cell % columns)?;
            let place = grid.has_spaces().then(|| spec.extents(&whole));
            handles.push(self.add_subfigure(spec));
            if let Some((sub, place)) = self.subfigs.last_mut().zip(place) {
                (sub.place, sub.given_place) = (place, place);
            }
        }
        Ok(Array2::from_shape_fn((rows, columns), |(row, column)| {
            handles[row * columns + column]
        }))
    }

    /// Adds a subfigure at the cells of a [`GridSpec`]. It takes all of their share of the figure: margins and spaces of
    /// the grid are those of subplots.
    ///
    /// ```
    /// use plotreel::Figure;
    /// use plotreel::gridspec::GridSpec;
    ///
    /// let mut fig = Figure::new((6.4, 4.8), 100.0);
    /// let grid = GridSpec::new(2, 2)?;
    /// let wide = fig.add_subfigure(grid.span(0, ..)?);
    /// let corner = fig.add_subfigure(grid.span(1, 1)?);
    /// fig[wide].subplots(1, 3)?;
    /// fig[corner].set_facecolor("lightyellow")?;
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    pub fn add_subfigure(&mut self, spec: SubplotSpec) -> Handle<SubFigure> {
        let sub = SubFigure::of(self, spec);
        let handle = sub.handle();
        self.subfigs.push(sub);
        handle
    }

    /// The subfigures, in the order they were added.
    pub fn subfigs(&self) -> Vec<Handle<SubFigure>> {
        self.subfigs.iter().map(SubFigure::handle).collect()
    }

    /// The subfigure of this handle, in this or in a subfigure; `None` if it belongs to another figure or was removed.
    pub fn get_subfigure(&self, handle: Handle<SubFigure>) -> Option<&SubFigure> {
        self.subfigs
            .iter()
            .find_map(|sub| match sub.id == handle.figure {
                true => Some(sub),
                false => sub.get_subfigure(handle),
            })
    }

    /// The same, mutably.
    pub fn get_subfigure_mut(&mut self, handle: Handle<SubFigure>) -> Option<&mut SubFigure> {
        self.subfigs
            .iter_mut()
            .find_map(|sub| match sub.id == handle.figure {
                true => Some(sub),
                false => sub.base.get_subfigure_mut(handle),
            })
    }
}
