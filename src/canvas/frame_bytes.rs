//! Memory for the bytes of a frame.

use std::ops::{Deref, DerefMut};

#[cfg(target_os = "linux")]
use memmap2::{Advice, MmapMut};

/// From this size on frames lie in large pages of memory, where the system has them. In usual ones each row of a large
/// frame lies in another page, and a shape that goes down the frame waits for the processor to find each.
#[cfg(target_os = "linux")]
const LARGE: usize = 4 << 20;

/// The bytes of a frame, or none.
#[derive(Debug)]
pub(super) enum FrameBytes {
    Usual(Vec<u8>),
    #[cfg(target_os = "linux")]
    Large(MmapMut),
}

impl FrameBytes {
    /// So many zeros, which cost nothing before they are overwritten.
    pub(super) fn zeros(count: usize) -> Self {
        #[cfg(target_os = "linux")]
        if count >= LARGE
            && let Ok(bytes) = MmapMut::map_anon(count)
        {
            // Without large pages it is memory like any other.
            let _ = bytes.advise(Advice::HugePage);
            return Self::Large(bytes);
        }
        Self::Usual(vec![0; count])
    }

    /// Becomes a copy of others, in the same memory if it has their size.
    pub(super) fn copy_from(&mut self, others: &[u8]) {
        if self.len() != others.len() {
            *self = Self::zeros(others.len());
        }
        self.copy_from_slice(others);
    }
}

impl Default for FrameBytes {
    fn default() -> Self {
        Self::Usual(Vec::new())
    }
}

impl Clone for FrameBytes {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.copy_from(self);
        copy
    }
}

impl Deref for FrameBytes {
    type Target = [u8];

    #[inline(always)]
    fn deref(&self) -> &[u8] {
        match self {
            Self::Usual(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Self::Large(bytes) => bytes,
        }
    }
}

impl DerefMut for FrameBytes {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [u8] {
        match self {
            Self::Usual(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Self::Large(bytes) => bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_zeros_and_copies_equal_wherever_they_lie() {
        for count in [0, 1, 1000, 5 << 20] {
            let mut bytes = FrameBytes::zeros(count);
            assert!(bytes.len() == count && bytes.iter().all(|byte| *byte == 0));
            for (i, byte) in bytes.iter_mut().enumerate() {
                *byte = i as u8;
            }
            assert!(*bytes.clone() == *bytes);
            let mut other = FrameBytes::zeros(1000);
            other.copy_from(&bytes);
            assert!(*other == *bytes);
        }
    }
}
