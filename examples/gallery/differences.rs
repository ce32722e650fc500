//! The differences between a matplotlib script and a scene, from the calls in its source.

/// A matplotlib call, the call here, and why they differ.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    pub(crate) python: String,
    pub(crate) rust: String,
    pub(crate) why: &'static str,
}

/// All differences that apply to a scene.
pub(crate) fn differences(source: &str) -> Vec<Difference> {
    let mut found: Vec<_> = [figure, update, animation, grabbing, interval]
        .into_iter()
        .filter_map(|rule| rule(source))
        .collect();
    let settings = [format_string, setter, options, word].into_iter();
    found.extend(settings.filter_map(|rule| rule(source)));
    let fixed = FIXED.iter().filter(|rule| source.contains(rule.0));
    found.extend(fixed.map(|(_, python, rust, why)| Difference {
        python: (*python).into(),
        rust: (*rust).into(),
        why,
    }));
    found
}

/// A text in the source, matplotlib's call, ours, and why they differ.
const FIXED: &[(&str, &str, &str, &str)] = &[
    (
        "ArtistAnimation::new(",
        "ArtistAnimation(fig, frames)",
        "ArtistAnimation::new(frames)",
        "A frame is a list of handles of artists; it shows these and hides those of the other frames.",
    ),
    (
        "set_coordinates(\"axes fraction\")",
        "ax.text(x, y, s, transform=ax.transAxes)",
        "fig[text].set_coordinates(\"axes fraction\")?",
        "Coordinate systems are given by name, because there are no transform objects.",
    ),
    (
        ".draw_with(",
        "class MySeries(Artist): …",
        "fig[ax].draw_with(|chart| …)",
        "Everything that the crate plotters can draw can be an artist, in data coordinates.",
    ),
    (
        "write_animation(",
        "for frame in frames: im.set_data(frame); writer.grab_frame()",
        "write_animation(frames, \"film.mp4\", &options)?",
        "Frames that are images need no figure: one call draws them, with ticks, labels and boxes.",
    ),
    (
        ".arg(\"render\")",
        "np.save(\"film.npy\", frames)",
        "plotreel render film.npy -o film.mp4",
        "The command line makes films of files saved by NumPy, without any Rust code.",
    ),
    (
        "WriteOptions::new()",
        "ax.imshow(frame, vmin=-1, vmax=1)",
        "WriteOptions::new().with_vmin(-1.0).with_vmax(1.0)",
        "Keyword arguments are settings with defaults; `with_` methods set them.",
    ),
    (
        "::from_shape_fn(",
        "y, x = np.mgrid[:100, :120]; np.sin(x * y)",
        "Array2::from_shape_fn((100, 120), |(y, x)| ((x * y) as f64).sin())",
        "An array is made from its shape and a function of row and column.",
    ),
    (
        ".imshow(",
        "ax.imshow(np.zeros((48, 64)))",
        "fig[ax].imshow(&Array2::<f64>::zeros((48, 64)))?",
        "Arrays are those of ndarray. They are borrowed, and the artist keeps a copy.",
    ),
    (
        "&[0.0; 0]",
        "[]",
        "&[0.0; 0]",
        "Even without numbers their type must be known.",
    ),
    (
        "support::random",
        "np.random.default_rng(1968)",
        "support::random(1968)",
        "A short generator gives the same numbers in both languages, so that the films can be compared.",
    ),
    (
        ".map(|",
        "np.sin(x + t)",
        "x.iter().map(|x| (x + t).sin()).collect::<Vec<_>>()",
        "An operation on a whole NumPy array is written for one element.",
    ),
    (
        "f64::from(",
        "i / 50",
        "f64::from(i) / 50.0",
        "Integers are converted only explicitly.",
    ),
    (
        "format!(",
        "f\"time = {t:.1f} s\"",
        "format!(\"time = {t:.1} s\")",
        "A precision without a letter is the number of decimals.",
    ),
    (
        "support::save(",
        "anim.save(\"film.mp4\")",
        "animation.save_with(&mut fig, \"film.mp4\", &SaveOptions::new())?",
        "An animation borrows its figure only while it is saved. (The scenes share support::save, which reads their options.)",
    ),
];

/// How the first axes are created.
fn figure(source: &str) -> Option<Difference> {
    let calls = [
        "subplots",
        "subplots_with",
        "subplot_mosaic",
        "add_subplot",
        "add_subplot_polar",
        "add_subplot_3d",
        "add_axes",
        "add_axes_polar",
        "add_axes_3d",
    ];
    let (line, name, call, args) = source.lines().find_map(|line| {
        let statement = line.trim().strip_prefix("let ")?.strip_suffix(")?;")?;
        let (name, rest) = statement.split_once(" = fig.")?;
        let (call, args) = rest.split_once('(')?;
        let is_known = calls.contains(&call);
        is_known.then_some((line.trim(), name, call, args))
    })?;
    let args = args.replace('[', "(").replace(']', ")").replace(".0", "");
    let python = match (call, args.as_str()) {
        ("add_subplot", "1, 1, 1") => format!("fig, {name} = plt.subplots()"),
        ("subplots", args) => format!("fig, {name} = plt.subplots({args})"),
        ("subplots_with", args) => format!(
            "fig, {name} = plt.subplots({})",
            args.replace("&options", "…")
        ),
        ("add_subplot_polar", args) => {
            format!("{name} = fig.add_subplot({args}, projection=\"polar\")")
        }
        ("add_subplot_3d", args) => format!("{name} = fig.add_subplot({args}, projection=\"3d\")"),
        ("add_axes_polar", args) => {
            format!("{name} = fig.add_axes({args}, projection=\"polar\")")
        }
        ("subplot_mosaic", args) => format!("fig, {name} = plt.subplot_mosaic({args})"),
        ("add_axes_3d", args) => format!("{name} = fig.add_axes({args}, projection=\"3d\")"),
        (call, args) => format!("{name} = fig.{call}({args})"),
    };
    Some(Difference {
        python,
        rust: line.into(),
        why: "There is no pyplot and no current figure. The figure owns its axes; the call returns a name for them (a \
              handle), which `fig[ax]` looks up. Where Python raises, `?` returns the error.",
    })
}

/// The first change of an artist.
fn update(source: &str) -> Option<Difference> {
    let changes = [
        "set_data",
        "set_ydata",
        "set_offsets",
        "set_heights",
        "set_xy",
        "set_text",
        "set_array",
    ];
    let (call, name) = source.split("fig[").skip(1).find_map(|rest| {
        let (name, rest) = rest.split_once(']')?;
        let call = rest.strip_prefix('.')?.split('(').next()?;
        changes.contains(&call).then_some((call, name))
    })?;
    let plain = name.rsplit('.').next()?.trim_start_matches('*');
    Some(Difference {
        python: format!("{plain}.{call}(…)"),
        rust: format!("fig[{name}].{call}(…)"),
        why: "The figure also owns its artists. Handles are small and can be copied, so that any closure can use them.",
    })
}

/// The animation and its function.
fn animation(source: &str) -> Option<Difference> {
    let (_, call) = source.split_once("FuncAnimation::new")?;
    let args = call[..closing(call)?]
        .split_once('(')?
        .1
        .strip_suffix(')')?;
    let name = |text: &str| text.trim().trim_end_matches(',').to_owned();
    let is_name = |text: &str| text.chars().all(|c| c.is_alphanumeric() || c == '_');
    let args = match args
        .split_once(',')
        .map(|(func, frames)| (name(func), name(frames)))
    {
        Some((func, frames)) if is_name(&func) && frames.len() < 20 => (func, frames),
        _ => ("update".into(), "frames".into()),
    };
    let (func, frames) = args;
    let is_pure = call.starts_with("_pure");
    let counted = frames.strip_prefix("0..").unwrap_or("frames");
    Some(Difference {
        python: format!("FuncAnimation(fig, {func}, {counted}, init_func=init, blit=True)"),
        rust: format!(
            "FuncAnimation::new{}({func}, {frames})",
            if is_pure { "_pure" } else { "" }
        ),
        why: "The function gets the figure and returns no artists: what has changed is found out, so there is no `blit` and no \
              `animated=True`. It is called once a frame, in order, so nothing needs an `init_func`; what it keeps from \
              frame to frame it captures, without `global` and `nonlocal`.",
    })
}

/// A loop that grabs its frames.
fn grabbing(source: &str) -> Option<Difference> {
    source.contains(".grab_frame(").then(|| Difference {
        python: "with writer.saving(fig, \"film.mp4\", 100): … writer.grab_frame()".into(),
        rust: "let mut movie = writer.saving(&fig, \"film.mp4\", 100.0)?; … movie.grab_frame(&fig)?; … movie.finish()?".into(),
        why: "The film is a value: `finish` completes it and returns errors; without it no file is left behind.",
    })
}

/// The time between frames.
fn interval(source: &str) -> Option<Difference> {
    let (_, rest) = source.split_once(".with_interval(Duration::from_millis(")?;
    let (millis, _) = rest.split_once(')')?;
    Some(Difference {
        python: format!("interval={millis}"),
        rust: format!(".with_interval(Duration::from_millis({millis}))"),
        why: "Durations have a unit. The interval determines the speed of a film, unless frames per second are given.",
    })
}

/// A format string of `plot`.
fn format_string(source: &str) -> Option<Difference> {
    let (_, rest) = source.split_once(".plot_fmt(")?;
    let format = rest.split('"').nth(1)?;
    Some(Difference {
        python: format!("ax.plot(x, y, \"{format}\")"),
        rust: format!("fig[ax].plot_fmt(&x, &y, \"{format}\")?"),
        why: "Rust has no optional arguments, so there is a separate call with a format string.",
    })
}

/// A keyword argument of theirs that is a setter here.
fn setter(source: &str) -> Option<Difference> {
    let keywords = [
        "linewidth",
        "color",
        "facecolor",
        "facecolors",
        "linestyle",
        "markersize",
        "alpha",
        "cmap",
        "label",
    ];
    source.split("fig[").skip(1).find_map(|rest| {
        let (name, rest) = rest.split_once("].set_")?;
        let (keyword, rest) = rest.split_once('(')?;
        let value = &rest[..closing_of_rest(rest)?];
        let is_short = name.len() < 20 && value.len() < 30 && !value.contains(['\n', '&']);
        (is_short && keywords.contains(&keyword)).then(|| Difference {
            python: format!("{keyword}={}", python_value(value)),
            rust: format!("fig[{name}].set_{keyword}({value})"),
            why: "Keyword arguments are setters with the same names, called after the artist is created.",
        })
    })
}

/// A value in Python's syntax.
fn python_value(value: &str) -> String {
    let named = value.strip_prefix("Colormap::named(");
    let value = named
        .and_then(|rest| rest.strip_suffix(")?"))
        .unwrap_or(value);
    value.strip_suffix(".0").unwrap_or(value).to_owned()
}

/// A struct of options.
fn options(source: &str) -> Option<Difference> {
    let (before, _) = source.split_once("Options {")?;
    let name = before.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    let python = match name {
        "Subplots" => "plt.subplots(1, 2, sharey=True)",
        "Hist" => "ax.hist(data, bins=edges)",
        "Colorbar" => "fig.colorbar(im, ax=ax, shrink=0.8)",
        "Wireframe" => "ax.plot_wireframe(x, y, z, rstride=10, cstride=10)",
        "Bar" => "ax.bar(x, height, width=0.5)",
        _ => "f(x, one=1, another=2)",
    };
    Some(Difference {
        python: python.into(),
        rust: format!("{name}Options {{ …, ..{name}Options::default() }}"),
        why: "Arguments that must be known at the call are in a struct; omitted ones have matplotlib's defaults.",
    })
}

/// A string in Python that is a type in Rust.
fn word(source: &str) -> Option<Difference> {
    let words = [
        ("Aspect::Equal", "ax.set_aspect(\"equal\")"),
        ("VerticalAlignment::Top", "va=\"top\""),
        ("VerticalAlignment::Bottom", "va=\"bottom\""),
        ("HorizontalAlignment::Left", "ha=\"left\""),
        ("HorizontalAlignment::Right", "ha=\"right\""),
        ("HorizontalAlignment::Center", "ha=\"center\""),
        ("Share::All", "sharey=True"),
        ("Scale::Log", "ax.set_yscale(\"log\")"),
        ("Interpolation::Bilinear", "interpolation=\"bilinear\""),
        ("Interpolation::Nearest", "interpolation=\"nearest\""),
        ("Origin::Lower", "origin=\"lower\""),
    ];
    let (rust, python) = words.into_iter().find(|(rust, _)| source.contains(rust))?;
    Some(Difference {
        python: python.into(),
        rust: rust.into(),
        why: "A choice of a few words is a type, so that the compiler finds invalid ones.",
    })
}

/// The end of the call that a text begins with.
fn closing(text: &str) -> Option<usize> {
    let open = text.find('(')? + 1;
    Some(open + closing_of_rest(&text[open..])? + 1)
}

/// Where the bracket closes that was opened before a text.
fn closing_of_rest(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.find(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth < 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(source: &str) -> Vec<(String, String)> {
        let all = differences(source).into_iter();
        all.map(|difference| (difference.python, difference.rust))
            .collect()
    }

    #[test]
    fn the_scene_s_own_words_are_used() {
        let source = "
            let top = fig.add_axes([0.0, 0.25, 1.0, 0.5])?;
            let dots = fig[ax].plot_fmt(&x, &y, \"k.\")?;
            fig[dots].set_linewidth(f64::from(2));
            let run = |fig: &mut Figure, i| fig[dots].set_ydata(&y);
            FuncAnimation::new(run, 0..7).with_interval(Duration::from_millis(40))";
        let expected = [
            (
                "top = fig.add_axes((0, 0.25, 1, 0.5))",
                "let top = fig.add_axes([0.0, 0.25, 1.0, 0.5])?;",
            ),
            ("dots.set_ydata(…)", "fig[dots].set_ydata(…)"),
            (
                "FuncAnimation(fig, run, 7, init_func=init, blit=True)",
                "FuncAnimation::new(run, 0..7)",
            ),
            ("interval=40", ".with_interval(Duration::from_millis(40))"),
            ("ax.plot(x, y, \"k.\")", "fig[ax].plot_fmt(&x, &y, \"k.\")?"),
            (
                "linewidth=f64::from(2)",
                "fig[dots].set_linewidth(f64::from(2))",
            ),
            ("i / 50", "f64::from(i) / 50.0"),
        ];
        let expected = expected.map(|(python, rust)| (python.to_owned(), rust.to_owned()));
        assert_eq!(pairs(source), expected);
    }

    #[test]
    fn what_a_scene_does_not_use_is_not_told() {
        assert_eq!(pairs("fn main() {}"), []);
        assert_eq!(pairs("FuncAnimation::new("), []);
        assert_eq!(pairs("fig[a].set_color("), []);
    }
}
