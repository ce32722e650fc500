//! Ticks, labels, limits and scales against matplotlib's, asked by tests/baseline/ticks.py.

use std::collections::HashMap;
use std::path::Path;

use plotreel::scale::Scale;
use plotreel::ticker::{
    AsinhLocator, AutoLocator, AutoMinorLocator, AxisView, FixedLocator, FormatStrFormatter,
    Formatter, IndexLocator, LinearLocator, Locator, LogFormatter, LogFormatterExponent,
    LogFormatterMathtext, LogFormatterSciNotation, LogLocator, LogitFormatter, LogitLocator,
    MaxNLocator, MultipleLocator, NullFormatter, NullLocator, PercentFormatter, Prune,
    ScalarFormatter, StrMethodFormatter, Subs, SymmetricalLogLocator, nonsingular,
};

#[test]
fn ticks_and_labels_are_matplotlibs() {
    check("ticks", 3000, |case| {
        let [
            major,
            minor,
            formatter_spec,
            scale_spec,
            view,
            space,
            data,
            minpos,
            ticks,
            labels,
            offset,
        ] = case
        else {
            return Err("fields".into());
        };
        let mut axis = AxisView::new(pair(view), scale(scale_spec))
            .with_tick_space(space.parse().unwrap())
            .with_data(
                pair(if *data == "=" { view } else { data }),
                minpos.parse().unwrap(),
            );
        let mut found = locator(major).tick_values(&axis);
        if *minor != "-" {
            axis = axis.with_major(found);
            found = axis.remove_overlapping_locs(locator(minor).tick_values(&axis));
        }
        // From the reference's ticks: a label must not hide behind a tick that is off.
        let expected = numbers(ticks);
        let text = formatter(formatter_spec).format_ticks(&axis, &expected);
        same(&found, &expected)?;
        let labels = labels.replace('~', r"$\mathdefault{");
        if text.labels.join("|") != labels || text.offset != *offset {
            return Err(format!("{:?} {:?}", text.labels, text.offset));
        }
        Ok(())
    });
}

#[test]
fn limits_are_matplotlibs() {
    check("limits", 150, |case| {
        let [spec, v0, v1, minpos, wide, limits] = case else {
            return Err("fields".into());
        };
        let number = |text: &str| text.parse::<f64>().unwrap();
        let locator = locator(spec);
        let found = locator.nonsingular(number(v0), number(v1), number(minpos));
        same(&[found.0, found.1], &numbers(wide))?;
        let found = locator.view_limits(found.0, found.1);
        same(&[found.0, found.1], &numbers(limits))
    });
}

#[test]
fn intervals_grow_as_matplotlibs() {
    check("nonsingular", 60, |case| {
        let [vmin, vmax, expander, tiny, increasing, limits] = case else {
            return Err("fields".into());
        };
        let number = |text: &str| text.parse::<f64>().unwrap();
        let found = nonsingular(
            number(vmin),
            number(vmax),
            number(expander),
            number(tiny),
            *increasing == "true",
        );
        same(&[found.0, found.1], &numbers(limits))
    });
}

#[test]
fn scales_transform_as_matplotlibs() {
    check("transform", 120, |case| {
        let [spec, x, forth, back] = case else {
            return Err("fields".into());
        };
        let x = x.parse().unwrap();
        same(&[scale(spec).transform(x)], &numbers(forth))?;
        same(&[scale(spec).inverse(x)], &numbers(back))
    });
}

/// Numbers that arithmetic trips over.
const NASTY: [f64; 13] = [
    0.0,
    -0.0,
    1.0,
    -3.7,
    1e5,
    1e-310,
    5e-324,
    1e300,
    f64::MAX,
    f64::MIN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::NAN,
];

#[test]
fn no_view_and_no_setting_makes_a_locator_panic() {
    let mut locators: Vec<Box<dyn Locator>> = vec![
        locator("auto"),
        locator("minor"),
        locator("linear 0"),
        locator("linear 1"),
        locator("maxn nbins=auto integer symmetric prune=both"),
        Box::new(FixedLocator::new([]).with_nbins(2)),
        Box::new(MaxNLocator::new(usize::MAX).with_min_n_ticks(usize::MAX)),
        Box::new(MaxNLocator::new(0).with_steps(NASTY)),
    ];
    for a in NASTY {
        let dense = LogLocator::new(1.0 + 1e-15).with_numticks(usize::MAX);
        locators.extend([
            Box::new(MultipleLocator::new(a).with_offset(a)) as Box<dyn Locator>,
            Box::new(LogLocator::new(a)),
            Box::new(LogLocator::new(a).with_subs(Subs::All)),
            Box::new(LogLocator::new(10.0).with_subs([a]).with_numticks(0)),
            Box::new(dense.with_subs([1.0, a])),
            Box::new(SymmetricalLogLocator::new(a, 1.0)),
            Box::new(SymmetricalLogLocator::new(10.0, a).with_numticks(0)),
            Box::new(IndexLocator::new(a, a)),
            Box::new(AsinhLocator::new(a)),
            Box::new(AsinhLocator::new(1.0).with_base(0).with_subs([a])),
            Box::new(LogitLocator::new().with_minor(a > 0.0)),
            Box::new(LogitLocator::new().with_nbins(a as usize)),
            Box::new(FixedLocator::new([a]).with_nbins(0)),
        ]);
    }
    for axis in nasty_axes() {
        for locator in &locators {
            assert!(locator.tick_values(&axis).len() <= 1_000_000);
            locator.view_limits(axis.view.0, axis.view.1);
            locator.nonsingular(axis.view.0, axis.view.1, axis.minpos);
        }
    }
}

#[test]
fn no_view_and_no_setting_makes_a_formatter_panic() {
    let mut formatters = vec![
        formatter("scalar"),
        formatter("scalar math"),
        formatter("scalar offset=off plain"),
    ];
    for a in NASTY {
        formatters.extend([
            Box::new(LogFormatterSciNotation::new(a)) as Box<dyn Formatter>,
            Box::new(LogFormatterExponent::new(a).with_linthresh(a)),
            Box::new(ScalarFormatter::new().with_offset(a)),
            Box::new(
                LogitFormatter::new()
                    .with_minor_number(a as usize)
                    .with_minor(a > 0.0),
            ),
            Box::new(PercentFormatter::new(a).with_decimals(400)),
        ]);
    }
    for axis in nasty_axes() {
        for formatter in &formatters {
            let labels = formatter.format_ticks(&axis, &NASTY).labels;
            assert_eq!(labels.len(), NASTY.len());
        }
    }
}

fn nasty_axes() -> impl Iterator<Item = AxisView> {
    let views = NASTY.iter().flat_map(|a| NASTY.iter().map(|b| (*a, *b)));
    let scales = [
        Scale::Linear,
        Scale::log(),
        Scale::sym_log(1.0),
        Scale::asinh(1.0),
        Scale::logit(),
    ];
    views.flat_map(move |view| {
        scales.clone().map(|scale| {
            AxisView::new(view, scale)
                .with_major(NASTY)
                .with_data((view.1, view.0), view.0)
                .with_tick_space(usize::MAX)
        })
    })
}

/// Runs all cases of one kind, at least `least` of them, and shows those that fail.
fn check(kind: &str, least: usize, run: impl Fn(&[&str]) -> Result<(), String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/baseline/ticks.tsv");
    let cases = std::fs::read_to_string(path).unwrap();
    let mut count = 0;
    let mut failures = Vec::new();
    for line in cases.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        if fields[0] == kind {
            count += 1;
            if let Err(found) = run(&fields[1..]) {
                failures.push(format!("{line}\n    ours: {found}"));
            }
        }
    }
    assert!(count >= least, "{count} cases");
    let shown = failures[..failures.len().min(12)].join("\n");
    assert!(
        failures.is_empty(),
        "{} of {count} differ\n{shown}",
        failures.len()
    );
}

/// The same numbers within 1e-12 of their span plus 4 steps of the last digit.
fn same(found: &[f64], expected: &[f64]) -> Result<(), String> {
    let finite = || expected.iter().copied().filter(|x| x.is_finite());
    let span = finite().fold(f64::NEG_INFINITY, f64::max) - finite().fold(f64::INFINITY, f64::min);
    let is_same = |(a, b): (&f64, &f64)| {
        let slack = 1e-12 * span.max(0.0) + 4.0 * f64::EPSILON * b.abs();
        a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= slack
    };
    if found.len() == expected.len() && found.iter().zip(expected).all(is_same) {
        Ok(())
    } else {
        Err(format!("{found:?}"))
    }
}

fn numbers(text: &str) -> Vec<f64> {
    let words = text.split(',').filter(|word| !word.is_empty());
    words.map(|word| word.parse().unwrap()).collect()
}

fn pair(text: &str) -> (f64, f64) {
    let numbers = numbers(text);
    (numbers[0], numbers[1])
}

/// A name with its words and `key=value` settings.
struct Spec<'a> {
    name: &'a str,
    words: Vec<&'a str>,
    keys: HashMap<&'a str, &'a str>,
}

impl<'a> Spec<'a> {
    fn new(text: &'a str) -> Self {
        let mut parts = text.split(' ');
        let name = parts.next().unwrap();
        let (keys, words): (Vec<_>, Vec<_>) = parts.partition(|part| part.contains('='));
        let keys = keys.iter().filter_map(|key| key.split_once('=')).collect();
        Self { name, words, keys }
    }

    fn has(&self, word: &str) -> bool {
        self.words.contains(&word)
    }

    fn number(&self, index: usize) -> f64 {
        self.words[index].parse().unwrap()
    }

    fn key<T: std::str::FromStr<Err: std::fmt::Debug>>(&self, key: &str) -> Option<T> {
        self.keys.get(key).map(|value| value.parse().unwrap())
    }
}

fn scale(text: &str) -> Scale {
    let spec = Spec::new(text);
    match spec.name {
        "linear" => Scale::Linear,
        "log" => Scale::log().with_base(spec.number(0)),
        "asinh" => Scale::asinh(spec.number(0)),
        "logit" => Scale::logit(),
        _ => Scale::sym_log(spec.number(1))
            .with_base(spec.number(0))
            .with_linscale(spec.number(2)),
    }
}

fn locator(text: &str) -> Box<dyn Locator> {
    let spec = Spec::new(text);
    match spec.name {
        "auto" => Box::new(AutoLocator::new()),
        "null" => Box::new(NullLocator),
        "maxn" => Box::new(max_n(&spec)),
        "multiple" => Box::new(MultipleLocator::new(spec.number(0)).with_offset(spec.number(1))),
        "linear" => Box::new(LinearLocator::new(spec.words[0].parse().unwrap())),
        "index" => Box::new(IndexLocator::new(spec.number(0), spec.number(1))),
        "fixed" => {
            let locator = FixedLocator::new(numbers(spec.words[0]));
            Box::new(match spec.key("nbins") {
                Some(nbins) => locator.with_nbins(nbins),
                None => locator,
            })
        }
        "log" => {
            let locator = LogLocator::new(spec.number(0)).with_subs(match spec.keys.get("subs") {
                Some(&"auto") => Subs::Auto,
                Some(&"all") => Subs::All,
                Some(subs) => Subs::Given(numbers(subs)),
                None => Subs::Given(vec![1.0]),
            });
            Box::new(match spec.key("numticks") {
                Some(numticks) => locator.with_numticks(numticks),
                None => locator,
            })
        }
        "symlog" => {
            let subs = spec
                .keys
                .get("subs")
                .map_or(vec![1.0], |subs| numbers(subs));
            let numticks = spec.key("numticks").unwrap_or(15);
            let locator = SymmetricalLogLocator::new(spec.number(0), spec.number(1));
            Box::new(locator.with_subs(subs).with_numticks(numticks))
        }
        "asinh" => {
            let locator = AsinhLocator::new(spec.number(0))
                .with_base(spec.key("base").unwrap_or(10))
                .with_numticks(spec.key("numticks").unwrap_or(11));
            let subs = spec.keys.get("subs").map_or(vec![], |subs| numbers(subs));
            Box::new(locator.with_subs(subs))
        }
        "logit" => {
            let locator = LogitLocator::new().with_minor(spec.has("minor"));
            Box::new(match spec.key("nbins") {
                Some(nbins) => locator.with_nbins(nbins),
                None => locator,
            })
        }
        "minor" => Box::new(match spec.key("n") {
            Some(n) => AutoMinorLocator::new().with_ndivs(n),
            None => AutoMinorLocator::new(),
        }),
        other => panic!("{other}"),
    }
}

fn max_n(spec: &Spec<'_>) -> MaxNLocator {
    let mut locator = match spec.keys["nbins"] {
        "auto" => MaxNLocator::auto(),
        nbins => MaxNLocator::new(nbins.parse().unwrap()),
    };
    if let Some(steps) = spec.keys.get("steps") {
        locator = locator.with_steps(numbers(steps));
    }
    if let Some(least) = spec.key("min_n_ticks") {
        locator = locator.with_min_n_ticks(least);
    }
    locator
        .with_integer(spec.has("integer"))
        .with_symmetric(spec.has("symmetric"))
        .with_prune(match spec.keys.get("prune") {
            Some(&"lower") => Prune::Lower,
            Some(&"upper") => Prune::Upper,
            Some(&"both") => Prune::Both,
            _ => Prune::None,
        })
}

fn formatter(text: &str) -> Box<dyn Formatter> {
    let (name, rest) = text.split_once(' ').unwrap_or((text, ""));
    if name == "printf" {
        return Box::new(FormatStrFormatter::new(rest).unwrap());
    } else if name == "method" {
        return Box::new(StrMethodFormatter::new(rest).unwrap());
    }
    let spec = Spec::new(text);
    macro_rules! log {
        ($formatter:ident) => {{
            let mut formatter =
                $formatter::new(spec.number(0)).with_label_only_base(spec.has("only"));
            if let Some(thresholds) = spec.keys.get("thresholds") {
                let (subset, all) = pair(thresholds);
                formatter = formatter.with_minor_thresholds(subset, all);
            }
            if let Some(linthresh) = spec.key("linthresh") {
                formatter = formatter.with_linthresh(linthresh);
            }
            Box::new(formatter)
        }};
    }
    match name {
        "null" => Box::new(NullFormatter),
        "scalar" => Box::new(scalar(&spec)),
        "percent" => {
            let mut formatter = PercentFormatter::new(spec.number(0));
            if let Some(decimals) = spec.key("decimals") {
                formatter = formatter.with_decimals(decimals);
            }
            Box::new(formatter.with_symbol(*spec.keys.get("symbol").unwrap_or(&"%")))
        }
        "logit" => {
            let mut formatter = LogitFormatter::new()
                .with_use_overline(spec.has("overline"))
                .with_minor(spec.has("minor"));
            if let Some(half) = spec.keys.get("half") {
                formatter = formatter.with_one_half(*half);
            }
            if let Some(threshold) = spec.key("minor_threshold") {
                formatter = formatter.with_minor_threshold(threshold);
            }
            if let Some(number) = spec.key("minor_number") {
                formatter = formatter.with_minor_number(number);
            }
            Box::new(formatter)
        }
        "log" => log!(LogFormatter),
        "exponent" => log!(LogFormatterExponent),
        "mathtext" => log!(LogFormatterMathtext),
        "sci" => log!(LogFormatterSciNotation),
        other => panic!("{other}"),
    }
}

fn scalar(spec: &Spec<'_>) -> ScalarFormatter {
    let mut formatter = ScalarFormatter::new()
        .with_use_math_text(spec.has("math"))
        .with_scientific(!spec.has("plain"));
    match spec.keys.get("offset") {
        Some(&"off") => formatter = formatter.with_use_offset(false),
        Some(offset) => formatter = formatter.with_offset(offset.parse().unwrap()),
        None => {}
    }
    if let Some(digits) = spec.key("threshold") {
        formatter = formatter.with_offset_threshold(digits);
    }
    if let Some(limits) = spec.keys.get("limits") {
        let (min, max) = limits.split_once(',').unwrap();
        formatter = formatter.with_powerlimits(min.parse().unwrap(), max.parse().unwrap());
    }
    formatter
}
