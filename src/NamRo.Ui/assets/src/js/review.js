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

function step(by) {
  const list = rows();
  const next = list[list.indexOf(current()) + by];
  if (next) select(next);
  else otherWindow(by > 0 ? "after" : "before")?.click();
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
