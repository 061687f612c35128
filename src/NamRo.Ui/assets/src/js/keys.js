// A control with data-key="e" is pressed by that key, unless the person is typing. "Shift+Enter", "Ctrl+K" and "ArrowDown" work too.
const isTyping = target => target.closest?.("input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable]") !== null;

function nameOf(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const hasShift = event.shiftKey && event.key.length > 1;
  return `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.altKey ? "Alt+" : ""}${hasShift ? "Shift+" : ""}${key}`;
}

function press(event) {
  const name = nameOf(event);
  const scope = document.querySelector("dialog[open]") ?? document;
  if (event.defaultPrevented || (isTyping(event.target) && !name.startsWith("Ctrl+"))) return;
  if (name === "Enter" && event.target.closest?.("a, button, summary, input")) return;
  const control = [...scope.querySelectorAll("[data-key]")]
    .find(each => each.dataset.key.toUpperCase() === name.toUpperCase() && each.getClientRects().length > 0);
  if (!control || control.disabled) return;
  event.preventDefault();
  if (control.matches("input, textarea, select")) control.focus();
  else control.click();
}

export function startKeys() {
  document.addEventListener("keydown", press);
}
