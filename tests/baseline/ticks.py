"""Ask matplotlib for the ticks and labels that tests/integration/ticks.rs compares with.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/ticks.py

Draws nothing. Writes ticks.tsv, one case a line, its fields separated by tabs:

    ticks       LOCATOR MINOR FORMATTER SCALE VIEW SPACE DATA MINPOS | TICKS LABELS OFFSET
    limits      LOCATOR V0 V1 MINPOS | what nonsingular makes of them, and view_limits of that
    transform   SCALE X | transformed, and X transformed back
    nonsingular VMIN VMAX EXPANDER TINY INCREASING | the limits

The words of a locator, formatter or scale are separated by spaces, numbers by commas, labels by bars; in labels, ~ is
short for $\\mathdefault{. DATA of = are those of VIEW. With a MINOR locator, ticks and labels are those of the minor
ticks. A real axis is asked, of a figure as long as SPACE demands.
"""

import logging
import os
import warnings
from pathlib import Path

# The logarithms of the C library, which do not depend on the processor.
os.environ["NPY_DISABLE_CPU_FEATURES"] = "X86_V4 AVX512_ICL AVX512_SPR"

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from matplotlib import scale as mscale
from matplotlib import ticker, transforms

matplotlib.rcdefaults()
logging.disable(logging.WARNING)
warnings.simplefilter("ignore")
np.seterr(all="ignore")

rng = np.random.default_rng(31)
rows, refused = [], []
fig = plt.figure()
ax = fig.add_axes((0, 0, 1, 1))


def floats(text):
    return [float(x) for x in text.split(",") if x]


def text(*values):
    return ",".join(repr(float(x)) for x in values)


def words(spec):
    """The name, the plain words after it, and those of the form key=value."""
    name, *rest = spec.split(" ")
    return name, [w for w in rest if "=" not in w], dict(w.split("=") for w in rest if "=" in w)


def locator(spec):
    name, args, keys = words(spec)
    match name:
        case "auto":
            return ticker.AutoLocator()
        case "null":
            return ticker.NullLocator()
        case "maxn":
            kwargs = {w: True for w in args}
            if "steps" in keys:
                kwargs["steps"] = floats(keys["steps"])
            if "min_n_ticks" in keys:
                kwargs["min_n_ticks"] = int(keys["min_n_ticks"])
            nbins = keys["nbins"] if keys["nbins"] == "auto" else int(keys["nbins"])
            return ticker.MaxNLocator(nbins, prune=keys.get("prune"), **kwargs)
        case "multiple":
            return ticker.MultipleLocator(float(args[0]), float(args[1]))
        case "linear":
            return ticker.LinearLocator(int(args[0]))
        case "fixed":
            return ticker.FixedLocator(floats(args[0]), int(keys["nbins"]) if "nbins" in keys else None)
        case "index":
            return ticker.IndexLocator(float(args[0]), float(args[1]))
        case "log":
            subs = keys.get("subs", "1.0")
            subs = subs if subs in ("auto", "all") else floats(subs)
            return ticker.LogLocator(float(args[0]), subs, numticks=int(keys["numticks"]) if "numticks" in keys else None)
        case "symlog":
            loc = ticker.SymmetricalLogLocator(base=float(args[0]), linthresh=float(args[1]))
            loc.set_params(subs=floats(keys.get("subs", "1.0")), numticks=int(keys.get("numticks", 15)))
            return loc
        case "minor":
            return ticker.AutoMinorLocator(int(keys["n"]) if "n" in keys else None)
        case "asinh":
            subs = floats(keys["subs"]) if "subs" in keys else None
            return ticker.AsinhLocator(float(args[0]), int(keys.get("numticks", 11)), base=int(keys.get("base", 10)), subs=subs)
        case "logit":
            return ticker.LogitLocator("minor" in args, nbins=int(keys["nbins"]) if "nbins" in keys else "auto")


def formatter(spec):
    name, _, rest = spec.partition(" ")
    if name == "printf":
        return ticker.FormatStrFormatter(rest)
    if name == "method":
        return ticker.StrMethodFormatter(rest)
    name, args, keys = words(spec)
    if name == "null":
        return ticker.NullFormatter()
    if name == "scalar":
        found = ticker.ScalarFormatter(useMathText="math" in args)
        if "offset" in keys:
            found.set_useOffset(float(keys["offset"]) if keys["offset"] != "off" else False)
        if "threshold" in keys:
            found._offset_threshold = int(keys["threshold"])
        found.set_scientific("plain" not in args)
        if "limits" in keys:
            found.set_powerlimits(tuple(int(x) for x in keys["limits"].split(",")))
        return found
    if name == "percent":
        decimals = int(keys["decimals"]) if "decimals" in keys else None
        return ticker.PercentFormatter(float(args[0]), decimals, keys.get("symbol", "%"))
    if name == "logit":
        options = {key: int(keys[key]) for key in ("minor_threshold", "minor_number") if key in keys}
        return ticker.LogitFormatter(
            use_overline="overline" in args, one_half=keys.get("half", r"\frac{1}{2}"), minor="minor" in args, **options
        )
    kind = {
        "log": ticker.LogFormatter,
        "exponent": ticker.LogFormatterExponent,
        "mathtext": ticker.LogFormatterMathtext,
        "sci": ticker.LogFormatterSciNotation,
    }[name]
    return kind(
        float(args[0]),
        "only" in args,
        tuple(floats(keys["thresholds"])) if "thresholds" in keys else None,
        float(keys["linthresh"]) if "linthresh" in keys else None,
    )


def scale_kwargs(spec):
    name, args, _ = words(spec)
    keys = {
        "linear": [],
        "log": ["base"],
        "symlog": ["base", "linthresh", "linscale"],
        "asinh": ["linear_width", "base"],
        "logit": [],
    }[name]
    return name, dict(zip(keys, map(float, args)))


def axis_of(scale, view, space, data, minpos):
    fig.set_size_inches((space + 0.5) * 30 / 72, 4)
    name, kwargs = scale_kwargs(scale)
    ax.set_xscale(name, **kwargs)
    ax.set_autoscale_on(False)
    ax.dataLim.intervalx = data
    ax.dataLim._minpos[0] = minpos
    ax.xaxis.set_view_interval(*view, ignore=True)
    assert ax.xaxis.get_tick_space() == space
    assert tuple(ax.xaxis.get_view_interval()) == tuple(view)
    return ax.xaxis


def ticks(loc, form, scale="linear", view=(0.0, 1.0), space=9, data=None, minpos=np.inf, minor="-"):
    """One case of ticks; what matplotlib itself fails at is left out."""
    data = view if data is None else data
    axis = axis_of(scale, view, space, data, minpos)
    try:
        axis.set_major_locator(locator(loc))
        axis.set_major_formatter(formatter(form))
        if minor == "-":
            found = np.asarray(axis.get_majorticklocs(), dtype=float)
            labels = axis.get_major_formatter().format_ticks(found)
            offset = axis.get_major_formatter().get_offset()
        else:
            axis.set_minor_locator(locator(minor))
            axis.set_minor_formatter(formatter(form))
            found = np.asarray(axis.get_minorticklocs(), dtype=float)
            labels = axis.get_minor_formatter().format_ticks(found)
            offset = axis.get_minor_formatter().get_offset()
    except (ValueError, OverflowError, ZeroDivisionError, TypeError) as error:
        refused.append(f"{loc} {minor} {form} {view}: {error}")
        return
    # Long lists make a long file and say little more: three quarters of them are left out.
    if len(found) > 50 or (len(found) > 16 and rng.random() < 0.75):
        return
    data = "=" if data == view else text(*data)
    labels = "|".join(labels).replace(r"$\mathdefault{", "~")
    rows.append(["ticks", loc, minor, form, scale, text(*view), str(space), data, text(minpos), text(*found), labels, offset])


def limits(loc, v0, v1, minpos=np.inf):
    scale = "log 10.0" if loc.startswith("log ") else "logit" if loc == "logit" else "linear"
    view = (0.1, 0.9) if loc == "logit" else (1.0, 10.0)
    axis = axis_of(scale, view, 9, view, minpos)
    axis.set_major_locator(locator(loc))
    found = axis.get_major_locator()
    wide = found.nonsingular(v0, v1)
    rows.append(["limits", loc, text(v0), text(v1), text(minpos), text(*wide), text(*found.view_limits(*wide))])


def transform(scale, x):
    name, kwargs = scale_kwargs(scale)
    found = mscale._scale_mapping[name](None, **kwargs).get_transform()
    forth = found.transform(np.array([x, np.nan]))[0]
    back = found.inverted().transform(np.array([x, np.nan]))[0]
    rows.append(["transform", scale, text(x), text(forth), text(back)])


# Linear views: picked by hand, then at random in size, place and order.
VIEWS = [
    (0, 1), (1, 0), (0, 10), (-1, 1), (-0.05, 1.05), (0, 100), (3, 3.0001), (1e5, 1e5 + 8), (1e6, 1e6 + 10),
    (0, 1e6), (0, 999999), (0, 1e-5), (0, 1e-4), (-1e-7, 1e-7), (1e-300, 2e-300), (0, 1e300), (-1e300, 1e300),
    (99990, 100010), (-100010, -99990), (123456, 123457), (-1e9 - 1, -1e9 + 1), (1e15, 1e15 + 100),
    (0, 0), (5, 5), (-5, -5), (1, 1 + 1e-15), (1e-320, 2e-320), (0.1, 0.7), (0.3, 0.9), (1.1, 1.3), (2.5, 97.5),
    (-3.7, 12.9), (0, 2 * np.pi), (-np.pi, np.pi), (1990, 2024), (15000, 19999), (0, 32767), (0, 639), (-0.5, 639.5),
    (479.5, -0.5), (9.9999999, 10.0000001), (100.0001, 100.0009), (12331.4, 12331.7), (0.99, 1.01), (1e10, 1.00001e10),
    (np.nextafter(1, 2), 2), (0.1 + 0.2, 0.9), (1e-12, 1e12), (233.1, 233.1 + 1e-9), (-1e-20, 1), (7.5, 8.5),
    (-7e10, 3e10), (0, 5e5), (0, 2e6), (-0.0001, 0.0002), (1.2e-5, 1.9e-5), (999.5, 1000.5), (9999.5, 10000.5),
]


def random_view():
    size = 10.0 ** rng.uniform(-9, 9)
    place = rng.choice([0.0, 0.0, 1.0, -1.0]) * size * 10.0 ** rng.uniform(-1, 6)
    a, b = place + size * rng.uniform(-1, 1, 2)
    digits = rng.choice([3, 8, 17])
    a, b = float(f"{a:.{digits}g}"), float(f"{b:.{digits}g}")
    return (a, b) if rng.random() < 0.2 or a < b else (b, a)


for view in VIEWS:
    for space in (2, 5, 9, 30):
        ticks("auto", "scalar", view=view, space=space)
for _ in range(600):
    ticks("auto", "scalar", view=random_view(), space=int(rng.integers(2, 31)))
MAXN = [
    "maxn nbins=10", "maxn nbins=5", "maxn nbins=3 integer", "maxn nbins=7 steps=1,2,5,10", "maxn nbins=auto integer",
    "maxn nbins=4 prune=both", "maxn nbins=4 prune=lower", "maxn nbins=4 prune=upper", "maxn nbins=6 symmetric",
    "maxn nbins=2 min_n_ticks=4", "maxn nbins=1", "maxn nbins=auto steps=1,3,6", "maxn nbins=auto min_n_ticks=12",
    "maxn nbins=8 integer min_n_ticks=1", "maxn nbins=25",
]
for spec in MAXN:
    for _ in range(18):
        view = random_view()
        if "integer" in spec and rng.random() < 0.7:
            view = tuple(np.sort(rng.uniform(-1, 1, 2)) * 10.0 ** rng.uniform(0, 4))
        ticks(spec, "scalar", view=view, space=int(rng.integers(2, 31)))
    ticks(spec, "scalar", view=(-0.5, 9.5))
    ticks(spec, "scalar", view=(0.0, 0.5))

# Other locators of linear axes.
for _ in range(60):
    view = random_view()
    size = abs(view[1] - view[0])
    base = float(f"{size / rng.uniform(2, 15):.{rng.integers(1, 4)}g}")
    ticks(f"multiple {base!r} {0.0 if rng.random() < 0.5 else base * rng.uniform(-2, 2)!r}", "scalar", view=view)
    ticks(f"linear {rng.integers(0, 14)}", "scalar", view=view)
    data = tuple(sorted(np.round(rng.uniform(-5, 40, 2))))
    ticks(f"index {rng.choice([1.0, 2.0, 0.5, 7.0, 0.1])} {rng.choice([0.0, 0.5, 3.0])}", "scalar", view=view, data=data)
ticks("linear 5", "scalar", view=(4.0, 4.0))
for view in [(0.0, 1.0), (0.05, 0.95), (1.0, -1.0)]:
    ticks("multiple 0.1 0.0", "scalar", view=view)
for nbins in (None, 1, 2, 3, 5, 20):
    for locs in ("-3.0,-2.0,-1.0,0.0,1.0,2.0,3.0,4.0", "5.0,1.0,2.5,0.1,77.0", "1.0", "10.0,20.0,30.0,40.0,50.0,60.0,70.0"):
        ticks(f"fixed {locs}" + (f" nbins={nbins}" if nbins else ""), "scalar", view=(-4.0, 80.0))

# Minor ticks between linear ones.
for n in ("minor", "minor n=2", "minor n=3", "minor n=7"):
    for view in VIEWS[:12] + [random_view() for _ in range(25)]:
        ticks("auto", "scalar", view=view, space=int(rng.integers(2, 12)), minor=n)
ticks("fixed 1.0", "scalar", view=(0.0, 2.0), minor="minor")
ticks("fixed 4.0,2.0,0.0,2.0", "scalar", view=(0.0, 5.0), minor="minor")
ticks("auto", "null", scale="log 10.0", view=(1.0, 5.0), minor="minor")

# How plain numbers are written.
SCALARS = [
    "scalar math", "scalar offset=off", "scalar plain", "scalar offset=off plain", "scalar offset=1000.0",
    "scalar offset=-0.0123", "scalar limits=0,0", "scalar limits=3,3", "scalar limits=-2,2", "scalar limits=-3,3 math",
    "scalar threshold=2", "scalar threshold=7", "scalar offset=2.5e7 math", "scalar limits=-4,-4 math", "scalar threshold=1 math",
]
for spec in SCALARS:
    for view in VIEWS[:30:2] + [random_view() for _ in range(18)]:
        ticks("auto", spec, view=view, space=6)
for view in VIEWS:
    ticks("fixed 3.0001", "scalar", view=view)
    ticks("linear 4", "scalar", view=view)
for locs in ("0.0", "0.0,0.0", "12345678.0", "7.0,7.0", "-1e-9,1e-9", "1e-310,5.0", "1.0,1.0000001", "0.001,1000.0"):
    for view in ((0.0, 10.0), (-1.0, 1.0), (100.0, 1000.0), (12345670.0, 12345680.0)):
        ticks(f"fixed {locs}", "scalar", view=view)
        ticks(f"fixed {locs}", "scalar math limits=-2,2", view=view)

# So many decimals that numpy's rounding shows.
ticks("auto", "scalar limits=-3,3 math", view=(4.24e-07, 4.24e-07), space=6)
ticks("auto", "scalar limits=3,3", view=(3.01e-05, 3.01e-05), space=6)
ticks("auto", "scalar", view=(-0.000197, -0.000197), space=6, minor="minor n=2")

# Percentages and format strings.
for spec in ("percent 100.0", "percent 1.0", "percent 1.0 decimals=1", "percent 255.0", "percent 50.0 symbol=", "percent 0.3 symbol=pct decimals=0", "percent 1.0 decimals=8"):
    for view in [(0, 1), (0, 100), (0, 0.01), (-50, 50), (0, 255), (1, 0), (5, 5), (0.2, 0.6), (1e-9, 2e-9)] + [random_view() for _ in range(8)]:
        ticks("auto", spec, view=view, space=5)
PRINTF = ["%d", "%i s", "%f", "%1.2f", "%.0f", "%e", "%.0e", "%.12E", "%g", "%.3g", "%G", "%#g", "%+d", "% d", "%05d", "%08.3f", "%-9.2f|", "%+.2e", "%10g", "100%% %g%%", "%.5d", "%#.0f", "%+g", "%010.2e", "%- 8g", "$%g$", "%s", "%12s"]
METHOD = ["{x}", "{x:.2f}", "{x:g} km", "{x:.3e}", "{x:,.0f}", "{x:_.2f}", "{x:+.1f}", "{x: .1f}", "{x:>12.3g}", "{x:*^14.2f}", "{x:<9.1f};", "{x:012.3f}", "{x:0=+12.2f}", "{x:.1%}", "{x:%}", "{x:#.3g}", "{pos}: {x:.1f}", "{pos:03d} {{{x:.0f}}}", "{x:G}", "{x:,.3f}", "{x:020,.2f}", "{x:e}"]
NUMBERS = ["0.0,-0.0,1.0,-1.0,0.5,1.5,2.5,-2.5", "1e5,999999.5,1e6,123456789.125,1e16,1e22,-1e15", "1e-4,1e-5,-0.00012345,9.9999995,0.1,0.30000000000000004", "1e300,5e-324,2.2250738585072014e-308,-1.7976931348623157e308"]
for spec in [f"printf {f.replace('|', '')}" for f in PRINTF] + [f"method {f}" for f in METHOD]:
    for numbers in NUMBERS:
        ticks(f"fixed {numbers}", spec, view=(0.0, 1.0))

# Logarithmic axes: from a part of a decade to 300 decades.
LOG_VIEWS = [
    (1, 10), (1, 100), (0.1, 1000), (1e-3, 1e3), (1, 1e9), (1, 1e10), (1e-5, 1e15), (2, 9), (2, 5), (1, 2), (3, 3.1), (0.9, 1.1),
    (9, 11), (99, 101), (1e-150, 1e150), (1e-300, 1e-3), (1e-10, 1e-9), (1000, 1), (1, 9.99), (5, 50), (0.0012, 0.0098),
    (1e-20, 1e290), (12, 12.5), (6e4, 2e5), (1, 1.0000001), (0.5, 64), (1e3, 1e3 * 8), (-1, 10), (0, 100), (1, 1024), (np.e, np.e**6),
]


def log_view():
    middle = rng.uniform(-12, 12)
    size = 10.0 ** rng.uniform(-2, 1.5)
    a, b = 10.0 ** (middle - size / 2), 10.0 ** (middle + size / 2)
    if rng.random() < 0.4:
        a, b = 10.0 ** np.floor(middle), 10.0 ** np.floor(middle + size)
    elif rng.random() < 0.7:
        a, b = float(f"{a:.4g}"), float(f"{b:.4g}")
    return (b, a) if rng.random() < 0.15 else (a, b)


for base in (10.0, 2.0, np.e, 5.0, 16.0, 1.5):
    b, scale = repr(float(base)), f"log {float(base)!r}"
    some = base != 10
    for view in LOG_VIEWS[:: 2 if some else 1] + [log_view() for _ in range(16 if some else 100)]:
        space = int(rng.integers(2, 31))
        ticks(f"log {b}", f"sci {b}", scale, view, space, minpos=1e-3)
        ticks(f"log {b}", f"sci {b}", scale, view, space, minpos=1e-3, minor=f"log {b} subs=auto")
for view in LOG_VIEWS + [log_view() for _ in range(10)]:
    for spec in ("log 10.0 subs=all", "log 10.0 subs=1.0,2.0,5.0", "log 10.0 numticks=3", "log 10.0 numticks=1", "log 10.0 numticks=15", "log 10.0 subs=5.0 numticks=4"):
        ticks(spec, "sci 10.0", "log 10.0", view, 7, minpos=1e-3)
    for name in ("log", "exponent", "mathtext", "sci"):
        for options in ("", " only", " thresholds=inf,inf", " thresholds=2.0,0.5", " thresholds=0.0,0.0"):
            if rng.random() < 0.4:
                ticks("log 10.0 subs=all", f"{name} 10.0{options}", "log 10.0", view, 7, minpos=1e-3)
    ticks("log 2.0", "mathtext 2.0", "log 2.0", view, 7, minpos=1e-3)
    ticks("log 10.0", "scalar", "log 10.0", view, 7, minpos=1e-3)
for name in ("log", "exponent", "mathtext", "sci"):
    for view in LOG_VIEWS[:16:2]:
        low, high = sorted(view)
        odd = ",".join(repr(float(x)) for x in low * (high / low) ** np.sort(rng.random(6)))
        ticks(f"fixed 0.0,{odd}", f"{name} 10.0 thresholds=inf,inf", "log 10.0", view)
        ticks(f"fixed -1.0,{odd}", f"{name} {np.e!r} thresholds=inf,inf", "log 10.0", view)

# Symmetrical ones.
for linthresh, base in ((1.0, 10.0), (2.0, 10.0), (0.01, 10.0), (3.0, 2.0), (1e-5, np.e), (0.5, 5.0)):
    scale = f"symlog {base!r} {linthresh!r} 1.0"
    views = [(-1e3, 1e3), (-0.5, 0.5), (0, 1e5), (-1e5, 0), (-1, 1), (1, 100), (-100, -5), (-1e12, 1e15), (50, -50), (-0.2, 30), (0, 0.3), (2, 4), (-3, -2.5), (3, 3)]
    views += [tuple(rng.choice([-1, 1], 2) * 10.0 ** rng.uniform(-4, 7, 2)) for _ in range(12)]
    for view in views:
        spec = f"symlog {base!r} {linthresh!r}"
        ticks(spec, f"sci {base!r}", scale, view)
        ticks(spec, f"sci {base!r}", scale, view, minor=f"{spec} subs=2.0,3.0,4.0")
        if rng.random() < 0.4:
            ticks(f"{spec} subs=1.0,2.0,5.0 numticks=6", f"log {base!r} linthresh={linthresh!r}", scale, view)
            ticks(spec, f"exponent {base!r}", scale, view)

# Autoscaling.
PAIRS = [(0, 1), (1, 0), (3, 3), (0, 0), (-5, -5), (-np.inf, np.inf), (np.nan, 1), (1, 1 + 1e-14), (1e-310, 1e-310), (-2, 8), (-8, -2), (0, 7), (1000, 1000), (0.001, 0.001), (1e20, 1e20 + 1e4), (4, 4.0000000001)]
for spec in ("auto", "maxn nbins=5 symmetric", "multiple 2.0 0.0", "linear 5", "log 10.0", "log 2.0", "symlog 10.0 2.0", "fixed 1.0", "null"):
    for v0, v1 in PAIRS:
        for minpos in (np.inf, 0.02) if spec.startswith("log") else (np.inf,):
            limits(spec, float(v0), float(v1), minpos)
for _ in range(60):
    vmin, vmax = rng.choice([1, -1, 0, 1e-310, 1e9], 2) * (1 + rng.choice([0, 1e-16, 1e-13, 0.3], 2))
    expander, tiny = rng.choice([0.05, 0.001, 1e-13]), rng.choice([1e-15, 1e-14, 1e-12])
    increasing = bool(rng.random() < 0.5)
    found = transforms._nonsingular(vmin, vmax, expander, tiny, increasing)
    rows.append(["nonsingular", text(vmin), text(vmax), text(expander), text(tiny), str(increasing).lower(), text(*found)])
for scale in ("linear", "log 10.0", "log 2.0", f"log {np.e!r}", "log 3.0", "log 0.5", "symlog 10.0 2.0 1.0", "symlog 2.0 0.1 0.5", f"symlog {np.e!r} 5.0 2.0"):
    for x in (0.0, 1.0, -1.0, 0.05, 2.0, -2.0, 10.0, 1e3, -1e-3, 7.25, -60.0, np.inf, np.nan, 200.0):
        transform(scale, x)


# Almost linear around zero, and almost logarithmic.
ASINH_VIEWS = [(-100, 100), (-100, 90), (-100, 70), (100, -100), (0, 50), (-3, 0), (0.2, 0.7), (1, 1e6), (-1e4, -1e-4), (-1e9, 1e3), (5, 5), (-0.03, 0.04), (1e-12, 1e12), (-2e5, 2.1e5)]
for width in (1.0, 0.1, 25.0):
    for view in ASINH_VIEWS + [tuple(rng.choice([-1, 1], 2) * 10.0 ** rng.uniform(-3, 6, 2)) for _ in range(10)]:
        spec = f"asinh {width!r}"
        ticks(spec, "sci 10.0", f"asinh {width!r} 10.0", view)
        ticks(spec, "null", f"asinh {width!r} 10.0", view, minor=f"{spec} subs=2.0,5.0")
        ticks(f"{spec} base=2", "sci 2.0", f"asinh {width!r} 2.0", view)
        ticks(f"{spec} base=0", "method {x:.3g}", f"asinh {width!r} 0.0", view)
        ticks(f"{spec} numticks=5", "sci 10.0", f"asinh {width!r} 10.0", view)

# Shares.
SHARE_VIEWS = [(0.1, 0.9), (1e-3, 1 - 1e-3), (1e-7, 1 - 1e-7), (0.02, 0.3), (0.4, 0.6), (0.5, 0.51), (0.91, 0.99), (0.7, 0.95), (1e-12, 0.4), (0.3, 1 - 1e-12), (1e-5, 1e-4), (0.99, 0.9999), (0.9, 0.1), (0, 1), (-1, 0.5), (0.2, 2), (3, 4), (-2, -1), (0.5, 0.5), (1e-300, 0.9)]
for view in SHARE_VIEWS + [tuple(1 / (1 + 10.0 ** rng.uniform(-6, 6, 2))) for _ in range(20)]:
    for space in (2, 4, 9, 30):
        ticks("logit", "logit", "logit", view, space, minpos=0.001)
        ticks("logit", "logit minor", "logit", view, space, minpos=0.001, minor="logit minor")
    ticks("logit", "logit overline half=1/2", "logit", view, 12, minpos=0.001)
    ticks("logit", "logit minor minor_threshold=60 minor_number=3", "logit", view, 12, minpos=0.001, minor="logit minor")
    ticks("logit nbins=3", "logit", "logit", view, 9, minpos=0.001)
for numbers in ("0.05,0.2,0.5,0.81,0.97", "0.012,0.013,0.0135", "0.3", "0.03", "-1.0,0.0,0.5,1.0,2.0", "0.96,0.961,0.9615", "0.41,0.42,0.425"):
    ticks(f"fixed {numbers}", "logit", "logit", (0.01, 0.99))
    ticks(f"fixed {numbers}", "logit overline minor", "logit", (0.01, 0.99), minor=f"fixed {numbers}")
for v0, v1 in PAIRS:
    for spec in ("logit", "asinh 1.0"):
        limits(spec, float(v0), float(v1), 0.02)
for v0, v1 in ((0.1, 0.7), (0.0, 0.4), (0.3, 1.0), (0.4, 0.4), (-3.0, 2.0)):
    limits("logit", v0, v1, 0.02)
for scale in ("asinh 1.0", "asinh 0.1", "asinh 30.0", "logit"):
    for x in (0.0, 1.0, -1.0, 0.05, 2.0, -2.0, 10.0, 1e3, -1e-3, 0.25, -60.0, np.inf, np.nan, 0.999, 1e-12, 1e12):
        transform(scale, x)

out = Path(__file__).parent / "ticks.tsv"
out.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8", newline="\n")
print(f"{len(rows)} cases, {out.stat().st_size} bytes; matplotlib itself fails at {len(refused)}:")
print("\n".join(refused))
