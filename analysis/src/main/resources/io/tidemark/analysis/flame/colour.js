// What colours mean: a hue is a package, always the same one; of a comparison, orange grew and blue shrank.

const GREY_PACKAGES = /^(runtime|internal|sync|syscall|reflect|java|javax|jdk|sun|kotlin|scala|std|core|alloc|libc)\b/;

/** The package of a function, in the manner of Go, Java, C++ or Rust; the name itself where there is none. @param {string} name */
function packageOf(name) {
  const word = name.split(/[ (]/, 1)[0] ?? name;
  const slash = word.lastIndexOf("/");
  if (/^[\w$]+(\/[\w$]+)+\.[\w$<]/.test(word) && !word.includes(".", word.indexOf(".") + 1) && /[A-Z]/.test(word[slash + 1] ?? "")) {
    return word.slice(0, slash); // java/util/HashMap.put
  }
  const dot = word.indexOf(".", slash + 1);
  const java = /^(?:[a-z_][\w$]*\.)+(?=[A-Z])/.exec(word);
  if (java) return java[0].slice(0, -1); // java.util.HashMap.put
  if (dot > 0) return word.slice(0, dot); // net/http.(*Server).Serve, github.com/a/b.Run
  const colons = word.indexOf("::");
  return colons > 0 ? word.slice(0, colons) : word;
}

/** The name without the path of its package: "http.(*Server).Serve". @param {string} name */
function shortName(name) {
  const java = /^(?:[a-z_][\w$]*[./])+(?=[A-Z][\w$]*\.)/.exec(name);
  if (java) return name.slice(java[0].length);
  const bracket = name.search(/[\[({ ]/);
  const slash = name.lastIndexOf("/", bracket < 0 ? name.length : bracket);
  return slash > 0 ? name.slice(slash + 1) : name;
}

/** The name of a function without its package: "(*Server).Serve". @param {string} name */
function bareName(name) {
  const short = shortName(name);
  const dot = short.search(/\.[^.]/);
  return dot > 0 && dot < short.length - 2 ? short.slice(dot + 1) : short;
}

/** FNV-1a, so that a package has its hue in every page. @param {string} text */
function hash(text) {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/**
 * A colour that looks as light and as strong as another of the same numbers, whatever its hue.
 * @see https://bottosson.github.io/posts/oklab/
 * @param {number} lightness 0 to 1
 * @param {number} chroma 0 (grey) to about 0.3
 * @param {number} hue in degrees
 */
function oklch(lightness, chroma, hue) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = channels.map((linear) => {
    const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, value)));
  });
  return `rgb(${bytes.join(" ")})`;
}

/** The colours of one theme. */
class Palette {
  /** @param {boolean} isDark */
  constructor(isDark) {
    this.isDark = isDark;
    /** @type {Map<string, string>} */
    this.known = new Map();
    this.background = isDark ? "#16181d" : "#ffffff";
    this.text = isDark ? "#eef0f4" : "#16181d";
    this.faintText = isDark ? "rgb(238 240 244 / 0.62)" : "rgb(22 24 29 / 0.6)";
    this.accent = isDark ? "#ffffff" : "#16181d";
    this.root = isDark ? "#2b2f38" : "#e6e8ec";
    this.faint = isDark ? "#24272f" : "#f0f1f4";
    this.hatch = isDark ? "#3b404b" : "#d3d7de";
  }

  /** The colour of the package of a function. @param {string} name */
  ofPackage(name) {
    let colour = this.known.get(name);
    if (colour === undefined) {
      const owner = packageOf(name);
      const code = hash(owner);
      const isGrey = GREY_PACKAGES.test(owner);
      const chroma = isGrey ? 0.014 : (this.isDark ? 0.075 : 0.068) + 0.012 * ((code >>> 9) % 3);
      const lightness = (this.isDark ? 0.42 : 0.84) + 0.014 * ((code >>> 12) % 4);
      colour = oklch(lightness, chroma, code % 360);
      this.known.set(name, colour);
    }
    return colour;
  }

  /** The colour of a change. @param {number} change -1 (gone) to 1 (new) */
  ofChange(change) {
    const strength = Math.abs(change) ** 0.7;
    const hue = change > 0 ? 62 : 256;
    return this.isDark
      ? oklch(0.36 + 0.2 * strength, 0.005 + 0.135 * strength, hue)
      : oklch(0.93 - 0.2 * strength, 0.004 + 0.136 * strength, hue);
  }
}
