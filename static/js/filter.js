// A list to search in: `data-filter="id"` on the controls, which show only when this runs; `data-only="geld"` keeps what has `data-geld`.
import { byId } from './base.js';

for (const controls of document.querySelectorAll('[data-filter]')) {
  const lines = [...byId(controls.dataset.filter).children];
  const field = controls.querySelector('input[type=search]');
  const show = () => {
    const words = field.value.trim().toLowerCase();
    const wanted = [...controls.querySelectorAll('[data-only]:checked')].map(box => box.dataset.only);
    for (const line of lines) {
      line.hidden = !(line.textContent.toLowerCase().includes(words) && wanted.every(one => one in line.dataset));
    }
    const left = lines.filter(line => !line.hidden).length;
    controls.querySelector('[data-found]').textContent = left ? `${left} van ${lines.length}` : 'Niets gevonden. Zoek een ander woord.';
  };
  controls.addEventListener('input', show);
  controls.hidden = false;
  show();
}
