// A form with data-command becomes a command. What was typed stays until the server has it.
import { element, on, page, tell } from './base.js';
import { confirmed } from './dialogs.js';
import { forget } from './drafts.js';
import { send } from './outbox.js';

const UNSENT = 'Nog niet verstuurd. Dit gaat vanzelf zodra de verbinding er weer is.';

document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-command]');
  if (!form) return;
  event.preventDefault();
  submit(form, event.submitter);
});

async function submit(form, submitter) {
  if (form.dataset.sending !== undefined) return;
  if (form.dataset.confirm && !(await confirmed(form.dataset.confirm))) return;
  note(form);
  mark(form, true);
  if (!page.dataset.klaar) note(form, 'status', UNSENT);
  const answer = await send(commandOf(form, submitter));
  mark(form, false);
  note(form);
  if (answer.ok) done(form);
  else if (form.isConnected) note(form, 'alert', answer.error.message);
  else tell('problem', answer.error.message);
}

function done(form) {
  forget(form);
  form.closest('dialog[open]')?.close();
  if (!form.hasAttribute('data-keep')) form.reset();
  tell('say', form.dataset.done ?? 'Gelukt.');
  tell('sent', form);
}

function commandOf(form, submitter) {
  const beside = form.closest('[data-watches]')?.dataset;
  const { game, meeting, audience = '' } = beside ? { game: beside.watches, audience: beside.audience } : page.dataset;
  const stream = game ? { game, as: form.dataset.as ?? audience } : { meeting, as: form.dataset.as ?? audience };
  return { ...fieldsOf(form, submitter), type: form.dataset.command, ...stream };
}

/** The fields of a form, by the name of each control; `votes.for` is a field in an object. */
export function fieldsOf(form, submitter) {
  const fields = {};
  for (const control of form.elements) {
    if (!control.name || control.disabled || (control.type === 'submit' && control !== submitter)) continue;
    const [name, inner] = control.name.split('.');
    if (inner) setValue((fields[name] ??= {}), inner, control);
    else setValue(fields, name, control);
  }
  return fields;
}

function setValue(fields, name, control) {
  const type = control.dataset.type ?? (control.type === 'number' ? 'int' : 'text');
  const chosen = !/^(radio|checkbox)$/.test(control.type) || control.checked;
  if (type === 'list') fields[name] = [...(fields[name] ?? []), ...listOf(control, chosen)];
  else if (type === 'bool' && control.type === 'checkbox') fields[name] = control.checked;
  else if (chosen) setSingle(fields, name, type, control.value);
}

function setSingle(fields, name, type, value) {
  if (type === 'int') value !== '' && (fields[name] = Number.parseInt(value, 10));
  else if (type === 'bool') fields[name] = value === 'true';
  else if (type === 'json') fields[name] = JSON.parse(value);
  else fields[name] = value.replace(/\r\n?/g, '\n').trim();
}

const listOf = (control, chosen) => (
  control.selectedOptions ? [...control.selectedOptions].map(option => option.value).filter(Boolean) : chosen ? [control.value] : []
);

/** Not `disabled`: that would take the focus away. A second press is ignored instead. */
function mark(form, busy) {
  form.toggleAttribute('data-sending', busy);
  for (const button of form.querySelectorAll('[type=submit]')) {
    if (busy) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  }
}

/** One remark beside a form, or none. */
function note(form, role, text) {
  form.querySelector(':scope > .form-note')?.remove();
  if (!text) return;
  const tone = role === 'alert' ? 'negative' : 'warning';
  form.append(element('p', { class: `form-note callout callout--${tone}`, role, 'data-own': '' }, text));
}

on('down', () => {
  for (const form of document.querySelectorAll('form[data-sending]')) note(form, 'status', UNSENT);
});
