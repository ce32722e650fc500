//! What docs/ says is so.

mod calls;
#[cfg(all(unix, feature = "cli"))]
mod scripts;

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

/// A program without its comments, and without what rustfmt may change.
fn bare(program: &str) -> String {
    let code = program.lines().map(|line| line.trim_start());
    let code: String = code.filter(|line| !line.starts_with("//")).collect();
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    code.replace(",)", ")")
        .replace(",}", "}")
        .replace(",]", "]")
}
