// Bijpraten: a bar of a minute that can be held, and "Ik ben bij", which this browser remembers.
import { byId, memory, on, page } from './base.js';

const card = byId('bijpraten');

/** Which catch-up stands there: who comes in again later has a new one to read. */
function name() {
  const text = byId('catch_up').querySelector('[data-since-version]');
  return text ? `dnalab.bij:${page.dataset.game}:${text.dataset.sinceVersion}` : '';
}

function show() {
  const known = name();
  card.hidden = Boolean(known && memory.get(known));
}

function press(button) {
  if (button.hasAttribute('data-done')) {
    memory.set(name(), true);
    show();
    const next = byId('nu') ?? byId('h-places');
    next?.setAttribute('tabindex', '-1');
    next?.focus();
  } else {
    const held = card.toggleAttribute('data-held');
    button.setAttribute('aria-pressed', String(held));
  }
}

if (card) {
  card.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button) press(button);
  });
  on('applied', show);
  show();
}
