// What went wrong with a command whose form is no longer on the page: sent before a reload, or not offered any more.
import { byId, element, on } from './base.js';

function show(text) {
  byId('problem-bar')?.remove();
  const close = element('button', { type: 'button', class: 'nl-button nl-button--subtle button--small' }, element('span', { class: 'nl-button__label' }, 'Sluit'));
  const bar = element('div', { id: 'problem-bar', class: 'notice notice--negative', role: 'alert' }, element('span', {}, text), close);
  close.addEventListener('click', () => bar.remove());
  document.body.prepend(bar);
}

on('problem', show);
