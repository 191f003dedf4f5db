// One short sentence per thing that is new, for who cannot see it. Sentences that come together are read together.
import { byId, on } from './base.js';

const GATHER = 150;
let sentences = [];

/** Have a sentence read aloud. */
export function say(sentence) {
  if (!sentence) return;
  if (!sentences.length) setTimeout(speak, GATHER);
  sentences.push(sentence);
}

function speak() {
  const place = byId('live');
  if (place) place.textContent = sentences.slice(-4).join(' ');
  sentences = [];
}

on('say', say);
on('applied', fresh => {
  for (const item of fresh) say(item.dataset.announce ?? item.querySelector('[data-announce]')?.dataset.announce);
});
