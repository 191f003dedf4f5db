// Parts of the page that open and close by themselves when the game goes on: `data-open-in="briefing round"` names the
// stages in which a `details` stands open. In between, whoever looks opens and closes them as they like.
// `data-counts="id"` shows how many things are in that list.
import { byId, on, page } from './base.js';

let stage = null;

function turn() {
  const now = document.querySelector('[data-stage]')?.dataset.stage;
  if (now === undefined || now === stage) return;
  stage = now;
  for (const sheet of document.querySelectorAll('details[data-open-in]')) {
    const busy = sheet.open && sheet.matches(':focus-within');
    sheet.open = busy || sheet.dataset.openIn.split(' ').includes(now);
  }
}

function count() {
  for (const place of document.querySelectorAll('[data-counts]')) {
    const text = ` (${byId(place.dataset.counts)?.childElementCount ?? 0})`;
    if (place.textContent !== text) place.textContent = text;
  }
}

function show() {
  turn();
  count();
}

// A link to something inside a folded part opens that part first.
document.addEventListener('click', event => {
  const anchor = event.target.closest('a[href^="#"]:not([data-knoop])');
  const target = anchor && byId(decodeURIComponent(anchor.getAttribute('href').slice(1)));
  for (let fold = target?.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
});

on('applied', show);
if (page.dataset.game) show();
