//! Ticks at categories.

use std::collections::HashMap;
use std::sync::Arc;

use crate::ticker::{AxisView, Formatter, Locator, TickLabels};

/// The categories of an axis, counted from 0.
#[derive(Debug, Clone, Default)]
pub(crate) struct Categories {
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Categories {
    /// The number of a category, which is added if it is new.
    pub(crate) fn place(&mut self, name: &str) -> usize {
        if let Some(place) = self.find(name) {
            return place;
        }
        let place = self.names.len();
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        place
    }

    /// The number of a category, if it is known.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }
}

/// Ticks at the categories of an axis: the default for strings.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Locator, StrCategoryLocator};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// assert_eq!(StrCategoryLocator::new(["a", "b"]).tick_values(&axis), [0.0, 1.0]);
/// ```
#[derive(Debug, Clone)]
pub struct StrCategoryLocator {
    categories: Arc<Categories>,
}

/// Labels with the names of categories.
///
/// ```
/// use plotreel::scale::Scale;
/// use plotreel::ticker::{AxisView, Formatter, StrCategoryFormatter};
///
/// let axis = AxisView::new((0.0, 1.0), Scale::Linear);
/// let text = StrCategoryFormatter::new(["a", "b"]).format_ticks(&axis, &[1.0, 2.0]);
/// assert_eq!(text.labels, ["b", ""]);
/// ```
#[derive(Debug, Clone)]
pub struct StrCategoryFormatter {
    categories: Arc<Categories>,
}

fn counted<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Arc<Categories> {
    let mut categories = Categories::default();
    for name in names {
        categories.place(name.as_ref());
    }
    Arc::new(categories)
}

impl StrCategoryLocator {
    /// Of these categories, counted from 0.
    pub fn new<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        Self::of(counted(names))
    }

    pub(crate) fn of(categories: Arc<Categories>) -> Self {
        Self { categories }
    }
}

impl StrCategoryFormatter {
    /// Of these categories, counted from 0.
    pub fn new<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        Self::of(counted(names))
    }

    pub(crate) fn of(categories: Arc<Categories>) -> Self {
        Self { categories }
    }
}

impl Locator for StrCategoryLocator {
    fn tick_values(&self, _: &AxisView) -> Vec<f64> {
        (0..self.categories.names.len()).map(|i| i as f64).collect()
    }

    fn clone_box(&self) -> Box<dyn Locator> {
        Box::new(self.clone())
    }
}

impl Formatter for StrCategoryFormatter {
    fn format_ticks(&self, _: &AxisView, locs: &[f64]) -> TickLabels {
        let names = &self.categories.names;
        TickLabels::each(locs, |x, _| {
            let place = x.round_ties_even();
            let name = (place >= 0.0).then(|| names.get(place as usize)).flatten();
            name.cloned().unwrap_or_default()
        })
    }

    fn clone_box(&self) -> Box<dyn Formatter> {
        Box::new(self.clone())
    }
}
