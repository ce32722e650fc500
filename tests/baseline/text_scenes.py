"""Draw texts of all kinds with matplotlib for tests/integration/text_scenes.rs.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python tests/baseline/text_scenes.py

Writes text_scenes/SCENE.png.
"""

from scenes import draw, scene

import matplotlib.pyplot as plt


@scene
def lines(fig):
    fig.text(0.05, 0.95, "two\nlines\nqg", va="top", linespacing=2)
    fig.text(0.35, 0.95, "narrow\nlines\nof text", va="top", linespacing=0.8, ha="center")
    fig.text(0.95, 0.5, "a\n\nb\n", ha="right", va="center", linespacing=1.3)
    fig.text(0.5, 0.02, "last line\nat the bottom", ha="center")


@scene
def turned_lines(fig):
    for i, angle in enumerate([15, 45, 90, 200]):
        fig.text(0.15 + 0.22 * i, 0.6, "one\nand two", rotation=angle, ha="center", va="center", size=9)
    fig.text(0.5, 0.05, "under\nhere", rotation=350, rotation_mode="anchor", size=9)


@scene
def anchored(fig):
    for i, (ha, va) in enumerate([("left", "top"), ("center", "center"), ("right", "bottom"), ("left", "baseline"), ("right", "center_baseline")]):
        x, y = 0.15 + 0.17 * i, 0.5
        fig.text(x, y, "Agy", rotation=60, rotation_mode="anchor", ha=ha, va=va)
        fig.add_artist(plt.Line2D([x], [y], marker="+", color="r"))


@scene
def named_sizes(fig):
    for i, size in enumerate(["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large"]):
        fig.text(0.05, 0.92 - 0.135 * i, f"{size} text", size=size)


@scene
def math_lines(fig):
    fig.text(0.05, 0.8, "sum $\\sum_{i=0}^n x_i$\nplain gap", size=11)
    fig.text(0.05, 0.4, r"$\frac{a+b}{\sqrt{c}}$ and $\hat{x}\vec{v}$", size=12)
    fig.text(0.05, 0.1, r"$\alpha\beta\gamma\ \mathbf{bold}\ \mathrm{rm}\ \mathit{it}\ \mathtt{tt}$")


@scene
def escaped_dollars(fig):
    fig.text(0.05, 0.8, r"costs \$5")
    fig.text(0.05, 0.6, r"\$5 and \$6 $x_1$")
    fig.text(0.05, 0.4, "one $ alone")
    fig.text(0.05, 0.2, "$a$ \\$ $b$", size=14)
    fig.text(0.55, 0.2, "$5 = $6", parse_math=False)


@scene
def math_ticks(fig):
    ax = fig.add_axes((0.2, 0.25, 0.75, 0.7))
    ax.set_xticks([0, 1, 2], [r"$0$", r"$\frac{\pi}{2}$", r"$\pi$"])
    ax.set_yticks([0, 0.5, 1], ["$10^{-3}$", "$e^{i\\pi}$", "plain"])
    ax.set_xlabel(r"$\theta\ /\ \mathrm{rad}$", labelpad=1)
    ax.tick_params(axis="x", labelsize="small")


@scene
def boxes(fig):
    styles = ["square", "round", "round4", "roundtooth", "sawtooth", "larrow", "rarrow", "darrow", "circle", "ellipse"]
    for i, style in enumerate(styles):
        fig.text(0.17 + 0.35 * (i % 3), 0.9 - 0.25 * (i // 3), "abc", ha="center", size=8,
                 bbox=dict(boxstyle=style, fc=f"C{i}", alpha=0.5))


@scene
def turned_boxes(fig):
    fig.text(0.3, 0.5, "slanted\nbox", rotation=30, ha="center", va="center", bbox=dict(boxstyle="round,pad=0.5", fc="wheat", ec="r", lw=2))
    fig.text(0.75, 0.5, "arrow", rotation=-60, ha="center", va="center", bbox=dict(boxstyle="rarrow", fc="c", ls="--"))


@scene
def padded_box(fig):
    fig.text(0.5, 0.7, "dict pad", ha="center", bbox=dict(facecolor="none", edgecolor="b", pad=8))
    fig.text(0.5, 0.2, "$x^2$\nsecond", ha="center", bbox=dict(boxstyle="square,pad=0", fc="y", ec="k"))


@scene
def arrows(fig):
    ax = fig.add_axes((0.02, 0.02, 0.96, 0.96), xlim=(0, 4), ylim=(0, 3))
    styles = ["arc3,rad=0.3", "angle3,angleA=0,angleB=90", "angle,angleA=0,angleB=90,rad=5", "arc,angleA=0,armA=20,rad=3", "bar,fraction=0.3"]
    for i, style in enumerate(styles):
        x, y = 0.3 + 1.3 * (i % 3), 0.4 + 1.4 * (i // 3)
        ax.annotate("to", (x, y), (x + 0.8, y + 0.8), size=8, arrowprops=dict(arrowstyle="->", connectionstyle=style))
    ax.annotate("boxed", (3, 2), (3.2, 2.6), size=8, bbox=dict(boxstyle="round", fc="w"), arrowprops=dict(arrowstyle="-|>", shrinkA=0))


@scene
def offsets(fig):
    ax = fig.add_axes((0.15, 0.15, 0.8, 0.8))
    ax.plot([0, 1, 2], [0, 1, 0], "o")
    for i, (dx, dy) in enumerate([(5, 5), (0, -12), (-10, 8)]):
        ax.annotate(f"p{i}", (i, i % 2), (dx, dy), textcoords="offset points", size=8, color=f"C{i}", weight="bold", annotation_clip=False)


@scene
def marks(fig):
    fig.text(0.05, 0.8, "e\u0301 a\u0308 n\u0303 o\u0302 c\u0327", size=14)
    fig.text(0.05, 0.5, "\u00e9 \u00e4 \u00f1 \u00f4 \u00e7", size=14)
    fig.text(0.05, 0.2, "A\u030a x\u0305 q\u0323\u0307", size=14)


@scene
def ligatures(fig):
    fig.text(0.05, 0.75, "office fluffy AVATAR", size=11)
    fig.text(0.05, 0.5, "To Ty WA f\u200cfi", size=11, family="serif")
    fig.text(0.05, 0.2, "mono fi ff", size=11, family="monospace")


@scene
def signs(fig):
    fig.text(0.05, 0.8, "\u2212 \u2013 \u2014 \u2026 \u20ac \u00a3 \u00b0 \u00b5")
    fig.text(0.05, 0.5, "\u2190 \u2191 \u2192 \u2193 \u21d2 \u2200 \u2203 \u221e \u2264")
    fig.text(0.05, 0.2, "\u2660 \u2665 \u2713 \u2717 \u263a \u2603", size=14)


@scene
def spaces(fig):
    fig.text(0.02, 0.8, "  leading", bbox=dict(fc="y", pad=0))
    fig.text(0.02, 0.55, "trailing  ", bbox=dict(fc="y", pad=0))
    fig.text(0.02, 0.3, "thin\u2009no\u00a0break\u2003em", bbox=dict(fc="y", pad=0))
    fig.text(0.02, 0.05, "tab\there", bbox=dict(fc="y", pad=0))


@scene
def rtl_legend(fig):
    ax = fig.add_axes((0.1, 0.1, 0.85, 0.85))
    ax.plot([0, 1], [0, 1], label="\u05e9\u05dc\u05d5\u05dd 12")
    ax.plot([0, 1], [1, 0], label="\u0633\u0644\u0627\u0645 abc")
    ax.plot([0, 1], [0.5, 0.5], label="left $x^2$")
    ax.legend(loc="center", fontsize="small", title="\u05db\u05d5\u05ea\u05e8\u05ea")


@scene
def families(fig):
    fig.text(0.05, 0.8, "No Such, then serif", family=["No Such Font", "serif"])
    fig.text(0.05, 0.55, "mono \u0416 \u03a9", family=["monospace", "DejaVu Sans"])
    fig.text(0.05, 0.3, "STIX \u2b1a general", family=["STIXGeneral", "DejaVu Sans"])
    fig.text(0.05, 0.05, "cm roman 12", family=["cmr10", "DejaVu Sans"])


@scene
def weights(fig):
    for i, weight in enumerate(["normal", "medium", "semibold", 650, "black"]):
        fig.text(0.05, 0.85 - 0.19 * i, f"weight {weight}", weight=weight, style="italic" if i % 2 else "normal")
    fig.text(0.95, 0.1, "serif demi", weight="demi", family="serif", rotation=90, ha="right")


@scene
def default_weight(fig):
    with plt.rc_context({"font.weight": "bold", "axes.labelweight": "bold", "axes.titleweight": "medium"}):
        ax = fig.add_axes((0.25, 0.3, 0.7, 0.5))
        ax.plot([0, 1], [0, 1], label="line")
        ax.set(xlabel="label", title="title")
        ax.legend()
        ax.text(0.5, 0.1, "text")
        fig.canvas.draw()


@scene
def multialigned(fig):
    for i, ma in enumerate(["left", "center", "right"]):
        fig.text(0.18 + 0.32 * i, 0.5, "a long line\nshort\nmid one", multialignment=ma, ha="center", va="center", size=8)


@scene
def titles(fig):
    ax = fig.add_axes((0.15, 0.2, 0.8, 0.5))
    ax.set_title("centre\ntwo", size="small")
    ax.set_title("left", loc="left", size="small")
    ax.set_title("right", loc="right", size="small")
    ax.set_ylabel("y\nlabel", rotation=0, ha="right", va="center", size="x-small")
    ax.set_xlabel("x at right", loc="right", size="x-small")
    ax.tick_params(labelsize="xx-small")


@scene
def slanted_ticks(fig):
    ax = fig.add_axes((0.2, 0.35, 0.75, 0.6))
    ax.set_xticks([0, 1, 2], ["alpha", "beta gamma", "delta"], rotation=40, ha="right", rotation_mode="anchor", size=8)
    ax.set_yticks([0, 1], ["low\nvalue", "high"], rotation=90, va="center", size=8)


@scene
def minus_signs(fig):
    ax = fig.add_axes((0.25, 0.2, 0.7, 0.7), xlim=(-2, 2), ylim=(-2e-5, 1e-5))
    ax.set_title("$-1$ and -1 and \u22121", size=9)


@scene
def clipped(fig):
    ax = fig.add_axes((0.2, 0.2, 0.6, 0.6))
    ax.text(0.8, 0.5, "runs out", clip_on=True)
    ax.text(0.5, 1.0, "at the top", va="center", clip_on=True, color="r", size=14)
    ax.text(-0.2, 0.1, "not clipped", alpha=0.5)


@scene
def faded(fig):
    fig.text(0.05, 0.7, "half", color="r", alpha=0.5, size=20)
    fig.text(0.12, 0.6, "over", color=(0, 0, 1, 0.4), size=20)
    fig.text(0.5, 0.2, "boxed", alpha=0.5, bbox=dict(fc="g"), size=14)


@scene
def large(fig):
    fig.text(0.5, 0.5, "Rg", size=80, ha="center", va="center", color="C1")
    fig.text(0.5, 0.5, "tiny words 0123", size=4, ha="center", va="center")


@scene
def fractional(fig):
    for i in range(5):
        fig.text(0.05 + 0.001 * i, 0.1 + 0.173 * i, "Shifted by parts", size=8.3 + 0.35 * i)


@scene
def math_fonts(fig):
    for i, font in enumerate(["dejavusans", "dejavuserif", "cm", "stix", "stixsans"]):
        fig.text(0.05, 0.85 - 0.19 * i, r"$\varepsilon\epsilon\ \int_0^1 \phi\varphi\,dx\ \mathcal{L}\ \leq$", math_fontfamily=font)


@scene
def regular_math(fig):
    # Notation is parsed once, so that the second drawing has the same.
    with plt.rc_context({"mathtext.default": "regular"}):
        fig.text(0.05, 0.7, r"a $x_1 + \alpha\ \Gamma 12$ b", size=11)
        fig.text(0.05, 0.4, r"$\frac{d}{dt}\ \mathit{it}\ \mathrm{rm}$", size=11)
        fig.text(0.05, 0.1, r"serif $m^2\ \sum q$", size=11, family="serif", weight="bold")
        fig.canvas.draw()


@scene
def bold_math(fig):
    with plt.rc_context({"mathtext.default": "bf", "mathtext.fontset": "stix"}):
        fig.text(0.05, 0.7, r"bold $x_2 + \beta\ \Gamma 34$ b", size=11)
        fig.text(0.05, 0.3, r"$\frac{d}{ds}\ \mathit{it}\ \mathcal{L}$", size=11)
        fig.canvas.draw()


@scene
def math_accents(fig):
    fig.text(0.02, 0.75, r"$\hat{a}\ \tilde{b}\ \bar{c}\ \dot{d}\ \ddot{e}\ \vec{f}\ \acute{g}\ \grave{h}$", size=12)
    fig.text(0.02, 0.45, r"$\widehat{xyz}\ \widetilde{xyz}\ \overline{xyz}\ \underline{ab}$", size=12)
    fig.text(0.02, 0.1, r"$\left(\frac{1}{2}\right)\ \sqrt[3]{x}\ \binom{n}{k}\ x'''_1$", size=12)


@scene
def last_resort(fig):
    fig.text(0.05, 0.75, "\u6e38\u4e16 \U0001f600 \u0e01", size=14)
    fig.text(0.05, 0.4, "\ue000 \u3042 end")
    fig.text(0.05, 0.1, "serif \u30ab", family="serif", rotation=10)


@scene
def space_labels(fig):
    ax = fig.add_subplot(projection="3d")
    ax.set_xlabel("a long x label", size=8)
    ax.set_ylabel("y", rotation=45, size=8)
    ax.zaxis.set_rotate_label(False)
    ax.set_zlabel("z label", rotation=90, size=8)
    ax.tick_params(labelsize=6)
    ax.tick_params(axis="x", labelrotation=30)
    plt.setp(ax.get_yticklabels(), ha="right", va="bottom")


draw("text_scenes", (2.4, 1.8))
