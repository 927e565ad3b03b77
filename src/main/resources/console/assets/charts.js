// Draws each table that asks for it (data-chart) as a chart above it, from what stands in its cells: so a chart can say nothing else than
// its table, and where nothing is drawn no place is kept. Rows are what is counted, columns with data-series are how often.
(() => {
  "use strict";
  if (!window.Chart) {
    return;
  }
  const LANGUAGE = document.documentElement.lang;
  const FAMILY = getComputedStyle(document.body).fontFamily;
  const SIZE = 14;
  const LINE = SIZE * 1.2;
  const PAPER = 680; // within the margins of A4
  const COLUMNS = 300;
  const AXIS = 40;
  const LEGEND = 36;
  const MOST = 20; // of bars below each other; the table has them all

  // The row of a table is told by its first words only; a code may stand below them.
  const name = (row) => row.cells[0].firstChild.textContent.trim();
  // Whole numbers, written as the reader's language groups them.
  const number = (cell) => Number(cell.textContent.replace(/\D/g, ""));

  const hatch = () => {
    const tile = document.createElement("canvas");
    tile.width = tile.height = 8;
    const pen = tile.getContext("2d");
    pen.fillStyle = "#f9dcd8";
    pen.fillRect(0, 0, 8, 8);
    pen.strokeStyle = "#d4351c";
    pen.lineWidth = 2;
    for (const start of [-8, 0, 8]) {
      pen.moveTo(start - 1, 9);
      pen.lineTo(start + 9, -1);
    }
    pen.stroke();
    return pen.createPattern(tile, "repeat");
  };
  const LOOKS = {
    yes: { backgroundColor: "#1d70b8", borderColor: "#1d70b8" },
    no: { backgroundColor: hatch(), borderColor: "#d4351c" },
  };

  const ruler = document.createElement("canvas").getContext("2d");
  ruler.font = SIZE + "px " + FAMILY;
  const lines = (text, width) => text.split(/\s+/).reduce((all, word) => {
    const longer = all.length ? all[all.length - 1] + " " + word : word;
    if (all.length && ruler.measureText(longer).width <= width) {
      all[all.length - 1] = longer;
    } else {
      all.push(word);
    }
    return all;
  }, []);
  // Beside its bar a name has less than half of the width; below its column it has a line for each word.
  const told = (text, lying, width) => lines(text, lying ? width / 2 - SIZE - 2 : 0);
  const height = ({ labels, datasets }, lying, width) => lying
    ? AXIS + (datasets.length > 1 ? LEGEND : 0) + labels.length * (SIZE + LINE * Math.max(...labels.map((label) => told(label, lying, width).length)))
    : COLUMNS;

  const read = (table, rows) => {
    const columns = [...table.tHead.rows[0].cells].filter((cell) => cell.dataset.series);
    return {
      labels: rows.map(name),
      datasets: columns.map((column) => ({
        label: column.textContent.trim(),
        data: rows.map((row) => number(row.cells[column.cellIndex])),
        borderWidth: 1,
        ...LOOKS[column.dataset.series],
      })),
    };
  };

  // For who hears it: what it comes to, where each is counted in one row.
  const summed = (series) => series.label + ": " + series.data.reduce((all, times) => all + times, 0).toLocaleString(LANGUAGE);

  const options = (data, lying, fit) => {
    const counts = { stacked: true, beginAtZero: true, ticks: { precision: 0, autoSkipPadding: SIZE } };
    const names = {
      stacked: true,
      grid: { display: false },
      ticks: {
        autoSkip: !lying,
        maxRotation: 0,
        callback(value) {
          return told(this.getLabelForValue(value), lying, this.chart.width);
        },
      },
    };
    return {
      indexAxis: lying ? "y" : "x",
      locale: LANGUAGE,
      animation: false,
      maintainAspectRatio: false,
      onResize: (chart, size) => fit(size.width),
      datasets: { bar: { maxBarThickness: lying ? 28 : 64 } },
      events: [], // what only a pointer can open, nobody else can read
      scales: lying ? { x: counts, y: names } : { x: names, y: counts },
      plugins: { legend: { display: data.datasets.length > 1, align: "start" }, tooltip: { enabled: false } },
    };
  };

  const draw = (table) => {
    const lying = table.dataset.chart === "rows";
    const all = [...table.tBodies[0].rows];
    const rows = lying ? all.slice(0, MOST) : all;
    const data = read(table, rows);
    if (!data.datasets.some((series) => series.data.some((times) => times > 0))) {
      return [];
    }
    const box = document.createElement("div");
    const canvas = document.createElement("canvas");
    const whole = rows.length === all.length;
    const said = whole ? table.dataset.chartText : table.dataset.chartFirst;
    const sums = whole && table.dataset.chartSums === "yes" ? data.datasets.map(summed) : [];
    const fit = (width) => {
      box.style.height = height(data, lying, width) + "px";
    };
    box.className = "chart";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", [table.caption.textContent, ...sums, said].join(". "));
    box.append(canvas);
    (table.closest(".wide") ?? table).before(box);
    if (!whole) {
      const first = document.createElement("p");
      first.className = "govuk-body-s quiet";
      first.textContent = said;
      box.before(first);
    }
    fit(box.clientWidth);
    const chart = new Chart(canvas, { type: "bar", data, options: options(data, lying, fit) });
    return [{ chart, onPaper: () => chart.resize(PAPER, height(data, lying, PAPER)) }];
  };

  Chart.defaults.color = "#0b0c0c";
  Chart.defaults.font.family = FAMILY;
  Chart.defaults.font.size = SIZE;
  const drawn = [...document.querySelectorAll("table[data-chart]")].flatMap(draw);
  addEventListener("beforeprint", () => drawn.forEach((one) => one.onPaper()));
  addEventListener("afterprint", () => drawn.forEach((one) => one.chart.resize()));
})();
