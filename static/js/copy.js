// `data-copy="text"` copies; where the browser has no clipboard, the text is selected to copy by hand.
import { tell } from './base.js';

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const copied = await toClipboard(button.dataset.copy) || bySelection(button);
  const label = button.querySelector('.nl-button__label') ?? button;
  const before = (button.dataset.label ??= label.textContent);
  label.textContent = copied ? 'Gekopieerd' : 'Druk op Ctrl+C';
  tell('say', copied ? 'Gekopieerd.' : 'De tekst is geselecteerd. Druk op Ctrl en C.');
  setTimeout(() => { label.textContent = before; }, 2500);
});

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function bySelection(button) {
  const text = button.closest('.copy')?.querySelector('.copy__text') ?? button.previousElementSibling;
  if (!text) return false;
  if (text.select) text.select();
  else getSelection().selectAllChildren(text);
  return document.execCommand('copy');
}
