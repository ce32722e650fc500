//! Metadata of a WebP, as XMP.

use crate::writers::Metadata;

/// The keys that there is a property for, in Dublin Core and XMP's own words.
const KEYS: [&str; 8] = [
    "title",
    "artist",
    "comment",
    "description",
    "copyright",
    "genre",
    "date",
    "software",
];

/// The first key that XMP has no property for.
pub(super) fn unknown_key(metadata: &Metadata) -> Option<&str> {
    let mut keys = metadata.iter().map(|(key, _)| key);
    keys.find(|key| !KEYS.contains(key))
}

/// The packet; nothing if there is nothing to say.
pub(super) fn packet(metadata: &Metadata) -> Option<String> {
    let properties: String = metadata
        .iter()
        .filter_map(|(k, v)| property(k, v))
        .collect();
    (!properties.is_empty()).then(|| {
        format!(
            "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
             <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
             <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
             <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\">\
             {properties}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
        )
    })
}

fn property(key: &str, value: &str) -> Option<String> {
    let value = escaped(value);
    let list = |name: &str, kind: &str, item: &str| {
        format!("<{name}><rdf:{kind}><{item}>{value}</rdf:li></rdf:{kind}></{name}>")
    };
    let in_any_language = |name: &str| list(name, "Alt", "rdf:li xml:lang=\"x-default\"");
    let plain = |name: &str| format!("<{name}>{value}</{name}>");
    Some(match key {
        "title" => in_any_language("dc:title"),
        "artist" => list("dc:creator", "Seq", "rdf:li"),
        "description" => in_any_language("dc:description"),
        "comment" => in_any_language("exif:UserComment"),
        "copyright" => in_any_language("dc:rights"),
        "genre" => list("dc:subject", "Bag", "rdf:li"),
        "date" => plain("xmp:CreateDate"),
        "software" => plain("xmp:CreatorTool"),
        _ => return None,
    })
}

/// Text between tags. XML has no control characters but three.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '\t' | '\n' | '\r' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
