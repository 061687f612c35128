// Ctrl+K: the search dialog asks the server for a fragment while the person types; arrows walk through the results.
const pauseMilliseconds = 180;

const stopsOf = dialog => [dialog.querySelector("input[type=search]"), ...dialog.querySelectorAll(".results a")];

// Results of the last letters may arrive while somebody already walks through the earlier ones: the place is kept.
function keepPlace(event) {
  const dialog = event.target.closest?.("#search-dialog");
  const place = dialog ? stopsOf(dialog).indexOf(document.activeElement) : -1;
  if (place < 1) return;
  event.target.addEventListener("turbo:frame-render", () => {
    const stops = stopsOf(dialog);
    stops[Math.min(place, stops.length - 1)].focus();
  }, { once: true });
}

function walk(event) {
  const dialog = event.target.closest?.("#search-dialog");
  if (!dialog || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
  const stops = stopsOf(dialog);
  const step = event.key === "ArrowDown" ? 1 : -1;
  stops[(stops.indexOf(event.target) + step + stops.length) % stops.length].focus();
  event.preventDefault();
}

export function startSearch() {
  let timer = 0;
  document.addEventListener("input", event => {
    if (!event.target.matches?.("#search-dialog input[type=search]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => event.target.form.requestSubmit(), pauseMilliseconds);
  });
  document.addEventListener("keydown", walk);
  document.addEventListener("turbo:before-frame-render", keepPlace);
  document.addEventListener("focusin", event => {
    const box = event.target.closest?.("[data-search-door]");
    if (!box) return;
    event.target.blur();
    document.getElementById("search-dialog").showModal();
  });
}
