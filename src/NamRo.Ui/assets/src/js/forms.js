// Submit once, warn before unsaved changes are left, ask before what is hard to undo, bring the eye to the first error.
import * as Turbo from "@hotwired/turbo";

const changed = new WeakSet();

const isGuarded = form => form instanceof HTMLFormElement && form.hasAttribute("data-guard");
const guardedForms = () => [...document.querySelectorAll("form[data-guard]")].filter(form => changed.has(form));

function leaveQuestion() {
  return document.documentElement.dataset.leaveQuestion ?? "";
}

function markSubmitting(form, isSubmitting) {
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    button.toggleAttribute("disabled", isSubmitting);
    if (isSubmitting) button.setAttribute("aria-busy", "true");
    else button.removeAttribute("aria-busy");
  }
}

// Turbo asks this for a form or button with data-turbo-confirm; leaving it by Escape means no.
function ask(question) {
  const dialog = document.getElementById("confirm-dialog");
  if (!dialog) return Promise.resolve(window.confirm(question));
  dialog.querySelector("#confirm-question").textContent = question;
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise(answer => dialog.addEventListener("close", () => answer(dialog.returnValue === "yes"), { once: true }));
}

function showFirstError() {
  document.querySelector(".error-summary")?.focus();
}

export function startForms() {
  document.addEventListener("input", event => { if (isGuarded(event.target.form)) changed.add(event.target.form); });
  Turbo.config.forms.confirm = ask;
  document.addEventListener("submit", event => changed.delete(event.target));
  document.addEventListener("turbo:submit-start", event => markSubmitting(event.target, true));
  document.addEventListener("turbo:submit-end", event => {
    markSubmitting(event.target, false);
    if (!event.detail.success && isGuarded(event.target)) changed.add(event.target);
  });
  document.addEventListener("turbo:before-visit", event => {
    if (guardedForms().length > 0 && !window.confirm(leaveQuestion())) event.preventDefault();
  });
  window.addEventListener("beforeunload", event => { if (guardedForms().length > 0) event.preventDefault(); });
  document.addEventListener("change", event => {
    if (event.target.form?.hasAttribute("data-auto-submit")) event.target.form.requestSubmit();
  });
  document.addEventListener("turbo:load", showFirstError);
  document.addEventListener("turbo:render", showFirstError);
}
