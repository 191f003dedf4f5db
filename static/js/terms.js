// Words that explain themselves. The browser opens and closes them; this puts the focus in what opened, so that it is read
// out, and leads to the page with all words where a browser has no popovers.
const able = 'popover' in HTMLElement.prototype;

document.addEventListener('toggle', event => {
  if (event.target.matches?.('.term-card') && event.newState === 'open') event.target.focus({ preventScroll: true });
}, true);

document.addEventListener('click', event => {
  const word = able ? null : event.target.closest('.term');
  if (word) location.assign(`/uitleg/begrippen#${word.getAttribute('popovertarget')}`);
});

// Without popovers the explanations would stand open at the foot of every page.
if (!able) for (const card of document.querySelectorAll('.term-card')) card.hidden = true;
