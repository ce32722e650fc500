//! A worker that encodes pictures, group by group.

use std::num::NonZeroU64;

use openh264::OpenH264API;
use openh264::decoder::Decoder;
use openh264::encoder::{
    BitRate, Encoder, EncoderConfig, FrameRate, FrameType, QpRange, RateControlMode, UsageType,
    VuiConfig,
};

use super::changes;
use crate::error::{Error, Result};
use crate::frame_size::FrameSize;
use crate::writers::h264::{self, Change, MAX_QP, Predictor, View};

/// OpenH264 takes no finer quantiser.
pub(super) const LEAST_QP: u8 = 12;
/// The cap of constant quality mode. OpenH264 takes no more.
const BITRATE_CAP: u32 = 287_000_000;
/// How often a frame is handed over that OpenH264 skips, as the frames before took more than the cap: each time that
/// makes room.
const MOST_TRIES: usize = 256;
/// By how much coarser the quantiser of that is which changes again in the next frame, and by how much finer that of a
/// keyframe of which much stays for long: for so many frames.
pub(super) const COARSER_PASSING: u8 = 12;
const FINER_STAYING: u8 = 8;
const LONG: u64 = 32;

/// How pictures are encoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Encoding {
    /// Of the encoded pictures: even.
    pub(super) size: FrameSize,
    pub(super) qp: u8,
    /// The quantiser of what changes again in the next frame.
    pub(super) passing_qp: u8,
    /// Frames per second; for the encoder's level only.
    pub(super) fps: f32,
    /// The number of the first frame, and how many lie between those that decoding must be able to begin at.
    pub(super) first_index: u64,
    pub(super) keyframes: Option<NonZeroU64>,
}

impl Encoding {
    fn encoder(self, qp: u8) -> Result<Encoder> {
        let config = EncoderConfig::new()
            .usage_type(UsageType::CameraVideoRealTime)
            .rate_control_mode(RateControlMode::Quality)
            .qp(QpRange::new(qp, qp))
            .bitrate(BitRate::from_bps(BITRATE_CAP))
            .skip_frames(true)
            .scene_change_detect(false)
            // What lines that moved on leave behind would be part of the background.
            .background_detection(false)
            .max_frame_rate(FrameRate::from_hz(self.fps))
            .vui(VuiConfig::bt709());
        Encoder::with_api_config(OpenH264API::from_source(), config).map_err(failed)
    }

    /// A frame, whose planes are one after the other.
    fn picture(self, yuv: &[u8]) -> View<'_> {
        View::packed(yuv, self.size.width as usize, self.size.height as usize)
    }
}

fn failed(error: openh264::Error) -> Error {
    Error::Encoder {
        reason: format!("OpenH264: {error}"),
    }
}

/// One picture to be encoded, or what changed in it.
pub(super) struct YuvFrame {
    pub(super) bytes: Vec<u8>,
    pub(super) is_whole: bool,
    /// Whether its number in the whole film is odd.
    pub(super) is_odd: bool,
    pub(super) ends_group: bool,
    pub(super) coding: Coding,
}

/// How a picture is encoded.
pub(super) enum Coding {
    /// As the first one of a group, of whose next pictures the changes are coded or not.
    Keyframe { is_kept: bool },
    /// What changed in each macroblock.
    Changes(Vec<Change>),
    /// By OpenH264.
    Whole,
}

/// One encoded picture.
pub(super) struct Packet {
    pub(super) annex_b: Vec<u8>,
    pub(super) key: bool,
    pub(super) ends_group: bool,
    /// The memory of its frame.
    pub(super) memory: Vec<u8>,
}

/// A keyframe of OpenH264 as the film has it.
fn keyframe(annex_b: &[u8], is_odd: bool, is_kept: bool) -> Result<Vec<u8>> {
    h264::adapt(annex_b, is_odd, is_kept).ok_or_else(|| Error::Encoder {
        reason: "OpenH264 gave a keyframe of another profile".into(),
    })
}

/// Encodes groups of pictures, each beginning with a keyframe.
pub(super) struct Worker {
    encoding: Encoding,
    qp: u8,
    /// The present frame.
    yuv: Vec<u8>,
    /// From the first frame on.
    encoder: Option<Encoder>,
    /// From the first keyframe on of which the changes that follow are coded.
    decoder: Option<Decoder>,
    predictor: Predictor,
    /// Whether the changes of the present group are coded, as was wanted, and not all by OpenH264.
    is_predicting: bool,
}

impl Worker {
    pub(super) fn new(encoding: Encoding) -> Self {
        Self {
            encoding,
            qp: encoding.qp,
            yuv: Vec::new(),
            encoder: None,
            decoder: None,
            predictor: Predictor::default(),
            is_predicting: false,
        }
    }

    pub(super) fn encode(&mut self, frame: YuvFrame) -> Result<Packet> {
        match frame.is_whole {
            true => self.yuv.clone_from(&frame.bytes),
            false => changes::apply(&frame.bytes, &mut self.yuv),
        }
        let is_odd = frame.is_odd;
        let (annex_b, key) = match frame.coding {
            Coding::Keyframe { is_kept } => (self.encode_keyframe(is_odd, is_kept)?, true),
            Coding::Changes(changes) if self.is_predicting => {
                let qps = [self.encoding.qp, self.encoding.passing_qp];
                let source = self.encoding.picture(&self.yuv);
                (self.predictor.encode(source, &changes, qps), false)
            }
            Coding::Changes(_) | Coding::Whole => match self.encode_picture()? {
                (annex_b, true) => (keyframe(&annex_b, is_odd, false)?, true),
                coded => coded,
            },
        };
        Ok(Packet {
            annex_b,
            key,
            ends_group: frame.ends_group,
            memory: frame.bytes,
        })
    }

    /// Encodes the present frame as the first one of a group.
    fn encode_keyframe(&mut self, is_odd: bool, is_kept: bool) -> Result<Vec<u8>> {
        let is_long = (self.encoding.keyframes).is_none_or(|every| every.get() >= LONG);
        let qp = match is_kept && is_long {
            true => (self.encoding.qp.saturating_sub(FINER_STAYING)).max(LEAST_QP),
            false => self.encoding.qp,
        };
        if self.qp != qp {
            self.qp = qp;
            self.encoder = None;
        } else if let Some(encoder) = &mut self.encoder {
            encoder.force_intra_frame();
        }
        self.is_predicting = false;
        let (annex_b, _) = self.encode_picture()?;
        self.is_predicting = is_kept && self.see(&annex_b)?;
        keyframe(&annex_b, is_odd, self.is_predicting)
    }

    /// Begins to predict from a keyframe; returns whether OpenH264 decodes it: not if it has some megabytes.
    fn see(&mut self, annex_b: &[u8]) -> Result<bool> {
        let decoder = match &mut self.decoder {
            Some(decoder) => decoder,
            None => self.decoder.insert(Decoder::new().map_err(failed)?),
        };
        if let Ok(Some(decoded)) = decoder.decode(annex_b) {
            self.predictor.begin(View::of(&decoded));
            return Ok(true);
        }
        self.decoder = None;
        Ok(false)
    }

    /// Encodes the present frame; returns its bytes, and whether it is a keyframe.
    fn encode_picture(&mut self) -> Result<(Vec<u8>, bool)> {
        let picture = self.encoding.picture(&self.yuv);
        let mut tries = 0;
        loop {
            let encoder = match &mut self.encoder {
                Some(encoder) => encoder,
                None => (self.encoder).insert(self.encoding.encoder(self.qp)?),
            };
            match encoder.encode(&picture) {
                Ok(bits) => {
                    let annex_b = bits.to_vec();
                    if !annex_b.is_empty() {
                        return Ok((annex_b, bits.frame_type() == FrameType::IDR));
                    }
                    tries += 1;
                    if tries == MOST_TRIES {
                        return Err(Error::Encoder {
                            reason: "OpenH264 skips a frame as the film takes too many bits: \
                                     a higher quantiser takes fewer"
                                .into(),
                        });
                    }
                }
                Err(error) if self.qp >= MAX_QP => return Err(failed(error)),
                // Noise at a low quantiser can overflow OpenH264's buffer; it goes on coarser, from a new beginning.
                Err(_) => {
                    self.qp = (self.qp + 4).min(MAX_QP);
                    self.encoder = None;
                }
            }
        }
    }
}
