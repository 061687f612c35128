// The review of a plan: moving between rows happens here at once, and a decision is sent while the next row is already shown. Without
// this file every row is a link and every decision a form.
const desk = () => document.querySelector("[data-review]");
const rows = () => [...document.querySelectorAll("[data-review] [data-row]")];
const current = () => document.querySelector("[data-review] [data-row][aria-current]");

function showSource(id) {
  const frame = document.getElementById("source");
  if (frame) frame.src = desk().dataset.source + id;
}

function select(row) {
  if (!row) return;
  for (const each of rows()) each.removeAttribute("aria-current");
  row.setAttribute("aria-current", "true");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  showSource(row.dataset.row);
  const address = new URL(location.href);
  address.searchParams.set("dong", row.dataset.row);
  history.replaceState(history.state, "", address);
}

const otherWindow = direction => document.querySelector(`[data-window=${direction}]`);

// Rows that lie this near to the end of those at hand are fetched before they are reached, so that no move waits for the server; rows far
// behind are let go, so that a plan of thousands of rows does not grow in the page.
const nearEnd = 12;
const mostRows = 120;

function letGo(list, direction, page) {
  const items = [...list.children];
  const gone = direction === "after" ? items.slice(0, -mostRows) : items.slice(mostRows);
  const kept = direction === "after" ? "before" : "after";
  const place = page.querySelector(`[data-window=${kept}]`)?.closest("p");
  if (gone.length === 0 || !place) return;
  const edge = direction === "after" ? gone.at(-1) : gone[0];
  place.querySelector("a").href = edge.querySelector("[data-select]").href;
  otherWindow(kept)?.closest("p").remove();
  if (kept === "before") list.before(place);
  else list.after(place);
  for (const item of gone) item.remove();
}

async function fetchWindow(direction) {
  const link = otherWindow(direction);
  if (!link || link.dataset.fetching) return;
  link.dataset.fetching = "yes";
  const answer = await fetch(link.href).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const list = link.isConnected && document.querySelector(".review-list");
  if (!page || !list) return delete link.dataset.fetching;
  const items = [...page.querySelectorAll(".review-list > li")]
    .filter(item => !document.getElementById(item.querySelector("[data-row]").id));
  for (const item of items) item.querySelector("[data-row]").removeAttribute("aria-current");
  const next = page.querySelector(`[data-window=${direction}]`);
  if (next) link.href = next.href;
  else link.closest("p").remove();
  delete link.dataset.fetching;
  const top = list.firstElementChild;
  const height = list.offsetHeight;
  if (direction === "after") list.append(...items);
  else top.before(...items);
  // Rows that come in above do not push away the one in hand.
  if (direction === "before") document.querySelector(".review-scroll").scrollTop += list.offsetHeight - height;
  letGo(list, direction, page);
}

function fetchAhead(at, count) {
  if (at >= count - nearEnd) fetchWindow("after");
  else if (at < nearEnd) fetchWindow("before");
}

function step(by) {
  const list = rows();
  const at = list.indexOf(current()) + by;
  if (list[at]) select(list[at]);
  else otherWindow(by > 0 ? "after" : "before")?.click();
  fetchAhead(at, list.length);
}

// The next row that is still open: behind this one, then from the top.
function nextOpen(row) {
  const list = rows();
  const at = list.indexOf(row);
  return [...list.slice(at + 1), ...list.slice(0, at)].find(each => each.classList.contains("pending"));
}

function onClick(event) {
  if (!desk() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("[data-select]");
  const stepper = event.target.closest("[data-step]");
  if (link) {
    event.preventDefault();
    select(link.closest("[data-row]"));
  } else if (stepper) step(Number(stepper.dataset.step));
}

function onSubmit(event) {
  const button = event.detail.formSubmission.submitter;
  if (!button?.hasAttribute("data-decides")) return;
  const row = button.closest("[data-row]");
  const next = row && nextOpen(row);
  if (row) fetchAhead(rows().indexOf(row), rows().length);
  if (next) select(next);
  else if (row && otherWindow("after")) document.addEventListener("turbo:submit-end", () => otherWindow("after")?.click(), { once: true });
}

// Brings the lit place into the middle of its pane, without moving the page.
function showLit() {
  const pane = document.querySelector(".review-source");
  const lit = pane?.querySelector("[data-lit]");
  if (!lit) return;
  const place = lit.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  pane.scrollTop += place.top - frame.top - Math.max(24, (pane.clientHeight - place.height) / 2);
  pane.scrollLeft += place.left - frame.left - Math.max(24, (pane.clientWidth - place.width) / 2);
}

// Of the deadline's fields only those that its kind needs.
function showDeadline() {
  const kind = document.querySelector("[data-deadline] select[name$='Deadline.Kind']");
  if (!kind) return;
  for (const field of document.querySelectorAll("[data-deadline] [data-for]")) {
    field.hidden = !field.dataset.for.split(" ").includes(kind.value);
  }
}

function arrive() {
  showDeadline();
  showLit();
  if (!desk()) return;
  for (const stepper of document.querySelectorAll("[data-step]")) stepper.hidden = false;
  if (!document.querySelector(".error-summary")) current()?.focus({ preventScroll: true });
  current()?.scrollIntoView({ block: "nearest" });
}

export function startReview() {
  document.addEventListener("click", onClick);
  document.addEventListener("change", event => { if (event.target.matches?.("[data-deadline] select")) showDeadline(); });
  document.addEventListener("turbo:submit-start", onSubmit);
  document.addEventListener("turbo:load", arrive);
  document.addEventListener("turbo:render", arrive);
  document.addEventListener("turbo:frame-load", event => { if (event.target.id === "source") showLit(); });
  document.addEventListener("turbo:before-stream-render", event => {
    if (event.target.target === "review-foot") {
      for (const stepper of event.target.templateElement.content.querySelectorAll("[data-step]")) stepper.hidden = false;
    }
  });
}
