//! The kinds of artists by matplotlib's names, and how an empty one of each is made.

use numpy::ndarray::Array2;
use plotreel::artists::{Artist, Drawing, Line2D, Line3D};
use plotreel::collections::{
    Collection, Line3DCollection, Path3DCollection, PathCollection, Poly3DCollection, QuadMesh,
};
use plotreel::image::AxesImage;
use plotreel::patches::{Patch3D, Path, PathPatch};
use plotreel::text::{Text, Text3D};
use plotreel::{AnyHandle, Error, Figure};

use super::place::Place;

/// A kind of artists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    AxesImage,
    Collection,
    Drawing,
    Line2D,
    Line3D,
    Line3DCollection,
    Patch3D,
    Path3DCollection,
    PathCollection,
    PathPatch,
    Poly3DCollection,
    QuadMesh,
    Text,
    Text3D,
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
            "Line3D" => Self::Line3D,
            "Line3DCollection" => Self::Line3DCollection,
            "Patch3D" => Self::Patch3D,
            "Path3DCollection" => Self::Path3DCollection,
            "Poly3DCollection" => Self::Poly3DCollection,
            "QuadMesh" => Self::QuadMesh,
            "Text" => Self::Text,
            "Text3D" => Self::Text3D,
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
            Self::Line3D => added(fig, place, Line3D::new(&[0.0; 0], &[0.0; 0], &[0.0; 0])?),
            Self::Line3DCollection => added(fig, place, Line3DCollection::new([[[0.0; 3]; 0]; 0])),
            Self::Patch3D => {
                let patch = Patch3D::new(&PathPatch::new(Path::new()), 0.0, "z")?;
                added(fig, place, patch)
            }
            Self::Path3DCollection => added(
                fig,
                place,
                Path3DCollection::from_offsets(&[0.0; 0], &[0.0; 0], &[0.0; 0])?,
            ),
            Self::Poly3DCollection => added(fig, place, Poly3DCollection::new([[[0.0; 3]; 0]; 0])),
            Self::QuadMesh => added(
                fig,
                place,
                QuadMesh::from_coordinates(&[0.0, 1.0], &[0.0, 1.0])?,
            ),
            Self::Text => added(fig, place, Text::new(0.0, 0.0, "")),
            Self::Text3D => added(fig, place, Text3D::new(0.0, 0.0, 0.0, "")),
        })
    }
}

fn added<A: Artist>(fig: &mut Figure, place: Place, artist: A) -> AnyHandle {
    match place {
        // Secondary axes are made by `own` only, and have no artists.
        Place::Figure | Place::Secondary(_) => fig.add_artist(artist).into(),
        Place::Flat(axes) => fig[axes].add_artist(artist).into(),
        Place::Polar(axes) => fig[axes].add_artist(artist).into(),
        Place::Space(axes) => fig[axes].add_artist(artist).into(),
        Place::SubFigure(part) => fig[part].add_artist(artist).into(),
    }
}
