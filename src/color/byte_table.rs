//! The colours of bytes.

/// A colour for each byte.
#[derive(Debug)]
pub(crate) struct ByteTable {
    colors: [[u8; 4]; 256],
    #[cfg(target_arch = "x86_64")]
    registers: Option<registers::Registers>,
}

impl ByteTable {
    pub(crate) fn new(colors: [[u8; 4]; 256]) -> Self {
        Self {
            #[cfg(target_arch = "x86_64")]
            registers: registers::Registers::new(&colors),
            colors,
        }
    }

    /// Writes the colours of `bytes`, one for one.
    pub(crate) fn look_up(&self, bytes: &[u8], out: &mut [[u8; 4]]) {
        #[cfg(target_arch = "x86_64")]
        let (bytes, out) = match &self.registers {
            Some(registers) => registers.look_up(bytes, out),
            None => (bytes, out),
        };
        for (to, byte) in out.iter_mut().zip(bytes) {
            *to = self.colors[usize::from(*byte)];
        }
    }
}

/// The table in registers of AVX-512, which find 32 colours at once where memory gives one after the other.
#[cfg(target_arch = "x86_64")]
mod registers {
    use std::arch::x86_64::__m512i;

    use pulp::NullaryFnOnce;
    use pulp::core_arch::x86::Avx512bw;
    use pulp::x86::V4;

    /// Colours that are found at once.
    const PIECE: usize = 32;

    #[derive(Debug)]
    pub(super) struct Registers {
        simd: V4,
        /// Two channels of all colours, and the other two.
        halves: [[__m512i; 8]; 2],
    }

    impl Registers {
        /// `None` on other machines.
        pub(super) fn new(colors: &[[u8; 4]; 256]) -> Option<Self> {
            let half = |channel: usize| {
                let pair =
                    |color: [u8; 4]| u16::from_le_bytes([color[channel], color[channel + 1]]);
                pulp::cast(colors.map(pair))
            };
            Some(Self {
                simd: V4::try_new()?,
                halves: [half(0), half(2)],
            })
        }

        /// Returns what is left.
        pub(super) fn look_up<'b, 'o>(
            &self,
            bytes: &'b [u8],
            out: &'o mut [[u8; 4]],
        ) -> (&'b [u8], &'o mut [[u8; 4]]) {
            let (bytes, bytes_left) = bytes.as_chunks();
            let (out, out_left) = out.as_chunks_mut();
            self.simd.vectorize(LookUp {
                registers: self,
                bytes,
                out,
            });
            (bytes_left, out_left)
        }
    }

    struct LookUp<'a> {
        registers: &'a Registers,
        bytes: &'a [[u8; PIECE]],
        out: &'a mut [[[u8; 4]; PIECE]],
    }

    impl NullaryFnOnce for LookUp<'_> {
        type Output = ();

        #[inline(always)]
        fn call(self) {
            let simd = self.registers.simd;
            let (avx2, avx512) = (simd.avx2, simd.avx512bw);
            // Copied once, as `out` could be in the same memory for all that the compiler knows.
            let [first, second] = self.registers.halves;
            let sixth: __m512i = pulp::cast([1_u16 << 6; PIECE]);
            let seventh: __m512i = pulp::cast([1_u16 << 7; PIECE]);
            // Two halves are interleaved within quarters of a register.
            let order = pulp::cast([0_u32, 4, 1, 5, 2, 6, 3, 7]);
            for (bytes, out) in self.bytes.iter().zip(self.out) {
                let bytes = avx2._mm256_permutevar8x32_epi32(pulp::cast(*bytes), order);
                let places = avx512._mm512_cvtepu8_epi16(bytes);
                let bits = [
                    avx512._mm512_test_epi16_mask(places, sixth),
                    avx512._mm512_test_epi16_mask(places, seventh),
                ];
                let first = look_up_half(avx512, first, places, bits);
                let second = look_up_half(avx512, second, places, bits);
                *out = pulp::cast([
                    avx512._mm512_unpacklo_epi16(first, second),
                    avx512._mm512_unpackhi_epi16(first, second),
                ]);
            }
        }
    }

    /// What half a table has at places whose sixth and seventh bits are set or not. (No closures: these would be calls.)
    #[inline(always)]
    fn look_up_half(
        avx512: Avx512bw,
        [a, b, c, d, e, f, g, h]: [__m512i; 8],
        places: __m512i,
        [sixth, seventh]: [u32; 2],
    ) -> __m512i {
        // A permutation of two registers takes the lowest six bits.
        let low = avx512._mm512_mask_blend_epi16(
            sixth,
            avx512._mm512_permutex2var_epi16(a, places, b),
            avx512._mm512_permutex2var_epi16(c, places, d),
        );
        let high = avx512._mm512_mask_blend_epi16(
            sixth,
            avx512._mm512_permutex2var_epi16(e, places, f),
            avx512._mm512_permutex2var_epi16(g, places, h),
        );
        avx512._mm512_mask_blend_epi16(seventh, low, high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_gets_its_colour_in_slices_of_any_length() {
        let mut rng = fastrand::Rng::with_seed(3);
        let colors: [[u8; 4]; 256] = std::array::from_fn(|_| rng.u32(..).to_le_bytes());
        let table = ByteTable::new(colors);
        for len in (0..100).chain([1000]) {
            let bytes: Vec<u8> = (0..len).map(|i| (7 * i) as u8).collect();
            let mut out = vec![[0; 4]; len];
            table.look_up(&bytes, &mut out);
            let expected: Vec<_> = bytes
                .iter()
                .map(|byte| colors[usize::from(*byte)])
                .collect();
            assert_eq!(out, expected);
        }
    }
}
