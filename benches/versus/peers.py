"""The peers, each run as a separate process.

peers.py NAME FRAMES.npy OUT.mp4    films an array of (T, H, W, 3) bytes
peers.py draw KIND FRAMES           prints how many frames per second matplotlib draws
peers.py figure KIND FRAMES         the same for figures that are each a new one
peers.py film KIND FRAMES [PNG]     the same for a figure that changes; its last frame can be saved
peers.py film KIND FRAMES OUT.mp4   films such a figure with libx264
peers.py fields KIND FRAMES [PNG]   film with one draw a frame instead of the two of savefig
peers.py gif FRAMES.rgb OUT.gif     writes frames of 640x480 with Pillow
"""

import sys
import time
from io import BytesIO

import numpy as np

FPS = 30
DPI = 100
# The points of the kinds with 100k in their names.
MANY = 100_000
X264 = ["-crf", "23", "-preset", "medium", "-pix_fmt", "yuv420p"]


def bare_figure(first):
    """The figure of a commonly copied function: an array without margins, with its axis on."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    height, width = first.shape[:2]
    fig = plt.figure(figsize=(width / DPI, height / DPI), dpi=DPI)
    ax = fig.add_subplot()
    fig.subplots_adjust(0, 0, 1, 1)
    return fig, ax.imshow(first, interpolation="nearest")


def film_matplotlib(frames, out):
    """An array with the loop of matplotlib's documentation."""
    fig, image = bare_figure(frames[0])
    film_figure(fig, lambda t: image.set_data(frames[t]), len(frames), out)


def film_figure(fig, update, count, out):
    """The loop of matplotlib's documentation."""
    from matplotlib.animation import FFMpegWriter

    writer = FFMpegWriter(fps=FPS, codec="libx264", extra_args=X264, metadata={"title": "Animation"})
    with writer.saving(fig, out, DPI):
        for index in range(count):
            update(index)
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


def film_torchcodec(frames, out):
    """TorchCodec, which takes all frames at once."""
    import torch
    from torchcodec.encoders import VideoEncoder

    tensor = torch.from_numpy(np.asarray(frames)).permute(0, 3, 1, 2)
    encoder = VideoEncoder(tensor, frame_rate=FPS)
    encoder.to_file(out, codec="libx264", pixel_format="yuv420p", crf=23, preset="medium")


def film_rate(fig, update, count):
    """Prints the frames per second of what MovieWriter.grab_frame does, into reused memory."""
    (width, height), sink = fig.get_size_inches(), BytesIO()

    def frame(index):
        update(index)
        fig.set_size_inches(width, height)
        sink.seek(0)
        fig.savefig(sink, format="rgba", dpi=DPI)

    print_rate(frame, int(count))


def canvas_rate(fig, update, count):
    """Prints the frames per second of one draw each."""

    def frame(index):
        update(index)
        fig.canvas.draw()
        fig.canvas.buffer_rgba()

    print_rate(frame, int(count))


def print_rate(frame, count):
    """Prints the frames per second of a function that draws one."""

    def draw_frames(count):
        start = time.perf_counter()
        for index in range(count):
            frame(index)
        return time.perf_counter() - start

    draw_frames(8)  # to warm up
    print(count / draw_frames(count))


def draw(kind, count):
    """Draws the frames of examples/draw_rate.rs."""
    index, y, x, channel = np.ogrid[:8, :480, :640, : 1 if kind == "scalar" else 3]
    frames = ((7 * y + 3 * x + 50 * channel + 31 * index) % 256).astype(np.uint8)
    frames = frames if kind == "u8" else frames.squeeze() / 255.0
    fig, image = bare_figure(frames[0])
    film_rate(fig, lambda t: image.set_data(frames[t % 8]), count)


def fields(kind, count, out=None):
    """Draws frames as film does, once each."""
    film(kind, count, out, canvas_rate)


def film(kind, count, out=None, rate=film_rate):
    """Draws the frames of examples/film_rate.rs, and the last one into a file too, or all into a film."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    fig = Figure((38.4, 21.6) if kind == "line4k" else (6.4, 4.8), DPI)
    FigureCanvasAgg(fig)
    place = (3, 1, 3) if kind == "three" else (1, 1, 1)
    projection = {"surface": "3d", "polar": "polar"}.get(kind)
    ax = fig.add_subplot(*place, projection=projection)
    # Polar axes lose what they are made with.
    ax.set(title="A film", xlabel="Distance (m)", ylabel="Height (m)")
    scenes = {"line": film_line, "image": film_image, "bars": film_bars, "text": film_text}
    scenes |= {"line4k": film_line}
    scenes |= {"title": film_title, "limits": film_limits, "three": film_three}
    scenes |= {"scatter": lambda ax: film_scatter(ax, "o"), "squares": lambda ax: film_scatter(ax, "s")}
    scenes |= {"line100k": lambda ax: film_line(ax, MANY), "scatter100k": lambda ax: film_scatter(ax, "o", MANY)}
    scenes |= {"discs": lambda ax: film_discs(ax, 1000), "discs100k": lambda ax: film_discs(ax, MANY)}
    scenes |= {"contourf": film_contourf, "pcolormesh": lambda ax: film_mesh(ax, "flat")}
    scenes |= {"gouraud": lambda ax: film_mesh(ax, "gouraud")}
    scenes |= {"quiver": film_quiver, "errorbar": film_errorbar, "dates": film_dates}
    scenes |= {"surface": film_surface, "polar": film_polar}
    update = scenes[kind](ax)
    if out and out.endswith(".mp4"):
        return film_figure(fig, update, int(count), out)
    rate(fig, update, count)
    if out:
        fig.savefig(out)


def film_line(ax, count=1000):
    """A moving sine of so many points."""
    x = np.linspace(0, 10, count)
    waves = [np.sin(x + 0.1 * t) for t in range(8)]
    (line,) = ax.plot(x, waves[0])
    return lambda t: line.set_ydata(waves[t % 8])


def film_title(ax):
    """The same line and a title that counts."""
    update = film_line(ax)
    return lambda t: (update(t), ax.set_title(f"Frame {t}"))


def film_limits(ax):
    """The same line and limits that move."""
    update = film_line(ax)
    return lambda t: (update(t), ax.set_xlim(0.01 * t, 10 + 0.01 * t))


def film_three(ax):
    """The same line in the lowest of three axes; the others show 4,000 markers each."""
    index = np.arange(4000)
    for place in (1, 2):
        other = ax.figure.add_subplot(3, 1, place)
        other.scatter(0.618 * index % 1, 0.7549 * index % 1)
    return film_line(ax)


def film_scatter(ax, marker, count=1000):
    """So many markers that move and change size and colour; of many each is small."""
    index, least = np.arange(count), 1 if count == MANY else 20
    places = lambda t: ((0.618 * index + 0.01 * t) % 1, 0.7549 * index % 1)
    points = ax.scatter(*places(0), c=0.8192 * index % 1, marker=marker)

    def update(t):
        points.set_offsets(np.column_stack(places(t)))
        points.set_sizes(least * (1 + 4 * ((0.5698 * index + 0.01 * t) % 1)))
        points.set_array((0.8192 * index + 0.01 * t) % 1)

    return update


def film_discs(ax, count):
    """So many discs of one size and colour that move."""
    index = np.arange(count)
    places = lambda t: ((0.618 * index + 0.01 * t) % 1, 0.7549 * index % 1)
    points = ax.scatter(*places(0))
    return lambda t: points.set_offsets(np.column_stack(places(t)))


def ripples(t):
    """An array that is shown as an image."""
    y, x = np.ogrid[:200, :200]
    return np.sin((x / 50 - t / 8) * 2 * np.pi) * np.cos(y / 40)


def film_image(ax):
    """200 x 200 numbers with a colorbar."""
    frames = [ripples(t) for t in range(8)]
    image = ax.imshow(frames[0])
    ax.figure.colorbar(image, ax=ax)
    return lambda t: image.set_data(frames[t % 8])


def film_contourf(ax):
    """200 x 200 numbers in ten areas between levels."""
    frames, points = [ripples(t) for t in range(8)], np.linspace(0, 10, 200)
    draw = lambda t: ax.contourf(points, points, frames[t % 8], np.arange(-5, 6) / 5)
    areas = draw(0)

    def update(t):
        nonlocal areas
        areas.remove()
        areas = draw(t)

    return update


def film_mesh(ax, shading):
    """A mesh of 200 x 200 numbers."""
    frames, points = [ripples(t) for t in range(8)], np.linspace(0, 10, 201 if shading == "flat" else 200)
    mesh = ax.pcolormesh(points, points, frames[0], shading=shading)
    return lambda t: mesh.set_array(frames[t % 8])


def film_bars(ax):
    """50 bars whose heights change."""
    index = np.arange(50)
    heights = lambda t: 1.5 + np.sin(0.3 * index + 0.1 * t)
    bars = ax.bar(index, heights(0))

    def update(t):
        for bar, height in zip(bars, heights(t)):
            bar.set_height(height)

    return update


def film_text(ax):
    """Text that changes over an image."""
    ax.imshow(ripples(0))
    text = ax.text(20, 60, "", color="white", fontsize=16)
    return lambda t: text.set_text(f"frame {t}")


def film_quiver(ax):
    """30 x 30 arrows that turn."""
    at = np.arange(30) / 10
    angle = lambda t: at * at[:, np.newaxis] + 0.1 * t
    arrows = ax.quiver(at, at, np.cos(angle(0)), np.sin(angle(0)))
    return lambda t: arrows.set_UVC(np.cos(angle(t)), np.sin(angle(t)))


def film_dates(ax):
    """A line over 1,000 hours, of which the axis of dates shows a week that moves by an hour."""
    ax.plot(np.arange(19_723 * 24, 19_723 * 24 + 1000).astype("datetime64[h]"), np.sin(0.1 * np.arange(1000)))
    return lambda t: ax.set_xlim(19_723 + t / 24, 19_730 + t / 24)


def film_polar(ax):
    """A line of 1,000 points in polar axes, whose limits move."""
    theta = np.arange(1000) * 2 * np.pi / 999
    radii = lambda t: 1 + 0.5 * np.sin(5 * theta + 0.1 * t)
    (line,) = ax.plot(theta, radii(0))
    return lambda t: (line.set_ydata(radii(t)), ax.set_rlim(0, 2 + 0.5 * np.sin(0.1 * t)))


def film_errorbar(ax):
    """500 points with error bars and caps that move."""
    x = np.arange(500) / 50
    data = lambda t: (np.sin(x + 0.1 * t), 0.2 + 0.1 * np.cos(x + 0.1 * t))
    y, error = data(0)
    line, caps, (bars,) = ax.errorbar(x, y, error, fmt="o", capsize=2)

    def update(t):
        y, error = data(t)
        ends = y - error, y + error
        line.set_ydata(y)
        for cap, end in zip(caps, ends):
            cap.set_ydata(end)
        bars.set_segments(np.stack([np.column_stack([x, end]) for end in ends], 1))

    return update


def film_surface(ax):
    """A surface of 50 x 50 points that turns."""
    at = np.arange(50) / 5 - 4.9
    x, y = np.meshgrid(at, at)
    ax.plot_surface(x, y, np.sin(np.hypot(x, y)))
    return lambda t: ax.view_init(30, t)


def figure(kind, count):
    """Prints the figures per second of what examples/figure_rate.rs does."""
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


def gif(raw, out):
    """What PillowWriter does with its frames."""
    from PIL import Image

    frames = np.fromfile(raw, np.uint8).reshape(-1, 480, 640, 3)
    images = [Image.frombuffer("RGB", (640, 480), frame, "raw", "RGB", 0, 1) for frame in frames]
    images[0].save(out, save_all=True, append_images=images[1:], duration=int(1000 / FPS), loop=0)


def opencv(source, out):
    """OpenCV's writer, whose packages have no x264."""
    import cv2

    frames = np.load(source, mmap_mode="r")
    size = frames.shape[2], frames.shape[1]
    writer = cv2.VideoWriter(out, cv2.VideoWriter_fourcc(*"mp4v"), FPS, size)
    for frame in frames:
        writer.write(cv2.cvtColor(frame, cv2.COLOR_RGB2BGR))
    writer.release()


FILMS = {"matplotlib": film_matplotlib, "imageio-ffmpeg": film_imageio_ffmpeg}
FILMS |= {"mediapy": film_mediapy, "PyAV": film_pyav, "TorchCodec": film_torchcodec}

if __name__ == "__main__":
    name, what, *rest = sys.argv[1:]
    rates = {"draw": draw, "figure": figure, "film": film, "fields": fields}
    if name in rates:
        rates[name](what, *rest)
    elif name in ("gif", "opencv"):
        {"gif": gif, "opencv": opencv}[name](what, *rest)
    else:
        FILMS[name](np.load(what, mmap_mode="r"), *rest)
