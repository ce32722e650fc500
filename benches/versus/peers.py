"""The peers, each run as a process of its own.

peers.py NAME FRAMES.npy OUT.mp4    films an array of (T, H, W, 3) bytes
peers.py draw KIND FRAMES           prints how many frames a second matplotlib draws
"""

import sys

FPS = 30
DPI = 100
X264 = ["-crf", "23", "-preset", "medium", "-pix_fmt", "yuv420p"]


def load(path):
    """The frames of a .npy file, mapped and not read."""
    import numpy as np

    return np.load(path, mmap_mode="r")


def bare_figure(first):
    """A figure that shows an array pixel by pixel, without margins and axis."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    height, width = first.shape[:2]
    fig = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    ax = fig.add_subplot()
    fig.subplots_adjust(0, 0, 1, 1)
    ax.axis("off")
    return fig, ax.imshow(first, interpolation="nearest", aspect="auto")


def film_matplotlib(source, out):
    """The loop that matplotlib's own documentation shows."""
    from matplotlib.animation import FFMpegWriter

    frames = load(source)
    fig, image = bare_figure(frames[0])
    writer = FFMpegWriter(fps=FPS, codec="libx264", extra_args=X264, metadata={"title": "Animation"})
    with writer.saving(fig, out, DPI):
        for frame in frames:
            image.set_data(frame)
            writer.grab_frame()


def film_imageio_ffmpeg(source, out):
    """imageio-ffmpeg's generator, which takes anything with a buffer."""
    from imageio_ffmpeg import write_frames

    frames = load(source)
    height, width = frames.shape[1:3]
    # No quality and no block size of its own: it would change crf, and make 1080 rows 1088.
    writer = write_frames(
        out, (width, height), fps=FPS, codec="libx264", quality=None, macro_block_size=1, output_params=X264
    )
    writer.send(None)
    for frame in frames:
        writer.send(frame)
    writer.close()


def film_mediapy(source, out):
    """mediapy's writer; arguments for ffmpeg replace the quality that it would choose."""
    from mediapy import VideoWriter

    frames = load(source)
    with VideoWriter(out, frames.shape[1:3], codec="libx264", fps=FPS, ffmpeg_args=X264) as writer:
        for frame in frames:
            writer.add_image(frame)


def film_pyav(source, out):
    """PyAV, which encodes in its own process."""
    import av

    frames = load(source)
    with av.open(out, "w") as container:
        stream = container.add_stream("libx264", rate=FPS, options={"crf": "23", "preset": "medium"})
        stream.height, stream.width = frames.shape[1:3]
        stream.pix_fmt = "yuv420p"
        # Threads by frame as in the ffmpeg program; PyAV's default, by slice, makes another film.
        stream.thread_type = "AUTO"
        for frame in frames:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(frame, format="rgb24")))
        container.mux(stream.encode())


def draw(kind, count):
    """Prints the frames a second of a writer that only draws; examples/draw_rate.rs does the same."""
    import time
    from io import BytesIO

    import numpy as np

    frames = [patterned(np, kind, index) for index in range(8)]
    fig, image = bare_figure(frames[0])
    width, height = fig.get_size_inches()
    sink = BytesIO()

    def grab_frame(index):
        # What matplotlib's MovieWriter.grab_frame does, into memory that is used again.
        image.set_data(frames[index % len(frames)])
        fig.set_size_inches(width, height)
        sink.seek(0)
        fig.savefig(sink, format="rgba", dpi=DPI)

    for index in range(8):
        grab_frame(index)
    start = time.perf_counter()
    for index in range(int(count)):
        grab_frame(index)
    print(int(count) / (time.perf_counter() - start))


def patterned(np, kind, index):
    """The frames of examples/draw_rate.rs: 640 x 480 bytes, or floats from 0 to 1."""
    y, x, channel = np.ogrid[:480, :640, : 1 if kind == "scalar" else 3]
    pattern = ((7 * y + 3 * x + 50 * channel + 31 * index) % 256).astype(np.uint8)
    return pattern if kind == "u8" else pattern.squeeze() / 255.0


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    {
        "matplotlib": film_matplotlib,
        "imageio-ffmpeg": film_imageio_ffmpeg,
        "mediapy": film_mediapy,
        "PyAV": film_pyav,
        "draw": draw,
    }[name](*arguments)
