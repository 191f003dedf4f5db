// What somebody is typing survives a reload: kept in this tab only, gone when it is sent.
import { byId, memory, on } from './base.js';

const PREFIX = `dnalab.draft:${location.pathname}:`;
const TEXTS = 'form[data-command] textarea, form[data-command] input[type=text]';

const keyOf = control => PREFIX + (control.id || `${control.form.dataset.command}.${control.name}`);

document.addEventListener('input', event => {
  const control = event.target;
  if (control.matches(TEXTS)) memory.set(keyOf(control), control.value || null);
});

function restore() {
  for (const control of document.querySelectorAll(TEXTS)) {
    if (control.value !== control.defaultValue || control === document.activeElement) continue;
    const kept = memory.get(keyOf(control));
    if (kept !== null && kept !== control.value) {
      control.value = kept;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}

/** This form was sent: nothing of it needs to be kept. */
export function forget(form) {
  for (const control of form.elements) {
    if (!control.matches('textarea, input[type=text]')) continue;
    memory.set(keyOf(control), null);
    // The form may have been taken away and put back meanwhile: then the text stands in the new one.
    const shown = control.id && byId(control.id);
    if (shown && shown !== control && shown.value === control.value) shown.value = shown.defaultValue;
  }
}

on('applied', restore);
restore();
