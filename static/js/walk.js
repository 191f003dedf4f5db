// The walk-through of a demo table. It follows what the facilitator really does: a step is over when the game shows that it
// was done. What was reached is remembered in this browser, so it can be left and taken up again.
import { byId, on, page } from './base.js';

const STAGES = ['lobby', 'briefing', 'round', 'meal', 'epilogue', 'debrief', 'closed'];
const ROUND = ['read', 'talk', 'act', 'consequences'];
const panel = byId('rondleiding');
const steps = [...(panel?.querySelectorAll('.walk__steps > li') ?? [])];
const kept = `dnalab.rondleiding:${page.dataset.game}`;
let now = { step: 0, left: false };
let sent = new Set();
let revealed = '';

function recall() {
  try { return { ...now, ...JSON.parse(localStorage.getItem(kept)) }; } catch { return now; }
}

function keep() {
  try { localStorage.setItem(kept, JSON.stringify(now)); } catch { /* then it begins anew after a reload */ }
}

const place = () => document.querySelector('#control [data-stage]')?.dataset ?? {};
const button = name => panel.querySelector(`[data-walk=${name}]`);
const last = () => now.step === steps.length - 1;

function reached(order, wanted, here) {
  return order.indexOf(here) >= order.indexOf(wanted);
}

/** Whether this is so: `stage:debrief`, `step:act`, `sent:unexpected`, `seen:selector` or `gone:selector` (with _ for a space). */
function holds(condition) {
  const { stage, step } = place();
  const colon = condition.indexOf(':');
  const [kind, what] = colon < 0 ? [condition, ''] : [condition.slice(0, colon), condition.slice(colon + 1)];
  if (kind === 'stage') return reached(STAGES, what, stage);
  if (kind === 'step') return stage === 'round' ? reached(ROUND, what, step) : reached(STAGES, 'meal', stage);
  if (kind === 'seen') return Boolean(document.querySelector(what.replaceAll('_', ' ')));
  if (kind === 'gone') return !document.querySelector(what.replaceAll('_', ' '));
  return sent.has(kind === 'sent' ? what : kind);
}

const waits = step => (step.dataset.until ?? '').split(' ');
const met = wait => wait.split('|').some(holds);

function over(step) {
  if (step.dataset.last !== undefined) return false;
  return !step.dataset.while.split(' ').includes(place().stage) || waits(step).every(met);
}

/** Past every step that was done, and show the one that is next. */
function follow() {
  if (!place().stage) return;
  const from = now.step;
  while (!last() && over(steps[now.step])) {
    now.step += 1;
    sent = new Set();
  }
  if (now.step !== from) keep();
  show();
}

function show() {
  panel.hidden = false;
  panel.querySelector('.walk__now').hidden = now.left;
  panel.querySelector('.walk__left').hidden = !now.left;
  const step = steps[now.step];
  for (const one of steps) one.hidden = one !== step;
  panel.querySelector('.walk__count').hidden = last();
  byId('rondleiding-nummer').textContent = String(now.step + 1);
  button('read').hidden = !waits(step).includes('read') || !waits(step).every(one => one === 'read' || met(one));
  button('replay').hidden = !last();
  button('skip').hidden = last();
  button('point').hidden = last();
  // What is brought into view stays below the bar and this strip.
  page.style.scrollPaddingBlockStart = `${panel.offsetHeight + (document.querySelector('.bar')?.offsetHeight ?? 0) + 12}px`;
  mark(now.left ? { key: '' } : target(step));
}

/** The control to press: of the places that the step names the first that is there. `key` says which that is. */
function target(step) {
  const places = (step.dataset.points ?? '').split('|').filter(Boolean);
  const key = places.find(css => document.querySelector(css)) ?? '';
  const found = key ? [...document.querySelectorAll(key)] : [];
  return { key: `${now.step}:${key}:${place().stage}.${place().step}`, control: found.find(visible) ?? found[0] };
}

const visible = one => one.getClientRects().length > 0;

/** Only this control stands out; what is new to point at is brought into view once. */
function mark({ key, control }) {
  for (const one of document.querySelectorAll('.pointed')) if (one !== control) one.classList.remove('pointed');
  control?.classList.add('pointed');
  if (control && (key !== revealed || behind(control))) reveal(control);
  revealed = key;
}

/** Whether this strip hides it: what stands above it on the page may have changed. */
function behind(control) {
  const [one, strip] = [control.getBoundingClientRect(), panel.getBoundingClientRect()];
  return visible(control) && one.top < strip.bottom && one.bottom > strip.top - one.height;
}

/** Choose the tab and open the folds around it, and bring it into view. */
function reveal(wanted) {
  const tab = wanted.closest('[data-panel]')?.dataset.panel.split(' ')[0];
  if (!visible(wanted) && tab) document.querySelector(`nav.tabs [data-tab="${tab}"]`)?.click();
  for (let fold = wanted.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  wanted.scrollIntoView({ block: wanted.offsetHeight > innerHeight / 2 ? 'start' : 'nearest', behavior: 'instant' });
}

const DEEDS = {
  point() {
    const { control } = target(steps[now.step]);
    if (!control) return;
    reveal(control);
    if (!control.matches('button, a')) control.setAttribute('tabindex', '-1');
    control.focus({ preventScroll: true });
  },
  read() { sent.add('read'); },
  skip() {
    now.step += last() ? 0 : 1;
    sent = new Set();
  },
  leave() { now.left = true; },
  resume() { now.left = false; },
};

if (panel) {
  now = recall();
  now.step = Math.min(now.step, steps.length - 1);
  panel.addEventListener('click', event => {
    const deed = DEEDS[event.target.closest('[data-walk]')?.dataset.walk];
    if (!deed) return;
    deed();
    keep();
    follow();
    if (deed === DEEDS.leave) button('resume').focus();
    if (deed === DEEDS.resume) button('point').focus();
  });
  on('sent', form => {
    sent.add(form.dataset.command);
    follow();
  });
  on('applied', follow);
  follow();
}
