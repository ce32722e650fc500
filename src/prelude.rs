//! What a script needs, for `use plotreel::prelude::*`. It replaces no name of the standard library's prelude, and leaves
//! out the artists whose names std has: [`patches::Arc`](crate::patches::Arc), [`patches::Path`](crate::patches::Path).

pub use crate::animation::{
    Animation, ArtistAnimation, FuncAnimation, Html, SaveOptions, Together,
};
pub use crate::annotate::{Boxes, FrameBox, Label, LabelPosition, LabelStyle, ScaleBar, Table};
pub use crate::array::{AxisData, Datum, Field, ImageSource, Series};
pub use crate::artists::{
    Artist, ArtistBase, BarContainer, BarLabels, BlendedCoords, CapStyle, Coords, CycleProps,
    DataLimits, DrawContext, DrawStyle, FillStyle, JoinStyle, LabelType, Line2D, Line3D, LineProps,
    LineStyle, MarkEvery, Marker, Orientation,
};
pub use crate::axes::{
    Adjustable, Aspect, Aspect3D, AutolimitMode, Axes, Axes3D, AxesBase, AxisBelow, BarAlign,
    BarOptions, Baseline, BinRule, Bins, BoxplotContainer, BoxplotOptions, BwMethod,
    ColorbarOptions, Cumulative, EcdfOptions, Errorbar3DContainer, Errorbar3DOptions,
    ErrorbarContainer, ErrorbarOptions, Errors, EventplotOptions, Extend, GridAxis, HexbinBins,
    HexbinContainer, HexbinOptions, Hist2dOptions, HistOptions, InsetAxesOptions,
    IntegrationDirection, Limited, PieContainer, PieOptions, PolarAxes, ProjType, SecondaryAxis,
    SecondaryLocation, Side, SpinePosition, StairsOptions, Stem3DContainer, Stem3DOptions,
    StemContainer, StemOptions, StreamplotOptions, StreamplotSet, ThetaDirection, TitleLoc,
    ViolinContainer, ViolinOptions, ViolinSide, VoxelOptions, Voxels, ZeroLocation, ecdf,
    histogram, histogram2d,
};
pub use crate::axis::{
    AxisSide, LabelLoc, LabelRotation, TickDirection, TickParams, TickStyle, Which,
};
pub use crate::canvas::{Canvas, FrameSize};
pub use crate::collections::{
    ClabelOptions, Collection, ContourLevels, ContourOptions, ContourSet, ContourSet3D,
    EventCollection, FillBetween3DOptions, FillBetweenOptions, FillBetweenPolyCollection,
    Line3DCollection, LineCollection, PatchCollection, Path3DCollection, PathCollection,
    Poly3DCollection, PolyCollection, PolyQuadMesh, QuadMesh, Shading, StreamArrows,
    SurfaceOptions, TriMesh, TrisurfOptions, WireframeOptions, ZDir, ZSort,
};
pub use crate::colors::{
    BlendMode, Color, ColorSpec, Colormap, IntoColor, LightSource, Norm, ShadeOptions,
};
pub use crate::dates::{
    AutoDateFormatter, AutoDateLocator, ConciseDateFormatter, DateFormatter, Datetime64,
    DayLocator, HourLocator, MicrosecondLocator, MinuteLocator, MonthLocator, SecondLocator,
    WeekdayLocator, YearLocator, date2num, num2date,
};
pub use crate::error::Error;
pub use crate::figure::{Figure, FigureBase, SubFigure};
pub use crate::gridspec::{GridSpec, SubplotParams};
pub use crate::handle::{AnyHandle, Handle};
pub use crate::image::{AxesImage, Interpolation, InterpolationStage, Origin};
pub use crate::layout::{ConstrainedLayout, LayoutEngine, TightLayout};
pub use crate::legend::{Legend, LegendEntry, LegendLoc, LegendMode, LegendStyle};
pub use crate::patches::{
    Annulus, ArrowStyle, BoxStyle, Circle, ConnectionPatch, ConnectionStyle, Ellipse, FancyArrow,
    FancyArrowPatch, FancyBboxPatch, InsetIndicator, OutlinedPatch, Patch3D, PathPatch, Polygon,
    Rectangle, RegularPolygon, RotationPoint, StepPatch, Wedge,
};
pub use crate::quiver::{
    BarbPivot, Barbs, LabelPos, Pivot, Quiver, Quiver3D, QuiverAngles, QuiverKey, QuiverUnits,
};
pub use crate::scale::{NonPositive, Scale};
pub use crate::subplots::{Mosaic, MosaicLayout, Share, SubfiguresOptions, SubplotsOptions};
pub use crate::text::{
    Annotation, ArrowProps, FontFamily, FontSize, FontWeight, HorizontalAlignment, MathFontset,
    RotationMode, Text3D, TextBox, TextStroke, TextStyle, VerticalAlignment,
};
pub use crate::ticker::{
    AutoLocator, AutoMinorLocator, EngFormatter, FixedFormatter, FixedLocator, FormatStrFormatter,
    FuncFormatter, IndexLocator, LinearLocator, LogFormatter, LogLocator, MaxNLocator,
    MultipleLocator, NullFormatter, NullLocator, PercentFormatter, ScalarFormatter,
    StrMethodFormatter,
};
pub use crate::tri::Triangulation;
#[cfg(feature = "openh264")]
pub use crate::writers::Openh264Writer;
#[cfg(feature = "webp")]
pub use crate::writers::WebpWriter;
pub use crate::writers::{
    ApngWriter, AutoWriter, FFMpegFileWriter, FFMpegWriter, Fps, FrameNames, GifWriter, HTMLWriter,
    Metadata, Movie, MovieOptions, MovieWriter, NullWriter, OnError, PageFrames, PlayMode,
    PngCompression, PngWriter,
};
pub use crate::{
    AnimationWriter, FigureMovie, MovieWriterExt, Properties, SavefigOptions, Style, Value,
    WriteOptions, try_write_animation, write_animation, write_animation_to_vec,
};
