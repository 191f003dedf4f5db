// Who gets a table while waiting for one goes there without a click. Who came to this page with a table stays.
import { on } from './base.js';

const table = () => document.querySelector('[data-follow]')?.getAttribute('href') ?? '';
let known = table();

on('applied', () => {
  const now = table();
  if (now && now !== known) location.assign(now);
  known = now;
});
