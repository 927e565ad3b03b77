// What would not be on paper as it is on the page, looked at as paper has it: cut off at the edge, closed, or of use on a screen only.
() => {
  const wrong = [];
  const told = (what, element) => wrong.push(what + ': ' + element.outerHTML.slice(0, 160));
  const all = (what) => [...document.querySelectorAll(what)].filter(element => element.checkVisibility());
  const sheet = document.documentElement.clientWidth;
  all('.no-print').forEach(element => told('for a screen', element));
  all('.wide').filter(box => getComputedStyle(box).overflowX !== 'visible' || box.scrollWidth > box.clientWidth + 1)
    .forEach(box => told('cut', box));
  all('table, svg, canvas, pre').filter(element => element.getBoundingClientRect().right > sheet + 1).forEach(element => told('beyond the sheet', element));
  document.querySelectorAll('main details:not([open]):not(form details) > :not(summary)').forEach(inside => {
    if (inside.parentElement.checkVisibility() && !inside.checkVisibility()) told('closed', inside);
  });
  all('main a[href]').filter(link => getComputedStyle(link, '::after').content.includes(link.getAttribute('href')))
    .forEach(link => told('an address', link));
  return wrong;
}
