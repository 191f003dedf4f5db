// The lost connection: a bar at once, an explanation after some seconds, and a full stop when there is no way back.
import { byId, element, on, tell } from './base.js';
import { unsent } from './outbox.js';

const EXPLAIN_AFTER = 6000;
const GONE = {
  taken_over: ['Je bent verdergegaan op een ander apparaat', '/terug', 'Hier verdergaan met je terugkeercode'],
  removed: ['Je doet niet meer mee', '/', 'Naar het begin'],
  link_withdrawn: ['Deze link is ingetrokken', '/', 'Naar het begin'],
};
const OTHERWISE = ['Dit scherm is niet meer voor jou', '/', 'Naar het begin'];

let timer = 0;
let lost = false;
let over = false;

function bar(text) {
  const known = byId('link-bar');
  if (!text) return void known?.remove();
  const place = known ?? element('div', { id: 'link-bar', class: 'notice notice--warning link-bar', role: 'status' });
  if (place.textContent !== text) place.textContent = text;
  if (!known) document.body.prepend(place);
}

function barText() {
  const number = unsent();
  const queued = number === 1 ? ' Eén handeling is nog niet verstuurd.' : ` ${number} handelingen zijn nog niet verstuurd.`;
  return `Geen verbinding. We proberen het opnieuw.${number ? queued : ''}`;
}

function explain() {
  if (byId('link-help')) return;
  const help = element(
    'section', { id: 'link-help', class: 'link-help card card--warning', role: 'dialog', 'aria-labelledby': 'link-help-title' },
    element('h2', { id: 'link-help-title', class: 'nl-heading nl-heading--level-3' }, 'De verbinding is weg'),
    element('p', {}, 'Je hoeft niets te doen. Wat je typte blijft staan en je plaats blijft van jou. Zodra er weer verbinding is, gaat dit scherm vanzelf verder.'),
    element('p', {}, 'Duurt het lang? Kijk of je wifi aanstaat, of vraag je spelleider.'),
  );
  document.body.append(help);
  tell('say', 'De verbinding is weg. Je hoeft niets te doen. Wat je typte blijft staan.');
}

function down() {
  document.documentElement.dataset.link = 'down';
  if (lost || over) return;
  lost = true;
  bar(barText());
  timer = setTimeout(explain, EXPLAIN_AFTER);
}

function up() {
  document.documentElement.dataset.link = 'up';
  clearTimeout(timer);
  byId('link-help')?.remove();
  bar('');
  if (lost) tell('say', 'Je bent weer verbonden.');
  lost = false;
}

function gone(problem) {
  up();
  over = true;
  const [title, address, label] = GONE[problem.code] ?? OTHERWISE;
  const dialog = element(
    'dialog', { class: 'dialog', id: 'link-gone', 'aria-labelledby': 'link-gone-title' },
    element('div', { class: 'dialog__head' }, element('h2', { id: 'link-gone-title', class: 'nl-heading nl-heading--level-3' }, title)),
    element('div', { class: 'dialog__body' }, element('p', {}, problem.message)),
    element('div', { class: 'dialog__foot' }, element('a', { class: 'nl-button nl-button--primary', href: address }, element('span', { class: 'nl-button__label' }, label))),
  );
  byId('link-gone')?.remove();
  document.body.append(dialog);
  dialog.addEventListener('cancel', event => event.preventDefault());
  dialog.showModal();
}

on('down', down);
on('up', up);
on('gone', gone);
on('unsent', () => lost && bar(barText()));
on('stale', () => bar('Er is een nieuwe versie van dit scherm. Ververs de pagina.'));
