// Draws the series of the page with Chart.js, with one cursor for all. All text is only ever shown as text.

/** What is drawn. @typedef {{id: string, unit: string, points: [number, number][]}} Line */

const BYTES = ["B", "KiB", "MiB", "GiB", "TiB"];

/** @param {number} value */
function bytes(value) {
  let unit = 0;
  let amount = Math.abs(value);
  while (amount >= 1000 && unit < BYTES.length - 1) {
    amount /= 1024;
    unit++;
  }
  return (value < 0 ? "-" : "") + Number(amount.toPrecision(3)) + " " + BYTES[unit];
}

/** @param {Line} line @param {number} value */
function readableOf(line, value) {
  return line.unit === "bytes" ? bytes(value) : Number(value.toPrecision(6)).toLocaleString("en");
}

/** The step between ticks for a range: 1, 2 or 5 in the unit that is shown, so that labels are round. @param {Line} line @param {number} range */
function stepOf(line, range) {
  const unit = line.unit === "bytes" ? 1024 ** Math.floor(Math.log2(Math.max(1, range)) / 10) : 1;
  const least = Math.max(range / unit / 4, line.unit === "bytes" ? 0 : 1);
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10) * power * unit;
}

/** The charts of the page: what one shows under the pointer, all show. */
class Charts {
  /** @param {Line[]} lines */
  constructor(lines) {
    this.lines = lines;
    this.end = Math.max(...lines.map((line) => line.points[line.points.length - 1][0]));
    /** The time that the cursor is at; NaN without one. */
    this.second = NaN;
    this.charts = lines.map((line) => this.#draw(line));
    this.#show();
  }

  /** @param {Line} line */
  #draw(line) {
    const canvas = document.getElementById(line.id);
    const values = line.points.map(([, y]) => y);
    const step = stepOf(line, Math.max(0, ...values) - Math.min(0, ...values));
    const chart = new Chart(canvas, {
      type: "line",
      data: { datasets: [{ data: line.points.map(([x, y]) => ({ x, y })), borderWidth: 2, pointRadius: line.points.length < 40 ? 2 : 0, tension: 0 }] },
      options: {
        animation: false,
        maintainAspectRatio: false,
        events: [],
        layout: { padding: { top: 8, right: 8 } },
        plugins: { legend: { display: false }, tooltip: { enabled: false } },
        scales: {
          x: {
            type: "linear",
            min: 0,
            max: this.end,
            grid: { display: false },
            ticks: { maxTicksLimit: 8, includeBounds: false, callback: (value) => value + " s" },
          },
          y: { beginAtZero: true, ticks: { stepSize: step, callback: (value) => readableOf(line, value) } },
        },
      },
      plugins: [{ id: "cursor", afterDatasetsDraw: (drawn) => this.#cursor(drawn) }],
    });
    canvas.addEventListener("pointermove", (event) => this.#move(chart.scales.x.getValueForPixel(event.offsetX)));
    canvas.addEventListener("pointerleave", () => this.#move(NaN));
    canvas.addEventListener("blur", () => this.#move(NaN));
    canvas.addEventListener("keydown", (event) => this.#key(event, line));
    return chart;
  }

  /** @param {KeyboardEvent} event @param {Line} line */
  #key(event, line) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const last = line.points.length - 1;
    const at = Number.isNaN(this.second) ? (step > 0 ? -1 : last + 1) : this.#nearest(line);
    this.#move(line.points[Math.min(last, Math.max(0, at + step))][0]);
  }

  /** @param {number} second */
  #move(second) {
    this.second = second < 0 || second > this.end ? NaN : second;
    this.#show();
    this.charts.forEach((chart) => chart.draw());
  }

  /** The point next to the cursor. @param {Line} line */
  #nearest(line) {
    let best = 0;
    line.points.forEach(([second], index) => {
      if (Math.abs(second - this.second) < Math.abs(line.points[best][0] - this.second)) best = index;
    });
    return best;
  }

  /** Writes beside each title what is there at the cursor, or what became of it. */
  #show() {
    for (const line of this.lines) {
      const [first, last] = [line.points[0][1], line.points[line.points.length - 1][1]].map((value) => readableOf(line, value));
      const [second, value] = line.points[this.#nearest(line)];
      const output = document.getElementById(line.id).closest("figure").querySelector("output");
      output.textContent = Number.isNaN(this.second) ? `${first} → ${last}` : `${readableOf(line, value)} at ${second.toFixed(0)} s`;
    }
  }

  #cursor(chart) {
    if (Number.isNaN(this.second)) return;
    const { ctx, chartArea, scales } = chart;
    const x = scales.x.getPixelForValue(this.second);
    ctx.save();
    ctx.strokeStyle = colour("--faint");
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  }

  /** Gives the charts the colours of the theme. */
  paint() {
    for (const chart of this.charts) {
      const [set] = chart.data.datasets;
      set.borderColor = set.pointBackgroundColor = colour("--info");
      for (const scale of Object.values(chart.options.scales)) {
        scale.ticks.color = colour("--faint");
        scale.grid.color = colour("--line");
        scale.border = { color: colour("--line") };
      }
      chart.update();
    }
  }
}

/** @param {string} name */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const lines = JSON.parse(document.getElementById("series").textContent);
if (lines.length > 0) {
  const charts = new Charts(lines);
  charts.paint();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.paint());
}
