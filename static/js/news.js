// Something new came in where nobody is looking: a bar that leads to it. It takes no focus and goes when it is read.
import { byId, element, on } from './base.js';

let unseen = [];
const title = document.title;

function news(fresh) {
  return fresh.filter(item => item.isConnected && item.parentElement?.id === 'feed');
}

function inView(item) {
  const box = item.getBoundingClientRect();
  return box.height > 0 && box.top > 40 && box.top < innerHeight - 40 && !document.hidden;
}

function show() {
  unseen = unseen.filter(item => item.isConnected && !inView(item));
  document.title = document.hidden && unseen.length ? `(${unseen.length}) ${title}` : title;
  byId('news-bar')?.remove();
  if (unseen.length) document.body.append(bar(unseen[0], unseen.length));
}

function bar(item, number) {
  const text = item.dataset.announce ?? item.textContent.trim().slice(0, 80);
  const link = element('a', { href: `#${item.id}`, class: 'nl-link' }, number > 1 ? `${number} nieuwe berichten` : text);
  const close = element('button', { type: 'button', class: 'nl-button nl-button--subtle button--small' }, element('span', { class: 'nl-button__label' }, 'Sluit'));
  const place = element('div', { id: 'news-bar', class: 'notice notice--info news-bar' }, link, close);
  for (const part of [link, close]) part.addEventListener('click', forget);
  return place;
}

function forget() {
  unseen = [];
  setTimeout(show);
}

on('applied', fresh => {
  unseen = [...news(fresh), ...unseen];
  show();
});
addEventListener('scroll', show, { passive: true });
document.addEventListener('click', () => unseen.length && setTimeout(show));
document.addEventListener('visibilitychange', show);
