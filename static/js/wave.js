// One wish for all tables: sent without leaving the page. What came of it stands beside the buttons.
import { byId, freshId, nodes, on, tell } from './base.js';
import { confirmed } from './dialogs.js';

const FAILED = 'Dit kwam niet aan. Kijk of je verbinding hebt en druk nog een keer: wat al gelukt is, gebeurt niet twee keer.';

document.addEventListener('submit', async event => {
  const form = event.target.closest('form[data-wave]');
  if (!form) return;
  event.preventDefault();
  const button = event.submitter;
  if (!button || form.dataset.sending !== undefined) return;
  if (button.dataset.asks && !(await confirmed(button.dataset.asks))) return;
  form.dataset.sending = '';
  button.setAttribute('aria-disabled', 'true');
  await send(form, button.value);
  delete form.dataset.sending;
  button.removeAttribute('aria-disabled');
});

/** The word of the form stays the same until an answer came, so that trying again does nothing twice. */
async function send(form, wish) {
  const fields = new FormData(form);
  fields.set('wens', wish);
  byId('antwoorden').textContent = 'Bezig …';
  try {
    const answer = await fetch(`${form.action}?deel=1`, { method: 'POST', body: fields, headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(answer.status);
    byId('antwoorden').replaceChildren(nodes(await answer.text()));
    form.elements.once.value = freshId();
  } catch {
    byId('antwoorden').replaceChildren();
    tell('problem', FAILED);
  }
}

/** A button is there when a table offers what it does; it says at how many, when not at all. */
function offer() {
  const tables = [...document.querySelectorAll('[data-watches]')];
  const buttons = [...document.querySelectorAll('[data-needs]')];
  const focused = document.activeElement;
  for (const button of buttons) {
    const ready = tables.filter(table => table.querySelector(button.dataset.needs)).length;
    button.hidden = !ready;
    count(button, ready < tables.length ? `${ready} van ${tables.length}` : '');
  }
  if (focused?.hidden) buttons.find(button => !button.hidden)?.focus({ preventScroll: true });
}

function count(button, text) {
  let place = button.querySelector('.count');
  if (!place) {
    place = document.createElement('span');
    place.className = 'count';
    button.append(place);
  }
  if (place.textContent !== text) place.textContent = text;
}

/** How many of the people at a table are connected. */
function people() {
  for (const place of document.querySelectorAll('[data-connected]')) {
    const here = [...place.closest('[data-watches]').querySelectorAll('[data-presence]')];
    const there = here.filter(one => one.dataset.status).length;
    const text = here.length ? `${there} van ${here.length} verbonden` : 'nog niemand';
    if (place.textContent !== text) place.textContent = text;
  }
}

if (document.querySelector('form[data-wave]')) {
  for (const name of ['applied', 'up']) on(name, offer);
  for (const name of ['applied', 'up', 'here', 'presence']) on(name, people);
  offer();
}
