// Dialogs: `data-opens="id"` opens one, `data-closes` closes the one around it, and a question before what cannot be undone.
import { byId, element } from './base.js';

document.addEventListener('click', event => {
  const opener = event.target.closest('[data-opens]');
  // `data-presses="pause"`: what has to happen at once, before the dialog is read.
  if (opener?.dataset.presses) document.querySelector(`form[data-command="${opener.dataset.presses}"]`)?.requestSubmit();
  if (opener) open(byId(opener.dataset.opens));
  event.target.closest('[data-closes]')?.closest('dialog')?.close();
});

/** Open a dialog over the page. */
export function open(dialog) {
  if (dialog && !dialog.open) dialog.showModal();
}

/** Ask a question; gives whether the answer was yes. */
export function confirmed(question) {
  return new Promise(resolve => {
    const dialog = questionDialog(question);
    document.body.append(dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    dialog.showModal();
  });
}

function questionDialog(question) {
  const text = element('p', { id: 'question-text' }, question);
  return element(
    'dialog', { class: 'dialog', 'aria-labelledby': 'question-text', role: 'alertdialog' },
    element('div', { class: 'dialog__body' }, text),
    element('form', { class: 'dialog__foot', method: 'dialog' }, button('no', 'Nee, terug', 'secondary'), button('yes', 'Ja', 'primary')),
  );
}

function button(value, label, kind) {
  return element('button', { class: `nl-button nl-button--${kind}`, value }, element('span', { class: 'nl-button__label' }, label));
}
