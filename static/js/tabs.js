// One section at a time on a phone, and how much is new in the others.
import { memory, on, page } from './base.js';

const KEPT = `dnalab.tab:${location.pathname}`;
const bar = document.querySelector('nav.tabs');
const links = [...(bar?.querySelectorAll('[data-tab]') ?? [])];
const unread = new Map();
// What another module counts itself, for example what was said and not read yet.
const counted = new Map();

function choose(name) {
  page.dataset.tab = name;
  memory.set(KEPT, name);
  unread.delete(name);
  for (const link of links) {
    if (link.dataset.tab === name) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
  count();
}

function count() {
  for (const link of links) {
    const place = link.querySelector('.tabs__count');
    const number = (unread.get(link.dataset.tab) ?? 0) + (counted.get(link.dataset.tab) ?? 0);
    if (!place || place.dataset.number === String(number)) continue;
    place.dataset.number = String(number);
    place.replaceChildren(...(number ? [hidden('nieuw: '), number > 9 ? '9+' : String(number)] : []));
  }
}

function hidden(text) {
  const span = document.createElement('span');
  span.className = 'sr-only';
  span.textContent = text;
  return span;
}

/** On a phone only the chosen section is on screen; on a laptop all are, and then nothing is unread. */
const onPhone = () => bar && getComputedStyle(bar).display !== 'none';

bar?.addEventListener('click', event => {
  const link = event.target.closest('[data-tab]');
  if (!link) return;
  event.preventDefault();
  choose(link.dataset.tab);
  const panel = document.querySelector(`[data-panel~="${CSS.escape(link.dataset.tab)}"]`);
  panel?.setAttribute('tabindex', '-1');
  panel?.focus({ preventScroll: true });
  scrollTo(0, 0);
});

// A link to a part of the page that is in another tab (something to do, a cause) opens that tab first.
document.addEventListener('click', event => {
  const anchor = event.target.closest('a[href^="#"]');
  if (!anchor || anchor.closest('nav.tabs') || !links.length) return;
  const name = panelOf(document.getElementById(anchor.getAttribute('href').slice(1)));
  if (name && onPhone() && name !== page.dataset.tab) choose(name);
});

const panelOf = node => node?.closest('[data-panel]')?.dataset.panel.split(' ')[0];

on('applied', fresh => {
  for (const item of fresh.filter(one => !one.matches('#gesprek *'))) {
    const name = panelOf(item);
    if (name && onPhone() && name !== page.dataset.tab) unread.set(name, (unread.get(name) ?? 0) + 1);
  }
  count();
});

on('unread', ({ tab, number }) => {
  counted.set(tab, number);
  count();
});

if (links.length) choose(memory.get(KEPT) ?? (links.find(link => link.hasAttribute('aria-current')) ?? links[0]).dataset.tab);
