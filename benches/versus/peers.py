"""The peers, each run as a process of its own.

peers.py NAME FRAMES.npy OUT.mp4    films an array of (T, H, W, 3) bytes
peers.py draw KIND FRAMES           prints how many frames a second matplotlib draws
peers.py figure KIND FRAMES         the same for figures that are each a new one
"""

import sys
import time
from io import BytesIO

import numpy as np

FPS = 30
DPI = 100
X264 = ["-crf", "23", "-preset", "medium", "-pix_fmt", "yuv420p"]


def bare_figure(first):
    """The figure of the function that people copy: an array without margins, its axis left on."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    height, width = first.shape[:2]
    fig = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    ax = fig.add_subplot()
    fig.subplots_adjust(0, 0, 1, 1)
    return fig, ax.imshow(first, interpolation="nearest")


def film_matplotlib(frames, out):
    """The loop that matplotlib's documentation shows."""
    from matplotlib.animation import FFMpegWriter

    fig, image = bare_figure(frames[0])
    writer = FFMpegWriter(fps=FPS, codec="libx264", extra_args=X264, metadata={"title": "Animation"})
    with writer.saving(fig, out, DPI):
        for frame in frames:
            image.set_data(frame)
            writer.grab_frame()


def film_imageio_ffmpeg(frames, out):
    """imageio-ffmpeg's generator, with neither a quality (another crf) nor a block size (1088 rows) of its own."""
    from imageio_ffmpeg import write_frames

    size = frames.shape[2], frames.shape[1]
    own = {"quality": None, "macro_block_size": 1}
    writer = write_frames(out, size, fps=FPS, codec="libx264", output_params=X264, **own)
    writer.send(None)
    for frame in frames:
        writer.send(frame)
    writer.close()


def film_mediapy(frames, out):
    """mediapy's writer; arguments for ffmpeg replace the quality that it would choose."""
    from mediapy import VideoWriter

    with VideoWriter(out, frames.shape[1:3], codec="libx264", fps=FPS, ffmpeg_args=X264) as writer:
        for frame in frames:
            writer.add_image(frame)


def film_pyav(frames, out):
    """PyAV, which encodes in this process."""
    import av

    with av.open(out, "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"crf": "23", "preset": "medium"})
        stream.height, stream.width = frames.shape[1:3]
        stream.pix_fmt = "yuv420p"
        # Threads by frame, as in the ffmpeg program; PyAV's default, by slice, makes another film.
        stream.thread_type = "AUTO"
        for frame in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())


def draw(kind, count):
    """Prints the frames a second of what MovieWriter.grab_frame does, into memory that is used again."""
    # The frames of examples/draw_rate.rs.
    index, y, x, channel = np.ogrid[:8, :480, :640, : 1 if kind == "scalar" else 3]
    frames = ((7 * y + 3 * x + 50 * channel + 31 * index) % 256).astype(np.uint8)
    frames = frames if kind == "u8" else frames.squeeze() / 255.0
    fig, image = bare_figure(frames[0])
    (width, height), sink = fig.get_size_inches(), BytesIO()

    def grab_frames(count):
        start = time.perf_counter()
        for index in range(count):
            image.set_data(frames[index % 8])
            fig.set_size_inches(width, height)
            sink.seek(0)
            fig.savefig(sink, format="rgba", dpi=DPI)
        return time.perf_counter() - start

    grab_frames(8)  # to warm up
    print(int(count) / grab_frames(int(count)))


def figure(kind, count):
    """Prints the figures a second of what examples/figure_rate.rs does."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    def draw_figure(index):
        left = 3.7 * index if kind == "limits" else 0.0
        x = left + np.linspace(0, 10, 1000)
        fig = Figure((6.4, 4.8), DPI)
        canvas = FigureCanvasAgg(fig)
        ax = fig.add_subplot()
        ax.plot(x, np.sin(x + 0.1 * index))
        ax.set_title("A wave that moves")
        ax.set_xlabel("Time (s)")
        ax.set_ylabel("Voltage (V)")
        if kind == "limits":
            ax.set_xlim(left, left + 10)
            ax.set_ylim(-1.6 - 0.4 * np.sin(index), 1.6 + 0.4 * np.cos(index))
        canvas.draw()

    def draw_figures(count):
        start = time.perf_counter()
        for index in range(count):
            draw_figure(index)
        return time.perf_counter() - start

    draw_figures(8)  # to warm up
    print(int(count) / draw_figures(int(count)))


FILMS = {"matplotlib": film_matplotlib, "imageio-ffmpeg": film_imageio_ffmpeg}
FILMS |= {"mediapy": film_mediapy, "PyAV": film_pyav}

if __name__ == "__main__":
    name, what, last = sys.argv[1:]
    if name in ("draw", "figure"):
        {"draw": draw, "figure": figure}[name](what, last)
    else:
        FILMS[name](np.load(what, mmap_mode="r"), last)
