// What came in while somebody was looking elsewhere: marked as new for a while, counted in the title of a hidden page.
import { on } from './base.js';

const NEW_FOR = 25_000;
const title = document.title;
let missed = 0;

function mark(item) {
  item.classList.add('is-new');
  setTimeout(() => item.classList.remove('is-new'), NEW_FOR);
}

function count(number) {
  missed = number;
  document.title = missed ? `(${missed}) ${title}` : title;
}

on('applied', fresh => {
  const items = fresh.filter(item => item.matches('.feed__item, .infocard, .message'));
  items.forEach(mark);
  if (document.hidden && items.length) count(missed + items.length);
});
document.addEventListener('visibilitychange', () => document.hidden || count(0));
