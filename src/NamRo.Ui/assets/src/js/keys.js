// A control with data-key="e" is pressed by that key, unless the person is typing. "Shift+Enter", "Ctrl+K" and "ArrowDown" work too.
// "?" lists the keys of the page; there, keys of a single letter can be turned off (people who speak to their machine need that).
// The choice is a cookie: signing out clears everything else that is kept in the browser.
const offName = "namro-keys";

const isTyping = target => target.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]") != null;
const isShown = control => control.getClientRects().length > 0;
const areLettersOff = () => document.cookie.split("; ").includes(`${offName}=off`);

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const hasShift = event.shiftKey && event.key.length > 1;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${hasShift ? "Shift+" : ""}${key}`;
}

function nameFor(control) {
  const label = control.getAttribute("aria-label") ?? [...control.childNodes].filter(node => node.nodeName !== "KBD")
    .map(node => node.textContent).join(" ");
  return label.replace(/\s+/g, " ").trim();
}

function line(control) {
  const [term, key, words] = ["dt", "kbd", "dd"].map(name => document.createElement(name));
  key.textContent = control.dataset.key;
  words.textContent = nameFor(control);
  term.append(key);
  return [term, words];
}

function showKeys() {
  const dialog = document.getElementById("keys-dialog");
  if (!dialog || document.querySelector("dialog[open]")) return;
  dialog.querySelector("input").checked = !areLettersOff();
  dialog.querySelector("dl").replaceChildren(...[...document.querySelectorAll("[data-key]")].filter(isShown).flatMap(line));
  dialog.showModal();
}

function press(event) {
  const name = nameOf(event);
  if (event.defaultPrevented || (isTyping(event.target) && !name.startsWith("Ctrl+"))) return;
  if (name === "Enter" && event.target.closest?.("a, button, summary, input")) return;
  if (name === "?") return showKeys();
  if (name.length === 1 && areLettersOff()) return;
  const scope = document.querySelector("dialog[open]") ?? document;
  const control = [...scope.querySelectorAll("[data-key]")]
    .find(each => each.dataset.key.toUpperCase() === name.toUpperCase() && isShown(each));
  if (!control || control.disabled) return;
  event.preventDefault();
  if (control.matches("input, textarea, select")) control.focus();
  else control.click();
}

export function startKeys() {
  document.addEventListener("keydown", press);
  document.addEventListener("click", event => { if (event.target.closest?.("[data-opens-keys]")) showKeys(); });
  document.addEventListener("change", event => {
    if (event.target.matches?.("#keys-dialog input")) {
      document.cookie = `${offName}=${event.target.checked ? "on" : "off"}; path=/; max-age=31536000; samesite=lax`;
    }
  });
}
