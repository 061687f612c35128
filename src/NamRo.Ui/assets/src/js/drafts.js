// A form with data-draft="name" keeps what was typed in this browser until it has been saved; passwords and files are never kept.
const prefix = "namro.draft.";
const keptDays = 14;
const unkept = new Set(["password", "file", "hidden", "submit", "button"]);

const person = () => document.documentElement.dataset.person ?? "";
const keyOf = form => `${prefix}${person()}.${location.pathname}.${form.dataset.draft}`;
const fieldsOf = form => [...form.elements].filter(field => field.name && !unkept.has(field.type) && !field.name.startsWith("__"));
const isChoice = field => field.type === "checkbox" || field.type === "radio";

function keep(form) {
  const values = fieldsOf(form).map(field => [field.name, isChoice(field) ? field.checked : field.value, isChoice(field) ? field.value : null]);
  try {
    localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values }));
  } catch {
    // A full or forbidden store only means that there is no draft.
  }
}

function read(form) {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(form)) ?? "null");
    return draft && Date.now() - draft.at < keptDays * 86_400_000 ? draft : null;
  } catch {
    return null;
  }
}

const drop = form => localStorage.removeItem(keyOf(form));

function restore(form, draft) {
  let differs = false;
  for (const [name, value, choice] of draft.values) {
    const field = fieldsOf(form).find(each => each.name === name && (choice === null || each.value === choice));
    if (!field) continue;
    const property = isChoice(field) ? "checked" : "value";
    if (field[property] !== value) {
      field[property] = value;
      differs = true;
    }
  }
  return differs;
}

function tell(form, draft) {
  const note = form.querySelector("[data-draft-note]");
  if (!note) return;
  note.hidden = false;
  const time = note.querySelector("time");
  if (time) time.textContent = new Date(draft.at).toLocaleString(document.documentElement.lang);
  note.querySelector("button")?.addEventListener("click", () => {
    drop(form);
    form.reset();
    note.hidden = true;
  });
}

function restoreAll() {
  for (const form of document.querySelectorAll("form[data-draft]")) {
    if (form.hasAttribute("data-restored") || form.querySelector("[aria-invalid=true]")) continue;
    form.setAttribute("data-restored", "");
    const draft = read(form);
    if (draft && restore(form, draft)) tell(form, draft);
  }
}

export function startDrafts() {
  let timer = 0;
  let changed = null;
  const settle = () => {
    clearTimeout(timer);
    if (changed) keep(changed);
    changed = null;
  };
  document.addEventListener("input", event => {
    const form = event.target.form;
    if (!form?.dataset.draft) return;
    if (changed !== form) settle();
    changed = form;
    clearTimeout(timer);
    timer = setTimeout(settle, 250);
  });
  document.addEventListener("turbo:submit-end", event => {
    settle();
    if (event.detail.success && event.target.dataset.draft) drop(event.target);
  });
  // What was typed last is kept too, however soon the page is left.
  document.addEventListener("turbo:before-visit", settle);
  addEventListener("pagehide", settle);
  document.addEventListener("turbo:load", restoreAll);
}
