//! The limits of axes that share x, against those of matplotlib that tests/baseline/shared_limits.py asks for.

use std::path::Path;

use crate::axes::Axes;
use crate::axis::Direction;
use crate::figure::Figure;
use crate::handle::Handle;
use crate::scale::Scale;
use crate::subplots::SubplotsOptions;

fn numbers(text: &str) -> Vec<f64> {
    text.split(',').map(|word| word.parse().unwrap()).collect()
}

fn call(fig: &mut Figure, axs: &[Handle<Axes>; 2], call: &str) {
    let words: Vec<&str> = call.split(' ').collect();
    let ax = axs[words[1].parse::<usize>().unwrap()];
    match words[0] {
        "plot" => {
            let x = numbers(words[2]);
            let y: Vec<f64> = (0..).zip(&x).map(|(i, _)| f64::from(i)).collect();
            fig[ax].plot(&x, &y).unwrap();
        }
        "scale" => fig[ax]
            .set_xscale(words[2].parse::<Scale>().unwrap())
            .unwrap(),
        "margins" => fig
            .set(ax, "xmargin", words[2].parse::<f64>().unwrap())
            .unwrap(),
        "limits" => {
            let limits = numbers(words[2]);
            fig[ax].set_xlim(limits[0], limits[1]).unwrap();
        }
        _ => fig[ax].invert_xaxis(),
    }
}

#[test]
fn shared_limits_are_matplotlibs() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/baseline/shared_limits.tsv");
    let cases = std::fs::read_to_string(file).unwrap();
    assert!(cases.lines().count() >= 300);
    let mut faults = Vec::new();
    for case in cases.lines() {
        let (calls, expected) = case.split_once('\t').unwrap();
        let mut fig = Figure::new((4.0, 3.0), 100.0);
        let options = SubplotsOptions::new().with_sharex("all").unwrap();
        let both = fig.subplots_with(2, 1, &options).unwrap();
        let axs = [both[[0, 0]], both[[1, 0]]];
        for text in calls.split(';') {
            call(&mut fig, &axs, text);
        }
        let (from, to) = fig.limits(0, Direction::X);
        let expected = numbers(expected);
        let span = (expected[1] - expected[0]).abs();
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-12 * span;
        if !near(from, expected[0]) || !near(to, expected[1]) {
            faults.push(format!("{case}\n    ours: {from:?},{to:?}"));
        }
    }
    let count = faults.len();
    faults.sort_by_key(String::len);
    faults.truncate(12);
    assert!(faults.is_empty(), "{count} differ\n{}", faults.join("\n"));
}
