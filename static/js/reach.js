// Goes along what led to what: choose a box of the map or a line of the list, and read why it came or what followed.
import { element, on, tell } from './base.js';

const place = document.querySelector('[data-reikwijdte]');
const trace = place?.querySelector('[data-trace]');
const part = name => trace.querySelector(`[data-trace-${name}]`);
const shownAt = one => one.getClientRects().length > 0;

let chosen = '';
let way = 'waarom';
let from = null;

// --- what is on the page ------------------------------------------------------------------------------------------

function read() {
  const things = new Map();
  for (const line of place.querySelectorAll('[data-knopen] > [data-knoop]')) things.set(line.dataset.knoop, thing(line));
  for (const one of things.values()) {
    one.back = one.back.filter(({ key }) => things.has(key));
    for (const { key, how } of one.back) things.get(key).onward.push({ key: one.key, how });
  }
  return things;
}

function thing(line) {
  const words = name => line.querySelector(`[data-${name}]`)?.textContent ?? '';
  const back = line.dataset.terug.split(' ').filter(Boolean).map(pair => pair.split('|'));
  return {
    line, key: line.dataset.knoop, kind: line.dataset.aard, ring: Number(line.dataset.ring), begin: line.dataset.begin,
    title: words('titel'), what: words('wat'), when: words('wanneer'), detail: words('uitleg'),
    back: back.map(([key, how]) => ({ key, how })), onward: [],
  };
}

/** Everything on one side of a thing, nearest first: each with how deep it lies and how it hangs together. */
function along(things, key, side) {
  const found = new Map();
  const visit = (here, depth) => {
    for (const { key: next, how } of things.get(here)[side]) {
      if (next === key || found.has(next)) continue;
      found.set(next, { one: things.get(next), depth, how });
      visit(next, depth + 1);
    }
  };
  visit(key, 0);
  return [...found.values()];
}

// --- choosing ------------------------------------------------------------------------------------------------------

function choose(key, side, opener = null) {
  const things = read();
  if (!things.has(key)) return false;
  chosen = key;
  way = side;
  if (opener && !trace.contains(opener)) from = opener;
  draw(things);
  open();
  tell('chosen', things.get(key).line);
  return true;
}

function open() {
  const sheet = place.closest('details') ?? place;
  if (sheet.matches('details')) sheet.open = true;
  trace.hidden = false;
  trace.focus({ preventScroll: true });
  trace.scrollIntoView({ block: 'nearest' });
}

function close() {
  chosen = '';
  trace.hidden = true;
  mark(new Set());
  if (from?.isConnected && shownAt(from)) from.focus();
  from = null;
}

// --- drawing -------------------------------------------------------------------------------------------------------

function draw(things) {
  const one = things.get(chosen);
  const row = along(things, chosen, way === 'waarom' ? 'back' : 'onward');
  part('title').textContent = one.title;
  part('kind').textContent = [one.what, one.when].filter(Boolean).join(' · ');
  part('detail').textContent = one.detail;
  for (const button of trace.querySelectorAll('[data-trace-way]')) button.setAttribute('aria-pressed', String(button.dataset.traceWay === way));
  part('way').parentElement.hidden = false;
  part('sum').textContent = way === 'waarom' ? sumBack(row) : sumOnward(row);
  part('row').replaceChildren(...row.map(step));
  ask();
  mark(new Set([chosen, ...row.map(({ one: { key } }) => key)]));
}

/** Whether it fits with practice, of a consequence of which that is asked. */
function ask() {
  const form = trace.querySelector('[data-praktijk]');
  if (!form) return;
  const id = chosen.replace(/^consequence:/, '');
  form.hidden = !form.dataset.vragen.split(' ').includes(id) || id === chosen;
  const mine = JSON.parse(form.dataset.mijn)[id] ?? '';
  form.elements.consequence.value = id;
  for (const choice of form.elements.answer) choice.checked = choice.value === mine;
  form.querySelector('[data-gaf]').hidden = !mine;
}

function step({ one, depth, how }) {
  const hows = JSON.parse(trace.dataset.hoe);
  const button = element('button', { type: 'button', class: 'link-button', 'data-kies': one.key }, one.title);
  const around = [one.what, one.when, hows[how]].filter(Boolean).join(' · ');
  const line = element('li', { class: `trace__step trace__step--${Math.min(depth, 5)}` }, button, element('span', { class: 'small muted' }, around));
  if (one.detail) line.append(element('p', { class: 'small' }, one.detail));
  return line;
}

const count = (number, single, many) => `${number} ${number === 1 ? single : many}`;

function sumBack(row) {
  const first = row.filter(({ one }) => one.begin).map(({ one }) => one.title.replace(/\.$/, ''));
  if (!row.length) return 'Hier begon iets. Er ging niets aan vooraf.';
  return `Er ${row.length === 1 ? 'ging' : 'gingen'} ${count(row.length, 'ding', 'dingen')} aan vooraf. Het begon bij: ${first.join('; ')}.`;
}

function sumOnward(row) {
  const fell = row.filter(({ one }) => one.ring);
  if (!fell.length) return row.length ? 'Er volgde geen gevolg uit, wel dit.' : 'Hier volgde niets uit.';
  const furthest = fell.reduce((far, { one }) => (one.ring > far.ring ? one : far), fell[0].one);
  const rounds = new Set(fell.map(({ one }) => one.when)).size;
  return `Hieruit ${fell.length === 1 ? 'kwam' : 'kwamen'} ${count(fell.length, 'gevolg', 'gevolgen')}, in ${count(rounds, 'ronde', 'rondes')}. Het verst ${furthest.what}.`;
}

/** The movements of one indicator, each to go on from. */
function figure(id, opener) {
  const moves = [...read().values()].filter(one => one.kind === 'indicator' && one.key.startsWith(`indicator:${id}.`));
  if (!moves.length) return;
  chosen = '';
  from = opener;
  part('title').textContent = `Waarom bewoog ${opener.textContent.replace('?', '').trim()}?`;
  part('kind').textContent = 'Kies een beweging. Je ziet dan wat eraan voorafging.';
  part('detail').textContent = '';
  part('sum').textContent = '';
  part('way').parentElement.hidden = true;
  if (trace.querySelector('[data-praktijk]')) trace.querySelector('[data-praktijk]').hidden = true;
  part('row').replaceChildren(...moves.map(one => step({ one, depth: 0, how: '' })));
  mark(new Set(moves.flatMap(one => one.back.map(({ key }) => key))));
  open();
}

/** What lies on the trail stands out on the map. */
function mark(keys) {
  for (const map of place.querySelectorAll('[data-kaart] svg')) {
    map.classList.toggle('has-trail', keys.size > 0);
    for (const node of map.querySelectorAll('[data-knoop]')) {
      node.classList.toggle('on-trail', keys.has(node.dataset.knoop));
      node.classList.toggle('is-chosen', node.dataset.knoop === chosen);
    }
    for (const edge of map.querySelectorAll('[data-van]')) edge.classList.toggle('on-trail', keys.has(edge.dataset.van) && keys.has(edge.dataset.tot));
  }
}

// --- mouse and keys --------------------------------------------------------------------------------------------------

const keyOf = address => decodeURIComponent(address).replace(/^#spoor-/, '');

document.addEventListener('click', event => {
  const { target } = event;
  const again = target.closest('[data-trace-way], [data-kies]');
  if (again && trace.contains(again)) return void choose(again.dataset.kies ?? chosen, again.dataset.traceWay ?? (way === 'waarom' || !chosen ? 'waarom' : way));
  if (target.closest('[data-trace-close]')) return close();
  const button = target.closest('[data-spoor]');
  if (button) return void choose(button.closest('[data-knoop]').dataset.knoop, button.dataset.spoor, button);
  const figured = target.closest('[data-figuur]');
  if (figured) return figure(figured.dataset.figuur, figured);
  const link = target.closest('a[href^="#spoor-"]');
  if (link && choose(keyOf(link.getAttribute('href')), link.dataset.kant ?? usual(keyOf(link.getAttribute('href'))), link)) event.preventDefault();
});

/** Of a consequence one asks why, of a cause what followed. */
function usual(key) {
  return read().get(key)?.ring || key.startsWith('indicator:') ? 'waarom' : 'gevolg';
}

place?.addEventListener('keydown', event => {
  if (event.key === 'Escape' && !trace.hidden) {
    event.stopPropagation();
    return close();
  }
  const node = event.target.closest?.('[data-kaart] [data-knoop]');
  const next = node && neighbour(node, event.key);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  rove(next);
  next.focus();
});

/** Arrow keys: right to what followed, left to what came before, up and down through the whole map. */
function neighbour(node, key) {
  const map = node.ownerSVGElement;
  const all = [...map.querySelectorAll('[data-knoop]')].filter(shownAt);
  const to = (name, other) => [...map.querySelectorAll(`[data-${name}="${CSS.escape(node.dataset.knoop)}"]`)].filter(shownAt).map(edge => edge.dataset[other])[0];
  const found = { ArrowRight: () => to('van', 'tot'), ArrowLeft: () => to('tot', 'van') }[key]?.();
  if (found) return all.find(one => one.dataset.knoop === found);
  return { ArrowDown: all[all.indexOf(node) + 1], ArrowUp: all[all.indexOf(node) - 1] }[key];
}

/** One box of the map is in the tab order. */
function rove(to = null) {
  const all = [...(place?.querySelectorAll('[data-kaart] a[data-knoop]') ?? [])];
  const stop = to ?? all.find(one => one === document.activeElement) ?? all.find(one => one.getAttribute('tabindex') === '0') ?? all.find(shownAt) ?? all[0];
  for (const one of all) one.setAttribute('tabindex', one === stop ? '0' : '-1');
}

if (place) {
  rove();
  // On a phone the list stands in the place of the map.
  const list = place.querySelector('[data-kaartlijst]');
  if (list && matchMedia('(max-width: 640px)').matches) list.open = true;
  on('applied', () => {
    rove();
    if (chosen && !trace.hidden) draw(read());
  });
}

/** Open what the address asks for, such as a headline of the newspaper. */
export function openHash() {
  const key = location.hash.startsWith('#spoor-') ? keyOf(location.hash) : '';
  if (place && key) choose(key, usual(key));
}
