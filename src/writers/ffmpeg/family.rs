//! What codecs do with colours.

/// The kind of a codec with respect to colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// H.264, HEVC, VP9, AV1: we convert, and tag.
    Yuv,
    /// Takes RGB as it is.
    Rgb,
    /// Even sizes and no colour tags, which players interpret as BT.601.
    Untagged,
    /// JPEG, VP8 and Theora define their own YUV: BT.601, to which ffmpeg converts.
    Fixed,
    /// Any other YUV codec: ffmpeg converts as requested, and tags each frame for encoders that read these tags.
    Other,
}

impl Family {
    /// That of a codec, by its name or that of its encoder.
    pub(super) fn of(codec: &str) -> Self {
        const YUV: &[&str] = &[
            "h264",
            "libx264",
            "libopenh264",
            "hevc",
            "h265",
            "libx265",
            "libkvazaar",
            "vp9",
            "libvpx-vp9",
            "av1",
            "libaom-av1",
            "libsvtav1",
            "librav1e",
        ];
        const RGB: &[&str] = &[
            "libx264rgb",
            "ffv1",
            "png",
            "apng",
            "gif",
            "webp",
            "libwebp",
            "libwebp_anim",
            "bmp",
            "qtrle",
            "targa",
            "tiff",
            "huffyuv",
            "ffvhuff",
            "utvideo",
            "magicyuv",
            "rawvideo",
            "zmbv",
            "flashsv",
        ];
        let hardware = |codec: &str| {
            ["h264_", "hevc_", "vp9_", "av1_"]
                .iter()
                .any(|p| codec.starts_with(p))
        };
        match codec {
            codec if YUV.contains(&codec) || hardware(codec) => Self::Yuv,
            codec if RGB.contains(&codec) => Self::Rgb,
            "mjpeg" | "ljpeg" | "vp8" | "libvpx" | "theora" | "libtheora" => Self::Fixed,
            "wmv1" | "wmv2" | "msmpeg4" | "msmpeg4v2" | "msmpeg4v3" | "flv" | "flv1"
            | "mpeg1video" => Self::Untagged,
            _ => Self::Other,
        }
    }
}
