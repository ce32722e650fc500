//! Bytes as text (RFC 4648).

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Appends the bytes in base64.
pub(crate) fn push_base64(text: &mut Vec<u8>, bytes: &[u8]) {
    text.reserve(bytes.len().div_ceil(3) * 4);
    let digit = |bits: u32| DIGITS[bits as usize & 63];
    let (triples, rest) = bytes.as_chunks::<3>();
    for [a, b, c] in triples {
        let bits = u32::from_be_bytes([0, *a, *b, *c]);
        text.extend([18, 12, 6, 0].map(|shift| digit(bits >> shift)));
    }
    match *rest {
        [a] => {
            let bits = u32::from(a) << 4;
            text.extend([digit(bits >> 6), digit(bits), b'=', b'=']);
        }
        [a, b] => {
            let bits = u32::from_be_bytes([0, 0, a, b]) << 2;
            text.extend([digit(bits >> 12), digit(bits >> 6), digit(bits), b'=']);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_come_out() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (bytes, text) in cases {
            let mut found = Vec::new();
            push_base64(&mut found, bytes.as_bytes());
            assert_eq!(found, text.as_bytes());
        }
        for (bytes, text) in [(&[0xfb, 0xff, 0xbf][..], b"+/+/"), (&[0xfb, 0xff], b"+/8=")] {
            let mut found = Vec::new();
            push_base64(&mut found, bytes);
            assert_eq!(found, text);
        }
    }
}
