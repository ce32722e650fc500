//! The kinds of artists by matplotlib's names, and how an empty one of each is made.

use numpy::ndarray::Array2;
use plotreel::artists::{Artist, Drawing, Line2D};
use plotreel::collections::{Collection, PathCollection, QuadMesh};
use plotreel::image::AxesImage;
use plotreel::patches::{Path, PathPatch};
use plotreel::text::Text;
use plotreel::{AnyHandle, Error, Figure};

use super::place::Place;

/// A kind of artists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    AxesImage,
    Collection,
    Drawing,
    Line2D,
    PathCollection,
    PathPatch,
    QuadMesh,
    Text,
}

impl Kind {
    /// The kind of this name.
    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "AxesImage" => Self::AxesImage,
            "Collection" => Self::Collection,
            "Drawing" => Self::Drawing,
            "Line2D" => Self::Line2D,
            "PathCollection" => Self::PathCollection,
            "PathPatch" => Self::PathPatch,
            "QuadMesh" => Self::QuadMesh,
            "Text" => Self::Text,
            _ => return None,
        })
    }

    /// Adds an empty artist of this kind to the figure or to axes.
    pub(super) fn add(self, fig: &mut Figure, place: Place) -> Result<AnyHandle, Error> {
        Ok(match self {
            Self::AxesImage => added(
                fig,
                place,
                AxesImage::from_data(&Array2::<f64>::zeros((1, 1)))?,
            ),
            Self::Collection => added(fig, place, Collection::new([])),
            Self::Drawing => added(fig, place, Drawing::new()),
            Self::Line2D => added(fig, place, Line2D::new(&[0.0; 0], &[0.0; 0])?),
            Self::PathCollection => added(
                fig,
                place,
                PathCollection::from_offsets(&[0.0; 0], &[0.0; 0])?,
            ),
            Self::PathPatch => added(fig, place, PathPatch::new(Path::new())),
            Self::QuadMesh => added(
                fig,
                place,
                QuadMesh::from_coordinates(&[0.0, 1.0], &[0.0, 1.0])?,
            ),
            Self::Text => added(fig, place, Text::new(0.0, 0.0, "")),
        })
    }
}

fn added<A: Artist>(fig: &mut Figure, place: Place, artist: A) -> AnyHandle {
    match place {
        Place::Figure => fig.add_artist(artist).into(),
        Place::Flat(axes) => fig[axes].add_artist(artist).into(),
        Place::Polar(axes) => fig[axes].add_artist(artist).into(),
        Place::Space(axes) => fig[axes].add_artist(artist).into(),
    }
}
