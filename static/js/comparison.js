// A comparison is drawn on the server. When one of its tables moved, this part of the page is asked for again.
// `data-fetches="<address>"`: where its content comes from. A 204 means: nothing to show now.
import { byId, on } from './base.js';
import { apply } from './morph.js';

const PAUSE = 700;
const shown = new Map();
let due = 0;
let busy = false;
let again = false;
let own = false;

const places = () => document.querySelectorAll('[data-fetches]');

function soon() {
  if (own || !places().length) return;
  clearTimeout(due);
  due = setTimeout(refresh, PAUSE);
}

/** One round at a time; what comes meanwhile makes one more round. */
async function refresh() {
  if (busy) return void (again = true);
  busy = true;
  for (const place of places()) await fill(place);
  busy = false;
  if (again) {
    again = false;
    soon();
  }
}

async function fill(place) {
  const key = `${place.dataset.fetches} ${place.dataset.what ?? ''}`;
  try {
    const answer = await fetch(place.dataset.fetches, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const html = answer.status === 204 ? '' : await answer.text();
    if (shown.get(place) === key + html || !byId(place.id)) return;
    own = true;
    apply([{ op: 'vul', target: place.id, html }]);
    shown.set(place, key + html);
  } catch { /* no connection: the page says so itself, and the next change asks again */ } finally {
    own = false;
  }
}

on('applied', soon);
on('up', soon);
if (places().length) refresh();
