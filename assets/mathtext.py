"""Write mathtext.txt, the symbols of mathematical notation and where fonts have them, from matplotlib.

    python -m venv venv && venv/bin/pip install matplotlib==3.11.2
    venv/bin/python assets/mathtext.py

Its lines (characters and codes are hexadecimal):

    symbol NAME CHARACTER SPACING        a command; b(inary), r(elation), p(unctuation) or o(rdinary)
    cm CHARACTER FONT CODE               a character of Computer Modern
    sizes NAME|CHARACTER FONT CODE …     the sizes that Computer Modern has of it, FONT may be a style
    stix FONT CLASS FIRST LAST FONT START    where STIX has the characters of an alphabet
"""

import sys
from pathlib import Path

# Not this folder: a module of the standard library may have the name of a script.
sys.path.pop(0)

from matplotlib import _mathtext as mathtext
from matplotlib._mathtext_data import latex_to_bakoma, stix_virtual_fonts, tex2uni

PARSER = mathtext.Parser


def spacing(name):
    name = "\\" + name
    if name in PARSER._binary_operators:
        return "b"
    if name in PARSER._relation_symbols | PARSER._arrow_symbols:
        return "r"
    return "p" if name in PARSER._punctuation_symbols else "o"


def character(symbol):
    if len(symbol) == 1:
        return ord(symbol)
    return tex2uni.get(symbol.strip("\\"))


lines = [f"symbol {name} {code:x} {spacing(name)}" for name, code in sorted(tex2uni.items()) if not name.startswith("__")]
# Of the symbols of one character; the second epsilon has one of its own, U+F0000.
codes = {0x302: latex_to_bakoma[r"\circumflexaccent"], 0x303: latex_to_bakoma[r"\combiningtilde"], 0xF0000: latex_to_bakoma[r"\varepsilon"]}
for symbol, (font, code) in latex_to_bakoma.items():
    if (c := character(symbol)) is not None:
        codes.setdefault(c, (font, code))
lines += [f"cm {c:x} {font} {code:x}" for c, (font, code) in sorted(codes.items())]
for symbol, sizes in sorted(mathtext.BakomaFonts._size_alternatives.items()):
    known = {r"\widehat": "widehat", r"\widetilde": "widetilde"}
    name = known.get(symbol) or (f"{character(symbol):x}" if character(symbol) else None)
    if symbol in ("<", ">"):
        name = f"{tex2uni['langle' if symbol == '<' else 'rangle']:x}"
    if name is None or any(line.startswith(f"sizes {name} ") for line in lines):
        continue
    found = []
    for font, size in sizes:
        if size in latex_to_bakoma:
            font, code = latex_to_bakoma[size]
        else:
            code = ord(size)
        found.append(f"{font} {code:x}")
    lines.append(f"sizes {name} {' '.join(found)}")
for font, mapping in sorted(stix_virtual_fonts.items()):
    classes = mapping if isinstance(mapping, dict) else {"any": mapping}
    for name, ranges in sorted(classes.items()):
        for first, last, target, start in ranges:
            lines.append(f"stix {font} {name} {first:x} {last:x} {target} {start:x}")
(Path(__file__).resolve().parent / "mathtext.txt").write_text("\n".join(lines) + "\n")
