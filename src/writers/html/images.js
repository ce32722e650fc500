const KIND = 'images';
/** Decoded frames that are kept: those that some hundred others are made of. */
const KEPT = 64;

/** What gives the images that a frame is made of, from the page or from the folder beside it. */
function frameSource(host, film) {
  const groups = host.querySelectorAll('script[type="text/plain"]');
  const lines = new Map(), layers = new Map();

  function record(index) {
    const group = Math.floor(index / film.group);
    return remember(lines, group, 4, () => groups[group].textContent.split('\n'))[index % film.group];
  }

  async function load(source) {
    const image = new Image();
    image.src = source;
    await image.decode();
    return image;
  }

  /** A frame's own images: one whole one, or patches `x,y,base64` on the frame that it is made of. */
  function ownLayers(index) {
    const png = (base64) => load(`data:image/png;base64,${base64}`);
    const whole = (image) => [{ x: 0, y: 0, image }];
    const make = async () => {
      if (film.folder) {
        const name = `frame${String(index).padStart(7, '0')}.png`;
        return whole(await load(`${encodeURIComponent(film.folder)}/${name}`));
      }
      const text = record(index);
      if (text && !text.includes(',')) return whole(await png(text));
      return Promise.all((text ? text.split(' ') : []).map(async (patch) => {
        const [x, y, base64] = patch.split(',');
        return { x: Number(x), y: Number(y), image: await png(base64) };
      }));
    };
    return remember(layers, index, KEPT, () => {
      const made = make();
      // What could not be loaded is tried again.
      made.catch(() => layers.delete(index));
      return made;
    });
  }

  const isWhole = (index) => film.folder || (record(index) && !record(index).includes(','));

  return {
    /** How far ahead frames are worth decoding. */
    ahead: [1],
    /** The images to be drawn over each other, the whole one first. */
    async layersOf(index) {
      const chain = [index];
      // A frame is made of the one whose number lacks its lowest bit.
      while (!isWhole(chain[0])) chain.unshift(chain[0] & (chain[0] - 1));
      return (await Promise.all(chain.map(ownLayers))).flat();
    },
  };
}
