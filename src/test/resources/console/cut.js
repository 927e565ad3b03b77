// Texts of which a reader sees a part only: past an edge behind which nobody can scroll.
() => {
  const cut = [];
  const scrolls = (style, box) => /auto|scroll/.test(style.overflowX) && box.scrollWidth > box.clientWidth;
  const past = (text, edge) => text.left < edge.left - 1 || text.right > edge.right + 1;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const parent = text.parentElement;
    if (!text.data.trim() || parent.closest('script, select') || !parent.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(text);
    const place = range.getBoundingClientRect();
    let hidden = place.width === 0;
    let shown = !past(place, { left: 0, right: document.documentElement.clientWidth });
    for (let box = parent; box && !hidden && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (style.overflowX === 'visible') continue;
      hidden = edge.width <= 1; // for ears only
      if (scrolls(style, box)) {
        shown = true;
        break;
      }
      if (past(place, edge)) {
        shown = false;
        break;
      }
      if (style.overflowY !== 'visible' && !/auto|scroll/.test(style.overflowY) && place.bottom > edge.bottom + 1) shown = false;
    }
    if (!hidden && !shown) cut.push(parent.outerHTML.slice(0, 160));
  }
  return cut;
}
