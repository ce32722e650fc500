//! What docs/ says is so.

mod annotated;
mod calls;
#[cfg(all(unix, feature = "cli"))]
mod scripts;

use std::fs;
use std::path::Path;

/// The calls of a table are compiled, and most of them run, in `calls`.
#[test]
fn the_calls_in_the_table_are_those_that_are_tested() {
    let tested = bare(include_str!("guide/calls.rs"));
    let page = include_str!("../../docs/from_matplotlib.md");
    let mut cells = 0;
    for row in page.lines().filter(|line| line.starts_with("| ")) {
        let ours = row.split(" | ").nth(1).unwrap();
        for call in ours.split('`').skip(1).step_by(2) {
            assert!(tested.contains(&bare(call)), "{call} is in no test");
            cells += 1;
        }
    }
    assert!(cells > 200, "only {cells} calls were found");
}

#[test]
fn links_lead_to_pages_and_headings_that_are_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let mut links = 0;
    for page in fs::read_dir(&folder).unwrap() {
        let name = page.unwrap().file_name().into_string().unwrap();
        let page = fs::read_to_string(folder.join(&name)).unwrap();
        for link in page.split("](").skip(1) {
            let link = link.split(')').next().unwrap();
            if link.starts_with("http") {
                continue;
            }
            let (file, heading) = link.split_once('#').unwrap_or((link, ""));
            let file = if file.is_empty() { &name } else { file };
            let target = fs::read_to_string(folder.join(file));
            let target = target.unwrap_or_else(|e| panic!("{link}: {e}"));
            let mut headings = target.lines().filter(|line| line.starts_with('#'));
            assert!(
                heading.is_empty() || headings.any(|line| anchor(line) == heading),
                "{link}"
            );
            links += 1;
        }
    }
    assert!(links > 8, "only {links} links were found");
}

/// What a heading is called in links.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words
        .chars()
        .filter(|c| c.is_alphanumeric() || " -_".contains(*c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// A program without its comments, and without what rustfmt may change.
fn bare(program: &str) -> String {
    let code = program.lines().map(|line| line.trim_start());
    let code: String = code
        .map(|line| line.split(" // ").next().unwrap_or_default())
        .filter(|line| !line.starts_with("//"))
        .collect();
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    code.replace(",)", ")")
        .replace(",}", "}")
        .replace(",]", "]")
}
