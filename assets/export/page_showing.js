"use strict";
// The layer that is looked at: the picture with its map, what is said of it, and its parts in detail.

async function show() {
  const layer = await ready(facts.layers[focus.layer]), table = new Uint8Array(await bytes(facts.colours[look.colours]));
  if (layer.number !== facts.layers[focus.layer].number) return; // a newer wish
  if (focus.head !== null && focus.head >= layer.heads) focus.head = null;
  const maps = headMaps(layer);
  const one = maps.length ? { ...maps[0], values: focus.head === null ? combined(maps.map((m) => m.values), focus.combine) : maps[focus.head].values } : null;
  const range = one ? limits(one.values, layer, facts.layers, look) : null;
  shown = { layer, map: one, range };
  const over = one && { ...one, values: strongest(one.values, look.keep) };
  paintPicture(by("picture"), by("photo"), facts, over, range, table, look, markerOf(layer));
  by("picture").classList.toggle("picks", layer.form === "rows");
  by("scale-bar").hidden = !one;
  if (one) {
    paintRamp(by("ramp"), table, look.gamma);
    by("low").textContent = written(range[0]);
    by("high").textContent = written(range[1]);
  }
  tellLayer(layer, maps.length > 0);
  showDetail(layer, maps, table);
  history.replaceState(null, "", `#layer=${layer.number}${focus.head === null ? "" : `&head=${focus.head + 1}`}${focus.place ? `&at=${focus.place.join(",")}` : ""}`);
}

function markerOf(layer) {
  const query = pickedQuery(layer);
  return query === null ? null : Array.from(layer.boxes.subarray(4 * query, 4 * query + 4));
}

function tellLayer(layer, placed) {
  const parts = [layer.title, text(`kind_${layer.kind}`)];
  if (layer.kind === "heads" && placed) {
    parts.push(focus.head === null ? text(`combine_${focus.combine}`) : text("head", focus.head + 1), queryText(layer));
  }
  if (layer.note) parts.push(layer.note);
  if (layer.form === "rows" && focus.place !== null && pickedQuery(layer) === null) parts.push(text("no_query"));
  by("shown").textContent = parts.join(" · ");
  by("picture").setAttribute("aria-label", `${text("photo")}: ${parts.join(", ")}`);
  by("reading").textContent = layer.form === "rows" ? text("pick") : "";
  for (const button of by("layers").querySelectorAll("button")) {
    button.setAttribute("aria-current", String(Number(button.dataset.layer) === focus.layer));
  }
}

function queryText(layer) {
  const query = pickedQuery(layer);
  if (query !== null) return text("query_at", query, ...focus.place);
  return text(layer.prefix ? "query_class" : "query_mean");
}

// ---------------------------------------------------------------------- the layer in detail

function showDetail(layer, maps, table) {
  const several = layer.kind === "heads" && maps.length > 1, focused = document.activeElement?.dataset?.head;
  by("detail-choice").hidden = layer.kind !== "heads" || !maps.length;
  by("combine").value = focus.combine;
  by("class-token").textContent = text(layer.prefix ? "query_class" : "query_mean");
  by("class-token").hidden = layer.form !== "rows";
  by("detail-note").textContent = layer.partial ? text("partial") : layer.form === "tables" || layer.kind === "other" ? text("no_place") : "";
  by("detail-title").textContent = text(several ? "heads" : layer.kind === "channel" ? "channels" : "weights");
  const parts = several ? headTiles(layer, maps, table) : layer.form === "bars" ? barPlots(layer) : tables(layer, maps, table);
  by("detail").replaceChildren(...parts);
  for (const canvas of by("detail").querySelectorAll("canvas.bars")) paintBars(canvas, canvas.numbers);
  if (focused !== undefined) by("detail").querySelector(`[data-head="${focused}"]`)?.focus();
}

function headTiles(layer, maps, table) {
  const all = new Float32Array(maps.length * maps[0].values.length);
  maps.forEach((map, i) => all.set(map.values, i * map.values.length));
  const range = limits(all, layer, facts.layers, look);
  return maps.map((map, head) => {
    const button = document.createElement("button"), name = document.createElement("span");
    button.type = "button";
    button.dataset.head = head;
    button.setAttribute("aria-pressed", String(focus.head === head));
    name.textContent = text("head", head + 1);
    button.append(mapCanvas(map, range, table, look.gamma, false), name);
    button.addEventListener("click", () => change({ head: focus.head === head ? null : head }));
    return button;
  });
}

function barPlots(layer) {
  const [branches, count] = layer.size;
  return Array.from({ length: branches }, (_, branch) => {
    const canvas = document.createElement("canvas");
    canvas.className = "bars";
    canvas.numbers = layer.values.subarray(branch * count, (branch + 1) * count);
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", `${layer.title}: ${count}`);
    canvas.addEventListener("mousemove", (event) => {
      const at = barAt(canvas, event.offsetX, count);
      by("reading").textContent = at === null ? "" : text("channel_at", at, written(canvas.numbers[at]));
    });
    return canvas;
  });
}

function tables(layer, maps, table) {
  let all = maps;
  if (layer.form === "tables") {
    const [count, rows, columns] = layer.size, cells = rows * columns;
    all = Array.from({ length: count }, (_, i) => ({ values: layer.values.subarray(i * cells, (i + 1) * cells), rows, columns }));
  }
  return all.map((map) => {
    const figure = document.createElement("figure"), caption = document.createElement("figcaption");
    caption.textContent = `${map.rows} × ${map.columns}`;
    figure.append(mapCanvas(map, limits(map.values, layer, facts.layers, look), table, look.gamma, false), caption);
    return figure;
  });
}
