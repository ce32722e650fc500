//! Style sheets: those of matplotlib and files of rcParams.

use std::fs;
use std::path::Path;

use crate::error::{Error, Result, near_names, quoted};
use crate::properties::{Check, Markers};
use crate::style::Style;

/// Written by assets/styles.py, which documents the format.
static SHEETS: &str = include_str!("../../assets/styles.txt");

/// The sheet of all rcParams with their defaults.
const DEFAULT: &str = "default";

/// What rcParams begin with that do not change pictures: those of windows, files, films (which have settings of their
/// own) and dates (which are not there).
const ELSEWHERE: [&str; 28] = [
    "agg.path.chunksize",
    "animation.",
    "axes3d.mouserotationstyle",
    "axes3d.snap_rotation",
    "axes3d.trackball",
    "backend",
    "date.",
    "docstring.",
    "figure.edgecolor",
    "figure.hooks",
    "figure.max_open_warning",
    "figure.raise_window",
    "image.composite_image",
    "interactive",
    "keymap.",
    "macosx.",
    "pdf.",
    "pgf.",
    "ps.",
    "savefig.directory",
    "savefig.edgecolor",
    "savefig.format",
    "savefig.orientation",
    "svg.",
    "timezone",
    "tk.",
    "toolbar",
    "webagg.",
];

/// The keys and values of a sheet of matplotlib's, with their lines; `None` if there is none of this name.
fn sheet(name: &str) -> Option<impl Iterator<Item = (&'static str, &'static str)>> {
    let mut lines = SHEETS.lines();
    lines.find(|line| {
        let inner = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'));
        inner == Some(name)
    })?;
    let lines = lines.take_while(|line| !line.starts_with('['));
    Some(lines.filter_map(|line| line.split_once(": ").or(line.split_once(':'))))
}

/// The default value of an rcParam of matplotlib, if there is one of this name.
fn default_of(key: &str) -> Option<&'static str> {
    let all = || sheet(DEFAULT).into_iter().flatten();
    all().find(|(name, _)| *name == key).map(|(_, value)| value)
}

/// A line without its comment, which `#` begins outside of double quotes.
fn without_comment(line: &str) -> &str {
    let mut quoted = false;
    let end = line.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '#' && !quoted
    });
    line[..end.map_or(line.len(), |(at, _)| at)].trim()
}

/// Where a setting stands.
struct Place<'a> {
    sheet: &'a str,
    line: Option<usize>,
}

impl Place<'_> {
    fn text(&self) -> String {
        match self.line {
            Some(line) => format!("{}, line {line}", self.sheet),
            None => self.sheet.to_owned(),
        }
    }
}

impl Style {
    /// The default style changed by matplotlib's style sheets of these names, one after the other.
    ///
    /// [`available`](Self::available) lists the names. A sheet's setting that has no effect here is a warning.
    ///
    /// ```
    /// use plotreel::{Error, Style};
    ///
    /// let style = Style::named(["ggplot", "dark_background"])?;
    /// assert_eq!(style.axes_facecolor(), plotreel::Color::rgb(0, 0, 0));
    /// assert_eq!(style.axes_linewidth(), 1.0);
    /// let error = Style::named(["gplot"]).unwrap_err();
    /// assert!(error.advice().contains("\"ggplot\""));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::UnknownStyle`] with the names that are near.
    pub fn named<N: AsRef<str>>(names: impl IntoIterator<Item = N>) -> Result<Self> {
        let mut names = names.into_iter();
        names.try_fold(Self::default(), |style, name| {
            style.with_named(name.as_ref())
        })
    }

    /// Adds the settings of matplotlib's style sheet of this name; `default` resets everything.
    ///
    /// # Errors
    /// As [`named`](Self::named).
    pub fn with_named(mut self, name: &str) -> Result<Self> {
        if name == DEFAULT {
            return Ok(Self::default());
        }
        let Some(settings) = sheet(name) else {
            return Err(Error::UnknownStyle {
                name: name.to_owned(),
                near: near_names(name, Self::available().into_iter()),
            });
        };
        let mut without_effect = Vec::new();
        let place = Place {
            sheet: &format!("the style sheet {name}"),
            line: None,
        };
        for (key, value) in settings {
            self.take(key, value, &place, &mut without_effect)?;
        }
        warn(place.sheet, &without_effect);
        Ok(self)
    }

    /// The names of matplotlib's style sheets.
    ///
    /// ```
    /// use plotreel::Style;
    ///
    /// assert!(Style::available().contains(&"seaborn-v0_8-whitegrid"));
    /// ```
    pub fn available() -> Vec<&'static str> {
        let names = SHEETS.lines().filter_map(|line| line.strip_prefix('['));
        let names = names.filter_map(|line| line.strip_suffix(']'));
        names.filter(|name| !name.starts_with('_')).collect()
    }

    /// The default style changed by a file of matplotlib's rcParams: a style sheet (`.mplstyle`) or a `matplotlibrc`.
    ///
    /// A line is `key: value`; `#` begins a comment. A setting that has no effect here is a warning, unless it does not
    /// concern pictures.
    ///
    /// ```
    /// use plotreel::Style;
    ///
    /// # let folder = tempfile::tempdir().unwrap();
    /// # let path = folder.path().join("talk.mplstyle");
    /// # std::fs::write(&path, "lines.linewidth: 3  # points\naxes.grid: True\n").unwrap();
    /// let style = Style::from_file(&path)?;
    /// assert_eq!((style.lines_linewidth(), style.axes_grid()), (3.0, true));
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Read`] for a file that can't be read; [`Error::StyleParam`], with line and name, for rcParams that
    /// matplotlib has not, and for invalid values.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self> {
        Self::default().with_file(path)
    }

    /// Adds the settings of a file of rcParams, as [`from_file`](Self::from_file) does.
    ///
    /// # Errors
    /// As [`from_file`](Self::from_file).
    pub fn with_file(self, path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        let text = fs::read_to_string(path).map_err(|source| Error::read(path, source))?;
        self.with_lines(&path.display().to_string(), &text)
    }

    fn with_lines(mut self, sheet: &str, text: &str) -> Result<Self> {
        let mut without_effect = Vec::new();
        for (i, line) in text.lines().enumerate() {
            let place = Place {
                sheet,
                line: Some(i + 1),
            };
            let line = without_comment(line);
            if line.is_empty() {
                continue;
            }
            let Some((key, value)) = line.split_once(':') else {
                return Err(Error::StyleParam {
                    key: line.to_owned(),
                    place: place.text(),
                    reason: "has no colon".into(),
                    advice: "write lines such as \"axes.grid: True\"".into(),
                });
            };
            let value = value.trim();
            let inner = value
                .strip_prefix('"')
                .and_then(|value| value.strip_suffix('"'));
            self.take(
                key.trim(),
                inner.unwrap_or(value),
                &place,
                &mut without_effect,
            )?;
        }
        warn(sheet, &without_effect);
        Ok(self)
    }

    /// Sets an rcParam by its name in matplotlib, with a value as in its files.
    ///
    /// ```
    /// use plotreel::Style;
    ///
    /// let style = Style::new().with_param("xtick.major.size", "6")?;
    /// assert_eq!(style.xtick().size()[0], 6.0);
    /// assert!(Style::new().with_param("axes.gird", "True").is_err());
    /// # Ok::<(), plotreel::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::StyleParam`] for names that matplotlib has not and for invalid values.
    pub fn with_param(mut self, key: &str, value: &str) -> Result<Self> {
        let mut without_effect = Vec::new();
        let place = Place {
            sheet: "with_param",
            line: None,
        };
        self.take(key, value, &place, &mut without_effect)?;
        warn(place.sheet, &without_effect);
        Ok(self)
    }

    /// Takes over a setting; one that has no effect is added to the list.
    fn take(
        &mut self,
        key: &str,
        value: &str,
        place: &Place<'_>,
        without_effect: &mut Vec<String>,
    ) -> Result<()> {
        let refused = |reason: String, advice: String| Error::StyleParam {
            key: key.to_owned(),
            place: place.text(),
            reason,
            advice,
        };
        let set = match self.set(key, value) {
            Some(set) => set.and_then(|()| self.check_params()),
            None => {
                let Some(usual) = default_of(key) else {
                    let known = sheet(DEFAULT).into_iter().flatten().map(|(key, _)| key);
                    let advice = match &near_names(key, known)[..] {
                        [] => "give one of matplotlib's rcParams".to_owned(),
                        near => format!("did you mean {}?", quoted(near)),
                    };
                    return Err(refused("is none of matplotlib's rcParams".into(), advice));
                };
                if !is_idle(key, value, usual) {
                    without_effect.push(format!("{key} = {value}"));
                }
                Ok(())
            }
        };
        set.map_err(|error| refused(format!("can't be \"{value}\""), error.advice()))
    }

    /// Refuses numbers that are out of range.
    pub(crate) fn check_params(&self) -> Result<()> {
        self.check_options()?;
        self.xtick.check_options()?;
        self.ytick.check_options()?;
        self.legend.check_options()?;
        for props in &self.prop_cycle_props {
            props.check_options()?;
        }
        Markers::checked("numpoints", self.legend.numpoints as f64)?;
        Markers::checked("scatterpoints", self.legend.scatterpoints as f64)?;
        for props in [
            &self.boxplot_boxprops,
            &self.boxplot_whiskerprops,
            &self.boxplot_capprops,
            &self.boxplot_medianprops,
            &self.boxplot_meanprops,
            &self.boxplot_flierprops,
        ] {
            props.check_options()?;
        }
        Ok(())
    }
}

/// Whether a setting that is not read here changes nothing: it does not concern pictures, or is what they have.
fn is_idle(key: &str, value: &str, usual: &str) -> bool {
    match key {
        _ if ELSEWHERE.iter().any(|part| key.starts_with(part)) => true,
        // Used if mathtext.fontset is custom.
        "mathtext.bf" | "mathtext.bfit" | "mathtext.cal" | "mathtext.it" | "mathtext.rm"
        | "mathtext.sf" | "mathtext.tt" => true,
        _ => {
            let number = |text: &str| text.parse::<f64>().ok();
            value.eq_ignore_ascii_case(usual)
                || number(value).is_some_and(|value| number(usual) == Some(value))
        }
    }
}

fn warn(sheet: &str, without_effect: &[String]) {
    if !without_effect.is_empty() {
        log::warn!(
            "{sheet}: these settings have no effect here: {}",
            without_effect.join("; ")
        );
    }
}
