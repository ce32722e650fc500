const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];
const MODES = ['once', 'loop', 'reflect'];
// Films of fewer pixels a side are shown larger, up to so many.
const SMALL = 240, LARGE = 480;

// Every player on the page that does not run yet and has frames of this kind, so that none needs a name.
const here = document.currentScript;
for (const host of (here ? here.getRootNode() : document).querySelectorAll('.plotreel')) {
  const json = host.querySelector('script[type="application/json"]');
  const film = json && !host.shadowRoot && JSON.parse(json.textContent);
  if (film && film.frames === KIND) start(host, film);
}

function start(host, film) {
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.append(host.querySelector('template').content.cloneNode(true));
  const find = (selector) => shadow.querySelector(selector);
  const player = find('.player'), canvas = find('canvas'), scrubber = find('.scrubber'), error = find('.error');
  const speedChoice = find('[data-choice=speed]'), modeChoice = find('[data-choice=mode]');
  const context = canvas.getContext('2d', { alpha: film.alpha });

  // When each frame begins, and when the last one ends.
  const starts = [0];
  for (const [frames, seconds] of film.durations) {
    for (let n = 0; n < frames; n++) starts.push(starts[starts.length - 1] + seconds);
  }
  const count = starts.length - 1, total = starts[count];
  const source = frameSource(host, film);

  let index = 0; // the frame that is meant to be seen
  let shown = -1; // the frame that is seen
  let painting = false;
  let direction = 0; // 1 forwards, -1 backwards, 0 still
  let clock = 0, before = 0; // seconds in the film; milliseconds of the last tick

  canvas.width = film.width;
  canvas.height = film.height;
  canvas.setAttribute('aria-label', film.title || 'Film');
  player.setAttribute('aria-label', `Player: ${film.title || 'film'}`);
  fit();
  addEventListener('resize', fit);
  if (film.title) {
    find('figcaption').textContent = film.title;
    find('figcaption').hidden = false;
  }
  scrubber.max = count - 1;
  modeChoice.value = film.mode;

  /** Makes every pixel of a small film a square of whole pixels of the screen. */
  function fit() {
    const side = Math.max(film.width, film.height);
    let width = film.width;
    if (side < SMALL) {
      const dots = devicePixelRatio || 1, room = host.clientWidth - 26;
      const times = Math.floor(Math.min(LARGE / side, room / film.width) * dots);
      if (times > dots) {
        width = (film.width * times) / dots;
        canvas.style.width = `${width}px`;
        canvas.style.imageRendering = 'pixelated';
      } else {
        canvas.style.width = canvas.style.imageRendering = '';
      }
    }
    find('.room').style.setProperty('--width', `${Math.max(width, 320) + 2}px`);
  }

  /** Shows a frame; of several asked for while one is painted, the last. */
  async function show(to) {
    index = Math.min(Math.max(to, 0), count - 1);
    scrubber.value = index;
    scrubber.style.setProperty('--done', `${count > 1 ? (100 * index) / (count - 1) : 100}%`);
    if (painting) return;
    painting = true;
    while (shown !== index) {
      const now = index;
      try {
        const layers = await source.layersOf(now);
        for (const { x, y, image } of layers) {
          if (film.alpha) context.clearRect(x, y, image.naturalWidth, image.naturalHeight);
          context.drawImage(image, x, y);
        }
        error.hidden = true;
      } catch {
        error.textContent = source.complaint || `Frame ${film.first + now} can't be read.`;
        error.hidden = false;
      }
      shown = now;
      label();
      for (const ahead of source.ahead) source.layersOf(neighbour(now, ahead)).catch(() => {});
    }
    painting = false;
  }

  /** The frame that comes some frames after one, the way it plays. */
  function neighbour(of, by) {
    const to = of + (direction || 1) * by;
    if (modeChoice.value === 'loop') return ((to % count) + count) % count;
    return Math.min(Math.max(to, 0), count - 1);
  }

  /** Says which frame is seen. */
  function label() {
    const number = film.first + shown, seconds = starts[shown].toFixed(2);
    find('.number').textContent = `frame ${number} / ${film.first + count - 1}`;
    find('.time').textContent = `${seconds} / ${total.toFixed(2)} s`;
    scrubber.setAttribute('aria-valuetext', `frame ${number}, ${seconds} seconds`);
    host.dataset.frame = number;
  }

  /** The frame that is to be seen at a time. */
  function frameAt(time) {
    let low = 0, high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  function play(towards) {
    if (direction === towards) return pause();
    // At the end there is nothing left to play.
    if (modeChoice.value === 'once' && index === (towards > 0 ? count - 1 : 0)) show(towards > 0 ? 0 : count - 1);
    clock = towards > 0 ? starts[index] : starts[index + 1] - 1e-6;
    if (!direction) {
      before = performance.now();
      requestAnimationFrame(tick);
    }
    turn(towards);
  }

  function pause() {
    turn(0);
  }

  function turn(towards) {
    direction = towards;
    for (const [name, way, words] of [['play', 1, 'Play'], ['backwards', -1, 'Play backwards']]) {
      const button = find(`[data-do=${name}]`);
      button.setAttribute('aria-pressed', direction === way);
      button.setAttribute('aria-label', direction === way ? 'Pause' : words);
    }
  }

  function tick(now) {
    if (!direction) return;
    // A page that was hidden goes on where it was.
    const passed = Math.min(Math.max(now - before, 0), 1000) / 1000;
    before = now;
    clock += direction * passed * Number(speedChoice.value);
    if (clock >= total || clock < 0) atEnd();
    show(frameAt(clock));
    if (direction) requestAnimationFrame(tick);
  }

  function atEnd() {
    const mode = modeChoice.value;
    if (mode === 'once') {
      clock = clock < 0 ? 0 : starts[count - 1];
      pause();
    } else if (mode === 'reflect' && count > 1) {
      // The frame at the end is not shown twice.
      const back = clock >= total ? starts[count - 1] - (clock - total) : starts[1] - clock;
      clock = Math.min(Math.max(back, 0), total - 1e-9);
      turn(-direction);
    } else {
      clock -= Math.floor(clock / total) * total;
    }
  }

  function step(by) {
    pause();
    show(index + by);
  }

  const actions = {
    first: () => step(-Infinity),
    previous: () => step(-1),
    backwards: () => play(-1),
    play: () => play(1),
    next: () => step(1),
    last: () => step(Infinity),
    toggle: () => (direction ? pause() : play(1)),
    slower: () => faster(-1),
    faster: () => faster(1),
    mode: () => (modeChoice.value = MODES[(MODES.indexOf(modeChoice.value) + 1) % MODES.length]),
  };
  const keys = {
    ' ': 'toggle', k: 'toggle', ArrowLeft: 'previous', ArrowRight: 'next', ',': 'previous', '.': 'next',
    Home: 'first', End: 'last', '+': 'faster', '=': 'faster', '-': 'slower', r: 'backwards', m: 'mode',
  };

  function faster(by) {
    const to = SPEEDS.indexOf(Number(speedChoice.value)) + by;
    if (to in SPEEDS) speedChoice.value = SPEEDS[to];
  }

  function press(event) {
    const target = event.composedPath()[0];
    const name = keys[event.key];
    if (!name || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    // A list has keys of its own, and a button its space.
    if (target.localName === 'select' || (target.localName === 'button' && event.key === ' ')) return;
    event.preventDefault();
    actions[name]();
  }

  for (const button of shadow.querySelectorAll('button')) {
    button.addEventListener('click', () => actions[button.dataset.do]());
  }
  scrubber.addEventListener('input', () => {
    pause();
    show(Number(scrubber.value));
  });
  find('.screen').addEventListener('click', actions.toggle);
  // On a page of its own the player has all keys, elsewhere those that are meant for it.
  const alone = document.documentElement.classList.contains('plotreel-page');
  const single = document.querySelectorAll('.plotreel').length === 1;
  (alone && single ? document : host).addEventListener('keydown', press);

  turn(0);
  show(0);
}

/** A map's value, made if it is not there; beyond the limit the one used longest ago is dropped. */
function remember(map, key, limit, make, drop = () => {}) {
  const value = map.has(key) ? map.get(key) : make();
  // A map keeps the order in which keys were set.
  map.delete(key);
  map.set(key, value);
  if (map.size > limit) {
    const [oldest, dropped] = map.entries().next().value;
    map.delete(oldest);
    drop(dropped);
  }
  return value;
}
