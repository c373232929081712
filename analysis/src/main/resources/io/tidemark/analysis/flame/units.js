// Numbers for reading.

/** @type {Record<string, [number, string][]>} */
const SCALES = Object.assign(Object.create(null), {
  memory: [[1, "B"], [2 ** 10, "kB"], [2 ** 20, "MB"], [2 ** 30, "GB"], [2 ** 40, "TB"], [2 ** 50, "PB"]],
  time: [[1, "ns"], [1e3, "µs"], [1e6, "ms"], [1e9, "s"], [3.6e12, "h"]],
  count: [[1, ""], [1e6, "M"], [1e9, "G"], [1e12, "T"]],
});

/** Three digits or more, and the unit: "18.2 MB". @param {number} value @param {SampleType} type */
function readable(value, type) {
  const scale = SCALES[type.family] ?? [[1, type.family]];
  const amount = value * type.factor;
  let [factor, unit] = scale[0];
  for (const step of scale) if (Math.abs(amount) >= step[0]) [factor, unit] = step;
  const scaled = amount / factor;
  const decimals = Number.isInteger(scaled) || Math.abs(scaled) >= 1000 ? 0 : Math.abs(scaled) >= 100 ? 1 : 2;
  const number = scaled.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return (number + " " + unit).trim();
}

/** With a sign: "+18.2 MB", "−3 kB", "0 B". @param {number} value @param {SampleType} type */
function readableChange(value, type) {
  return (value > 0 ? "+" : value < 0 ? "−" : "") + readable(Math.abs(value), type);
}

/** The value as it was counted: "19,126,784 bytes". @param {number} value @param {SampleType} type */
function exact(value, type) {
  const scale = SCALES[type.family];
  const unit = type.family === "memory" ? "bytes" : type.family === "time" ? "ns" : scale ? "" : type.family;
  return (Math.round(value * type.factor).toLocaleString("en") + " " + unit).trim();
}

/** "12.3%", and "<0.01%" of what is there but hardly. @param {number} value @param {number} total */
function share(value, total) {
  if (!(total > 0) || value === 0) return "0%";
  const percent = (100 * value) / total;
  if (percent > 0 && percent < 0.01) return "<0.01%";
  return percent.toFixed(percent >= 99.95 ? 0 : percent >= 10 ? 1 : 2) + "%";
}
