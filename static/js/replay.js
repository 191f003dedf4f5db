// Moves through a replay. Everything is already on the page: each piece says in which steps it shows (data-stap="4-9").

import { on } from './base.js';
import { openHash } from './reach.js';

const page = document.querySelector('[data-replay]');
const steps = JSON.parse(document.getElementById('stappen').textContent);
const last = steps.versies.length - 1;
const slider = document.getElementById('schuif');
const root = document.documentElement;

// --- what shows when ---------------------------------------------------------------------------------------------

const pieces = [...document.querySelectorAll('[data-stap]')].map((element) => {
  const [first, until] = element.dataset.stap.split('-');
  return { element, first: Number(first), until: until === '' ? last : Number(until), hidden: element.hasAttribute('hidden') };
});
const values = [...document.querySelectorAll('[data-punten]')].map((element) => ({
  element,
  points: element.dataset.punten.trim().split(/\s+/).filter(Boolean).map((point) => point.split(':').map(Number)),
}));
const filter = { zetel: '', soort: '' };
let now = Number(slider.value);

function passes({ element }) {
  const { soort, zetels } = element.dataset;
  if (soort === undefined) return true;
  return (!filter.soort || filter.soort === soort) && (!filter.zetel || zetels.split(' ').includes(filter.zetel));
}

function valueAt(points, step) {
  let value = '–';
  for (const [from, number] of points) if (from <= step) value = number;
  return value;
}

function nameAt(step) {
  let name = '';
  for (const [from, words] of steps.namen) if (from <= step) name = words;
  return name;
}

function show(step) {
  now = Math.min(Math.max(step, 0), last);
  for (const piece of pieces) {
    const hidden = !(piece.first <= now && now <= piece.until && passes(piece));
    if (hidden !== piece.hidden) {
      piece.hidden = hidden;
      piece.element.toggleAttribute('hidden', hidden);
    }
  }
  for (const { element, points } of values) element.textContent = valueAt(points, now);
  tell();
  follow();
}

function tell() {
  const name = nameAt(now);
  slider.value = now;
  slider.setAttribute('aria-valuetext', `${steps.tijden[now]}, ${name}`);
  for (const [key, words] of [['tijd', steps.tijden[now]], ['naam', name], ['nu', now + 1]]) {
    for (const element of document.querySelectorAll(`[data-${key}]`)) element.textContent = words;
  }
  for (const group of document.querySelectorAll('[data-cursor]')) {
    const chart = group.ownerSVGElement;
    group.setAttribute('transform', `translate(${Number(chart.dataset.x0) + Number(chart.dataset.dx) * now} 0)`);
  }
  for (const moment of document.querySelectorAll('[data-bekijk] [name=moment]')) moment.value = steps.versies[now];
}

// --- the log follows ---------------------------------------------------------------------------------------------

const log = document.querySelector('[data-log]');
let current = null;

function follow() {
  const visible = pieces.filter((piece) => !piece.hidden && piece.element.parentElement === log);
  const newest = visible.length ? visible[visible.length - 1].element : null;
  document.querySelector('[data-niets]').hidden = visible.length > 0;
  if (newest === current) return;
  current?.removeAttribute('aria-current');
  newest?.setAttribute('aria-current', 'step');
  current = newest;
  log.scrollTop = log.scrollHeight;
}

for (const select of document.querySelectorAll('[data-filter]')) {
  select.addEventListener('change', () => {
    filter[select.dataset.filter] = select.value;
    show(now);
  });
}

// --- going somewhere ---------------------------------------------------------------------------------------------

const marks = [...document.querySelectorAll('[data-mark]')];
const before = [...new Set(marks.map((mark) => Number(mark.dataset.naar)))].sort((a, b) => a - b);

function go(step) {
  stop();
  show(step);
  remember();
}

// Not at every step: browsers refuse an address that changes more than a few times a second.
let remembering = 0;

function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, '', link()), 250);
}

function link() {
  const address = new URL(location.href);
  address.searchParams.set('moment', steps.versies[now]);
  const as = document.getElementById('als');
  if (as) address.searchParams.set('als', as.value);
  return address.href;
}

const actions = {
  terug: () => go(now - 1),
  verder: () => go(now + 1),
  vorige: () => go(before.filter((step) => step < now).pop() ?? 0),
  volgende: () => go(before.find((step) => step > now) ?? last),
  speel: () => (timer ? stop() : play()),
  kopieer: copy,
};

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-doe]');
  if (button) actions[button.dataset.doe]();
  const place = event.target.closest('a[data-naar]');
  if (!place || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(Number(place.dataset.naar));
  // After a click with the mouse the arrow keys step; after Enter they still go from mark to mark.
  if (place.dataset.mark && event.detail) slider.focus({ preventScroll: true });
});
slider.addEventListener('input', () => go(Number(slider.value)));

// One mark is in the tab order; arrow keys go from mark to mark.
for (const mark of marks) {
  mark.addEventListener('keydown', (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = marks[marks.indexOf(mark) + move];
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    mark.setAttribute('tabindex', '-1');
    next.setAttribute('tabindex', '0');
    next.focus();
  });
}

// What is chosen of what led to what: its part of the page opens, at a step at which it was there.
on('chosen', item => {
  turnTo('kaart');
  if (item.hasAttribute('hidden')) go(Number(item.dataset.stap.split('-')[0]));
});

// --- playing -----------------------------------------------------------------------------------------------------

const speed = document.querySelector('[data-snelheid]');
const playButton = document.querySelector('[data-doe="speel"]');
let timer = 0;

function pace(step) {
  const seconds = steps.seconden[step + 1] - steps.seconden[step];
  return Math.min(Math.max(seconds * 40, 450), 1600) / Number(speed.value);
}

function play() {
  if (now >= last) show(0);
  playing(true);
  timer = setTimeout(advance, pace(now));
}

function advance() {
  show(now + 1);
  timer = now < last ? setTimeout(advance, pace(now)) : 0;
  if (!timer) stop();
}

function stop() {
  if (playButton.getAttribute('aria-pressed') === 'false') return;
  clearTimeout(timer);
  timer = 0;
  playing(false);
  remember();
}

function playing(on) {
  playButton.setAttribute('aria-pressed', String(on));
  playButton.querySelector('.nl-button__label').textContent = on ? 'Stop' : 'Speel af';
  const use = playButton.querySelector('use');
  use.setAttribute('href', use.getAttribute('href').replace(/#.*/, on ? '#player-pause' : '#player-play'));
}

// --- keys --------------------------------------------------------------------------------------------------------

const keys = {
  ArrowLeft: actions.terug,
  ArrowRight: actions.verder,
  Home: () => go(0),
  End: () => go(last),
  '[': actions.vorige,
  ']': actions.volgende,
  ' ': actions.speel,
};
const useKeys = document.querySelector('[data-toetsen]');
useKeys.checked = localStorage.getItem('terugblik-toetsen') !== 'uit';
useKeys.addEventListener('change', () => localStorage.setItem('terugblik-toetsen', useKeys.checked ? 'aan' : 'uit'));

document.addEventListener('keydown', (event) => {
  const field = event.target.closest('select, textarea, input:not([type=range]), [contenteditable]');
  const presses = event.key === ' ' && event.target.closest('a, button, summary');
  const scrolls = event.target.closest('.log, .chart-scroll, .table-scroll') && !'[] '.includes(event.key);
  if (!keys[event.key] || field || presses || scrolls || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!useKeys.checked) return;
  event.preventDefault();
  keys[event.key]();
});

// --- a link to this moment ---------------------------------------------------------------------------------------

const copied = document.querySelector('[data-kopie]');

function copy() {
  const field = copied.querySelector('input');
  field.value = link();
  copied.hidden = false;
  field.select();
  // On plain http there is no clipboard API: the old command works there, and else the field is ready to copy by hand.
  const done = navigator.clipboard ? navigator.clipboard.writeText(field.value) : oldCopy();
  Promise.resolve(done).then(() => say('De link naar dit moment is gekopieerd.'), () => say('Kopieer de link uit het veld.'));
}

function oldCopy() {
  return document.execCommand('copy') ? undefined : Promise.reject(new Error('no clipboard'));
}

function say(words) {
  copied.querySelector('label').textContent = words;
  document.getElementById('live').textContent = words;
}

// --- small things ------------------------------------------------------------------------------------------------

document.querySelector('[data-bekijk] select')?.addEventListener('change', (event) => event.target.form.submit());

function turnTo(name) {
  root.dataset.tab = name;
  for (const tab of document.querySelectorAll('.tabs__item')) {
    if (tab.dataset.tab === name) tab.setAttribute('aria-current', 'true');
    else tab.removeAttribute('aria-current');
  }
}

for (const tab of document.querySelectorAll('.tabs__item')) {
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    turnTo(tab.dataset.tab);
    scrollTo(0, 0);
  });
}

show(now);
openHash();
page.classList.add('is-klaar');
root.dataset.klaar = '1';
