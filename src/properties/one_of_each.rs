//! A figure with one of each artist, for the tests of all properties.

use ndarray::Array2;

use crate::artists::patches::{
    Annulus, Arc, Circle, ConnectionPatch, Ellipse, FancyArrowPatch, FancyBboxPatch,
    InsetIndicator, Patch3D, Path, PathPatch, Polygon, Rectangle, RegularPolygon, Wedge,
};
use crate::artists::{Annotation, Collection, Drawing, Legend, PatchCollection};
use crate::axes::{Side, TableOptions};
use crate::figure::Figure;
use crate::handle::AnyHandle;
use crate::triangulation::Triangulation;

/// One of each artist, and flat, polar and 3-D axes.
pub(super) fn one_of_each() -> (Figure, Vec<(&'static str, AnyHandle)>) {
    let mut fig = Figure::new((1.6, 1.2), 100.0);
    let flat = fig.add_subplot(1, 2, 1).unwrap();
    let space = fig.add_subplot_3d(1, 2, 2).unwrap();
    let polar = fig.add_axes_polar([0.0, 0.0, 0.2, 0.2]).unwrap();
    let mut parts: Vec<(&str, AnyHandle)> = vec![
        ("Axes", flat.into()),
        ("PolarAxes", polar.into()),
        ("Axes3D", space.into()),
    ];
    let (x, y) = ([0.0, 1.0, 2.0], [1.0, 3.0, 2.0]);
    let grid = Array2::from_shape_fn((3, 3), |(r, c)| (r + 2 * c) as f64);
    let ax = &mut fig[flat];
    parts.push(("Line2D", ax.plot(&x, &y).unwrap().into()));
    parts.push(("PathCollection", ax.scatter(&x, &y).unwrap().into()));
    parts.push(("LineCollection", ax.vlines(&x, &[0.0], &y).unwrap().into()));
    parts.push(("PolyCollection", ax.fill(&x, &y).unwrap().into()));
    let area = ax.fill_between(&x, &y, &[0.0]).unwrap();
    parts.push(("FillBetweenPolyCollection", area.into()));
    parts.push(("BarContainer", ax.bar(&x, &y).unwrap().into()));
    parts.push(("AxesImage", ax.imshow(&grid).unwrap().into()));
    let mesh = ax.pcolormesh_with(&x, &x, &grid, "gouraud").unwrap();
    parts.push(("QuadMesh", mesh.into()));
    parts.push(("PolyQuadMesh", ax.pcolor(&x, &x, &grid).unwrap().into()));
    let net = Triangulation::new(&[0, 1, 0], &[0, 0, 1]).unwrap();
    let mesh = ax.tripcolor(&net, &y, "gouraud").unwrap();
    parts.push(("TriMesh", mesh.into()));
    parts.push(("ContourSet", ax.contour(&x, &x, &grid).unwrap().into()));
    let table = ax.table(&[["cell"]], &TableOptions::new()).unwrap();
    parts.push(("Table", table.into()));
    parts.push(("Text", ax.text(1.0, 1.0, "text").into()));
    let note = Annotation::new("note", (1.0, 1.0), (2.0, 2.0));
    parts.push(("Annotation", ax.add_artist(note).into()));
    parts.push(("Legend", ax.add_artist(Legend::new()).into()));
    parts.push(("ChartArtist", ax.draw_with(|_| Ok(())).into()));
    parts.push(("Drawing", ax.add_artist(Drawing::new()).into()));
    parts.push((
        "Rectangle",
        ax.add_patch(Rectangle::new((0.0, 0.0), 1.0, 1.0)).into(),
    ));
    parts.push((
        "Ellipse",
        ax.add_patch(Ellipse::new((0.0, 0.0), 1.0, 1.0)).into(),
    ));
    parts.push(("Circle", ax.add_patch(Circle::new((0.0, 0.0), 1.0)).into()));
    parts.push(("Arc", ax.add_patch(Arc::new((0.0, 0.0), 1.0, 1.0)).into()));
    parts.push((
        "Wedge",
        ax.add_patch(Wedge::new((0.0, 0.0), 1.0, 0.0, 90.0)).into(),
    ));
    parts.push((
        "Polygon",
        ax.add_patch(Polygon::new(&[(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)]))
            .into(),
    ));
    let hexagon = RegularPolygon::new((0.0, 0.0), 6, 1.0);
    parts.push(("RegularPolygon", ax.add_patch(hexagon).into()));
    let ring = Annulus::new((0.0, 0.0), (1.0, 0.5), 0.2).unwrap();
    parts.push(("Annulus", ax.add_patch(ring).into()));
    let discs = PatchCollection::new([Circle::new((0.0, 0.0), 1.0)]);
    parts.push(("PatchCollection", ax.add_artist(discs).into()));
    let paths = Collection::new([Path::from_vertices(&[(0.0, 0.0), (1.0, 1.0)])]);
    parts.push(("Collection", ax.add_artist(paths).into()));
    parts.push((
        "PathPatch",
        ax.add_patch(PathPatch::new(Path::new())).into(),
    ));
    let bbox = FancyBboxPatch::new((0.0, 0.0), 1.0, 1.0);
    parts.push(("FancyBboxPatch", ax.add_patch(bbox).into()));
    let arrow = FancyArrowPatch::new((0.0, 0.0), (1.0, 1.0));
    parts.push(("FancyArrowPatch", ax.add_patch(arrow).into()));
    let connection = ConnectionPatch::new((0.0, 0.0), (1.0, 1.0));
    parts.push(("ConnectionPatch", ax.add_patch(connection).into()));
    let indicator = InsetIndicator::of_inset((space.figure, space.axes));
    parts.push(("InsetIndicator", ax.add_patch(indicator).into()));
    let arrows = ax.quiver(&x, &y, &y, &x).unwrap();
    parts.push(("Quiver", arrows.into()));
    let key = ax.quiverkey(arrows, (0.5, 0.8), 2.0, "2");
    parts.push(("QuiverKey", key.into()));
    parts.push(("Barbs", ax.barbs(&x, &y, &y, &x).unwrap().into()));
    let streams = ax.streamplot(&x, &x, &grid, &grid.t()).unwrap();
    parts.push(("StreamArrows", streams.arrows.into()));
    parts.push(("FancyArrow", ax.arrow(0.0, 0.0, 1.0, 1.0).into()));
    let events = ax.eventplot(&[x]).unwrap();
    parts.push(("EventCollection", events[0].into()));
    parts.push(("StepPatch", ax.stairs(&y, &[0, 1, 2, 3]).unwrap().into()));
    let bars = ax.bar(&x, &y).unwrap();
    parts.push(("BarLabels", ax.bar_label(bars).into()));
    let ax = &mut fig[space];
    parts.push(("Line3D", ax.plot(&x, &y, &x).unwrap().into()));
    parts.push(("Path3DCollection", ax.scatter(&x, &y, &x).unwrap().into()));
    let wires = ax
        .plot_wireframe(&grid, &grid.t().to_owned(), &grid)
        .unwrap();
    parts.push(("Line3DCollection", wires.into()));
    let surface = ax.plot_surface(&grid, &grid.t().to_owned(), &grid).unwrap();
    parts.push(("Poly3DCollection", surface.into()));
    let areas = ax.contourf(&x, &x, &grid).unwrap();
    parts.push(("ContourSet3D", areas.into()));
    let wall = Patch3D::new(&Rectangle::new((0.0, 0.0), 1.0, 1.0), 0.0, "x").unwrap();
    parts.push(("Patch3D", ax.add_artist(wall).into()));
    let arrows = ax.quiver(&x, &y, &x, &y, &x, &[1]).unwrap();
    parts.push(("Quiver3D", arrows.into()));
    parts.push(("Text3D", ax.text(1.0, 1.0, 1.0, "text").into()));
    parts.push(("Axis", flat.xaxis().into()));
    parts.push(("Ticks", flat.xaxis().major_ticks()));
    parts.push(("Spine", flat.spine(Side::Left).into()));
    let subfigs = fig.subfigures(1, 2).unwrap();
    parts.push(("SubFigure", subfigs[[0, 0]].into()));
    (fig, parts)
}
