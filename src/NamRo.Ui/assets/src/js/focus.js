// A browser moves the focus to the top of a new page and screen readers speak its title; with Turbo both have to be done here.
// On the same page (a filter, a sort) the focus stays where it was.
let before = { path: location.pathname, id: "" };
let isFirst = true;

function remember() {
  before = { path: location.pathname, id: document.activeElement?.id ?? "" };
}

function place() {
  const isArrival = !isFirst;
  isFirst = false;
  if (!isArrival || location.hash || document.querySelector(".error-summary, #main [autofocus]")) return;
  const same = before.path === location.pathname && before.id ? document.getElementById(before.id) : null;
  (same ?? document.getElementById("main"))?.focus({ preventScroll: true });
}

export function startFocus() {
  document.addEventListener("turbo:click", remember);
  document.addEventListener("turbo:submit-start", remember);
  document.addEventListener("turbo:load", place);
}
