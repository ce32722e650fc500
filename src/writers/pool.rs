//! Reused buffers of frames.

use std::fmt::Debug;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, ThreadId};

use crate::marks::Marks;
use crate::stamp::Stamp;

/// Buffers that came back, as they were left, with the threads that filled them.
///
/// Their number is limited by the number of frames in progress.
#[derive(Debug)]
pub(crate) struct Pool<B>(Arc<Mutex<Vec<(ThreadId, B)>>>);

impl<B: Buffer + Default> Pool<B> {
    /// A buffer that `is_near` the required content, if there is one, else any, or an empty one.
    pub(crate) fn take(&self, is_near: impl Fn(&B) -> bool) -> B {
        let thread = thread::current().id();
        let mut pool = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // What this thread filled is likely to be in its processor's cache, and the last one likelier than others.
        let best = pool
            .iter()
            .enumerate()
            .max_by_key(|(_, (filled_by, buffer))| {
                let is_own = *filled_by == thread;
                (is_near(buffer), is_own)
            });
        let best = best.map(|(index, _)| index);
        best.map(|index| pool.remove(index).1).unwrap_or_default()
    }

    /// Hands a buffer over that this thread filled, which comes back when it is dropped.
    pub(crate) fn lend(&self, buffer: B) -> PooledBuffer {
        PooledBuffer(Box::new(Lent {
            filled_by: thread::current().id(),
            buffer,
            home: self.clone(),
        }))
    }
}

impl<B> Clone for Pool<B> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<B> Default for Pool<B> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

/// The owner of a frame's bytes.
pub(crate) trait Buffer: AsRef<[u8]> + Debug + Send + Sync + 'static {
    /// A picture that its pixels equal, except those that are marked, if it is known.
    fn likeness(&self) -> Option<(Stamp, &Marks)> {
        None
    }
}

impl Buffer for Vec<u8> {}

/// A buffer that is away from its pool.
#[derive(Debug)]
struct Lent<B: Buffer + Default> {
    filled_by: ThreadId,
    buffer: B,
    home: Pool<B>,
}

impl<B: Buffer + Default> AsRef<[u8]> for Lent<B> {
    fn as_ref(&self) -> &[u8] {
        self.buffer.as_ref()
    }
}

impl<B: Buffer + Default> Buffer for Lent<B> {
    fn likeness(&self) -> Option<(Stamp, &Marks)> {
        self.buffer.likeness()
    }
}

impl<B: Buffer + Default> Drop for Lent<B> {
    fn drop(&mut self) {
        let mut pool = self.home.0.lock().unwrap_or_else(PoisonError::into_inner);
        pool.push((self.filled_by, std::mem::take(&mut self.buffer)));
    }
}

/// Bytes that return to their pool when dropped.
#[derive(Debug)]
pub struct PooledBuffer(Box<dyn Buffer>);

impl PooledBuffer {
    /// Bytes of no pool.
    pub(super) fn of_bytes(bytes: Vec<u8>) -> Self {
        Self(Box::new(bytes))
    }

    /// A picture that the pixels equal, except those that are marked, if it is known: two frames that are like the same
    /// picture differ at most where one of them is marked.
    pub(super) fn likeness(&self) -> Option<(Stamp, &Marks)> {
        self.0.likeness()
    }
}

impl Deref for PooledBuffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        (*self.0).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn buffers_come_back_as_they_were_left() {
        let pool = Pool::default();
        let own = [vec![1], vec![2, 2], vec![3]].map(|bytes| pool.lend(bytes));
        let other = thread::scope(|scope| scope.spawn(|| pool.lend(vec![4])).join().unwrap());
        let [one, two, three] = own;
        let lent = [one, two, three, other];
        assert_eq!(*lent[1], [2, 2]);
        let take = |is_near: fn(&Vec<u8>) -> bool| pool.take(is_near);
        assert!(take(|_| true).is_empty(), "none is back yet");
        drop(lent);
        assert_eq!(take(|bytes| bytes.len() == 2), [2, 2]);
        assert_eq!(take(|bytes| bytes.len() == 2), [3], "its last one");
        assert_eq!(take(|bytes| bytes[0] == 4), [4], "near before its own");
        assert_eq!(take(|_| false), [1]);
    }
}
