"use strict";
// What the reader does, and what he sees of it.

const by = (id) => document.getElementById(id);
const facts = JSON.parse(by("facts").textContent), texts = JSON.parse(by("texts").textContent);
const look = { ...facts.look };
const focus = { layer: 0, head: facts.focus.head, place: Array.isArray(facts.focus.query) ? facts.focus.query : null, combine: facts.focus.combine };
const unpacked = new Map();
const KINDS = { values: null, tops: Float32Array, boxes: Float32Array, cell: Int32Array, key_boxes: Float32Array };
let shown = null;

/** A text with its places filled in. */
function text(name, ...parts) {
  return texts[name].replace(/\{(\d)\}/g, (_, number) => parts[number]);
}

/** The bytes of a packed array. */
function bytes(name) {
  if (!unpacked.has(name)) {
    const packed = Uint8Array.from(atob(by(name).textContent.trim()), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    unpacked.set(name, new Response(stream).arrayBuffer());
  }
  return unpacked.get(name);
}

/** A layer with its arrays in place of their names. */
async function ready(layer) {
  const whole = { ...layer };
  for (const [field, kind] of Object.entries(KINDS)) {
    if (layer[field] === undefined) continue;
    const plain = await bytes(layer[field]);
    whole[field] = new (kind || (layer.form === "rows" ? Uint8Array : Float32Array))(plain);
  }
  return whole;
}

/** The number of the query at the picked place; null where none was picked, or none of this layer lies there. */
function pickedQuery(layer) {
  return focus.place === null || layer.form !== "rows" ? null : queryAt(layer, focus.place[0] + 0.5, focus.place[1] + 0.5);
}

/** The query that is looked at: the picked one, else the class token, or null for the mean over queries. */
function queryOf(layer) {
  const picked = pickedQuery(layer);
  return picked === null && layer.prefix ? 0 : picked;
}

/** A map for every head (or the one map that there is) over the network's input; empty where there is none. */
function headMaps(layer) {
  if (layer.form === "maps") {
    const [count, rows, columns] = layer.size, cells = rows * columns;
    return Array.from({ length: count }, (_, i) => ({ values: layer.values.subarray(i * cells, (i + 1) * cells), rows, columns, extent: layer.extent }));
  }
  if (layer.form !== "rows") return [];
  const query = queryOf(layer);
  return Array.from({ length: layer.heads }, (_, head) => laidOut(layer, keysOf(layer, head, query), facts.input));
}

// ---------------------------------------------------------------------- what the reader does

function change(wishes) {
  Object.assign(focus, wishes);
  show();
}

function stepLayer(steps) {
  const layer = Math.min(Math.max(focus.layer + steps, 0), facts.layers.length - 1);
  if (layer !== focus.layer) change({ layer });
  by("layers").children[layer]?.scrollIntoView({ block: "nearest" });
}

function stepHead(steps) {
  const heads = facts.layers[focus.layer].heads;
  if (!heads) return;
  const at = ((focus.head === null ? 0 : focus.head + 1) + steps + heads + 1) % (heads + 1);
  change({ head: at === 0 ? null : at - 1 });
}

/** Where on the picture: pixels of the picture, and of the network's input. */
function placeOf(event) {
  const box = by("picture").getBoundingClientRect(), { width, height } = facts.picture;
  const x = (event.clientX - box.left) / box.width * width, y = (event.clientY - box.top) / box.height * height;
  const [x0, y0, across, down] = facts.affine;
  return { x, y, row: (y - y0) / down, column: (x - x0) / across };
}

function pick(row, column) {
  const [rows, columns] = facts.input;
  if (row < 0 || column < 0 || row >= rows || column >= columns) return;
  change({ place: [Math.floor(row), Math.floor(column)] });
}

/** From the picked query to the next one in a direction. */
function movePlace(down, across) {
  const layer = shown?.layer;
  if (!layer || layer.form !== "rows") return;
  const marker = markerOf(layer), [rows, columns] = facts.input;
  if (marker === null) return pick(rows / 2, columns / 2);
  const [top, left, bottom, right] = marker;
  pick((top + bottom) / 2 + down * (bottom - top), (left + right) / 2 + across * (right - left));
}

function read(event) {
  if (!shown) return;
  const { x, y, row, column } = placeOf(event), map = shown.map;
  let value = NaN;
  if (map) {
    const [top, left, bottom, right] = map.extent;
    const r = Math.floor((row - top) / (bottom - top) * map.rows), c = Math.floor((column - left) / (right - left) * map.columns);
    if (r >= 0 && c >= 0 && r < map.rows && c < map.columns) value = map.values[r * map.columns + c];
  }
  by("reading").textContent = text("value_at", Math.floor(x), Math.floor(y), written(value));
}

const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const DEEDS = {
  "]": () => stepHead(1), "[": () => stepHead(-1), m: () => change({ head: null }), c: () => change({ place: null }),
  s: () => draw({ smooth: !look.smooth }), o: () => draw({ opacity: Math.min(1, look.opacity + 0.1) }),
  O: () => draw({ opacity: Math.max(0, look.opacity - 0.1) }), Home: () => stepLayer(-1e6), End: () => stepLayer(1e6),
  PageDown: () => stepLayer(1), PageUp: () => stepLayer(-1),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof Element && event.target.matches("select, input, summary"))) return;
  const move = MOVES[event.key], deed = DEEDS[event.key] || (event.shiftKey ? null : DEEDS[event.key.toLowerCase()]);
  if (move && event.target === by("picture") && shown?.layer.form === "rows") movePlace(...move);
  else if (move) stepLayer(move[0] + move[1]);
  else if (deed) deed();
  else return;
  event.preventDefault();
}

function draw(wishes) {
  Object.assign(look, wishes);
  setControls();
  show();
}

function setControls() {
  by("opacity").value = look.opacity;
  by("colours").value = look.colours;
  by("gamma").value = Math.log2(look.gamma);
  by("keep").value = look.keep;
  by("scale").value = look.scale;
  by("smooth").checked = look.smooth;
}

// ---------------------------------------------------------------------- the page

function options(select, names, textOf) {
  select.replaceChildren(...names.map((name) => new Option(textOf(name), name)));
}

function fillPage() {
  for (const part of document.querySelectorAll("[data-text]")) part.textContent = text(part.dataset.text);
  for (const part of document.querySelectorAll("[data-label]")) part.setAttribute("aria-label", text(part.dataset.label));
  const { network, weights, random_weights } = facts.settings;
  by("title").textContent = facts.picture.name;
  by("network").textContent = [network + (random_weights ? text("random") : weights ? ` (${weights})` : ""), facts.program].join(" · ");
  options(by("colours"), Object.keys(facts.colours), (name) => name);
  options(by("scale"), ["map", "layer", "all", "unit", ...(facts.look.scale === "held" ? ["held"] : [])], (name) => text(`scale_${name}`));
  options(by("combine"), ["mean", "max", "min"], (name) => text(`combine_${name}`));
  facts.layers.forEach((layer, number) => {
    const row = document.createElement("li"), button = document.createElement("button"), kind = document.createElement("small");
    button.type = "button";
    button.dataset.layer = number;
    button.textContent = `${layer.number}\u00a0·\u00a0${layer.title}`;
    kind.textContent = [text(`kind_${layer.kind}`), layer.shape.slice(1).join(" × ")].join(" · ");
    button.append(kind);
    button.addEventListener("click", () => change({ layer: number }));
    row.append(button);
    by("layers").append(row);
  });
  for (const [label, probability] of facts.predictions) {
    const row = document.createElement("li"), bar = document.createElement("i"), value = document.createElement("span");
    row.textContent = label;
    value.textContent = probability === null ? "–" : probability.toFixed(3);
    bar.style.width = `${100 * (probability || 0)}%`;
    row.append(value, bar);
    by("prediction").append(row);
  }
  by("missed").replaceChildren(...facts.missed.map(([name, reason]) => {
    const line = document.createElement("p");
    line.textContent = text("missed", `${name}: ${reason}`);
    return line;
  }));
  for (const [name, value] of Object.entries(facts.settings)) {
    const term = document.createElement("dt"), definition = document.createElement("dd");
    term.textContent = name;
    definition.textContent = Array.isArray(value) ? value.join(", ") : value === null ? "–" : String(value);
    by("settings").append(term, definition);
  }
}

function connect() {
  by("opacity").addEventListener("input", (event) => draw({ opacity: Number(event.target.value) }));
  by("gamma").addEventListener("input", (event) => draw({ gamma: 2 ** Number(event.target.value) }));
  by("keep").addEventListener("input", (event) => draw({ keep: Number(event.target.value) }));
  by("colours").addEventListener("change", (event) => draw({ colours: event.target.value }));
  by("scale").addEventListener("change", (event) => draw({ scale: event.target.value }));
  by("smooth").addEventListener("change", (event) => draw({ smooth: event.target.checked }));
  by("combine").addEventListener("change", (event) => change({ combine: event.target.value, head: null }));
  by("class-token").addEventListener("click", () => change({ place: null }));
  by("controls").addEventListener("submit", (event) => event.preventDefault());
  by("picture").addEventListener("mousemove", read);
  by("picture").addEventListener("click", (event) => {
    const { row, column } = placeOf(event);
    if (shown?.layer.form === "rows") pick(row, column);
  });
  document.addEventListener("keydown", onKey);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
}

/** Where the address says to begin: #layer=3&head=2&at=100,40. */
function followAddress() {
  const wished = new URLSearchParams(location.hash.slice(1));
  const layer = facts.layers.findIndex((one) => one.number === Number(wished.get("layer")));
  if (layer >= 0) focus.layer = layer;
  if (wished.has("head")) focus.head = Number(wished.get("head")) - 1;
  if (/^\d+,\d+$/.test(wished.get("at") || "")) focus.place = wished.get("at").split(",").map(Number);
}

async function begin() {
  if (typeof DecompressionStream === "undefined") {
    by("shown").textContent = text("old_browser");
    return;
  }
  fillPage();
  setControls();
  followAddress();
  connect();
  await by("photo").decode();
  if (facts.layers.length) await show();
}

begin();
