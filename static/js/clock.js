// Counts down. `data-ends-at` is server time; without it the clock stands still and shows what the server wrote.
import { page, on, tell } from './base.js';
import { now } from './net.js';

const SOON = 60;
const LATE = 10;
const LABELS = { soon: 'nog 1 minuut', late: 'bijna om', over: 'tijd is om' };
const SENTENCES = { soon: 'Nog één minuut.', late: 'Nog tien tellen.', over: 'De tijd is om.' };
const before = new Map();

const two = number => String(number).padStart(2, '0');

/** 272 -> "04:32", 3700 -> "1:01:40". */
export function clockText(seconds) {
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds >= 3600 ? `${Math.floor(seconds / 3600)}:${rest}` : rest;
}

function tick() {
  document.querySelectorAll('[data-ends-at]').forEach(show);
}

function show(clock) {
  const endsAt = Number(clock.dataset.endsAt);
  if (!endsAt) return;
  const left = Math.ceil((endsAt - now()) / 1000);
  const state = left <= 0 ? 'over' : left <= LATE ? 'late' : left <= SOON ? 'soon' : '';
  write(clock.querySelector('.timer__text') ?? clock, left < 0 ? `−${clockText(-left)}` : clockText(left));
  clock.classList.toggle('timer--soon', state === 'soon');
  clock.classList.toggle('timer--late', state === 'late' || state === 'over');
  label(clock, LABELS[state] ?? '');
  if (clock.id) announce(clock.id, endsAt, state);
}

function write(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

/** The word beside the figures, so that the change is not in colour alone. */
function label(clock, text) {
  let place = clock.querySelector('.timer__warning');
  if (!place && text) {
    place = document.createElement('span');
    place.className = 'timer__warning timer__label';
    place.dataset.own = '';
    clock.append(place);
  }
  if (place) write(place, text);
}

/** Where the game is: a next step has a clock of its own, which is no extension. */
function where() {
  const place = document.querySelector('[data-stage]');
  return place ? `${place.dataset.stage}.${place.dataset.step}.${place.dataset.round}` : '';
}

function announce(id, endsAt, state) {
  const last = before.get(id);
  const step = where();
  before.set(id, { endsAt, state, step });
  if (!last || last.step !== step) return;
  if (endsAt > last.endsAt + 20_000 && last.endsAt > now()) tell('say', 'De tijd is verlengd.');
  else if (state && state !== last.state && endsAt === last.endsAt) tell('say', SENTENCES[state]);
}

// Tick on the second of the clock, so that all screens in a room change together.
function next() {
  tick();
  setTimeout(next, 1000 - (now() % 1000) + 5);
}

on('applied', tick);
on('up', tick);
if (page.dataset.game || page.dataset.meeting) next();
