// Talk at a distance: one channel at a time, what is unread in the others, and a line that Enter sends.
// What was read is kept on this device, per game and per seat, so that it survives a reload.
import { byId, element, memory, on, page, tell } from './base.js';

const card = byId('gesprek');
const tabs = byId('channels');
const log = byId('messages');
const sheet = byId('gesprek-blad');
const KEPT = `dnalab.read:${page.dataset.game}:${page.dataset.key || location.pathname}`;
const CHOSEN = `dnalab.channel:${location.pathname}`;
const NEAR = 40;

let read = stored();
let chosen = memory.get(CHOSEN) ?? 'tafel';
let inView = false;
let atEnd = true;
const sent = new WeakMap();

function stored() {
  try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
}

function keep() {
  try { localStorage.setItem(KEPT, JSON.stringify(read)); } catch { /* full or forbidden: then it does not survive a reload */ }
}

const channels = () => [...tabs.children];
const messages = () => [...log.children];
const tabOf = channel => channel.querySelector('[role=tab]');
const unread = message => !message.hasAttribute('data-mine') && Number(message.dataset.order) > (read[message.dataset.channel] ?? 0);

function choose(name, focus = false) {
  chosen = name;
  memory.set(CHOSEN, name);
  atEnd = true;
  show();
  if (focus) tabOf(channels().find(one => one.dataset.channel === name))?.focus();
}

/** Everything that follows from the chosen channel and from what is on the page. Puts back what a morph took away. */
function show() {
  const all = channels();
  page.toggleAttribute('data-apart', all.length > 0);
  if (all.length && !all.some(one => one.dataset.channel === chosen)) chosen = all[0].dataset.channel;
  for (const one of card.querySelectorAll('.say, .say-line')) one.classList.toggle('is-here', one.dataset.channel === chosen);
  card.classList.toggle('talk--table', chosen === 'tafel');
  card.classList.toggle('talk--empty', !log.querySelector('.is-here'));
  if (atEnd) sheet.scrollTop = sheet.scrollHeight;
  look();
}

/** What is on screen now is read; then the counts are right. */
function look() {
  atEnd = sheet.scrollHeight - sheet.scrollTop - sheet.clientHeight < NEAR;
  if (atEnd && inView && !document.hidden) readAll();
  byId('gesprek-einde').hidden = atEnd;
  count();
}

function readAll() {
  const last = messages().findLast(one => one.dataset.channel === chosen);
  if (!last || Number(last.dataset.order) <= (read[chosen] ?? 0)) return;
  read = { ...stored(), [chosen]: Number(last.dataset.order) };
  keep();
}

function count() {
  const waiting = messages().filter(unread);
  const used = new Set(messages().map(one => one.dataset.channel));
  for (const one of channels()) draw(one, waiting.filter(message => message.dataset.channel === one.dataset.channel).length, used);
  const whole = byId('gesprek-nieuw');
  whole.hidden = !waiting.length;
  put(whole, `${waiting.length} nieuw`);
  tell('unread', { tab: card.dataset.panel, number: waiting.length });
}

function draw(one, number, used) {
  const here = one.dataset.channel === chosen;
  const tab = tabOf(one);
  tab.setAttribute('aria-selected', String(here));
  tab.tabIndex = here ? 0 : -1;
  if (here) sheet.setAttribute('aria-labelledby', tab.id);
  one.hidden = one.classList.contains('channel--pair') && !here && !used.has(one.dataset.channel);
  const badge = one.querySelector('.channel__count');
  if (badge.dataset.number === String(number)) return;
  badge.dataset.number = String(number);
  badge.replaceChildren(...(number ? [element('span', { class: 'sr-only' }, 'nieuw: '), number > 99 ? '99+' : String(number)] : []));
}

function put(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

// --- choosing ---------------------------------------------------------------------------------------------------------

function move(event) {
  const shown = channels().filter(one => !one.hidden);
  const at = shown.findIndex(one => one.dataset.channel === chosen);
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  choose(shown[(to + shown.length) % shown.length].dataset.channel, true);
}

function pick(select) {
  if (select.value) choose(select.value);
  select.value = '';
  card.querySelector('.say.is-here textarea')?.focus();
}

// --- writing ----------------------------------------------------------------------------------------------------------

function enter(event) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('[data-enter-sends]')) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}

/** Nothing goes out without words. What is sent is remembered, so that what is typed meanwhile stays. */
function beforeSending(event) {
  const field = event.target.querySelector('[data-enter-sends]');
  if (!field) return;
  if (field.value.trim()) sent.set(event.target, field.value);
  else event.preventDefault();
}

function clear(field, text) {
  if (!field || field.value.trim() !== text.trim()) return;
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function start() {
  tabs.addEventListener('click', event => event.target.closest('[role=tab]') && choose(event.target.closest('li').dataset.channel));
  tabs.addEventListener('keydown', move);
  card.addEventListener('change', event => event.target.matches('[data-picks-channel]') && pick(event.target));
  card.addEventListener('keydown', enter);
  sheet.addEventListener('scroll', look, { passive: true });
  byId('gesprek-einde').addEventListener('click', () => choose(chosen));
  document.addEventListener('visibilitychange', look);
  new IntersectionObserver(entries => {
    inView = entries.at(-1).isIntersecting;
    if (inView && atEnd) sheet.scrollTop = sheet.scrollHeight;
    look();
  }, { threshold: 0.3 }).observe(sheet);
  window.addEventListener('storage', event => {
    if (event.key !== KEPT) return;
    read = stored();
    count();
  });
  on('applied', fresh => {
    if (fresh.some(one => one.hasAttribute('data-mine') && one.dataset.channel === chosen)) atEnd = true;
    show();
    const away = inView ? [] : fresh.filter(one => one.matches('.say-line:not([data-mine])'));
    if (away.length) tell('aside', away);
  });
  // A link to something that was said opens its channel first.
  document.addEventListener('click', event => {
    const said = byId(event.target.closest('a[href^="#messages-"]')?.hash.slice(1));
    if (said) choose(said.dataset.channel);
  });
  on('sent', form => clear(form.querySelector('[data-enter-sends]'), sent.get(form) ?? ''));
  on('delivered', command => command.type === 'say' && clear(byId(fieldOf(command.channel)), command.text));
  show();
}

const fieldOf = channel => [...card.querySelectorAll('.say')].find(one => one.dataset.channel === channel)?.querySelector('textarea')?.id ?? '';

// Who only reads along sees the end of it, until they scroll back.
const open = document.querySelector('.talk--open .talk__sheet');
if (open) {
  let follows = true;
  const end = () => { if (follows) open.scrollTop = open.scrollHeight; };
  open.addEventListener('scroll', () => { follows = open.scrollHeight - open.scrollTop - open.clientHeight < NEAR; }, { passive: true });
  on('applied', end);
  end();
}

if (tabs) {
  // Before commands.js hears of it.
  document.addEventListener('submit', event => {
    beforeSending(event);
    if (event.defaultPrevented) event.stopImmediatePropagation();
  }, true);
  start();
}
