// The Eindklok: what no longer fits before the end of the evening, if the table goes on like this.
import { on, page } from './base.js';
import { now } from './net.js';

const EVERY = 10_000;
const MINUTE = 60_000;

function show() {
  for (const line of document.querySelectorAll('[data-drops-after]')) {
    const mark = line.querySelector('.plan__late');
    if (mark) mark.hidden = now() <= Number(line.dataset.dropsAfter);
  }
  const slack = document.querySelector('[data-slack-ends]');
  if (slack) showSlack(slack, slack.querySelector('[data-slack]'));
}

/** How many minutes are left over when everything takes as long as was planned. */
function showSlack(place, text) {
  const { slackEnds, slackRest, slackStep, slackLeft } = place.dataset;
  const stepEnds = Math.max(now(), Number(slackStep) || now() + Number(slackLeft));
  const minutes = Math.round((Number(slackEnds) - stepEnds - Number(slackRest)) / MINUTE);
  const amount = `${Math.abs(minutes)} ${Math.abs(minutes) === 1 ? 'minuut' : 'minuten'}`;
  const words = minutes > 0 ? `Als het zo doorgaat, hou je ${amount} over.`
    : minutes < 0 ? `Als het zo doorgaat, loop je ${amount} uit.` : 'Als het zo doorgaat, kom je precies uit.';
  if (text.textContent !== words) text.textContent = words;
  place.querySelector('[data-slack-late]').hidden = minutes >= 0;
  place.hidden = false;
}

on('applied', show);
on('up', show);
if (page.dataset.screen === 'facilitator') setInterval(show, EVERY);
