(() => {
  'use strict';

  const search = document.getElementById('search'), words = document.getElementById('words');
  const chips = [...document.querySelectorAll('.chip')], cards = [...document.querySelectorAll('.card')];

  /** Shows the cards that have all words and the chosen artist. */
  function filter() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = chips.find((chip) => chip.getAttribute('aria-pressed') === 'true');
    let count = 0;
    for (const card of cards) {
      const artists = card.dataset.artists.split('|');
      const fits = wanted.every((word) => card.dataset.words.includes(word));
      card.hidden = !fits || (chosen && !artists.includes(chosen.dataset.artist));
      count += !card.hidden;
    }
    for (const section of document.querySelectorAll('section')) {
      section.hidden = !section.querySelector('.card:not([hidden])');
    }
    document.getElementById('count').textContent = `${count} of ${cards.length}`;
    document.getElementById('nothing').hidden = count > 0;
  }

  /** Chooses an artist, or none. */
  function choose(artist) {
    for (const chip of chips) chip.setAttribute('aria-pressed', chip.dataset.artist === artist);
    filter();
  }

  /** The artist that the address names: a scene's page has links to all scenes of an artist. */
  function follow() {
    let artist = '';
    try {
      artist = decodeURIComponent(location.hash.slice(1));
    } catch {
      // An address that was typed wrong names none.
    }
    choose(artist);
  }

  for (const chip of chips) {
    chip.addEventListener('click', () => {
      const artist = chip.getAttribute('aria-pressed') === 'true' ? '' : chip.dataset.artist;
      history.replaceState(null, '', artist ? `#${encodeURIComponent(artist)}` : location.pathname);
      choose(artist);
    });
  }
  words.addEventListener('input', filter);
  search.addEventListener('submit', (event) => event.preventDefault());
  window.addEventListener('hashchange', follow);
  search.hidden = false;
  follow();

  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');

  /** Plays a card's film over its picture; it is loaded only now. */
  function play(picture) {
    document.querySelectorAll('.picture.playing').forEach(stop);
    const film = document.createElement('video');
    Object.assign(film, { muted: true, loop: true, playsInline: true, disablePictureInPicture: true });
    film.addEventListener('error', () => stop(picture));
    film.src = picture.dataset.film;
    picture.append(film);
    picture.classList.add('playing');
    // A film that is taken away before it plays says so.
    film.play().catch(() => {});
  }

  function stop(picture) {
    picture.classList.remove('playing');
    for (const film of picture.querySelectorAll('video')) film.remove();
  }

  for (const card of cards) {
    const picture = card.querySelector('.picture');
    let pointer = 'mouse';
    const start = () => picture.classList.contains('playing') || calm.matches || play(picture);
    card.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && start());
    card.addEventListener('pointerleave', (event) => event.pointerType === 'mouse' && stop(picture));
    card.addEventListener('focusin', (event) => event.target.matches(':focus-visible') && start());
    card.addEventListener('focusout', () => stop(picture));
    picture.addEventListener('pointerdown', (event) => (pointer = event.pointerType));
    // The first tap plays the film, the second opens its page.
    picture.addEventListener('click', (event) => {
      if (pointer === 'mouse' || picture.classList.contains('playing')) return;
      event.preventDefault();
      play(picture);
    });
  }
})();
