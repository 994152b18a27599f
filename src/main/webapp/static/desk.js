// Keys of the desk. A button, link or box of the page says data-key="a"; what j and k walk through says data-step.
// Never with modifiers, never where one types, and off where the member wants them off (WCAG 2.1.4).
(() => {
  'use strict';
  const body = document.body;
  const keys = document.getElementById('keys');
  if (body.dataset.keys !== 'on' || !keys) return;

  const seen = element => !element.disabled && element.getClientRects().length > 0;
  const marked = where => [...where.querySelectorAll('[data-key]')].filter(seen);
  const has = (element, key) => element.dataset.key.split(' ').includes(key);
  const steps = () => [...document.querySelectorAll('[data-step]')].filter(seen);
  const here = () => document.activeElement && document.activeElement.closest('[data-step]');
  const isTyping = target =>
    target.isContentEditable ||
    target.matches('select, textarea, input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit])');

  const walk = by => {
    const all = steps();
    const at = all.indexOf(here());
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!next) return;
    const field = next.querySelector('textarea');
    const target = field || next;
    if (!field) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
  };

  const press = key => {
    const step = here();
    const target =
      (step && marked(step).find(element => has(element, key))) ||
      marked(document).find(element => has(element, key) && !element.closest('[data-step]'));
    if (!target) return false;
    target.focus();
    target.click();
    return true;
  };

  const help = () => {
    const rows = marked(document).map(element => [element.dataset.key.split(' '), element.dataset.says || element.textContent]);
    const list = keys.querySelector('ul');
    list.querySelectorAll('[data-made]').forEach(item => item.remove());
    const known = new Set();
    for (const [names, words] of rows) {
      if (names.every(name => known.has(name))) continue;
      const item = document.createElement('li');
      item.dataset.made = '';
      item.append(words.trim() + ' ');
      for (const name of names) {
        known.add(name);
        const sign = document.createElement('kbd');
        sign.textContent = name;
        item.append(sign);
      }
      list.append(item);
    }
    keys.showModal();
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat || keys.open) return;
    if (isTyping(event.target)) {
      // The one way out of a field without a mouse: then the keys of the page work again.
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    if (event.key === 'j' || event.key === 'k') walk(event.key === 'j' ? 1 : -1);
    else if (event.key === '?') help();
    else if (!press(event.key)) return;
    event.preventDefault();
  });

  for (const element of document.querySelectorAll('[data-key]')) {
    element.setAttribute('aria-keyshortcuts', element.dataset.key);
    if (!element.matches('button, a')) continue;
    for (const name of element.dataset.key.split(' ').slice(0, 1)) {
      const sign = document.createElement('kbd');
      sign.textContent = name;
      sign.setAttribute('aria-hidden', 'true');
      element.append(' ', sign);
    }
  }
  const opener = document.querySelector('[data-keys-help]');
  opener.hidden = false;
  opener.addEventListener('click', help);
})();
