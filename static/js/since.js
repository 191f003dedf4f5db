// "6 min": how long ago something was, in whole minutes. `data-from`: shown from so many minutes on.
import { on, page } from './base.js';
import { now } from './net.js';

const EVERY = 10_000;
const MINUTE = 60_000;

function show() {
  for (const place of document.querySelectorAll('[data-since]')) {
    const minutes = Math.floor((now() - Number(place.dataset.since)) / MINUTE);
    const figure = place.querySelector('[data-minutes]');
    if (figure && figure.textContent !== String(minutes)) figure.textContent = String(minutes);
    place.hidden = minutes < Number(place.dataset.from ?? 0);
  }
  for (const group of document.querySelectorAll('[data-idle]')) {
    group.hidden = !group.querySelector('[data-since]:not([hidden])');
  }
}

on('applied', show);
on('up', show);
if (page.dataset.screen === 'facilitator') setInterval(show, EVERY);
