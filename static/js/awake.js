// Keeps the screen on during a game, where the browser can (not on plain http from another machine).
let lock = null;

async function hold() {
  if (!navigator.wakeLock || document.hidden || lock) return;
  try {
    lock = await navigator.wakeLock.request('screen');
    lock.addEventListener('release', () => { lock = null; });
  } catch { /* low battery or forbidden: the screen may go dark */ }
}

document.addEventListener('visibilitychange', hold);
hold();
