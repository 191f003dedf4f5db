// The one connection with the server: watch, patches, and who may not watch any more.
// A page watches its own game or meeting, and beside it every game with an element `data-watches="<game>"`.
import { io } from '../vendor/socket.io.js';
import { byId, element, memory, on, page, tell } from './base.js';
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

/**
 * What is on screen of one stream: the audience it was made for (`key`), and its version. `early`: patches that came
 * before the answer. `within`: what comes before the ids of its parts, so that several games fit on one page.
 */
const shownFrom = (dataset, within = '') => ({
  ...(dataset.game ? { game: dataset.game } : { meeting: dataset.meeting }),
  audience: dataset.audience ?? '',
  screen: dataset.screen,
  key: dataset.key ?? '',
  version: Number(dataset.version ?? -1),
  early: null,
  answered: false,
  within,
});

const own = shownFrom(page.dataset);
const others = new Map();
const nameOf = shown => shown.game ?? shown.meeting;
const streamOf = shown => (shown.game ? { game: shown.game } : { meeting: shown.meeting });
const all = () => [own, ...others.values()];
let offset = 0;

/** The time of the server, in milliseconds. */
export const now = () => Date.now() + offset;

export const connected = () => socket.connected;

/** Open the connection and keep it. */
export function start() {
  findOthers();
  if (own.game || own.meeting) socket.connect();
}

/** Send something; gives the answer, or null when none came in time. */
export function ask(event, payload) {
  return new Promise(resolve => {
    socket.timeout(PATIENCE).emit(event, payload, (late, answer) => resolve(late ? null : answer));
  });
}

/** Say something that nobody needs to answer, only when there is a connection. */
export const mention = (event, payload) => own.game && socket.connected && socket.volatile.emit(event, { ...streamOf(own), ...payload });

async function watch(shown, have = shown.version) {
  if (shown.early) return;
  shown.early = [];
  const asked = Date.now();
  const answer = await ask('watch', { ...streamOf(shown), audience: shown.audience, format: 'html', have, of: shown.key });
  const early = shown.early;
  shown.early = null;
  if (!answer) return void (socket.connected && socket.disconnect().connect());
  if (!answer.ok) return leave(answer.error, shown);
  offset = answer.now - (asked + Date.now()) / 2;
  if (answer.screen !== shown.screen) return reload(`${nameOf(shown)} ${answer.screen}`);
  if (answer.build && !import.meta.url.includes(`/s/${answer.build}/`)) return reload(answer.build);
  shown.key = answer.audience;
  shown.version = answer.version;
  if (answer.ops) apply(answer.ops, shown.within);
  tell(shown === own && own.game ? 'here' : 'presence', answer.here);
  early?.forEach(patch => receive(shown, patch));
  ready(shown);
}

/** The page is ready when everything on it was answered. */
function ready(shown) {
  shown.answered = true;
  if (!all().every(one => one.answered)) return;
  page.dataset.klaar = '1';
  tell('up');
}

const take = patch => all().filter(shown => nameOf(shown) === (patch.game ?? patch.meeting)).forEach(shown => receive(shown, patch));

function receive(shown, patch) {
  if (shown.early) return void shown.early.push(patch);
  if (patch.audience !== shown.key) return;
  if (patch.from !== shown.version) return void (patch.version > shown.version && watch(shown));
  shown.version = patch.version;
  try {
    apply(patch.ops, shown.within);
  } catch (problem) {
    console.error(problem);
    watch(shown, -1);
  }
}

/** The games beside the page's own: each in a box of its own, made here when the server did not draw it yet. */
function findOthers() {
  for (const place of document.querySelectorAll('[data-watches]')) {
    const { watches: game, part } = place.dataset;
    const within = `${game}-`;
    const drawn = byId(within + part);
    const box = drawn ?? element('div', { id: within + part, class: 'glance__now', 'data-own': '' });
    if (!drawn) place.append(box);
    if (!others.has(game)) {
      const { key, version } = box.dataset;
      others.set(game, shownFrom({ game, audience: place.dataset.audience, screen: place.dataset.screen, key, version }, within));
      if (socket.connected) watch(others.get(game));
    } else if (!drawn && socket.connected) watch(others.get(game), -1);
  }
}

/** Another screen belongs here now, or the server has newer scripts. Never in circles. */
function reload(why) {
  const before = memory.get('dnalab.reload');
  if (before && before.why === why && Date.now() - before.at < 5000) return tell('stale');
  memory.set('dnalab.reload', { why, at: Date.now() });
  location.reload();
}

function leave(problem, shown) {
  if (problem.code === 'other_table' && problem.details?.game) return void location.assign(`/kamer/${problem.details.game}`);
  if (!['too_fast', 'internal', 'not_saved'].includes(problem.code)) return tell('gone', problem);
  setTimeout(watch, 2000, shown, -1);
}

const about = message => all().filter(shown => nameOf(shown) === (message.game ?? message.meeting) && shown.key === message.audience);

socket.on('connect', () => {
  if (others.size) tell('here', {});
  all().forEach(shown => watch(shown));
});
socket.on('patch', take);
socket.on('presence', message => tell('presence', message.here));
socket.on('again', message => about(message).forEach(shown => watch(shown, -1)));
socket.on('gone', message => about(message).slice(0, 1).forEach(shown => leave(message, shown)));
socket.on('disconnect', reason => {
  for (const shown of all()) Object.assign(shown, { early: null, answered: false });
  delete page.dataset.klaar;
  tell('down', reason);
});
socket.on('connect_error', problem => {
  if (problem.data?.code) leave({ code: problem.data.code, message: problem.message }, own);
  else tell('down', problem.message);
});

// After a closed lid or a phone in a pocket the connection may be dead without knowing it: asking finds out.
document.addEventListener('visibilitychange', () => {
  mention('presence', { status: document.hidden ? 'away' : 'connected' });
  if (!document.hidden && socket.connected) all().forEach(shown => watch(shown));
});
on('applied', findOthers);
on('gone', () => socket.disconnect());
