// A button that prints the page. Without scripts it is not there: the browser can print by itself.

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
document.documentElement.dataset.klaar = '1';
