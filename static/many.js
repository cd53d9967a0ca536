// The grid of figures. It works without this; with it, a block is pasted from a spreadsheet, keys move between cells, and the page
// says which rows are changed and not saved.
(() => {
  const grid = document.querySelector(".field-grid");
  if (!grid) return;
  const rows = [...grid.tBodies[0].rows].filter((row) => !row.classList.contains("under"));
  const said = document.getElementById("grid-said");
  const fieldAt = (row, column) => rows[row]?.cells[column]?.querySelector("input, textarea");
  const placeOf = (field) => {
    const cell = field.closest("td");
    return cell && cell.closest("tr") ? { row: rows.indexOf(cell.closest("tr")), column: cell.cellIndex } : { row: -1 };
  };
  const isChanged = (field) => field.value !== field.defaultValue;
  const isRefused = document.querySelector(".govuk-error-summary") !== null;  // what was typed stands here, and nowhere else
  let leaving = false;

  // Rows below a row, with its reasons, belong to it; they count with it.
  const mark = () => {
    let count = 0;
    for (const row of rows) {
      const changed = [...row.querySelectorAll("input, textarea")].some(isChanged);
      row.classList.toggle("changed", changed);
      count += changed;
    }
    return count;
  };
  // What numerator and denominator come to.
  const numberIn = (name) => parseFloat(document.getElementById(name)?.value.replaceAll(",", ""));
  const workOut = () => {
    for (const cell of grid.querySelectorAll(".made")) {
      const { numerator, denominator, times, decimals, unit } = cell.dataset;
      const made = times * numberIn(numerator) / numberIn(denominator);
      cell.textContent = Number.isFinite(made) ? made.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }) + unit : "";
    }
  };
  const tell = (sentence = "") => {
    const count = mark();
    workOut();
    const rest = count === 0 ? "" : count === 1 ? "One row is changed and not saved yet." : `${count} rows are changed and not saved yet.`;
    said.replaceChildren([sentence, rest].filter(Boolean).join(" "));
  };

  // Cells as a spreadsheet copies them: tabs between, a cell with a line end in quotes.
  const cellsOf = (text) => {
    const all = [[""]];
    let quoted = false;
    for (let i = 0; i < text.length; ++i) {
      const row = all[all.length - 1], letter = text[i], at = row.length - 1;
      if (quoted && letter === '"' && text[i + 1] === '"') { row[at] += '"'; ++i; }
      else if (quoted && letter === '"') quoted = false;
      else if (quoted) row[at] += letter;
      else if (letter === '"' && row[at] === "") quoted = true;
      else if (letter === "\t") row.push("");
      else if (letter === "\n") all.push([""]);
      else if (letter !== "\r") row[at] += letter;
    }
    if (all.length > 1 && all[all.length - 1].join("") === "") all.pop();
    return all;
  };

  const put = (field, text) => {
    field.value = field.tagName === "INPUT" ? text.trim().replace(/\s*\n\s*/g, " ") : text.trim();
  };

  grid.addEventListener("paste", (event) => {
    const start = placeOf(event.target);
    const text = event.clipboardData.getData("text/plain");
    const isBlock = text.includes("\t") || event.clipboardData.getData("text/html").includes("<table") ||
      (event.target.tagName === "INPUT" && text.trim().includes("\n"));
    if (start.row < 0 || !isBlock) return;
    event.preventDefault();
    const before = [];
    let placed = 0, homeless = 0;
    cellsOf(text).forEach((cells, down) => cells.forEach((cell, right) => {
      const field = fieldAt(start.row + down, start.column + right);
      if (!field) { homeless += cell.trim() !== ""; return; }
      before.push([field, field.value]);
      put(field, cell);
      ++placed;
    }));
    tell(`${placed} ${placed === 1 ? "cell" : "cells"} pasted.` + (homeless ? ` ${homeless} had no field here and ${homeless === 1 ? "was" : "were"} left out.` : ""));
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "link-button";
    undo.textContent = "Undo the paste";
    undo.addEventListener("click", () => {
      for (const [field, value] of before) field.value = value;
      tell("The paste is undone.");
      event.target.focus();
    });
    said.append(" ", undo);
  });

  const go = (row, column, down, right) => {
    for (let r = row + down, c = column + right; r >= 0 && r < rows.length && c > 0 && c < rows[row].cells.length; r += down, c += right) {
      const field = fieldAt(r, c);
      if (!field) continue;
      field.focus();
      field.select();
      return true;
    }
    return false;
  };

  grid.addEventListener("keydown", (event) => {
    const field = event.target;
    const { row, column } = placeOf(field);
    if (row < 0 || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const atStart = field.selectionEnd === 0 || all, atEnd = field.selectionStart === field.value.length || all;
    const isText = field.tagName === "TEXTAREA";
    let moved = false;
    if (event.key === "Enter" && !isText) {
      moved = go(row, column, event.shiftKey ? -1 : 1, 0);
      event.preventDefault();  // a form of many rows is sent by its button alone
    } else if (event.shiftKey) return;
    else if (event.key === "ArrowDown" && (!isText || atEnd)) moved = go(row, column, 1, 0);
    else if (event.key === "ArrowUp" && (!isText || atStart)) moved = go(row, column, -1, 0);
    else if (event.key === "ArrowRight" && atEnd) moved = go(row, column, 0, 1);
    else if (event.key === "ArrowLeft" && atStart) moved = go(row, column, 0, -1);
    if (moved) event.preventDefault();
  });

  grid.addEventListener("input", () => tell());
  grid.closest("form").addEventListener("submit", () => { leaving = true; });
  addEventListener("beforeunload", (event) => { if (!leaving && (isRefused || mark() > 0)) event.preventDefault(); });
  document.getElementById("grid-hint").hidden = false;
})();
