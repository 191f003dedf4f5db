// What every module uses: the page, ids, elements, and HTML from our own server.

export const page = document.documentElement;

export const byId = id => document.getElementById(id);

/** An element with attributes and children; text is never read as HTML. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const policy = window.trustedTypes?.createPolicy('dnalab', { createHTML: html => html });

/** HTML that our server rendered, as nodes. The only place where text becomes HTML. */
export function nodes(html) {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}

/** A random id. `crypto.randomUUID` is missing on plain http from another machine. */
export function freshId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Session storage that survives a browser which forbids it. */
export const memory = {
  get(key) {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch { return null; }
  },
  set(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(value));
    } catch { /* full or forbidden: then it does not survive a reload */ }
  },
};

/** A small bus: who knows something tells, who cares listens. */
const bus = new EventTarget();
export const on = (name, listener) => bus.addEventListener(name, event => listener(event.detail));
export const tell = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

/** Whether somebody is filling something in. */
export function typing() {
  const active = document.activeElement;
  return Boolean(active?.closest('input, textarea, select, [contenteditable]'));
}
