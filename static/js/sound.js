// A short tone when something new comes in. Off until somebody presses `data-sound`.
import { on } from './base.js';

const KEPT = 'dnalab.sound';
let context = null;

const wanted = () => {
  try { return localStorage.getItem(KEPT) === 'on'; } catch { return false; }
};

function beep() {
  const Audio = window.AudioContext ?? window.webkitAudioContext;
  if (!Audio) return;
  context ??= new Audio();
  const tone = context.createOscillator();
  const volume = context.createGain();
  const start = context.currentTime;
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.15, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.35);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.4);
}

/** Said to this seat alone: in a channel of more than two a tone for each message would be noise. */
const spokenTo = item => item.matches('[data-channel^="een:"]:not([data-mine])');

function show() {
  for (const button of document.querySelectorAll('[data-sound]')) button.setAttribute('aria-pressed', String(wanted()));
}

document.addEventListener('click', event => {
  if (!event.target.closest('[data-sound]')) return;
  try { localStorage.setItem(KEPT, wanted() ? 'off' : 'on'); } catch { return; }
  show();
  if (wanted()) beep();
});

on('applied', fresh => {
  show();
  if (wanted() && fresh.some(item => item.parentElement?.id === 'feed' || spokenTo(item))) beep();
});
show();
