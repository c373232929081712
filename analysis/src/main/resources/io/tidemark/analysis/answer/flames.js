// Shows the flame graphs of the page: one frame each, made when it is first looked at.

/** A graph. @typedef {{title: string, meaning: string, profile: string, tree: string}} Graph */

class Flames {
  /** @param {string} page of a graph, with open places @param {Record<string, Graph>} graphs */
  constructor(page, graphs) {
    this.page = page;
    this.graphs = graphs;
    /** @type {Map<string, HTMLIFrameElement>} */
    this.frames = new Map();
    this.panel = document.getElementById("graph");
    this.meaning = document.createElement("p");
    this.panel.append(this.meaning);
    this.tabs = [...document.querySelectorAll("[role=tab]")];
    this.tabs.forEach((tab, index) => {
      tab.addEventListener("click", () => this.show(tab.dataset.graph));
      tab.addEventListener("keydown", (event) => this.#key(event, index));
    });
    document.querySelectorAll("a[data-graph]").forEach((link) => {
      link.addEventListener("click", () => this.find(link.dataset.graph, link.dataset.search));
    });
    this.show(this.tabs[0].dataset.graph);
  }

  /** @param {string} name */
  show(name) {
    const frame = this.#frame(name);
    this.meaning.textContent = this.graphs[name].meaning;
    this.frames.forEach((one) => (one.hidden = one !== frame));
    for (const tab of this.tabs) {
      const isShown = tab.dataset.graph === name;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      if (isShown) this.panel.setAttribute("aria-labelledby", tab.id);
    }
    return frame;
  }

  /** Shows a graph and searches it. @param {string} name @param {string} search */
  find(name, search) {
    const isNew = !this.frames.has(name);
    const frame = this.show(name);
    const ask = () => frame.contentWindow.postMessage({ search }, "*");
    if (isNew || !frame.dataset.ready) frame.addEventListener("load", ask, { once: true });
    else ask();
  }

  /** @param {string} name */
  #frame(name) {
    const known = this.frames.get(name);
    if (known) return known;
    const graph = this.graphs[name];
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.title = graph.title;
    // The tree first: it is Base64, while a name in the profile may be anything.
    frame.srcdoc = this.page.replace("@tree@", () => graph.tree).replace("@profile@", () => graph.profile);
    frame.addEventListener("load", () => (frame.dataset.ready = "true"), { once: true });
    this.frames.set(name, frame);
    this.panel.append(frame);
    return frame;
  }

  /** @param {KeyboardEvent} event @param {number} index */
  #key(event, index) {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = this.tabs[(index + step + this.tabs.length) % this.tabs.length];
    this.show(next.dataset.graph);
    next.focus();
  }
}

const { page, graphs } = JSON.parse(document.getElementById("graphs").textContent);
if (page) new Flames(page, graphs);
