// Letters left: `data-count="id"` on a field with maxlength names where the number stands.
import { byId, on } from './base.js';

function show(control) {
  const place = byId(control.dataset.count);
  if (!place) return;
  const left = control.maxLength - control.value.length;
  const text = control.value ? `nog ${left} ${left === 1 ? 'teken' : 'tekens'}` : '';
  if (place.textContent !== text) place.textContent = text;
}

const showAll = () => document.querySelectorAll('[data-count]').forEach(show);

document.addEventListener('input', event => event.target.matches('[data-count]') && show(event.target));
document.addEventListener('reset', () => setTimeout(showAll));
on('applied', showAll);
showAll();
