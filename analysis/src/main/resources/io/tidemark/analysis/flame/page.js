// The page: what is shown, and what the user does about it.

/**
 * What the user has chosen. It is in the address of the page, so going back undoes, and a link shows the same.
 * @typedef {object} Choice
 * @property {number} type the index of a sample type
 * @property {number} zoom a node
 * @property {string} search a regular expression
 * @property {Order} order
 * @property {Width} width
 * @property {"" | "light" | "dark"} theme empty: that of the system
 */

/** @template {HTMLElement} T @param {string} id @param {new () => T} kind @returns {T} */
function element(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`#${id} is not there`);
  return found;
}

/** @param {string} name @param {string} text @param {string} [className] */
function make(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** Whether this page is part of another one. */
const isInFrame = window.parent !== window;

class Page {
  /** @param {Profile} profile @param {Tree} tree */
  constructor(profile, tree) {
    this.profile = profile;
    this.tree = tree;
    this.isComparison = profile.comparison !== "none";
    this.painter = new Painter(element("canvas", HTMLCanvasElement));
    this.view = element("view", HTMLElement);
    this.search = element("search", HTMLInputElement);
    this.tooltip = element("tooltip", HTMLElement);
    this.systemTheme = window.matchMedia("(prefers-color-scheme: dark)");
    this.selected = -1;
    this.hovered = -1;
    this.isScheduled = false;
    /** @type {Choice} */
    this.choice = this.#read();
    this.palette = new Palette(false);
    this.layout = this.#lay();
    /** @type {Matches | null} */
    this.matches = null;
    this.#fill();
    this.#listen();
    this.#apply();
  }

  // ---- the choice, and the address that it is in ----

  /** @returns {Choice} */
  #read() {
    const given = new URLSearchParams(location.hash.slice(1));
    const type = this.profile.types.findIndex((known) => known.name === given.get("type"));
    const zoom = Number(given.get("zoom") ?? 0);
    const width = given.get("width");
    const theme = given.get("theme");
    return {
      type: type >= 0 ? type : this.profile.selected,
      zoom: Number.isInteger(zoom) && zoom > 0 && zoom < this.tree.size ? zoom : 0,
      search: given.get("search") ?? "",
      order: given.get("order") === "name" ? "name" : "size",
      width: width === "after" || width === "before" ? width : "both",
      theme: theme === "light" || theme === "dark" ? theme : "",
    };
  }

  #address() {
    const { type, zoom, search, order, width, theme } = this.choice;
    const parts = new URLSearchParams();
    if (type !== this.profile.selected) parts.set("type", this.profile.types[type].name);
    if (zoom > 0) parts.set("zoom", String(zoom));
    if (search) parts.set("search", search);
    if (order !== "size") parts.set("order", order);
    if (width !== "both") parts.set("width", width);
    if (theme) parts.set("theme", theme);
    return location.href.split("#", 1)[0] + "#" + parts.toString(); // whole: in a frame, "#" is of the page around it
  }

  /** @param {Partial<Choice>} change @param {boolean} [isStep] whether going back undoes it */
  choose(change, isStep = true) {
    this.choice = { ...this.choice, ...change };
    if (isStep) history.pushState(null, "", this.#address());
    else history.replaceState(null, "", this.#address());
    this.#apply();
  }

  #lay() {
    const { type, width, order } = this.choice;
    return new Layout(this.tree, type, this.isComparison ? width : "after", order);
  }

  // ---- what is shown ----

  #type() {
    return this.profile.types[this.choice.type];
  }

  /** @returns {Scene} */
  #scene() {
    const { layout, palette, matches, selected, hovered } = this;
    return { layout, type: this.#type(), isComparison: this.isComparison, zoom: this.choice.zoom, selected, hovered, matches, palette };
  }

  #apply() {
    const { theme, search, zoom } = this.choice;
    const isDark = theme ? theme === "dark" : this.systemTheme.matches;
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
    this.palette = new Palette(isDark);
    this.layout = this.#lay();
    this.#match(search);
    if (this.search.value !== search) this.search.value = search;
    element("types", HTMLElement).querySelectorAll("button").forEach((button, index) => {
      button.setAttribute("aria-pressed", String(index === this.choice.type));
    });
    const { palette } = this;
    const stops = [-1, -0.5, 0, 0.5, 1].map((change) => palette.ofChange(change));
    element("scale", HTMLElement).style.background = `linear-gradient(90deg, ${stops.join(", ")})`;
    element("order", HTMLButtonElement).textContent = this.choice.order === "size" ? "Largest first" : "By name";
    element("reset", HTMLButtonElement).hidden = zoom === 0;
    document.querySelectorAll("#widths button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button instanceof HTMLElement && button.dataset.width === this.choice.width));
    });
    const isEmpty = !(this.layout.width[0] > 0);
    element("empty", HTMLElement).hidden = !isEmpty;
    element("empty", HTMLElement).textContent = isEmpty ? this.#whyEmpty() : "";
    element("space", HTMLElement).style.height = `${this.tree.height * ROW}px`;
    this.#reveal(zoom);
    this.#describe();
    this.paint();
  }

  #whyEmpty() {
    const name = this.#type().name;
    if (this.tree.size === 1) return "No sample passed the filters of this report, or the profile has none.";
    return `No sample has a value of ${name}. Choose another type above.`;
  }

  /** @param {string} search */
  #match(search) {
    const found = element("found", HTMLElement);
    this.matches = null;
    this.search.removeAttribute("aria-invalid");
    found.textContent = "";
    if (!search) return;
    try {
      this.matches = new Matches(this.layout, new RegExp(search, "i"));
      const { width, count } = this.matches;
      const frames = count === 1 ? "1 frame" : `${count.toLocaleString("en")} frames`;
      found.textContent = count === 0
        ? "nothing matches"
        : `${share(width, this.layout.width[0])} · ${readable(width, this.#type())} · ${frames}`;
    } catch {
      this.search.setAttribute("aria-invalid", "true");
      found.textContent = "not a regular expression";
    }
  }

  paint() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => {
      this.isScheduled = false;
      this.painter.canvas.style.height = `${this.view.clientHeight}px`;
      this.painter.paint(this.#scene(), this.view.scrollTop);
    });
  }

  /** Writes what is known of the selected frame below the graph. */
  #describe() {
    const details = element("details", HTMLElement);
    const node = this.selected >= 0 ? this.selected : this.choice.zoom;
    details.replaceChildren(make("strong", this.tree.nameOf(node)), make("span", this.#numbers(node).map(([what, value]) => `${what} ${value}`).join("  ·  ")));
  }

  /** @param {number} node @returns {[string, string][]} what is known of a node */
  #numbers(node) {
    const type = this.#type();
    const { layout } = this;
    const zoomed = this.choice.zoom;
    const [after, before] = [layout.after[node], layout.before[node]];
    /** @type {[string, string][]} */
    const numbers = [];
    if (this.isComparison) {
      const names = this.profile.comparison === "base" ? ["before", "after"] : ["less", "more"];
      numbers.push([names[0], readable(before, type)], [names[1], readable(after, type)]);
      const relative = before === 0 ? "new" : after === 0 ? "gone" : readablePercent((after - before) / before);
      numbers.push(["change", `${readableChange(after - before, type)} (${relative})`]);
      numbers.push(["change of self", readableChange(layout.selfAfter[node] - layout.selfBefore[node], type)]);
      return numbers;
    }
    numbers.push(["total", `${readable(after, type)} (${share(after, layout.after[0])})`]);
    if (this.tree.name[node] >= 0) {
      numbers.push(["self", `${readable(layout.selfAfter[node], type)} (${share(layout.selfAfter[node], layout.after[0])})`]);
    }
    if (zoomed > 0 && layout.isBelow(node, zoomed)) {
      numbers.push(["of the zoomed frame", share(after, layout.after[zoomed])]);
    }
    numbers.push(["exactly", exact(after, type)]);
    return numbers;
  }

  /** @param {number} x @param {number} y */
  #showTooltip(x, y) {
    const node = this.hovered;
    this.tooltip.hidden = node < 0;
    if (node < 0) return;
    const list = document.createElement("dl");
    for (const [what, value] of this.#numbers(node)) list.append(make("dt", what), make("dd", value));
    this.tooltip.replaceChildren(make("strong", this.tree.nameOf(node)), list);
    const { offsetWidth, offsetHeight } = this.tooltip;
    const left = x + 14 + offsetWidth > innerWidth ? Math.max(4, innerWidth - offsetWidth - 8) : x + 14;
    const top = y + 18 + offsetHeight > innerHeight ? Math.max(4, y - offsetHeight - 10) : y + 18;
    this.tooltip.style.left = `${left}px`;
    this.tooltip.style.top = `${top}px`;
  }

  /** Scrolls a node into the window. @param {number} node */
  #reveal(node) {
    const top = this.tree.depth[node] * ROW;
    const { scrollTop, clientHeight } = this.view;
    if (top < scrollTop || top + ROW > scrollTop + clientHeight) this.view.scrollTop = Math.max(0, top - 3 * ROW);
  }

  // ---- what stands in the page from the start ----

  #fill() {
    const { profile } = this;
    document.title = `${profile.title} · flame graph`;
    element("title", HTMLElement).textContent = profile.title;
    element("facts", HTMLElement).replaceChildren(...profile.facts.map((fact) => make("span", fact)));
    const types = element("types", HTMLElement);
    types.replaceChildren(...profile.types.map((type, index) => {
      const button = make("button", type.name);
      const total = this.isComparison
        ? readableChange(this.tree.total[2 * index][0] - this.tree.total[2 * index + 1][0], type)
        : readable(this.tree.total[2 * index][0], type);
      button.append(make("small", total));
      button.addEventListener("click", () => this.choose({ type: index }));
      return button;
    }));
    element("comparison", HTMLElement).hidden = !this.isComparison;
    if (profile.comparison === "net") element("widths", HTMLElement).hidden = true;
  }

  // ---- what the user does ----

  #listen() {
    const { view, search } = this;
    window.addEventListener("popstate", () => {
      this.choice = this.#read();
      this.#apply();
    });
    window.addEventListener("resize", () => this.paint());
    window.addEventListener("message", (event) => {
      const search = event.data?.search;
      if (isInFrame && event.source === window.parent && typeof search === "string") this.find(search);
    });
    this.systemTheme.addEventListener("change", () => this.#apply());
    search.addEventListener("input", () => this.choose({ search: search.value }, false));
    search.addEventListener("keydown", (event) => this.#searchKey(event));
    view.addEventListener("scroll", () => this.paint());
    view.addEventListener("pointermove", (event) => this.#hover(event));
    view.addEventListener("pointerleave", () => {
      this.hovered = -1;
      this.tooltip.hidden = true;
      this.paint();
    });
    view.addEventListener("click", (event) => {
      const node = this.#at(event);
      if (node >= 0) this.zoom(node);
    });
    document.addEventListener("keydown", (event) => this.#key(event));
    element("reset", HTMLButtonElement).addEventListener("click", () => this.zoom(0));
    element("order", HTMLButtonElement).addEventListener("click", () => this.#turnOrder());
    element("theme", HTMLButtonElement).addEventListener("click", () => this.#turnTheme());
    element("help", HTMLButtonElement).addEventListener("click", () => element("keys", HTMLDialogElement).showModal());
    document.querySelectorAll("#widths button").forEach((button) => {
      button.addEventListener("click", () => {
        if (button instanceof HTMLElement) this.choose({ width: /** @type {Width} */ (button.dataset.width) });
      });
    });
  }

  /** @param {MouseEvent} event */
  #at(event) {
    const { left, top } = this.painter.canvas.getBoundingClientRect();
    return this.painter.nodeAt(this.#scene(), event.clientX - left, event.clientY - top, this.view.scrollTop);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const node = this.#at(event);
    if (node !== this.hovered) this.paint();
    this.hovered = node;
    this.view.style.cursor = node >= 0 ? "pointer" : "default";
    if (event.pointerType === "mouse") this.#showTooltip(event.clientX, event.clientY);
  }

  /** Makes a node as wide as the window. @param {number} node */
  zoom(node) {
    this.selected = node;
    const known = this.tree.name[node] >= 0 ? node : Math.max(0, this.tree.parent[node]);
    if (known !== this.choice.zoom) this.choose({ zoom: known });
    else this.#select(node);
  }

  /** @param {number} node */
  #select(node) {
    if (node < 0) return;
    this.selected = node;
    this.#reveal(node);
    this.#describe();
    this.paint();
  }

  #turnOrder() {
    this.choose({ order: this.choice.order === "size" ? "name" : "size" });
  }

  #turnTheme() {
    this.choose({ theme: this.palette.isDark ? "light" : "dark" }, false);
  }

  /** Searches the whole graph, and selects the widest frame that matches. @param {string} search */
  find(search) {
    this.choose({ search, zoom: 0 }, false);
    const { matches, layout, tree } = this;
    let widest = -1;
    for (let node = 1; matches && node < tree.size; node++) {
      if (matches.has[node] && (widest < 0 || layout.width[node] > layout.width[widest])) widest = node;
    }
    this.#select(widest);
  }

  /** Selects the next frame that matches, or the one before. @param {1 | -1} step */
  #nextMatch(step) {
    const { matches, tree } = this;
    if (!matches || matches.count === 0) return;
    let node = Math.max(this.selected, 0);
    do node = (node + step + tree.size) % tree.size;
    while (!matches.has[node]);
    if (!this.layout.isBelow(node, this.choice.zoom)) this.choose({ zoom: 0 });
    this.#select(node);
  }

  /** @param {KeyboardEvent} event */
  #searchKey(event) {
    if (event.key === "Enter") {
      this.#nextMatch(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      this.choose({ search: "" }, false);
      this.view.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const isTyping = event.target instanceof HTMLInputElement;
    const isButton = event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ");
    if (isTyping || isButton || event.ctrlKey || event.metaKey || event.altKey || element("keys", HTMLDialogElement).open) return;
    const act = this.#action(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** @param {string} key @returns {(() => void) | undefined} */
  #action(key) {
    const { layout, tree } = this;
    const node = this.selected >= 0 ? this.selected : this.choice.zoom;
    const type = Number(key) - 1;
    if (type >= 0 && type < this.profile.types.length) return () => this.choose({ type });
    switch (key) {
      case "ArrowUp": return () => this.#select(tree.parent[node]);
      case "ArrowDown": return () => this.#select(layout.first[node]);
      case "ArrowLeft": return () => this.#select(layout.previous[node]);
      case "ArrowRight": return () => this.#select(layout.next[node]);
      case "Enter": case " ": return () => this.zoom(node);
      case "Backspace": return () => history.back();
      case "Escape": case "Home": return () => this.zoom(0);
      case "/": return () => this.search.select();
      case "n": return () => this.#nextMatch(1);
      case "N": return () => this.#nextMatch(-1);
      case "o": return () => this.#turnOrder();
      case "d": return () => this.#turnTheme();
      case "?": return () => element("keys", HTMLDialogElement).showModal();
      default: return undefined;
    }
  }
}

/** "+12%", "−3.1%"; from ten times up "12x". @param {number} ratio */
function readablePercent(ratio) {
  if (ratio >= 9) return `${(ratio + 1).toFixed(1)}x`;
  const percent = Math.abs(100 * ratio);
  return (ratio > 0 ? "+" : ratio < 0 ? "−" : "") + percent.toFixed(percent >= 10 ? 0 : 1) + "%";
}

try {
  const profile = /** @type {Profile} */ (JSON.parse(element("profile", HTMLScriptElement).textContent ?? ""));
  const bytes = fromBase64((element("tree", HTMLScriptElement).textContent ?? "").trim());
  const page = new Page(profile, new Tree(profile, bytes));
  if (!isInFrame) page.view.focus({ preventScroll: true });
} catch (error) {
  const empty = element("empty", HTMLElement);
  empty.hidden = false;
  empty.textContent = `This page can't be shown: ${error instanceof Error ? error.message : error}. Make it once more.`;
}
