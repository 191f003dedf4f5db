// Keys: `data-key="n"` on a button (or a form's button) presses it. Only when nobody is filling something in.
import { typing } from './base.js';

const NAMES = { ' ': 'space', '?': '?' };

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (typing() || document.querySelector('dialog[open]')) return;
  const key = NAMES[event.key] ?? event.key.toLowerCase();
  // Space on a button or link is for that button or link.
  if (key === 'space' && event.target.closest('button, a, summary, label, [role=button]')) return;
  const button = [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key === key && usable(one));
  if (!button) return;
  event.preventDefault();
  button.focus({ preventScroll: true });
  button.click();
});

const usable = button => !button.disabled && button.getClientRects().length > 0;
