// Remembers what a keyboard must reach and how it looks without focus; then looks after each press of Tab.
() => {
  const shows = e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0;
  const of = (style, ...names) => names.map(n => style.getPropertyValue(n)).join('|');
  const NAMES = ['outline-style', 'outline-width', 'outline-color', 'box-shadow', 'background-color', 'border-width', 'color', 'position', 'clip-path'];
  const look = e => {
    const label = e.labels && e.labels[0];
    return of(getComputedStyle(e), ...NAMES) + (label ? of(getComputedStyle(label, '::before'), ...NAMES) : '');
  };
  const name = e => (e.outerHTML || '').slice(0, 160);
  const found = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].filter(shows);
  // a group of radio buttons is one stop
  const stops = found.filter(e => e.type !== 'radio' || e === (found.find(o => o.type === 'radio' && o.name === e.name && o.form === e.form && o.checked)
      || found.find(o => o.type === 'radio' && o.name === e.name && o.form === e.form)));
  document.activeElement.blur();
  const before = new Map(stops.map(e => [e, look(e)]));
  const reached = new Set();
  const unseen = [];
  let over = false;
  const arrive = e => {
    if (!e || e === document.body) {
      over = reached.size > 0;
      return;
    }
    if (reached.has(e)) return;
    reached.add(e);
    const box = e.getBoundingClientRect();
    if (before.has(e) && (look(e) === before.get(e) || box.width === 0)) unseen.push(name(e));
  };
  window.walk = {
    goesOn: () => {
      arrive(document.activeElement);
      return !over && reached.size < stops.length;
    },
    missed: () => stops.filter(e => !reached.has(e)).map(name),
    unseen: () => unseen,
  };
  return stops.length;
}
