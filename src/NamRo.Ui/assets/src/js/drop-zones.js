// A file input inside .drop-zone also takes dropped and pasted files, and lists what was chosen.
const zoneOf = event => event.target.closest?.(".drop-zone");
const inputOf = zone => zone.querySelector("input[type=file]");

function size(bytes) {
  const [amount, unit] = bytes < 1_048_576 ? [bytes / 1024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${amount.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 })} ${unit}`;
}

function list(zone) {
  const names = [...inputOf(zone).files].map(file => {
    const item = document.createElement("li");
    item.textContent = `${file.name} · ${size(file.size)}`;
    return item;
  });
  zone.querySelector("ul")?.replaceChildren(...names);
}

function take(zone, files) {
  const input = inputOf(zone);
  if (files.length === 0 || !input) return;
  const chosen = new DataTransfer();
  for (const file of input.multiple ? files : [files[0]]) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function onDrag(event) {
  const zone = zoneOf(event);
  if (!zone) return;
  zone.classList.toggle("over", event.type === "dragover");
  if (event.type !== "dragleave") event.preventDefault();
  if (event.type === "drop") take(zone, event.dataTransfer.files);
}

export function startDropZones() {
  for (const type of ["dragover", "dragleave", "drop"]) document.addEventListener(type, onDrag);
  document.addEventListener("paste", event => {
    const zone = zoneOf(event);
    if (zone) take(zone, event.clipboardData.files);
  });
  document.addEventListener("change", event => {
    const zone = zoneOf(event);
    if (zone && event.target === inputOf(zone)) list(zone);
  });
}
