//! The first of the threads that draw a film: the others begin with what it learnt.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::time::{Duration, Instant};

use crate::film::Easel;

/// After so many frames a thread knows which parts of them change, has kept the others, and drawn most letters.
const LEARNT: u32 = 3;
/// What another thread costs, mostly for memory for its frames: so long the first one draws alone after that, so that
/// films of few small frames, which are over by then, are not slower on several threads.
const START: Duration = Duration::from_millis(1);
/// So long the others wait for the first one, which may take longer for a single frame.
const HEAD_START: Duration = Duration::from_millis(10);

/// The first thread's easel, and the threads that wait for what it learns.
#[derive(Debug)]
pub(super) struct Lead {
    pub(super) easel: Easel,
    followers: Vec<SyncSender<Easel>>,
    frames: u32,
    learnt: Option<Instant>,
}

/// What another thread draws with, once it begins.
#[derive(Debug)]
pub(super) struct Follower {
    easel: Easel,
    lead: Receiver<Easel>,
}

impl Lead {
    pub(super) fn new(easel: Easel) -> Self {
        Self {
            easel,
            followers: Vec::new(),
            frames: 0,
            learnt: None,
        }
    }

    /// One more thread, with the easel that it draws with if this one takes too long.
    pub(super) fn follower(&mut self, easel: Easel) -> Follower {
        let (follower, lead) = sync_channel(1);
        self.followers.push(follower);
        Follower { easel, lead }
    }

    /// Lets the others begin if it is time, after each frame.
    pub(super) fn teach(&mut self) {
        if self.followers.is_empty() {
            return;
        }
        self.frames += 1;
        if self.frames < LEARNT || self.learnt.get_or_insert_with(Instant::now).elapsed() < START {
            return;
        }
        for follower in self.followers.drain(..) {
            // It may have begun on its own.
            let _ = follower.try_send(self.easel.clone());
        }
    }
}

impl Follower {
    /// Waits for what the first thread learns, but not long.
    pub(super) fn begin(self) -> Easel {
        self.lead.recv_timeout(HEAD_START).unwrap_or(self.easel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Figure;
    use crate::film::{FigureMovie, MovieWriterExt};
    use crate::writers::NullWriter;
    use std::thread::sleep;

    /// A figure, and a film of it.
    fn scene() -> (Figure, FigureMovie) {
        let fig = Figure::new((0.4, 0.3), 100.0);
        let movie = NullWriter::new(30).saving(&fig, "a.mp4", 100.0).unwrap();
        (fig, movie)
    }

    /// Draws a frame with a follower's easel; how many parts of the figure it need not draw.
    fn kept(follower: Follower, fig: &Figure, movie: &FigureMovie) -> u64 {
        let before = movie.stats().parts_kept;
        follower.begin().draw(fig).unwrap();
        movie.stats().parts_kept - before
    }

    #[test]
    fn others_begin_with_what_the_first_thread_learnt() {
        let (fig, movie) = scene();
        let mut lead = Lead::new(movie.new_easel());
        let followers = [(); 2].map(|()| lead.follower(movie.new_easel()));
        for _ in 0..LEARNT {
            lead.easel.draw(&fig).unwrap();
            drop(lead.easel.take());
            lead.teach();
        }
        assert_eq!(lead.followers.len(), 2, "it draws alone a little longer");
        sleep(START);
        lead.teach();
        for follower in followers {
            assert!(kept(follower, &fig, &movie) > 0);
        }
    }

    #[test]
    fn others_begin_on_their_own_when_the_first_thread_takes_long_or_ends() {
        let (fig, movie) = scene();
        let mut lead = Lead::new(movie.new_easel());
        let [waits, ends] = [(); 2].map(|()| lead.follower(movie.new_easel()));
        lead.easel.draw(&fig).unwrap();
        lead.teach();
        assert_eq!(kept(waits, &fig, &movie), 0);
        drop(lead);
        assert_eq!(kept(ends, &fig, &movie), 0);
    }
}
