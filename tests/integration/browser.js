function assert(holds, words) {
  if (!holds) throw new Error(words);
}

async function until(holds, words) {
  for (const end = performance.now() + 20000; !holds(); ) {
    assert(performance.now() < end, `waited in vain: ${words}`);
    await new Promise((done) => setTimeout(done, 5));
  }
}
