// Something new came in where nobody is looking: a bar that leads to it. It takes no focus and goes by itself.
// Not on the projector, which nobody touches, and not on a phone, where the tabs count what is new.
import { byId, element, on, page } from './base.js';

const SHOWN_FOR = 9000;
const title = document.title;
const unseen = new Set();
const wanted = page.dataset.screen !== 'screen';
// Who leads sent most of the news: only what players do is told there.
const KINDS = page.dataset.screen === 'facilitator' ? ['move', 'question', 'promise', 'proposal', 'advice'] : null;
const LOOKING_BACK = '[data-stage="epilogue"], [data-stage="debrief"], [data-stage="closed"]';
let timer = 0;

const reader = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || document.hidden) continue;
    reader.unobserve(target);
    unseen.delete(target);
  }
  if (!waiting().length) hide();
  count();
}, { threshold: 0.3 });

const waiting = () => [...unseen].filter(item => item.isConnected);

function count() {
  document.title = document.hidden && unseen.size ? `(${unseen.size}) ${title}` : title;
}

/** Only of what just came in: who never scrolls down is not told again and again. */
function show(news) {
  const items = news.filter(item => unseen.has(item) && item.isConnected);
  if (!items.length || document.querySelector(LOOKING_BACK)) return;
  hide();
  document.body.append(bar(items.at(-1), items.length));
  timer = setTimeout(forget, SHOWN_FOR);
}

function hide() {
  clearTimeout(timer);
  byId('news-bar')?.remove();
}

function bar(item, number) {
  const text = item.dataset.announce ?? item.textContent.trim().slice(0, 80);
  const link = element('a', { href: `#${item.id}`, class: 'nl-link' }, text);
  const more = number > 1 ? [element('span', { class: 'muted' }, `en nog ${number - 1} nieuw`)] : [];
  const close = element('button', { type: 'button', class: 'nl-button nl-button--subtle button--small' }, element('span', { class: 'nl-button__label' }, 'Sluit'));
  const place = element('aside', { id: 'news-bar', class: 'notice notice--info news-bar', 'aria-label': 'Net binnengekomen' }, link, ...more, close);
  for (const part of [link, close]) part.addEventListener('click', forget);
  return place;
}

function forget() {
  unseen.clear();
  setTimeout(hide);
}

if (wanted) {
  on('applied', fresh => {
    const news = fresh.filter(item => item.isConnected && item.parentElement?.id === 'feed' && (KINDS?.includes(item.dataset.kind) ?? true)).reverse();
    for (const item of news) {
      unseen.add(item);
      reader.observe(item);
    }
    count();
    // What is in view is taken off the list first.
    if (news.length) setTimeout(show, 600, news);
  });
  // What was said where nobody is looking; static/js/talk.js knows.
  on('aside', said => {
    for (const item of said) unseen.add(item);
    count();
    setTimeout(show, 600, said);
  });
  document.addEventListener('visibilitychange', () => {
    for (const item of document.hidden ? [] : unseen) {
      reader.unobserve(item);
      reader.observe(item);
    }
    count();
  });
}
