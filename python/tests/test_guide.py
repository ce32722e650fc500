"""The programs of the guide and of the README run."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from conftest import needs

# Outside the checkout the tests are copied without it.
ROOT = Path(os.environ.get("PLOTREEL_CHECKOUT", Path(__file__).parents[2]))
PAGES = ["docs/python.md", "python/README.md", "python/examples/write_animation.py", "python/examples/wave.py"]


def programs(page: str) -> list[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    if page.endswith(".py"):
        return [text]
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_the_programs_of_a_page_run(page):
    found = programs(page)
    assert found
    for program in found:
        if "matplotlib" in program:
            needs("matplotlib")
        exec(compile(program, page, "exec"), {"__name__": "__main__"})  # noqa: S102


def test_the_readme_shows_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "pip install ./python" in readme
    assert "python python/examples/write_animation.py" in readme
