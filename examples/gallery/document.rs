//! Shared parts of all pages of the gallery.

/// The beginning of a page, up to the end of its head: `policy` is its content security policy, and `more` is HTML.
pub(crate) fn head_element(policy: &str, title: &str, more: &str) -> String {
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="gallery.css">
{more}</head>
"#
    )
}
