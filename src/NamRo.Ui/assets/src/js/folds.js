// On a phone the filters of a list are folded until one is set; without JavaScript they stay open.
function fold() {
  if (!matchMedia("(max-width: 640px)").matches) return;
  for (const part of document.querySelectorAll("details[data-fold=narrow]")) part.open = false;
}

export function startFolds() {
  document.addEventListener("turbo:load", fold);
}
