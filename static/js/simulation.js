// Follows a simulation: asks how far it is while it runs, and shows what came out when it is over.
// `data-follows="<address>"`: where its content comes from; `data-busy="<percent>"` in it: it still runs.
import { byId } from './base.js';
import { say } from './announce.js';
import { apply } from './morph.js';

const PAUSE = 700;
const AFTER_TROUBLE = 3000;
const place = byId('simulatie');
const busy = () => place.querySelector('[data-busy]');
let told = 0;

async function look() {
  let pause = PAUSE;
  try {
    const answer = await fetch(place.dataset.follows, { headers: { Accept: 'text/html' } });
    if (answer.ok) show(await answer.text());
    else if (answer.status < 500) return location.reload();
    else pause = AFTER_TROUBLE;
  } catch {
    pause = AFTER_TROUBLE;
  }
  if (busy()) setTimeout(look, pause);
}

function show(html) {
  apply([{ op: 'vul', target: 'simulatie', html }]);
  const over = place.querySelector('[data-over]');
  if (over) return say(over.dataset.over);
  const quarter = Math.floor(Number(busy()?.dataset.busy ?? 0) / 25);
  if (quarter > told) say(`${quarter * 25} procent gespeeld.`);
  told = quarter;
}

if (place && busy()) setTimeout(look, PAUSE);
