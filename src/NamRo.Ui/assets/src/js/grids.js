// [data-grid] is a body of rows whose inputs carry data-cell="column": a block copied from a spreadsheet fills cells from where it is
// pasted, arrows and Enter move between rows. Without this the inputs are still inputs.
function cellsOf(grid) {
  return [...grid.rows].map(row => [...row.querySelectorAll("input[data-cell]")]);
}

function paste(event) {
  const input = event.target.closest?.("[data-grid] input[data-cell]");
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!input || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const rows = cellsOf(input.closest("[data-grid]"));
  const first = rows.findIndex(row => row.includes(input));
  const left = Number(input.dataset.cell);
  text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, down) => {
    line.split("\t").forEach((value, right) => {
      const cell = rows[first + down]?.find(each => Number(each.dataset.cell) === left + right);
      if (!cell) return;
      cell.value = value.trim();
      cell.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
}

function move(event) {
  const input = event.target.closest?.("[data-grid] input[data-cell]");
  const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
  if (!input || !step || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const rows = cellsOf(input.closest("[data-grid]"));
  for (let at = rows.findIndex(row => row.includes(input)) + step; rows[at]; at += step) {
    const next = rows[at].find(each => each.dataset.cell === input.dataset.cell);
    if (next) {
      next.focus();
      next.select();
      return;
    }
  }
}

export function startGrids() {
  document.addEventListener("paste", paste);
  document.addEventListener("keydown", move);
}
