"""Measure text with matplotlib for the tests of src/canvas/text/.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/text.py

Writes text.tsv, whose rows start with what they hold:

    line    face points dpi text    width height descent    glyph:x:y …            lengths in 1/64 px
    math    face points dpi text    width height depth      face:glyph:points:x:y …    rect:x:y:w:h …
    set     fontset points dpi text    as math, of another set of fonts, whose faces are named by their files
    glyphs  face points dpi         character:glyph:advance:left:bottom:right:top …    lengths in 1/64 px
    layout  points dpi style text   left bottom right top   x:y of each line …
"""

import itertools
import unicodedata
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from matplotlib._mathtext_data import tex2uni
from matplotlib.backends.backend_agg import RendererAgg, get_hinting_flag
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.mathtext import MathTextParser

HERE = Path(__file__).parent
FACES = {
    "sans": {},
    "bold": {"weight": "bold"},
    "oblique": {"style": "oblique"},
    "boldoblique": {"weight": "bold", "style": "oblique"},
    "mono": {"family": "monospace"},
}
NAMES = {
    "DejaVuSans": "sans",
    "DejaVuSans-Bold": "bold",
    "DejaVuSans-Oblique": "oblique",
    "DejaVuSans-BoldOblique": "boldoblique",
    "DejaVuSansMono": "mono",
}
SIZES = [6, 8, 9, 10, 11, 12, 14, 20]
DPIS = [50, 72, 100, 200]
SCALES = list(itertools.product(SIZES, DPIS))
LINES = """0|1|−1|0.0|0.25|−0.75|1.00|10|100|1000|−12.5|1e−5|2.5e+10|3.14159|x|y|time [s]|amplitude|AVAVA|To Wave
Hello, World!|The quick brown fox|jumps over the lazy dog|(a) Lorem ipsum|f(x) = sin(x)|100 %|50 °C|µm|α β γ Ω
Größe|naïve café|Ångström|fi fl ffi|office flow|Ty Pa LT 11|[0, 1]|{a: b}|a_b^c|"quoted" 'text'|#1 & more|~5 @ 3
 leading|trailing |a  b|2024-01-31|12:34:56|Jan|Feb|velocity (m/s)|Δt = 0.1|x → y|±3σ|∑|√2|frame 17 of 100|gjpqy|ÀÉÎÕÜ
t = 0.05 s|Energy/keV|log₁₀|N = 1,000,000|WAVE|iiii|MMMM|.|,|-|_""".replace("\n", "|").split("|")
TICKS = [
    *(r"$\mathdefault{10^{%d}}$" % i for i in (-12, -3, -2, -1, 0, 1, 2, 3, 10)),
    *(r"$\mathdefault{-10^{%d}}$" % i for i in (-1, 0, 2)),
    *(r"$\mathdefault{%d\times10^{%d}}$" % (i, j) for i, j in ((2, 3), (3, -1), (4, 0), (6, 2))),
    r"$\mathdefault{0}$",
    r"$\mathdefault{2^{5}}$",
    r"$\mathdefault{1.5}$",
    r"$\mathdefault{−0.5}$",
]
MATH = r"""$x$|$y$|$f$|$xy$|$AV$|$x+y$|$x-y$|$-x$|$x=-2$|$x = 5$|$a<b>c$|$a:b$|$1.5$|$1,000$|$1{,}000$|$a, b; c.$|$n!$|$x^2$
$x_i$|$x_i^2$|$x^{2}_{i}$|$10^2$|$10^{-3}$|$e^{-x^2}$|$x^{y^{z^w}}$|$a_{i_j}$|$A^T$|$f^2$|$f_2$|$T_{ij}^{kl}$|${x_1}^2$|${ab}^c$|$^2x$|$_a$
$\alpha$|$\alpha\beta\gamma\delta\epsilon$|$\zeta\eta\theta\iota\kappa\lambda$|$\mu\nu\xi\pi\rho\sigma$|$\tau\upsilon\phi\chi\psi\omega$
$\Gamma\Delta\Theta\Lambda\Xi\Pi$|$\Sigma\Upsilon\Phi\Psi\Omega$|$\varepsilon\vartheta\varpi\varrho\varsigma\varphi$|$\pi$|$2\pi$|$\pi r^2$
$a\times b$|$a\cdot b$|$\pm 3\sigma$|$a\pm b$|$\mp$|$a\leq b\geq c$|$a\neq b$|$a\approx b$|$a\sim b$|$a\equiv b$|$a\propto b$|$x\to\infty$
$\rightarrow$|$a\leftarrow b$|$A\Rightarrow B$|$x\in A$|$A\subset B$|$A\cup B\cap C$|$\partial_t u$|$\nabla^2 u$|$90\degree$|$90^\circ$
$\hbar\omega$|$\ell$|$1,\ldots,n$|$a\cdots z$|$\forall\exists$|$a\div b$|$a\ast b$|$a*b$|$\infty$|$\angle$|$\parallel$|$\emptyset$
$a\,b$|$a\;b$|$a\:b$|$a\!b$|$a\ b$|$a~b$|$a\quad b$|$a\qquad b$|$a b   c$|$\$5$|$5\%$|$\{x\}$|$a\_b$|$\#1$|$|x|$|$\|x\|$|$a/b$|$[0, 1]$|$(x)$
$\sin x$|$\sin(x)$|$\sin^2 x$|$\cos\theta$|$\log_{10} x$|$\ln x$|$\exp(-t)$|$\max_x f$|$\lim_{x\to 0} f(x)$|$\min x$|$\tan x+1$|$\deg$
$\mathrm{kg}$|$\mathrm{m\,s^{-1}}$|$\mathit{diff}$|$\mathbf{F}=m\mathbf{a}$|$\mathtt{code}$|$\mathregular{m^2}$|$\mathsf{sans}$|$\mathbfit{x}$
$\rm ab$|$a{\bf b}c$|$\it 12$|$\text{for } x$|$x_{\mathrm{max}}$|$E=mc^2$|$\omega t - kx$|$v_0$|$\rho_\mathrm{air}$|$H_2O$|$\lambda=532\,\mathrm{nm}$
$\frac{1}{2}$|$\frac{a+b}{c}$|$\frac{\partial u}{\partial t}$|$x^\frac{1}{2}$|$\frac{1}{\frac{1}{x}}$|$\dfrac{a}{b}$|$1+\frac{x}{y}$
$\hat{x}$|$\bar{x}$|$\vec{v}$|$\dot{x}$|$\ddot{x}$|$\tilde{a}$|$\hat{f}^2$|$\overline{ab}$|$\underline{x}$|$\mathring{A}$|$\operatorname{rank} A$
$\sqrt{x}$|$\mathbf{\alpha}$|$x^{-1}$|$x^{+}$|$x_{-}$|$x^*$|$(a+b)^2$|$a^b_c d$|$O(n^2)$|$R^2=0.98$|$\chi^2/\nu$|$y=ax+b$|$p<0.05$""".replace("\n", "|")
MIXED = [
    r"time $t$ [s]", r"$x$ and $y$", r"speed ($\mathrm{m\,s^{-1}}$)", r"cost \$5 and $x$", r"AV $x$ To", r"Größe $\alpha$",
    r"$\sigma$ = 3", r"a $b$ c $d$ e", r"$\lambda$ (nm)", r"  $x$  ", r"f($x$) – “q”",
]


# Characters that have commands only for the sake of text.
TEXT_ONLY = """prime thickspace not aa ae oe ss dh eth thorn Thorn DH AA AE OE lq rq ac rasp lasp ring macron asterisk""".split()
# Signs that grow, alphabets and stacks, which need several fonts.
LARGE = [
    r"$\sum_{i=0}^{n} x_i$", r"$\int_0^1 f\,dx$", r"$\prod_i a_i$", r"$\sum x$", r"$\oint E$", r"$\bigcup_{i} A$", r"$\iint_V$",
    r"$\left(\frac{a}{b}\right)$", r"$\left[x\right]$", r"$x\perp y$", r"$\sqrt{2}$", r"$\sqrt{x^2+y^2}$",
    r"$\sqrt{\frac{a}{b}}$", r"$\sqrt[3]{x}$", r"$f'(x)$", r"$f''$", r"$x'^2$", r"$\left(\sum_i x\right)^2$",
    r"$\left\{\frac{\frac{a}{b}}{c}\right\}$", r"$\left\langle\psi\middle|\frac{a}{b}\middle|\phi\right\rangle$",
    r"$\left.\frac{df}{dx}\right|_0$", r"$\left\lfloor\frac{a}{b}\right\rceil$", r"$\left\|x\right\|$", r"$\left(\right)$",
    r"$\binom{n}{k}$", r"$\genfrac{}{}{0}{}{a}{b}$", r"$\genfrac{[}{]}{2.5}{0}{a}{b}$", r"$\genfrac{(}{)}{0}{2}{a}{b}$",
    r"$\overset{!}{=}$", r"$\underset{x}{\max}f$", r"$\overset{def}{=}+\underset{n}{ab}$", r"$\substack{a+b\\c}$",
    r"$\sum_{\substack{i<j\\k}}x$", r"$a\phantom{bc}d$", r"$a\llap{/}b\rlap{c}d$", r"$a\hspace{1.5}b$",
    r"$\boldsymbol{a+\alpha\Omega 2}$", r"$\mathcal{ABC}$", r"$\mathbb{RCZx1}$", r"$\mathfrak{ABg}$", r"$\mathscr{LHx}$",
    r"$\mathbf{\mathfrak{B}}$", r"$\mathnormal{x}$", r"$\mathbfit{x\alpha}$", r"$\mathsf{sans\alpha}$", r"$\mathtt{tt1}$",
    r"$\widehat{abc}$", r"$\widetilde{xyz}$", r"$\widebar{ab}$", r"$\widehat{x}$", r"$\overrightarrow{AB}$", r"$\dddot{x}$",
    r"$\hat{a}\tilde{b}\bar{c}\vec{d}\epsilon\varepsilon$", r"$\amalg$", r"$a\dashrightarrow b$", r"$\bigsqcup_i$", r"$\hslash$", r"$\oiint$", r"$\subseteqq$", r"$\nexists$",
    r"$\alpha^{\frac{a}{b}}_{\sqrt{x}}$", r"$\underline{\overline{x}}$", r"$\frac{\sum_i x_i}{\prod_j y_j}$",
]
SETS = ["dejavusans", "dejavuserif", "cm", "stix", "stixsans"]


def split(math):
    """Cut at the bars between formulas, not at those in them."""
    return ["$" + m + "$" for m in math.strip("$").split("$|$")]


def number(v):
    return f"{v:.10f}".rstrip("0").rstrip(".").replace("-0", "0" if v == 0 else "-0", 1)


def subpixels(v):
    assert v * 64 == round(v * 64), v
    return str(round(v * 64))


def row(*fields):
    rows.append("\t".join(fields))


def line(face, points, dpi, text):
    renderer = RendererAgg(100, 100, dpi)
    prop = FontProperties(size=points, **FACES[face])
    size = renderer.get_text_width_height_descent(text, prop, False)
    font = renderer._prepare_font(prop)
    items = font._layout(text, flags=get_hinting_flag())
    glyphs = [f"{i.glyph_index}:{subpixels(i.x)}:{subpixels(i.y)}" for i in items]
    row("line", face, str(points), str(dpi), text, " ".join(map(subpixels, size)), " ".join(glyphs))


def math(face, points, dpi, text):
    placed("math", face, points, dpi, text, FontProperties(size=points, **FACES[face]))


def in_set(fontset, points, dpi, text):
    placed("set", fontset, points, dpi, text, FontProperties(size=points, math_fontfamily=fontset))


def placed(kind, first, points, dpi, text, prop):
    parse = MathTextParser("path").parse(text, dpi, prop)
    glyphs = []
    for font, size, code, glyph, x, y in parse.glyphs:
        name = NAMES.get(font.postscript_name, Path(font.fname).stem)
        glyphs.append(":".join((name, str(glyph), *map(number, (size, x, y)))))
    rects = ["rect:" + ":".join(map(number, rect)) for rect in parse.rects]
    size = " ".join(map(number, (parse.width, parse.height, parse.depth)))
    row(kind, first, str(points), str(dpi), text, size, " ".join(glyphs + rects))


def glyphs(face, points, dpi, characters):
    renderer = RendererAgg(100, 100, dpi)
    font = renderer._prepare_font(FontProperties(size=points, **FACES[face]))
    out = []
    for c in characters:
        index = font.get_char_index(ord(c))
        glyph = font.load_glyph(index, flags=get_hinting_flag())
        out.append(":".join(map(str, (ord(c), index, glyph.horiAdvance, *glyph.bbox))))
    row("glyphs", face, str(points), str(dpi), " ".join(out))


def layout(fig, points, dpi, rotation, mode, ha, va, ma, spacing, face, text):
    artist = fig.text(
        0, 0, text.replace("\\n", "\n"), fontsize=points, rotation=rotation, rotation_mode=mode, ha=ha, va=va,
        multialignment=ma, linespacing=spacing or "normal", **FACES[face],
    )
    renderer = fig.canvas.get_renderer()
    bounds = artist.get_window_extent(renderer).extents
    lines = artist._get_layout(renderer)[1]
    places = [":".join(map(number, xy)) for _, _, xy in lines]
    artist.remove()
    style = map(str, (face, rotation, mode, ha, va, ma, spacing))
    row("layout", str(points), str(dpi), " ".join(style), text, " ".join(map(number, bounds)), " ".join(places))


def commands():
    """The commands for characters that DejaVu Sans has, other than accents and letters of text."""
    charmap = get_font(findfont("DejaVu Sans")).get_charmap()
    display = get_font(findfont("DejaVu Sans Display")).get_charmap()
    for name, code in sorted(tex2uni.items()):
        spacing = unicodedata.category(chr(code))[0] in "MZ"
        if len(name) > 1 and name.isalpha() and code in charmap and code not in display and not spacing:
            if name not in TEXT_ONLY and not name.startswith("combining"):
                yield "\\" + name


rows = []
faces = list(FACES)
for i, text in enumerate(LINES):
    for j in range(5):
        line(faces[(i + j) % 5] if j else "sans", *SCALES[(7 * i + 13 * j) % len(SCALES)], text)
for text, (points, dpi) in itertools.product(TICKS, itertools.product((8, 10, 12), (72, 100))):
    math("sans", points, dpi, text)
for i, text in enumerate(TICKS + split(MATH) + MIXED):
    math("sans", 10, 100, text)
    for j in range(2):
        math(faces[(i + j) % 5], *SCALES[(11 * i + 5 * j + 3) % len(SCALES)], text)
names = list(commands())
for i in range(0, len(names), 6):
    math("sans", 10, 72, "$a" + " b".join(names[i : i + 6]) + "$")
for i, fontset in enumerate(SETS):
    for j, text in enumerate(LARGE + split(MATH)[i::9]):
        in_set(fontset, *((10, 100), (12, 72), (9, 200))[(i + j) % 3], text)
characters = "".join(map(chr, [*range(32, 127), *range(0x391, 0x3CA), *map(ord, "ÀÅÉÑÖÜßàåéñöüçø×±°µ−–…∞")]))
characters = characters.replace("\u03a2", "")
for points in range(8, 15):
    for face in ("sans", "mono") if points != 10 else FACES:
        glyphs(face, points, 100, characters)
texts = ["x", "Hello, World!", "", "two\\nlines", "a\\nlonger line\\nb", "1.0", "gap\\n\\nend", "$x^2$\\nplain", "$\\frac{1}{2}$"]
aligns = list(itertools.product(("left", "center", "right"), ("top", "center", "center_baseline", "baseline", "bottom")))
for dpi in (100, 72):
    fig = plt.figure(figsize=(1, 1), dpi=dpi)
    for i, (text, rotation) in enumerate(itertools.product(texts, (0, 30, 45, 90, 180, 270, -15.5))):
        for j in range(3):
            ha, va = aligns[(4 * i + 7 * j) % len(aligns)]
            ma = (None, "left", "center", "right")[(i + j) % 4]
            spacing = (None, 1.0, 1.5)[(i // 2 + j) % 3]
            mode = ("default", "anchor")[(i + j) % 2]
            points = (8, 10, 12.5)[(i + j) % 3]
            layout(fig, points, dpi, rotation, mode, ha, va, ma, spacing, faces[i % 5 if j == 2 else 0], text)
(HERE / "text.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
