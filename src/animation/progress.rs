//! Progress of a film.

use std::fmt;
use std::ops::ControlFlow;

use crate::error::{Error, Result};

/// What a progress callback may return: nothing, or whether to continue.
pub trait IntoControlFlow {
    /// Converts it to a control flow.
    fn into_control_flow(self) -> ControlFlow<()>;
}

impl IntoControlFlow for () {
    fn into_control_flow(self) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl IntoControlFlow for ControlFlow<()> {
    fn into_control_flow(self) -> ControlFlow<()> {
        self
    }
}

/// A callback, if there is one.
#[derive(Default)]
pub(super) struct Progress<'a>(Option<Callback<'a>>);

type Callback<'a> = Box<dyn FnMut(u64, Option<u64>) -> ControlFlow<()> + 'a>;

impl<'a> Progress<'a> {
    pub(super) fn new<C: IntoControlFlow>(
        mut callback: impl FnMut(u64, Option<u64>) -> C + 'a,
    ) -> Self {
        Self(Some(Box::new(move |done, total| {
            callback(done, total).into_control_flow()
        })))
    }

    /// Reports the number of frames drawn and the total; an error if the film is to be cancelled.
    pub(super) fn tell(&mut self, done: u64, total: Option<u64>) -> Result<()> {
        match self.0.as_mut().map(|callback| callback(done, total)) {
            Some(ControlFlow::Break(())) => Err(Error::Aborted),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Progress<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Progress({})", self.0.is_some())
    }
}
