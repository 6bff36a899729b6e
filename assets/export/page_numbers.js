"use strict";
// What the weights come to: plain functions of numbers, which need no document.

/** One query's weights in one head: keys of its window. `layer.values` are bytes, `layer.tops` what 255 stands for. */
function rowOf(layer, head, query) {
  const at = head * layer.queries + query, step = layer.tops[at] / 255;
  const row = new Float32Array(layer.keys);
  for (let k = 0; k < layer.keys; k++) row[k] = layer.values[at * layer.keys + k] * step;
  return row;
}

/** The same over the keys of all windows, NaN where the query has none; `query` null: the mean over queries. */
function keysOf(layer, head, query) {
  const within = layer.queries / layer.windows, found = new Float32Array(layer.windows * layer.keys).fill(NaN);
  if (query !== null) {
    found.set(rowOf(layer, head, query), Math.floor(query / within) * layer.keys);
    return found;
  }
  found.fill(0);
  for (let q = 0; q < layer.queries; q++) {
    const start = Math.floor(q / within) * layer.keys, row = rowOf(layer, head, q);
    for (let k = 0; k < layer.keys; k++) found[start + k] += row[k] / within;
  }
  return found;
}

/** Maps of the same cells as one: their mean, largest or smallest. */
function combined(maps, how) {
  const found = Float32Array.from(maps[0]);
  for (const map of maps.slice(1)) {
    for (let i = 0; i < found.length; i++) {
      if (how === "max") found[i] = Math.max(found[i], map[i]);
      else if (how === "min") found[i] = Math.min(found[i], map[i]);
      else found[i] += map[i];
    }
  }
  return how === "mean" ? found.map((sum) => sum / maps.length) : found;
}

/** Weights of keys over the network's input: {values, rows, columns, extent}; `input` is [rows, columns]. */
function laidOut(layer, keys, input) {
  return layer.cell ? inCells(layer, keys) : inBoxes(layer.key_boxes, keys, input);
}

function inCells(layer, keys) {
  const sums = new Float64Array(layer.rows * layer.columns), counts = new Int32Array(sums.length);
  for (let k = 0; k < keys.length; k++) {
    if (layer.cell[k] < 0 || Number.isNaN(keys[k])) continue;
    sums[layer.cell[k]] += keys[k];
    counts[layer.cell[k]]++;
  }
  const values = Float32Array.from(sums, (sum, i) => (counts[i] ? sum / counts[i] : NaN));
  return { values, rows: layer.rows, columns: layer.columns, extent: layer.extent };
}

function inBoxes(boxes, keys, [rows, columns]) {
  const sums = new Float64Array(rows * columns), counts = new Int32Array(sums.length);
  for (let k = 0; k < keys.length; k++) {
    const [top, left, bottom, right] = Array.from(boxes.subarray(4 * k, 4 * k + 4), (edge) => Math.max(Math.ceil(edge - 0.5), 0));
    if (Number.isNaN(keys[k]) || Number.isNaN(top)) continue;
    for (let y = top; y < Math.min(bottom, rows); y++) {
      for (let x = left; x < Math.min(right, columns); x++) {
        sums[y * columns + x] += keys[k];
        counts[y * columns + x]++;
      }
    }
  }
  const values = Float32Array.from(sums, (sum, i) => (counts[i] ? sum / counts[i] : NaN));
  return { values, rows, columns, extent: [0, 0, rows, columns] };
}

/** The number of the query that lies at a pixel of the network's input; null where there is none. */
function queryAt(layer, row, column) {
  const b = layer.boxes;
  for (let q = 0; q < b.length / 4; q++) {
    if (b[4 * q] <= row && row < b[4 * q + 2] && b[4 * q + 1] <= column && column < b[4 * q + 3]) return q;
  }
  return null;
}

/** [low, high] of the colours; `layers` are all of the page. */
function limits(values, layer, layers, look) {
  if (look.scale === "unit") return [0, 1];
  if (look.scale === "held") return spread(look.held);
  const zero = layer.kind === "heads";
  if (look.scale === "map") {
    let low = Infinity, high = -Infinity;
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (high < low) return [0, 1];
    return spread([zero ? Math.min(0, low) : low, high]);
  }
  const ranges = (look.scale === "all" ? layers.filter((one) => one.kind === layer.kind) : [layer]).map((one) => one.range);
  return spread([zero ? 0 : Math.min(...ranges.map((r) => r[0])), Math.max(...ranges.map((r) => r[1]))]);
}

/** A range that is never empty. */
function spread([low, high]) {
  return high > low ? [low, high] : [low, low + Math.max(Math.abs(low) * 1e-3, 1e-6)];
}

/** The largest values that together make this share of the sum, and NaN for the rest. */
function strongest(values, share) {
  const known = Float64Array.from(values, (value) => (value > 0 ? value : 0)), falling = Array.from(known).sort((a, b) => b - a);
  const sum = falling.reduce((a, b) => a + b, 0);
  if (share >= 1 || sum <= 0) return values;
  let least = 0, mass = 0;
  for (const value of falling) {
    least = value;
    mass += value;
    if (mass >= share * sum * (1 - 1e-12)) break;
  }
  return values.map((value, i) => (known[i] >= least ? value : NaN));
}

/** A map with `factor` times as many rows and columns: values, not colours, run from centre to centre. */
function finer(map, factor, smooth) {
  const rows = map.rows * factor, columns = map.columns * factor, values = new Float32Array(rows * columns);
  const across = neighbours(map.columns, factor);
  const down = neighbours(map.rows, factor);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const own = map.values[Math.floor(y / factor) * map.columns + Math.floor(x / factor)];
      values[y * columns + x] = smooth && !Number.isNaN(own) ? between(map, down[y], across[x]) : own;
    }
  }
  return { values, rows, columns, extent: map.extent };
}

function neighbours(count, factor) {
  return Array.from({ length: count * factor }, (_, i) => {
    const place = Math.min(Math.max((i + 0.5) / factor - 0.5, 0), count - 1), before = Math.floor(place);
    return [before, Math.min(before + 1, count - 1), place - before];
  });
}

/** The mean of the four cells around a place, by how near they are; holes count as nothing. */
function between(map, row, column) {
  const [above, below, down] = row, [left, right, across] = column;
  const corners = [
    { at: above * map.columns + left, share: (1 - down) * (1 - across) },
    { at: above * map.columns + right, share: (1 - down) * across },
    { at: below * map.columns + left, share: down * (1 - across) },
    { at: below * map.columns + right, share: down * across },
  ];
  let sum = 0, known = 0;
  for (const corner of corners) {
    const value = map.values[corner.at];
    if (Number.isNaN(value)) continue;
    sum += value * corner.share;
    known += corner.share;
  }
  return known ? sum / known : NaN;
}

/** Red, green, blue and opacity of every cell; `table` is 256 colours; NaN is transparent. */
function coloured(values, [low, high], table, gamma, byValue) {
  const pixels = new Uint8ClampedArray(4 * values.length);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    const share = Math.min(Math.max((values[i] - low) / (high - low), 0), 1);
    const colour = 3 * Math.round(255 * share ** gamma);
    for (let c = 0; c < 3; c++) pixels[4 * i + c] = table[colour + c];
    pixels[4 * i + 3] = byValue ? 255 * share ** 0.6 : 255;
  }
  return pixels;
}

/** A number, short. */
function written(value) {
  if (!Number.isFinite(value)) return "–";
  return value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(2) : String(Number(value.toPrecision(4)));
}
