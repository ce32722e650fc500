//! Which films of ffmpeg have alpha.

/// Codecs that keep it whatever the container, in the formats that ffmpeg chooses for bgra.
const CODECS: [&str; 12] = [
    "png",
    "apng",
    "qtrle",
    "ffv1",
    "ffvhuff",
    "huffyuv",
    "utvideo",
    "magicyuv",
    "rawvideo",
    "targa",
    "tiff",
    "prores_ks",
];

/// A palette per frame with one transparent colour; GIF pixels are opaque or fully transparent.
pub(super) const GIF_FILTER: &str = "split[a][b];[a]palettegen=stats_mode=single:reserve_transparent=1[p];\
     [b][p]paletteuse=new=1:alpha_threshold=128";

/// AVIF has alpha as a second, grey film, of all levels.
pub(super) const AVIF_ARGS: [&str; 16] = [
    "-filter_complex",
    "split[c][a];[a]alphaextract[alpha];[c]scale=out_color_matrix=bt709,format=yuv420p,\
     setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709[color]",
    "-map",
    "[color]",
    "-map",
    "[alpha]",
    "-color_range:v:0",
    "tv",
    "-color_range:v:1",
    "pc",
    "-colorspace",
    "bt709",
    "-color_primaries",
    "bt709",
    "-color_trc",
    "bt709",
];

/// Whether a codec keeps alpha in films of this suffix. (The encoder libwebp blends a frame with the one before.)
pub(super) fn is_kept(suffix: &str, codec: &str, pix_fmt: Option<&str>, filtered: bool) -> bool {
    let by_codec = match (suffix, codec) {
        ("gif", "gif") | ("webp", "webp" | "libwebp_anim") => true,
        ("webm" | "mkv", "vp9" | "libvpx-vp9") => true,
        ("avif", "av1" | "libaom-av1") => pix_fmt.is_none() && !filtered,
        (_, codec) => CODECS.contains(&codec),
    };
    by_codec && pix_fmt.is_none_or(has_alpha)
}

/// Whether pixels of a format have alpha.
fn has_alpha(pix_fmt: &str) -> bool {
    let kinds = [
        "yuva", "rgba", "bgra", "argb", "abgr", "gbrap", "ya8", "ya16", "pal8",
    ];
    kinds.iter().any(|kind| pix_fmt.starts_with(kind))
}
