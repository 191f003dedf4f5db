// Commands on their way. Each keeps its id until it is answered, also over a reload: sent twice, done once.
import { freshId, memory, on, page, tell } from './base.js';
import { ask, connected } from './net.js';

const KEPT = 'dnalab.outbox';
const TOO_OLD = 10 * 60 * 1000;
const AGAIN = ['not_saved', 'too_fast', 'internal_busy'];
const LOST = { ok: false, error: { code: 'lost', message: 'Dit is niet verstuurd: er was te lang geen verbinding. Doe het opnieuw.' } };

let waiting = (memory.get(KEPT) ?? []).filter(item => item.page === location.pathname);
const answers = new Map();
const underway = new Set();

/** How many commands are not sent yet. */
export const unsent = () => waiting.length;

/** Send a command; gives the answer of the server, however long that takes. */
export function send(command) {
  const item = { id: freshId(), at: Date.now(), page: location.pathname, command, late: !page.dataset.klaar };
  waiting.push(item);
  keep();
  const answer = new Promise(resolve => answers.set(item.id, resolve));
  if (page.dataset.klaar) deliver(item);
  return answer;
}

async function deliver(item) {
  if (underway.has(item.id)) return;
  underway.add(item.id);
  const answer = Date.now() - item.at > TOO_OLD ? LOST : await ask('command', { ...item.command, id: item.id });
  underway.delete(item.id);
  if (!answer) return void (connected() && page.dataset.klaar && deliver(item));
  if (!answer.ok && AGAIN.includes(answer.error.code) && Date.now() - item.at < 60_000) {
    return void setTimeout(() => connected() && deliver(item), 1500);
  }
  if (!answer.ok && item.late && answer.error.code === 'paused') {
    return void setTimeout(() => connected() && deliver(item), 2000);
  }
  settle(item, answer);
}

function settle(item, answer) {
  waiting = waiting.filter(other => other.id !== item.id);
  keep();
  const resolve = answers.get(item.id);
  answers.delete(item.id);
  if (answer.ok && !resolve) tell('delivered', item.command);
  if (resolve) resolve(answer);
  else if (!answer.ok) tell('problem', answer.error.message);
}

function keep() {
  memory.set(KEPT, waiting.length ? waiting : null);
  tell('unsent', waiting.length);
}

// After a lost link the game may stand still: what was sent meanwhile waits until the facilitator goes on.
on('up', () => waiting.forEach(item => {
  item.late = true;
  deliver(item);
}));
on('down', () => tell('unsent', waiting.length));
