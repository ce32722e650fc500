//! `tight_layout`: margins and spaces that make room for the labels of subplots.

mod needs;

use crate::axes::Position;
use crate::axis::Extent;
use crate::error::{Error, Result};
use crate::figure::{Figure, FigureBase, LayoutEngine, TightLayout};
use crate::gridspec::{SubplotParams, SubplotSpec};
use crate::resolve::{Part, Scene};
use needs::Needs;

impl Figure {
    /// Sets the margins and spaces of the subplots so that titles and labels have room.
    ///
    /// The layout is computed once, for the current labels. It ignores axes that were placed by
    /// [`add_axes`](FigureBase::add_axes) or by a grid with its own margins.
    ///
    /// # Errors
    /// [`Error::Layout`] if there is no room, or for grids whose numbers of rows or columns are not multiples of each
    /// other; the layout does not change.
    pub fn tight_layout(&mut self) -> Result<()> {
        self.tight_layout_with(&TightLayout::default())
    }

    /// As [`tight_layout`](Self::tight_layout), with other padding.
    ///
    /// # Errors
    /// As [`tight_layout`](Self::tight_layout), and [`Error::Setting`] for paddings that are not finite.
    pub fn tight_layout_with(&mut self, padding: &TightLayout) -> Result<()> {
        padding.checked()?;
        let mut others = 0;
        self.visit(&mut |part| {
            let axes = part.axes.iter().filter(|axes| axes.parent().is_none());
            others += axes.filter(|axes| axes.position.spec().is_none()).count();
        });
        if others > 0 {
            log::warn!(
                "tight_layout leaves {others} axes where they are that are not in a grid with the figure's margins"
            );
        }
        let engine = *self.layout_engine();
        self.take_engine(&LayoutEngine::None);
        let result = self.lay_tight(padding);
        match (&result, engine) {
            (Ok(()), LayoutEngine::Constrained(_)) => {
                log::warn!("the figure's layout has changed to tight");
            }
            (Ok(()), _) => {}
            (Err(_), _) => self.take_engine(&engine),
        }
        result
    }

    /// The same for a figure that no layout places when it is drawn.
    pub(crate) fn lay_tight(&mut self, padding: &TightLayout) -> Result<()> {
        let mut shape = (0, 0);
        self.visit(&mut |part| {
            for spec in part.axes.iter().filter_map(|axes| axes.position.spec()) {
                let (rows, columns) = spec.grid_size();
                shape = (shape.0.max(rows), shape.1.max(columns));
            }
        });
        if shape == (0, 0) {
            return Ok(());
        }
        let before = self.clone();
        self.give_up_places();
        let needs = self.needs(shape);
        let params = needs.and_then(|needs| fitted(self.params, &needs, padding, self.paddings()));
        match params.and_then(|params| self.subplots_adjust(params)) {
            Ok(()) => Ok(()),
            Err(error) => {
                *self = before;
                Err(error)
            }
        }
    }

    /// A font size as fractions of the figure's width and height.
    fn paddings(&self) -> (f64, f64) {
        let inches = self.style.font_size / 72.0;
        let (width, height) = self.figsize();
        (inches / width, inches / height)
    }
}

/// The visible axes of each cell or span, including twins and the axes in them, by their places in their part.
pub(super) fn subplots_by_cells<'s, 'a>(
    scene: &'s Scene<'a>,
) -> Vec<(&'s Part<'a>, &'a SubplotSpec, Vec<usize>)> {
    let mut groups: Vec<(&Part<'a>, &'a SubplotSpec, Vec<usize>)> = Vec::new();
    for part in &scene.parts {
        let of_others = groups.len();
        for (index, axes) in part.base.axes.iter().enumerate() {
            let Some(spec) = axes.position.spec().filter(|_| axes.visible()) else {
                continue;
            };
            let members = part.base.with_children(index);
            let mut own = groups[of_others..].iter_mut();
            match own.find(|(_, other, _)| *other == spec) {
                Some((_, _, others)) => others.extend(members),
                None => groups.push((part, spec, members)),
            }
        }
    }
    groups
}

impl FigureBase {
    /// What of axes counts in a layout; of those that are parts of others all.
    pub(crate) fn counted(&self, index: usize) -> Extent {
        match self.axes[index].parent() {
            Some(_) => Extent::Drawing,
            None => Extent::Layout,
        }
    }

    /// Axes, and the visible ones that are parts of them.
    pub(crate) fn with_children(&self, index: usize) -> Vec<usize> {
        let children = self.children(index).map(|(_, child)| child);
        let children = children.filter(|child| self.axes[*child].visible());
        let all = children.flat_map(|child| self.with_children(child));
        std::iter::once(index).chain(all).collect()
    }
}

impl Position {
    /// The cells of a grid that follows the figure's margins.
    fn spec(&self) -> Option<&SubplotSpec> {
        self.cells().filter(|spec| spec.follows_figure())
    }

    /// The cells of a grid of the figure.
    pub(crate) fn cells(&self) -> Option<&SubplotSpec> {
        self.subplot_spec().map(SubplotSpec::topmost)
    }
}

/// Margins and spaces for these needs, computed as in matplotlib.
fn fitted(
    old: SubplotParams,
    needs: &Needs,
    padding: &TightLayout,
    (font_width, font_height): (f64, f64),
) -> Result<SubplotParams> {
    let (pad_x, pad_y) = (padding.pad * font_width, padding.pad * font_height);
    let ends = |spaces: &[f64]| (spaces[0].max(0.0), spaces[spaces.len() - 1].max(0.0));
    let (left, right) = ends(&needs.columns);
    let (top, bottom) = ends(&needs.rows);
    let padded = |size: f64, pad: f64| if size > 0.0 { size + pad } else { 0.0 };
    let (title, below) = (padded(needs.title, pad_y), padded(needs.below, pad_y));
    let (left, right) = (left + pad_x + padded(needs.beside, pad_x), right + pad_x);
    let (top, bottom) = (top + pad_y + title, bottom + pad_y + below);
    let [x0, y0, x1, y1] = padding.rect.unwrap_or([0.0, 0.0, 1.0, 1.0]);
    let (left, right) = (left + x0, right + (1.0 - x1));
    let (top, bottom) = (top + (1.0 - y1), bottom + y0);
    let w_pad = padding.w_pad.map_or(pad_x, |pad| pad * font_width);
    let h_pad = padding.h_pad.map_or(pad_y, |pad| pad * font_height);
    let wspace = between(&needs.columns, w_pad, 1.0 - right - left);
    let hspace = between(&needs.rows, h_pad, 1.0 - top - bottom);
    if left + right >= 1.0 {
        return Err(no_room("at the left and at the right"));
    }
    if top + bottom >= 1.0 {
        return Err(no_room("at the bottom and at the top"));
    }
    let wspace = wspace.ok_or_else(|| no_room("between the columns"))?;
    let hspace = hspace.ok_or_else(|| no_room("between the rows"))?;
    let params = SubplotParams {
        left,
        right: 1.0 - right,
        bottom,
        top: 1.0 - top,
        wspace: wspace.unwrap_or(old.wspace),
        hspace: hspace.unwrap_or(old.hspace),
    };
    params.checked()
}

/// The space between cells of which these have to be apart, as a fraction of a cell; `None` if they leave no room.
fn between(spaces: &[f64], pad: f64, free: f64) -> Option<Option<f64>> {
    let cells = (spaces.len() - 1) as f64;
    let inner = &spaces[1..spaces.len() - 1];
    if inner.is_empty() {
        return Some(None);
    }
    let space = inner.iter().copied().fold(f64::NEG_INFINITY, f64::max) + pad;
    let cell = (free - space * (cells - 1.0)) / cells;
    (cell > 0.0).then_some(Some(space / cell))
}

fn no_room(place: &str) -> Error {
    Error::Layout {
        reason: format!("the labels {place} leave no room for the subplots"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against matplotlib 3.11.2's left, right, bottom, top, wspace and hspace.
    fn assert_params(fig: &Figure, expected: [f64; 6]) {
        let p = fig.subplot_params();
        let found = [p.left, p.right, p.bottom, p.top, p.wspace, p.hspace];
        for (a, b) in found.iter().zip(expected) {
            assert!((a - b).abs() < 1e-9, "{found:?} is not {expected:?}");
        }
    }

    #[test]
    fn labels_of_one_axes_have_room() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        fig[ax].plot(&[0, 1], &[0, 1]).unwrap();
        fig[ax].set_xlabel("x");
        fig[ax].set_ylabel("long label");
        fig.tight_layout().unwrap();
        assert_params(
            &fig,
            [
                0.10408494737413196,
                0.9765625,
                0.12094907407407407,
                0.96875,
                0.2,
                0.2,
            ],
        );
    }

    #[test]
    fn subplots_keep_apart() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let axs = fig.subplots(2, 2).unwrap();
        fig[axs[[0, 0]]].set_title("title");
        fig[axs[[1, 1]]].set_xlabel("x");
        fig[axs[[0, 1]]].set_ylabel("y");
        fig[axs[[1, 0]]].set_xlim(0.0, 1e6).unwrap();
        fig.suptitle("all");
        fig.tight_layout().unwrap();
        assert_params(
            &fig,
            [
                0.07300347222222223,
                0.9593749999999999,
                0.12094907407407407,
                0.8576307508680554,
                0.3148945817274994,
                0.28339964664818534,
            ],
        );
    }

    #[test]
    fn labels_of_the_figure_count() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let axs = fig.subplots(2, 2).unwrap();
        fig[axs[[1, 0]]].set_xlabel("x");
        fig.supxlabel("time / s");
        fig.supylabel("height / m");
        fig.tight_layout().unwrap();
        assert_params(
            &fig,
            [
                0.12300957573784724,
                0.9593749999999999,
                0.18762387876157408,
                0.9577580204716436,
                0.24174232172021812,
                0.2694312011676141,
            ],
        );
    }

    #[test]
    fn twins_and_texts_count() {
        let mut fig = Figure::new((6.4, 4.8), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        let twin = fig.twinx(ax).unwrap();
        fig[twin].set_ylabel("right");
        fig[twin].set_ylim(0.0, 1000.0).unwrap();
        let text = fig[ax].text(1.05, 1.2, "outside");
        fig[text].set_coordinates("axes fraction").unwrap();
        let padding = TightLayout {
            pad: 2.0,
            ..TightLayout::default()
        };
        fig.tight_layout_with(&padding).unwrap();
        assert_params(
            &fig,
            [
                0.09296875,
                0.836597222222222,
                0.10706018518518517,
                0.7652129629629632,
                0.2,
                0.2,
            ],
        );
    }

    #[test]
    fn without_room_the_layout_stays() {
        let mut fig = Figure::new((0.5, 0.5), 100.0);
        let ax = fig.add_subplot(1, 1, 1).unwrap();
        fig[ax].set_ylabel("label");
        let before = fig.subplot_params();
        assert!(fig.tight_layout().is_err());
        assert_eq!(fig.subplot_params(), before);
    }
}
