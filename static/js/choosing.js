// Choosing some from a long list: `data-exactly="3"` on the list says how many, `data-searches="id"` on a field filters it.
import { byId, on } from './base.js';

const boxesOf = list => [...list.querySelectorAll('input[type=checkbox]')];

function show(list) {
  const wanted = Number(list.dataset.exactly);
  const boxes = boxesOf(list);
  const chosen = boxes.filter(box => box.checked).length;
  const place = byId(`${list.id}-gekozen`);
  const text = `Gekozen: ${chosen} van ${wanted}.${chosen === wanted ? ' Haal een vinkje weg om te wisselen.' : ''}`;
  if (place && place.textContent !== text) place.textContent = text;
  for (const box of boxes) box.disabled = chosen >= wanted && !box.checked;
  for (const button of list.closest('form').querySelectorAll('[type=submit]')) button.disabled = chosen !== wanted;
}

function search(field) {
  const words = field.value.trim().toLowerCase();
  for (const box of boxesOf(byId(field.dataset.searches))) {
    const line = box.closest('.choice');
    line.hidden = Boolean(words) && !box.checked && !line.textContent.toLowerCase().includes(words);
  }
  for (const fold of byId(field.dataset.searches).querySelectorAll('details')) {
    if (words) fold.open = Boolean(fold.querySelector('.choice:not([hidden])'));
  }
}

const lists = () => document.querySelectorAll('[data-exactly]');

document.addEventListener('change', event => {
  const list = event.target.closest('[data-exactly]');
  if (list) show(list);
});
document.addEventListener('input', event => event.target.matches('[data-searches]') && search(event.target));
// Enter in the search field does not send the form around it.
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.matches('[data-searches]')) event.preventDefault();
});
on('applied', () => lists().forEach(show));
lists().forEach(show);
