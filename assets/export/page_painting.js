"use strict";
// What is drawn: the picture with its map, small maps, bars.

const FINE = 256;
const LARGER = 1000;

/** A map as a canvas, a pixel for a cell. */
function mapCanvas(map, range, table, gamma, byValue) {
  const canvas = document.createElement("canvas");
  canvas.width = map.columns;
  canvas.height = map.rows;
  const pixels = coloured(map.values, range, table, gamma, byValue);
  canvas.getContext("2d").putImageData(new ImageData(pixels, map.columns, map.rows), 0, 0);
  return canvas;
}

/** The photo, and over it the map where it lies; `marker` is a box of the network's input or null. */
function paintPicture(canvas, photo, facts, map, range, table, look, marker) {
  const { width, height } = facts.picture, factor = Math.max(photo.naturalWidth, LARGER * width / Math.max(width, height)) / width;
  canvas.width = Math.max(1, Math.round(width * factor));
  canvas.height = Math.max(1, Math.round(height * factor));
  const brush = canvas.getContext("2d");
  brush.imageSmoothingQuality = "high";
  brush.drawImage(photo, 0, 0, canvas.width, canvas.height);
  if (map) {
    const fine = finer(map, Math.max(1, Math.ceil(FINE / Math.max(map.rows, map.columns))), look.smooth);
    const [x, y, w, h] = onPicture(map.extent, facts.affine).map((side) => side * factor);
    brush.imageSmoothingEnabled = look.smooth;
    brush.globalAlpha = look.opacity;
    brush.drawImage(mapCanvas(fine, range, table, look.gamma, true), x, y, w, h);
    brush.globalAlpha = 1;
  }
  dimUnseen(brush, canvas, onPicture([0, 0, ...facts.input], facts.affine).map((side) => side * factor));
  if (marker) {
    const [x, y, w, h] = onPicture(marker, facts.affine).map((side) => side * factor);
    for (const [colour, thick] of [["rgba(0,0,0,0.6)", 5], ["#fff", 2.5]]) {
      brush.strokeStyle = colour;
      brush.lineWidth = thick;
      brush.strokeRect(x, y, w, h);
    }
  }
}

/** What the network did not see of the picture is dimmed. */
function dimUnseen(brush, canvas, [x, y, w, h]) {
  brush.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--window");
  brush.globalAlpha = 0.72;
  brush.beginPath();
  brush.rect(0, 0, canvas.width, canvas.height);
  brush.rect(x, y, w, h);
  brush.fill("evenodd");
  brush.globalAlpha = 1;
}

/** Input [top, left, bottom, right] -> [x, y, width, height] of the picture. */
function onPicture([top, left, bottom, right], [x0, y0, across, down]) {
  return [x0 + left * across, y0 + top * down, (right - left) * across, (bottom - top) * down];
}

/** The colours of the scale, highest on top. */
function paintRamp(canvas, table, gamma) {
  const values = Float32Array.from({ length: 256 }, (_, i) => 1 - i / 255);
  canvas.getContext("2d").putImageData(new ImageData(coloured(values, [0, 1], table, gamma, false), 1, 256), 0, 0);
}

/** Bars of one branch, with 0 and both ends of the axis. */
function paintBars(canvas, values) {
  const style = getComputedStyle(document.documentElement), sharp = window.devicePixelRatio || 1;
  const width = canvas.clientWidth || 320, height = canvas.clientHeight || 220, left = 46;
  canvas.width = width * sharp;
  canvas.height = height * sharp;
  const brush = canvas.getContext("2d");
  brush.scale(sharp, sharp);
  const [low, high] = barEnds(values), room = height - 24, y = (value) => 8 + (room - 8) * (1 - (value - low) / (high - low));
  brush.font = "11px system-ui, sans-serif";
  brush.textAlign = "right";
  for (const tick of [low, (low + high) / 2, high]) {
    brush.fillStyle = style.getPropertyValue("--line");
    brush.fillRect(left, Math.round(y(tick)), width - left, 1);
    brush.fillStyle = style.getPropertyValue("--muted");
    brush.fillText(written(tick), left - 6, y(tick) + 4);
  }
  brush.fillStyle = style.getPropertyValue("--bars");
  const pitch = (width - left) / values.length, bar = Math.max(pitch * (pitch > 3 ? 0.85 : 1), 0.5);
  values.forEach((value, i) => {
    if (Number.isFinite(value)) brush.fillRect(left + i * pitch, Math.min(y(0), y(value)), bar, Math.abs(y(value) - y(0)));
  });
  brush.fillStyle = style.getPropertyValue("--muted");
  brush.textAlign = "left";
  brush.fillText("0", left, height - 4);
  brush.textAlign = "right";
  brush.fillText(String(values.length - 1), width, height - 4);
}

/** Both ends of the axis; 0 lies between them, and gates that are not all weak have 0 to 1. */
function barEnds(values) {
  const known = Array.from(values).filter(Number.isFinite);
  const low = Math.min(0, ...known), high = Math.max(0, ...known);
  if (low >= 0 && high > 0.2 && high <= 1) return [0, 1];
  return high > low ? [low, high] : [0, 1];
}

/** Which bar is at a place of the canvas, as a share of its width. */
function barAt(canvas, x, count) {
  const left = 46, at = Math.floor((x - left) / ((canvas.clientWidth - left) / count));
  return at >= 0 && at < count ? at : null;
}
