"""Make the fonts of tests/fonts, and draw the scenes of tests/integration/fonts.rs with matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/fonts.py

The fonts are a few glyphs of DejaVu Serif under another name and without hints, so that FreeType hints them: as
TrueType, bold, and as OpenType with PostScript outlines; a glyph stands for a Chinese character. Each function below is
a scene: fonts/NAME.png. With names as arguments, only those are drawn.
"""

import sys
from pathlib import Path

# Not this folder: a module of the standard library has the name of one of its scripts.
sys.path.pop(0)

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from matplotlib import font_manager
from PIL import Image

OUT = Path(__file__).resolve().parent / "fonts"
FONTS = Path(__file__).resolve().parent.parent / "fonts"
DEJAVU = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
LETTERS = "ABVabdefghinorstu0123456789.,- "
HAN = "漢"
SCENES = []


def scene(function):
    SCENES.append(function)
    return function


def named(font, family, style):
    for record in list(font["name"].names):
        font["name"].removeNames(record.nameID)
    for number, text in [(0, "Glyphs of DejaVu Serif, see assets/fonts/LICENSE-dejavu"), (1, family), (2, style), (4, f"{family} {style}"), (6, f"{family}-{style}".replace(" ", ""))]:
        font["name"].setName(text, number, 3, 1, 0x409)


def make(source, name, family, style):
    font = TTFont(DEJAVU / source, recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["kern"], notdef_outline=True, name_IDs=[])
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LETTERS + "Ж")
    subsetter.subset(font)
    for table in font["cmap"].tables:
        table.cmap[ord(HAN)] = table.cmap.pop(ord("Ж"))
    named(font, family, style)
    font.save(FONTS / name)
    return font


def make_postscript(font, name, family):
    order, glyphs, charstrings = font.getGlyphOrder(), font.getGlyphSet(), {}
    for glyph in order:
        pen = T2CharStringPen(glyphs[glyph].width, glyphs)
        glyphs[glyph].draw(pen)
        charstrings[glyph] = pen.getCharString()
    builder = FontBuilder(font["head"].unitsPerEm, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({c: g for c, g in font.getBestCmap().items() if c != ord(HAN)})
    builder.setupCFF(f"{family}-Regular".replace(" ", ""), {"FullName": family}, charstrings, {})
    builder.setupHorizontalMetrics({g: (glyphs[g].width, 0) for g in order})
    builder.setupHorizontalHeader(ascent=font["hhea"].ascent, descent=font["hhea"].descent)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=1556, sTypoDescender=-492, sTypoLineGap=410)
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    builder.font.recalcTimestamp = False
    builder.font.save(FONTS / name)


def make_fonts():
    FONTS.mkdir(exist_ok=True)
    regular = make("DejaVuSerif.ttf", "regular.ttf", "Plotreel Test", "Regular")
    make("DejaVuSerif-Bold.ttf", "bold.ttf", "Plotreel Test", "Bold")
    make_postscript(regular, "postscript.otf", "Plotreel Postscript")
    for name in ["regular.ttf", "bold.ttf", "postscript.otf"]:
        font_manager.fontManager.addfont(FONTS / name)


def column(fig, texts, size=14):
    for i, (text, properties) in enumerate(texts):
        fig.text(0.03, 0.84 - 0.2 * i, text, fontsize=size, **properties)


@scene
def families(fig):
    column(fig, [
        ("Serif regular", {"family": "serif"}),
        ("Serif bold italic", {"family": "serif", "weight": "bold", "style": "italic"}),
        ("Mono bold 0123", {"family": "monospace", "weight": "bold"}),
        ("Mono oblique 0123", {"family": "DejaVu Sans Mono", "style": "oblique"}),
        ("Sans, by any case", {"family": "dejavu sans"}),
    ])


@scene
def files(fig):
    column(fig, [
        ("Bad gone 1234.5", {"font": FONTS / "regular.ttf"}),
        ("AVA the bed", {"font": FONTS / "bold.ttf"}),
        ("Bad gone 1234.5", {"font": FONTS / "postscript.otf"}),
        ("Bad in and out", {"font": FONTS / "regular.ttf", "rotation": 12}),
    ])
    fig.text(0.6, 0.2, "Bathe", fontsize=9, font=FONTS / "regular.ttf")
    fig.text(0.6, 0.4, "Bathe", fontsize=9, font=FONTS / "postscript.otf")


@scene
def fallback(fig):
    column(fig, [
        ("Bad 漢 9 $x^2$", {"family": ["Plotreel Test", "DejaVu Sans"]}),
        ("Sans 漢漢 done", {"family": ["DejaVu Sans", "Plotreel Test"]}),
        ("Bold 漢 bad", {"family": ["Plotreel Test", "DejaVu Sans"], "weight": "bold"}),
        ("漢\nBad lines", {"family": ["DejaVu Sans Mono", "Plotreel Test"]}),
    ], 12)


@scene
def axes(fig):
    with matplotlib.rc_context({"font.family": "serif"}):
        ax = fig.add_axes([0.2, 0.2, 0.75, 0.65])
        ax.plot([0, 1, 2], [0, 1, 0.5], label="run 1")
        ax.legend(prop={"family": "monospace", "size": 8})
        ax.set_title("A serif title")
        ax.set_xlabel("time")
        ax.set_ylabel("height", family="sans-serif")
        ax.tick_params(axis="y", labelfontfamily="monospace")
        ax.text(0.1, 0.8, "a text")


@scene
def directions(fig):
    column(fig, [
        ("טמפרטורה 25.5 מעלות", {}),
        ("درجة الحرارة 25 (مئوية)", {}),
        ("دمای ۲۵ درجه, run 3", {}),
        ("Run 12: שלום (a-b) עולם!", {}),
    ], 12)
    fig.text(0.97, 0.05, "ارتفاع [m]\nزمن 10:30", ha="right", fontsize=10)


@scene
def scripts(fig):
    column(fig, [
        ("Ελλάδα AVT Кириллица", {}),
        ("A\u0301 e\u0308 ﬁ fi ffl", {"family": "serif"}),
        ("لا العربية وسهلا", {"weight": "bold"}),
    ], 13)


@scene
def notation(fig):
    for i, fontset in enumerate(["dejavusans", "dejavuserif", "cm", "stix", "stixsans"]):
        text = r"$\left(\frac{\alpha}{2}\right)\sum_{i=0}^n\sqrt{x_i}\ \int f'dx$"
        fig.text(0.03 + 0.5 * (i % 2), 0.75 - 0.32 * (i // 2), text, fontsize=8, math_fontfamily=fontset)
    fig.text(0.53, 0.1, r"$\mathcal{L}\mathbb{R}\mathfrak{B}\ \binom{n}{k}$", fontsize=9)


@scene
def turned(fig):
    for i, (angle, text) in enumerate([(30, "Turned ζ 0.5"), (-20, "Schräg ζξ"), (75, r"$\frac{a}{b}\sqrt{x}$"), (200, "upside"), (90, "ζ up")]):
        fig.text(0.2 + 0.16 * i, 0.5, text, fontsize=11, rotation=angle, ha="center", va="center")


def draw(names):
    for function in SCENES:
        if names and function.__name__ not in names:
            continue
        fig = plt.figure(figsize=(2.4, 1.6), dpi=100)
        function(fig)
        fig.canvas.draw()
        Image.fromarray(np.asarray(fig.canvas.buffer_rgba())[..., :3]).save(OUT / f"{function.__name__}.png", optimize=True)
        plt.close(fig)


OUT.mkdir(exist_ok=True)
make_fonts()
draw(sys.argv[1:])
