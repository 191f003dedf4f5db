// The one connection with the server: watch, patches, and who may not watch any more.
import { io } from '../vendor/socket.io.js';
import { memory, on, page, tell } from './base.js';
import { apply } from './morph.js';

const PATIENCE = 8000;

const socket = io({
  autoConnect: false,
  transports: ['websocket', 'polling'],
  tryAllTransports: true,
  reconnectionDelay: 300,
  reconnectionDelayMax: 2000,
  timeout: 6000,
});

const { game, meeting, audience = '', screen, version, key = '' } = page.dataset;
const stream = game ? { game } : { meeting };

/** What is on screen: the audience it was made for, and its version. `early`: patches that came before the answer. */
const shown = { key, version: Number(version ?? -1), early: null };
let offset = 0;

/** The time of the server, in milliseconds. */
export const now = () => Date.now() + offset;

export const connected = () => socket.connected;

/** Open the connection and keep it. */
export function start() {
  if (game || meeting) socket.connect();
}

/** Send something; gives the answer, or null when none came in time. */
export function ask(event, payload) {
  return new Promise(resolve => {
    socket.timeout(PATIENCE).emit(event, payload, (late, answer) => resolve(late ? null : answer));
  });
}

/** Say something that nobody needs to answer, only when there is a connection. */
export const mention = (event, payload) => socket.connected && socket.volatile.emit(event, { ...stream, ...payload });

async function watch(have = shown.version) {
  if (shown.early) return;
  shown.early = [];
  const asked = Date.now();
  const answer = await ask('watch', { ...stream, audience, format: 'html', have, of: shown.key });
  const early = shown.early;
  shown.early = null;
  if (!answer) return void (socket.connected && socket.disconnect().connect());
  if (!answer.ok) return leave(answer.error);
  offset = answer.now - (asked + Date.now()) / 2;
  if (answer.screen !== screen) return reload('screen');
  if (answer.build && !import.meta.url.includes(`/s/${answer.build}/`)) return reload(answer.build);
  shown.key = answer.audience;
  shown.version = answer.version;
  if (answer.ops) apply(answer.ops);
  tell('here', answer.here);
  early.forEach(take);
  page.dataset.klaar = '1';
  tell('up');
}

function take(patch) {
  if (shown.early) return void shown.early.push(patch);
  if (patch.audience !== shown.key || (patch.game ?? patch.meeting) !== (game ?? meeting)) return;
  if (patch.from !== shown.version) return void (patch.version > shown.version && watch());
  shown.version = patch.version;
  try {
    apply(patch.ops);
  } catch (problem) {
    console.error(problem);
    watch(-1);
  }
}

/** Another screen belongs here now, or the server has newer scripts. Never in circles. */
function reload(why) {
  const before = memory.get('dnalab.reload');
  if (before && before.why === why && Date.now() - before.at < 5000) return tell('stale');
  memory.set('dnalab.reload', { why, at: Date.now() });
  location.reload();
}

function leave(problem) {
  if (problem.code === 'other_table' && problem.details?.game) return void location.assign(`/kamer/${problem.details.game}`);
  if (!['too_fast', 'internal', 'not_saved'].includes(problem.code)) return tell('gone', problem);
  setTimeout(watch, 2000, -1);
}

socket.on('connect', () => watch());
socket.on('patch', take);
socket.on('presence', message => tell('presence', message.here));
socket.on('again', message => message.audience === shown.key && watch(-1));
socket.on('gone', message => message.audience === shown.key && leave(message));
socket.on('disconnect', reason => {
  shown.early = null;
  delete page.dataset.klaar;
  tell('down', reason);
});
socket.on('connect_error', problem => {
  if (problem.data?.code) leave({ code: problem.data.code, message: problem.message });
  else tell('down', problem.message);
});

// After a closed lid or a phone in a pocket the connection may be dead without knowing it: asking finds out.
document.addEventListener('visibilitychange', () => {
  mention('presence', { status: document.hidden ? 'away' : 'connected' });
  if (!document.hidden && socket.connected) watch();
});
on('gone', () => socket.disconnect());
