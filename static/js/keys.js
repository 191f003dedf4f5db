// Keys: `data-key="n"` on a button (or a form's button) presses it. Only when nobody is filling something in.
// The focus stays where it was, so that space is still the next step; a field gets it until Enter or Escape.
import { on, typing } from './base.js';

const NAMES = { ' ': 'space', '?': '?' };
let before = null;

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return;
  if (typing() || document.querySelector('dialog[open]')) return;
  const key = NAMES[event.key] ?? event.key.toLowerCase();
  // Space on a button or link is for that button or link.
  if (key === 'space' && event.target.closest('button, a, summary, label, [role=button]')) return;
  const button = [...document.querySelectorAll('[data-key]')].find(one => one.dataset.key === key && usable(one));
  if (!button) return;
  event.preventDefault();
  if (button.matches('input, textarea')) enter(button);
  else button.click();
});

const usable = button => !button.disabled && button.getClientRects().length > 0;

function enter(field) {
  before = document.activeElement;
  field.focus();
}

function leave() {
  const field = document.activeElement;
  if (!field?.matches('input[data-key], textarea[data-key]')) return;
  field.blur();
  if (before?.isConnected) before.focus({ preventScroll: true });
}

document.addEventListener('keydown', event => event.key === 'Escape' && leave());
on('sent', form => form.contains(document.activeElement) && leave());
