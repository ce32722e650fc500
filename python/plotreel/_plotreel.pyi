import os
from collections.abc import Iterator
from typing import Any, final

__all__ = ["Drawing", "Movie", "run", "write_animation"]

def run(words: list[str]) -> int: ...
def write_animation(
    frames: Iterator[Any], out_file: str | os.PathLike[str], settings: dict[str, Any]
) -> tuple[int, int, int, str]: ...
_Rgba = tuple[float, float, float, float]
_Vertices = tuple[Any, Any]

@final
class Drawing:
    def __new__(cls, width: int, height: int, dpi: float) -> Drawing: ...
    def __len__(self) -> int: ...
    def path(
        self, gc: Any, vertices: _Vertices, transform: Any, face: _Rgba | None, simplify: float
    ) -> None: ...
    def markers(
        self, gc: Any, marker: tuple[_Vertices, Any], places: tuple[Any, Any], face: _Rgba | None
    ) -> None: ...
    def collection(
        self,
        gc: Any,
        master: Any,
        paths: list[_Vertices],
        transforms: Any,
        offsets: tuple[Any, Any],
        looks: Any,
    ) -> None: ...
    def triangles(self, gc: Any, points: Any, colors: Any, transform: Any) -> None: ...
    def image(self, gc: Any, x: float, y: float, pixels: Any) -> None: ...
    def text(
        self,
        gc: Any,
        anchor: tuple[float, float],
        text: str,
        font: tuple[list[str], float, str],
        angle: float,
        math: bool,
    ) -> None: ...
    def render(self, background: _Rgba) -> Any: ...
@final
class Movie:
    def __new__(
        cls, out_file: str | os.PathLike[str], size: tuple[int, int], settings: dict[str, Any]
    ) -> Movie: ...
    def write_frame(self, pixels: Any, duration: float | None = None) -> None: ...
    def finish(self) -> tuple[int, int, int, str]: ...
    def abort(self) -> None: ...
    @property
    def frames(self) -> int: ...
