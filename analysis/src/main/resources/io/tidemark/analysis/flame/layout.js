// Where frames lie.

/** What is measured by the width of a frame, where there is a before and an after. @typedef {"both" | "after" | "before"} Width */
/** In which order the callees of a frame stand. @typedef {"size" | "name"} Order */

/** The places of all frames for one sample type, in units of that type. */
class Layout {
  /**
   * @param {Tree} tree
   * @param {number} type
   * @param {Width} width
   * @param {Order} order
   */
  constructor(tree, type, width, order) {
    this.tree = tree;
    /** What is there, and what was there before. */
    this.after = tree.total[2 * type];
    this.before = tree.total[2 * type + 1];
    this.selfAfter = tree.self[2 * type];
    this.selfBefore = tree.self[2 * type + 1];
    /** By node, how wide it is. */
    this.width = new Float64Array(tree.size);
    for (let node = 0; node < tree.size; node++) {
      this.width[node] = (width === "before" ? 0 : this.after[node]) + (width === "after" ? 0 : this.before[node]);
    }
    /** By node, how far from the left it starts. */
    this.start = new Float64Array(tree.size);
    this.first = new Int32Array(tree.size).fill(-1);
    this.next = new Int32Array(tree.size).fill(-1);
    this.previous = new Int32Array(tree.size).fill(-1);
    for (let node = 0; node < tree.size; node++) this.#place(node, order);
  }

  /** @param {number} node @param {Order} order */
  #place(node, order) {
    const { tree, width } = this;
    const callees = tree.callees(node);
    if (order === "size" && callees.length > 1) {
      callees.sort((a, b) => tree.hidden[a] - tree.hidden[b] || width[b] - width[a] || a - b);
    }
    let start = this.start[node];
    let before = -1;
    for (const callee of callees) {
      this.start[callee] = start;
      start += width[callee];
      this.previous[callee] = before;
      if (before < 0) this.first[node] = callee;
      else this.next[before] = callee;
      before = callee;
    }
  }

  /** Whether one frame is another, or is called by it. @param {number} node @param {number} ancestor */
  isBelow(node, ancestor) {
    return node >= ancestor && node < this.tree.end[ancestor];
  }
}

/** Which frames match what is searched for. */
class Matches {
  /** @param {Layout} layout @param {RegExp} pattern */
  constructor(layout, pattern) {
    const { tree } = layout;
    const names = tree.names.map((name) => pattern.test(name));
    /** By node, whether its name matches. */
    this.has = new Uint8Array(tree.size);
    this.count = 0;
    /** What the stacks have on which any frame matches, as wide as that is. */
    this.width = 0;
    let counted = 0; // up to this node, callees are counted with what calls them
    for (let node = 1; node < tree.size; node++) {
      if (tree.name[node] < 0 || !names[tree.name[node]]) continue;
      this.has[node] = 1;
      this.count++;
      if (node >= counted) {
        this.width += layout.width[node];
        counted = tree.end[node];
      }
    }
  }
}
