// Draws the series of the page with Chart.js. All text comes from the page, and is only ever shown as text.
const series = JSON.parse(document.getElementById("series").textContent);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

function bytes(value) {
  let unit = 0;
  let amount = Math.abs(value);
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1024;
    unit++;
  }
  return (value < 0 ? "-" : "") + Number(amount.toPrecision(3)) + " " + UNITS[unit];
}

function draw(one) {
  const canvas = document.getElementById(one.id);
  const label = (value) => (one.unit === "bytes" ? bytes(value) : Number(value.toPrecision(4)).toLocaleString("en"));
  const grid = { color: colour("--line") };
  new Chart(canvas, {
    type: "line",
    data: {
      datasets: [
        {
          data: one.points.map(([x, y]) => ({ x, y })),
          borderColor: colour("--info"),
          borderWidth: 1.5,
          pointRadius: one.points.length < 40 ? 2 : 0,
          pointBackgroundColor: colour("--info"),
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", axis: "x", intersect: false },
      plugins: {
        legend: { display: false },
        tooltip: {
          displayColors: false,
          callbacks: {
            title: (items) => items[0].parsed.x.toFixed(1) + " s",
            label: (item) => label(item.parsed.y),
          },
        },
      },
      scales: {
        x: {
          type: "linear",
          grid,
          ticks: { color: colour("--faint"), maxTicksLimit: 7, callback: (value) => value + " s" },
        },
        y: {
          beginAtZero: one.fromZero,
          grid,
          ticks: { color: colour("--faint"), maxTicksLimit: 6, callback: label },
        },
      },
    },
  });
}

series.forEach(draw);
