// Light, dark or as the machine has it: `data-theme="licht|donker|auto"` on a button chooses, and it is remembered.
import { page } from './base.js';

const KEPT = 'dnalab.kleur';
const read = () => {
  try { return localStorage.getItem(KEPT); } catch { return null; }
};

function choose(colour) {
  page.dataset.kleur = colour;
  for (const button of document.querySelectorAll('[data-theme]')) {
    button.setAttribute('aria-pressed', String(button.dataset.theme === colour));
  }
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-theme]');
  if (!button) return;
  try { localStorage.setItem(KEPT, button.dataset.theme); } catch { /* then only on this page */ }
  choose(button.dataset.theme);
});

choose(read() ?? page.dataset.kleur ?? 'auto');
