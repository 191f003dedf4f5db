// The Eindklok: what no longer fits before the end of the evening, if the table goes on like this.
import { on, page } from './base.js';
import { now } from './net.js';

const EVERY = 10_000;

function show() {
  for (const line of document.querySelectorAll('[data-drops-after]')) {
    const mark = line.querySelector('.plan__late');
    if (mark) mark.hidden = now() <= Number(line.dataset.dropsAfter);
  }
}

on('applied', show);
on('up', show);
if (page.dataset.screen === 'facilitator') setInterval(show, EVERY);
