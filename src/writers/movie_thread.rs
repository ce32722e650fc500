//! The thread that a film is written on.

use crossbeam_channel::Receiver;

use crate::error::{Error, Result};
use crate::writers::abort::Shared;
use crate::writers::frame::Frame;
use crate::writers::{FrameSink, Output};

/// Messages to a writer's thread.
pub(super) enum Message {
    Frame(Frame),
    Finish,
    Stop,
}

/// The writer's thread; returns the size of the film in bytes. (Parameters are dropped from the last to the first: the sink before its file.)
pub(super) fn run(
    output: Output,
    mut sink: Box<dyn FrameSink>,
    messages: &Receiver<Message>,
    shared: &Shared,
) -> Result<Option<u64>> {
    let (mut first, mut frames) = (0u64, 0u64);
    loop {
        match messages.recv() {
            _ if shared.is_discarded() => return Err(Error::Aborted),
            Ok(Message::Frame(frame)) => {
                first = frame.index - frames;
                sink.write_frame(frame).map_err(|e| output.named(e))?;
            }
            Ok(Message::Finish) => {
                sink.finish().map_err(|e| output.named(e))?;
                let bytes = output.bytes(first..first + frames);
                output.commit()?;
                return Ok(bytes);
            }
            Ok(Message::Stop) | Err(_) => {
                if output.keeps_partial() && frames > 0 {
                    let kept = output.commit_partial(|| sink.finish());
                    if let Err(error) = kept {
                        log::error!("the frames so far could not be kept: {error}");
                    }
                }
                return Err(Error::Aborted);
            }
        }
        frames += 1;
    }
}
