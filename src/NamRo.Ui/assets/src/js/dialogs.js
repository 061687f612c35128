// data-opens="id" opens a <dialog>, data-closes closes the one around it, a click on the backdrop closes too.
function onClick(event) {
  const opener = event.target.closest?.("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    dialog.showModal();
  } else if (event.target.closest?.("[data-closes]") || event.target instanceof HTMLDialogElement) {
    event.target.closest("dialog")?.close();
  }
}

export function startDialogs() {
  document.addEventListener("click", onClick);
  document.addEventListener("turbo:before-cache", () => {
    for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
  });
}
