// Choosing some from a long list: `data-exactly="3"` on the list says how many, `data-searches="id"` on a field filters it.
// One too many takes the place of the one that was chosen longest ago, so the number is always right.
import { byId, on } from './base.js';

const boxesOf = list => [...list.querySelectorAll('input[type=checkbox]')];
const chosenAt = new WeakMap();
let turn = 0;

function show(list) {
  const wanted = Number(list.dataset.exactly);
  const chosen = boxesOf(list).filter(box => box.checked).length;
  const place = byId(`${list.id}-gekozen`);
  const text = `Gekozen: ${chosen} van ${wanted}.${chosen === wanted ? ' Vink je een andere aan? Dan valt de oudste keuze af.' : ''}`;
  if (place && place.textContent !== text) place.textContent = text;
  for (const button of list.closest('form').querySelectorAll('[type=submit]')) button.disabled = chosen !== wanted;
}

function choose(list, box) {
  chosenAt.set(box, ++turn);
  const checked = boxesOf(list).filter(one => one.checked).sort((a, b) => (chosenAt.get(a) ?? 0) - (chosenAt.get(b) ?? 0));
  if (checked.length > Number(list.dataset.exactly)) checked[0].checked = false;
}

function search(field) {
  const words = field.value.trim().toLowerCase();
  const list = byId(field.dataset.searches);
  for (const box of boxesOf(list)) {
    const line = box.closest('.choice');
    line.hidden = Boolean(words) && !line.textContent.toLowerCase().includes(words);
  }
  for (const fold of list.querySelectorAll('details')) {
    if (words) fold.open = Boolean(fold.querySelector('.choice:not([hidden])'));
  }
}

const lists = () => document.querySelectorAll('[data-exactly]');

document.addEventListener('change', event => {
  const list = event.target.closest('[data-exactly]');
  if (!list) return;
  if (event.target.checked) choose(list, event.target);
  show(list);
});
document.addEventListener('input', event => event.target.matches('[data-searches]') && search(event.target));
// Enter in the search field does not send the form around it.
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('[data-searches]')) event.preventDefault();
});
on('applied', () => lists().forEach(show));
lists().forEach(show);
