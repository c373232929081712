// Draws frames on a canvas.

const ROW = 21; // height of a row of frames, with the gap below it
const NARROW = 0.6; // frames that are narrower, in pixels, are drawn together
const PADDING = 5;
const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

/**
 * What is shown.
 * @typedef {object} Scene
 * @property {Layout} layout
 * @property {SampleType} type
 * @property {boolean} isComparison
 * @property {number} zoom the node that is as wide as the window
 * @property {number} selected a node, or -1
 * @property {number} hovered a node, or -1
 * @property {Matches | null} matches
 * @property {Palette} palette
 */

/** Paints a scene on a canvas, of which only a part can be seen at a time. */
class Painter {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    this.context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }));
    /** @type {Map<string, number>} */
    this.widths = new Map();
    /** @type {CanvasPattern | string} */
    this.hatch = "";
    this.hatchColour = "";
  }

  /** The left edge of a node and its width, in pixels. @param {Scene} scene @param {number} node @returns {[number, number]} */
  extent(scene, node) {
    const { layout, zoom } = scene;
    const pixels = this.canvas.clientWidth;
    if (layout.isBelow(zoom, node)) return [0, pixels];
    const scale = layout.width[zoom] > 0 ? pixels / layout.width[zoom] : 0;
    return [(layout.start[node] - layout.start[zoom]) * scale, layout.width[node] * scale];
  }

  /** The node at a place in the window, or -1. @param {Scene} scene @param {number} x @param {number} y @param {number} scrolled */
  nodeAt(scene, x, y, scrolled) {
    const { layout, zoom } = scene;
    const { tree } = layout;
    const depth = Math.floor((y + scrolled) / ROW);
    let node = zoom;
    if (depth < 0) return -1;
    while (tree.depth[node] > depth) node = tree.parent[node];
    while (node >= 0 && tree.depth[node] < depth) {
      let callee = layout.first[node];
      while (callee >= 0) {
        const [left, width] = this.extent(scene, callee);
        if (x >= left && x < left + width) break;
        callee = layout.next[callee];
      }
      node = callee;
    }
    return node;
  }

  /** @param {Scene} scene @param {number} scrolled */
  paint(scene, scrolled) {
    const { canvas, context } = this;
    const ratio = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = scene.palette.background;
    context.fillRect(0, 0, width, height);
    context.font = FONT;
    context.textBaseline = "middle";
    this.#prepareHatch(scene.palette);
    const { tree } = scene.layout;
    for (let node = tree.parent[scene.zoom]; node >= 0; node = tree.parent[node]) {
      this.#frame(scene, node, 0, width, tree.depth[node] * ROW - scrolled, true);
    }
    this.#callees(scene, scrolled, width, height);
    this.#outline(scene, scene.selected, scrolled, 2);
    if (scene.hovered !== scene.selected) this.#outline(scene, scene.hovered, scrolled, 1);
  }

  /** Paints the zoomed node and what it calls, as far as it can be seen. @param {Scene} scene @param {number} scrolled @param {number} width @param {number} height */
  #callees(scene, scrolled, width, height) {
    const { layout, zoom } = scene;
    const { tree } = layout;
    const scale = layout.width[zoom] > 0 ? width / layout.width[zoom] : 0;
    const open = [zoom];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      const top = tree.depth[node] * ROW - scrolled;
      if (top >= height) continue;
      const left = (layout.start[node] - layout.start[zoom]) * scale;
      if (top > -ROW) this.#frame(scene, node, left, layout.width[node] * scale || (node === zoom ? width : 0), top, false);
      let from = -1; // of a run of frames that are drawn together
      let to = 0;
      for (let callee = layout.first[node]; callee >= 0; callee = layout.next[callee]) {
        const calleeLeft = (layout.start[callee] - layout.start[zoom]) * scale;
        const calleeWidth = layout.width[callee] * scale;
        if (calleeWidth >= NARROW) {
          open.push(callee);
          if (from >= 0) this.#narrow(from, to, top + ROW);
          from = -1;
        } else {
          from = from < 0 ? calleeLeft : from;
          to = calleeLeft + calleeWidth;
        }
      }
      if (from >= 0) this.#narrow(from, to, top + ROW);
    }
  }

  /** @param {number} from @param {number} to @param {number} top */
  #narrow(from, to, top) {
    if (to - from < 0.3) return;
    this.context.fillStyle = this.hatch;
    this.context.fillRect(from, top, Math.max(to - from - 0.5, 0.4), ROW - 1);
  }

  /** @param {Scene} scene @param {number} node @param {number} left @param {number} width @param {number} top @param {boolean} isAncestor */
  #frame(scene, node, left, width, top, isAncestor) {
    const { context } = this;
    const gap = width > 3 ? 1 : width * 0.25;
    context.globalAlpha = isAncestor ? 0.55 : 1;
    context.fillStyle = this.#colour(scene, node);
    context.fillRect(left, top, width - gap, ROW - 1);
    if (width > 26) this.#label(scene, node, left + PADDING, width - gap - 2 * PADDING, top + ROW / 2);
    context.globalAlpha = 1;
  }

  /** @param {Scene} scene @param {number} node @returns {string | CanvasPattern} */
  #colour(scene, node) {
    const { layout, palette, matches } = scene;
    const { tree } = layout;
    if (node === 0) return palette.root;
    if (tree.name[node] < 0) return this.hatch;
    if (matches && !matches.has[node]) return palette.faint;
    if (!scene.isComparison) return palette.ofPackage(tree.names[tree.name[node]]);
    return palette.ofChange(changeOf(layout.before[node], layout.after[node]));
  }

  /** Writes as much of a name as there is room for, and the value where there is more. @param {Scene} scene @param {number} node @param {number} left @param {number} room @param {number} middle */
  #label(scene, node, left, room, middle) {
    const { context } = this;
    const { layout, palette, matches, type } = scene;
    const isFaint = node > 0 && (layout.tree.name[node] < 0 || (matches !== null && !matches.has[node]));
    const name = layout.tree.nameOf(node);
    const start = Math.max(left, PADDING);
    const visible = Math.min(room - (start - left), this.canvas.clientWidth - start - PADDING);
    const text = this.#fit(name, visible);
    context.fillStyle = isFaint ? palette.faintText : palette.text;
    context.fillText(text, start, middle);
    const change = layout.after[node] - layout.before[node];
    const value = scene.isComparison ? readableChange(change, type) : readable(layout.width[node], type);
    const width = this.#measure(value);
    if (text === name && this.#measure(name) + width + 24 < visible) {
      context.fillStyle = palette.faintText;
      context.fillText(value, start + visible - width, middle);
    }
  }

  /** @param {string} name @param {number} room */
  #fit(name, room) {
    if (this.#measure(name) <= room) return name;
    const short = shortName(name);
    if (this.#measure(short) <= room) return short;
    const bare = bareName(name);
    if (this.#measure(bare) <= room) return bare;
    let length = Math.min(bare.length, Math.ceil((bare.length * room) / this.#measure(bare)));
    while (length > 0 && this.#measure(bare.slice(0, length) + "…") > room) length--;
    return length > 1 ? bare.slice(0, length) + "…" : "";
  }

  /** @param {string} text */
  #measure(text) {
    let width = this.widths.get(text);
    if (width === undefined) {
      if (this.widths.size > 50_000) this.widths.clear();
      width = this.context.measureText(text).width;
      this.widths.set(text, width);
    }
    return width;
  }

  /** @param {Scene} scene @param {number} node @param {number} scrolled @param {number} line */
  #outline(scene, node, scrolled, line) {
    if (node < 0) return;
    const [left, width] = this.extent(scene, node);
    if (left >= this.canvas.clientWidth || left + width <= 0) return;
    const top = scene.layout.tree.depth[node] * ROW - scrolled;
    const from = Math.max(left, 0);
    const to = Math.min(left + Math.max(width, 3), this.canvas.clientWidth);
    this.context.strokeStyle = scene.palette.accent;
    this.context.lineWidth = line;
    this.context.strokeRect(from + line / 2, top + line / 2, to - from - 1 - line, ROW - 1 - line);
  }

  /** @param {Palette} palette */
  #prepareHatch(palette) {
    if (this.hatchColour === palette.hatch) return;
    const tile = document.createElement("canvas");
    tile.width = tile.height = 6;
    const context = /** @type {CanvasRenderingContext2D} */ (tile.getContext("2d"));
    context.fillStyle = palette.faint;
    context.fillRect(0, 0, 6, 6);
    context.strokeStyle = palette.hatch;
    context.lineWidth = 1.4;
    context.beginPath();
    for (const x of [-6, 0, 6]) {
      context.moveTo(x, 6);
      context.lineTo(x + 6, 0);
    }
    context.stroke();
    this.hatch = this.context.createPattern(tile, "repeat") ?? palette.hatch;
    this.hatchColour = palette.hatch;
  }
}

/** How much of the larger of two values the difference is: -1 (gone) to 1 (new). @param {number} before @param {number} after */
function changeOf(before, after) {
  const most = Math.max(before, after);
  return most > 0 ? (after - before) / most : 0;
}
