// The tree of a profile as it stands in the page.

/**
 * What one sample type counts.
 * @typedef {object} SampleType
 * @property {string} name such as "inuse_space"
 * @property {string} family what its unit is of: "memory", "time", "count" or, as it stands in the profile, a name
 * @property {number} factor how many of the smallest unit of the family it counts in
 */

/**
 * What stands in the page beside the tree.
 * @typedef {object} Profile
 * @property {string} title the name of the program
 * @property {string[]} facts what is known of the profile, a line each
 * @property {SampleType[]} types
 * @property {number} selected the index of the type to show first
 * @property {"none" | "base" | "net"} comparison whether values have a before: no, yes, or only a difference is known
 * @property {string[]} names of frames
 * @property {number} size how many nodes there are
 */

/**
 * A tree of frames, as columns. Nodes are in the order of a walk that takes each node before its callees; node 0 is the
 * root, that of all stacks.
 */
class Tree {
  /**
   * Reads the nodes. Each is a row of numbers of 7 bits a byte, least first, as in Protocol Buffers: how many of the open
   * nodes to close, the name + 1 (0: callees that are too small, and the next number is how many), how many values
   * follow, and for each its column and itself. Columns are the sample types, twice: what is there, what was there before.
   * @param {Profile} profile
   * @param {Uint8Array} bytes
   */
  constructor(profile, bytes) {
    const size = profile.size + 1;
    const columns = 2 * profile.types.length;
    /** How many nodes there are. */
    this.size = size;
    this.names = profile.names;
    /** By node, the index of its name; -1 for callees that are too small. */
    this.name = new Int32Array(size).fill(-1);
    /** By node, how many callees are too small. */
    this.hidden = new Int32Array(size);
    this.parent = new Int32Array(size).fill(-1);
    this.depth = new Int32Array(size);
    /** By node, one beyond the last of all that it calls. */
    this.end = new Int32Array(size);
    /** By column and node. */
    this.self = Array.from({ length: columns }, () => new Float64Array(size));
    this.total = Array.from({ length: columns }, () => new Float64Array(size));
    this.#read(bytes);
    this.#sum();
    /** How many rows of frames there are, that of the root included. */
    this.height = this.depth.reduce((most, depth) => Math.max(most, depth), 0) + 1;
  }

  /** @param {Uint8Array} bytes */
  #read(bytes) {
    let next = 0;
    const number = () => {
      let value = 0;
      for (let weight = 1; ; weight *= 128) {
        const byte = bytes[next++];
        if (byte === undefined) throw new Error("the data of this page are cut off");
        value += (byte & 127) * weight;
        if (byte < 128) return value;
      }
    };
    let open = 0; // the innermost open node
    for (let node = 1; node < this.size; node++) {
      for (let closed = number(); closed > 0; closed--) open = this.parent[open];
      this.parent[node] = open;
      this.depth[node] = this.depth[open] + 1;
      this.name[node] = number() - 1;
      if (this.name[node] < 0) this.hidden[node] = number();
      for (let values = number(); values > 0; values--) {
        const column = number();
        this.self[column][node] = number();
      }
      open = node;
    }
  }

  #sum() {
    for (let node = this.size - 1; node >= 0; node--) {
      this.end[node] = Math.max(this.end[node], node + 1);
      const parent = this.parent[node];
      if (parent >= 0) this.end[parent] = Math.max(this.end[parent], this.end[node]);
    }
    this.self.forEach((self, column) => {
      const total = this.total[column];
      for (let node = this.size - 1; node >= 0; node--) {
        total[node] += self[node];
        if (node > 0) total[this.parent[node]] += total[node];
      }
    });
  }

  /** @param {number} node */
  nameOf(node) {
    if (node === 0) return "all";
    if (this.name[node] >= 0) return this.names[this.name[node]];
    const count = this.hidden[node];
    return count === 1 ? "1 frame too small to keep" : `${count.toLocaleString("en")} frames too small to keep`;
  }

  /** The nodes that a node calls, by name. @param {number} node */
  callees(node) {
    const callees = [];
    for (let callee = node + 1; callee < this.end[node]; callee = this.end[callee]) callees.push(callee);
    return callees;
  }
}

/** @param {string} text @returns {Uint8Array} */
function fromBase64(text) {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
