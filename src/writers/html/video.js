const KIND = 'video';
/** Frames a second of the video: the film's own times are known to the player. */
const RATE = 30;
/** Bytes of the decoded frames of one run, and how many runs are kept: the one that is seen and those around it. */
const RUN_BYTES = 64 << 20;
const RUNS = 3;

/** What gives the frames of a video one by one. */
function frameSource(host, film) {
  const bytes = decodeBase64(host.querySelector('script[type="text/plain"]').textContent);
  const index = readIndex(bytes);
  const decoder = exactDecoder(bytes, index).catch(() => seekingDecoder(bytes));
  const runs = new Map();
  let length = Math.max(1, Math.min(index.keys[1] || 16, Math.floor(RUN_BYTES / (4 * film.width * film.height))));

  /** The first frame of the run that a frame is in, the last, and the one before from which decoding can begin. */
  function runOf(frame) {
    const next = index.keys.findIndex((key) => key > frame);
    const [key, end] = next < 0 ? [index.keys.at(-1), index.places.length] : [index.keys[next - 1], index.keys[next]];
    const first = key + Math.floor((frame - key) / length) * length;
    return { key, first, last: Math.min(first + length, end) - 1 };
  }

  const source = {
    /** How far ahead frames are worth decoding: a run takes its time. */
    ahead: [1, length],
    /** What a browser says that has no such decoder. */
    complaint: 'This browser can’t show this film, which is a video (H.264). Open the page in another browser, or have it '
      + 'written with its frames as images.',
    /** The frame as a picture. */
    async layersOf(frame) {
      const { decode, isExact } = await decoder;
      if (!isExact) [length, source.ahead] = [1, [1]];
      const run = runOf(frame);
      const drop = (dropped) => dropped.then((images) => images.forEach((image) => image.close()), () => {});
      const images = await remember(runs, run.first, RUNS, () => {
        const made = decode(run);
        made.catch(() => runs.delete(run.first));
        return made;
      }, drop);
      return [{ x: 0, y: 0, image: images[frame - run.first] }];
    },
  };
  return source;
}

/** Decodes frame by frame (WebCodecs), where the browser can and the page is of this computer or came by https. */
async function exactDecoder(bytes, index) {
  const config = { codec: index.codec, description: index.description };
  const { supported } = await VideoDecoder.isConfigSupported(config);
  if (!supported) throw new Error(index.codec);
  let turn = Promise.resolve();

  async function decode({ key, first, last }) {
    const images = [];
    await new Promise((done, failed) => {
      const decoder = new VideoDecoder({
        error: failed,
        output(frame) {
          // A decoder may have few frames to lend: each is copied and given back.
          if (frame.timestamp >= first) images.push(createImageBitmap(frame).finally(() => frame.close()));
          else frame.close();
        },
      });
      decoder.configure(config);
      for (let n = key; n <= last; n++) {
        const [at, size] = index.places[n], type = n === key ? 'key' : 'delta';
        decoder.decode(new EncodedVideoChunk({ type, timestamp: n, data: bytes.subarray(at, at + size) }));
      }
      decoder.flush().then(() => decoder.close()).then(done, failed);
    });
    if (images.length !== last - first + 1) throw new Error('frames are missing');
    return Promise.all(images);
  }

  return { isExact: true, decode: (run) => (turn = turn.catch(() => {}).then(() => decode(run))) };
}

/** Has the browser's own player seek each frame: slower, but everywhere. */
function seekingDecoder(bytes) {
  const video = document.createElement('video');
  const loaded = new Promise((done) => video.addEventListener('loadeddata', done, { once: true }));
  const broken = new Promise((_, failed) => video.addEventListener('error', failed, { once: true }));
  [video.muted, video.playsInline, video.preload] = [true, true, 'auto'];
  video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/mp4' }));
  let turn = Promise.race([loaded, broken]);

  /** Resolves when the frame is there to be drawn, which may be later than it is found. */
  function presented(frame) {
    return new Promise((done) => {
      let waits = true;
      const end = () => done(waits = false);
      const check = (_, { mediaTime }) => {
        if (Math.round(mediaTime * RATE) === frame) end();
        else if (waits) video.requestVideoFrameCallback(check);
      };
      const calls = 'requestVideoFrameCallback' in video;
      if (calls) video.requestVideoFrameCallback(check);
      // Browsers that keep silent about frames have it after a while.
      video.addEventListener('seeked', () => setTimeout(end, calls ? 1000 : 50), { once: true });
    });
  }

  async function decode({ first: frame }) {
    const there = presented(frame);
    // In the middle of its time no rounding makes it another frame.
    video.currentTime = (frame + 0.5) / RATE;
    await Promise.race([there, broken]);
    return [await createImageBitmap(video)];
  }

  return { isExact: false, decode: (run) => (turn = turn.then(() => decode(run))) };
}

function decodeBase64(text) {
  const characters = atob(text), bytes = new Uint8Array(characters.length);
  for (let n = 0; n < bytes.length; n++) bytes[n] = characters.charCodeAt(n);
  return bytes;
}

/** Where the frames lie in an MP4 file, at which of them decoding can begin, and what a decoder must know. */
function readIndex(bytes) {
  const view = new DataView(bytes.buffer);
  const word = (at) => view.getUint32(at);
  const name = (at) => String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  const words = (at, count) => Array.from({ length: count }, (_, n) => word(at + 4 * n));

  /** Where the contents of a box in boxes begin. */
  function box(...path) {
    let at = 0;
    for (const part of path) {
      while (name(at) !== part) at += word(at);
      at += { stsd: 16, avc1: 86 }[part] || 8;
    }
    return at;
  }

  const table = ['moov', 'trak', 'mdia', 'minf', 'stbl'];
  const sizes = box(...table, 'stsz'), keys = box(...table, 'stss');
  const config = box(...table, 'stsd', 'avc1', 'avcC');
  let place = word(box(...table, 'co64') + 12);
  const places = words(sizes + 12, word(sizes + 8)).map((size) => [(place += size) - size, size]);
  return {
    places,
    keys: words(keys + 8, word(keys + 4)).map((number) => number - 1),
    codec: `avc1.${[...bytes.subarray(config + 1, config + 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
    description: bytes.subarray(config, config - 8 + word(config - 8)),
  };
}
