// Menus are <details>: they open without script. Here they close on Escape, on a click elsewhere and when another one opens.
const openMenus = () => document.querySelectorAll("details.menu[open]");

function closeExcept(kept) {
  for (const menu of openMenus()) if (menu !== kept) menu.open = false;
}

function closeOnEscape(event) {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  const drawer = document.getElementById("menu-open");
  if (drawer?.checked) {
    drawer.checked = false;
    drawer.focus();
  }
}

function closeOthers(event) {
  const summary = event.target.closest?.("details.menu > summary");
  closeExcept(summary ? summary.parentElement : event.target.closest?.("details.menu"));
}

export function startMenus() {
  document.addEventListener("click", closeOthers);
  document.addEventListener("keydown", closeOnEscape);
  document.addEventListener("turbo:before-cache", () => {
    closeExcept(null);
    const drawer = document.getElementById("menu-open");
    if (drawer) drawer.checked = false;
  });
}
