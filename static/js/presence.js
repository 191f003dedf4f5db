// Who is connected, away or typing: passing messages, shown beside names with `data-presence="<participant>"`.
import { mention } from './net.js';
import { on } from './base.js';

const WORDS = { connected: 'verbonden', away: 'even weg', typing: 'typt …', talking: 'typt …', '': 'niet verbonden' };
const STOPPED_TYPING = 4000;
const here = new Map();
let timer = 0;

function show() {
  for (const place of document.querySelectorAll('[data-presence]')) {
    const status = here.get(place.dataset.presence) ?? '';
    if (!place.dataset.presence || place.dataset.status === status && place.textContent) continue;
    place.dataset.status = status;
    place.textContent = WORDS[status];
  }
  for (const place of document.querySelectorAll('[data-typing]')) place.hidden = here.get(place.dataset.typing) !== 'talking';
}

function learn(changes) {
  for (const [who, status] of Object.entries(changes ?? {})) here.set(who, status);
  show();
}

on('here', everybody => {
  here.clear();
  learn(everybody);
});
on('presence', learn);
on('applied', show);

/** Typing to the whole table is told to the table; that somebody types in another channel is nobody's business. */
function statusOf(field) {
  const channel = field.closest('[data-command=say]')?.elements.channel?.value;
  return channel === undefined ? 'typing' : channel === 'tafel' ? 'talking' : '';
}

document.addEventListener('input', event => {
  if (!event.isTrusted || !event.target.closest('form[data-command] textarea, form[data-command] input[type=text]')) return;
  const status = statusOf(event.target);
  if (!status) return;
  if (!timer) mention('presence', { status });
  clearTimeout(timer);
  timer = setTimeout(() => {
    timer = 0;
    mention('presence', { status: 'connected' });
  }, STOPPED_TYPING);
});
