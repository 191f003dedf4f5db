// Puts what the server sent on the screen, and leaves alone what somebody is doing there.
import { Idiomorph } from '../vendor/idiomorph.js';
import { byId, nodes, tell } from './base.js';

/** Apply operations; each may come twice. Tells `applied` with the elements that are new. `within`: before every target. */
export function apply(ops, within = '') {
  const path = focusPath();
  const fresh = ops.flatMap(({ op, target, html }) => operate({ op, target: within + target, html }));
  keepFocus(path);
  tell('applied', fresh);
}

function operate({ op, target, html }) {
  const place = byId(target);
  if (!place) return [];
  if (op === 'weg') {
    place.remove();
    return [];
  }
  if (op === 'vul') {
    fill(place, html);
    return [];
  }
  return op === 'morf' ? replace(place, html) : insert(op, place, html);
}

function fill(place, html) {
  Idiomorph.morph(place, [...nodes(html).childNodes], { ...options, morphStyle: 'innerHTML' });
}

function replace(place, html) {
  Idiomorph.morph(place, nodes(html).firstElementChild, { ...options, morphStyle: 'outerHTML' });
  return [];
}

function insert(op, place, html) {
  const made = nodes(html).firstElementChild;
  const known = made.id && byId(made.id);
  if (known) return replace(known, html);
  if (op === 'voor') place.prepend(made);
  else if (op === 'na') place.after(made);
  else place.append(made);
  return [made];
}

const options = {
  restoreFocus: true,
  // Idiomorph leaves out everything inside the active element then: right for a field, wrong for a button with words.
  get ignoreActiveValue() { return document.activeElement?.matches('input, textarea, select') ?? false; },
  callbacks: {
    beforeNodeMorphed: keepWhatIsBeingDone,
    // What a script of ours put there (a message beside a form) goes when its surroundings go.
    beforeNodeRemoved: node => !(node instanceof Element && node.hasAttribute('data-own')),
  },
};

function keepWhatIsBeingDone(old, made) {
  if (!(old instanceof Element) || !(made instanceof Element)) return true;
  if (old.matches('details, dialog') && old.id === made.id) made.toggleAttribute('open', old.open);
  if (old.matches('form[data-sending]') && old.dataset.command === made.dataset.command) made.setAttribute('data-sending', '');
  if (old.matches('select')) return !selectChanged(old);
  if (old.matches('textarea')) return keepText(old, made);
  if (!old.matches('input')) return true;
  return /^(radio|checkbox)$/.test(old.type) ? keepCheck(old, made) : keepText(old, made);
}

function keepText(old, made) {
  if (old.type === 'hidden' || old.type === 'button' || old.value === old.defaultValue) return true;
  old.disabled = made.disabled;
  return false;
}

function keepCheck(old, made) {
  if (old.checked === old.defaultChecked) return true;
  made.checked = old.checked;
  made.toggleAttribute('checked', old.checked);
  return true;
}

const selectChanged = select => [...select.options].some(option => option.selected !== option.defaultSelected);

/** The element with the focus and what is around it, by id: if it goes, focus goes to the nearest that stays. */
function focusPath() {
  const ids = [];
  for (let at = document.activeElement; at && at !== document.body; at = at.parentElement) if (at.id) ids.push(at.id);
  return ids;
}

function keepFocus(path) {
  if (!path.length || (document.activeElement && document.activeElement !== document.body)) return;
  const left = path.map(byId).find(one => one?.getClientRects().length);
  if (!left) return;
  if (!left.matches('a[href], button, input, select, textarea, summary, [tabindex]')) left.setAttribute('tabindex', '-1');
  left.focus({ preventScroll: true });
}
