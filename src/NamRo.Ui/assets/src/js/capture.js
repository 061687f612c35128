// A form with data-capture is first kept in this browser, then sent; without the network it is sent when that is back. What the server
// refuses (somebody else reported meanwhile) is shown to the person, who decides.
const store = "namro-capture";
const table = "captures";
const tokenName = "__RequestVerificationToken";

let isSending = false;

const formOf = () => document.querySelector("form[data-capture]");
const person = () => document.documentElement.dataset.person ?? "";

function request(mode, act) {
  return new Promise((done, fail) => {
    const opening = indexedDB.open(store, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(table, { keyPath: "id" });
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
      const base = opening.result;
      const work = base.transaction(table, mode);
      const asked = act(work.objectStore(table));
      work.oncomplete = () => { base.close(); done(asked.result); };
      work.onerror = () => { base.close(); fail(work.error); };
    };
  });
}

const put = capture => request("readwrite", rows => rows.put(capture));
const drop = id => request("readwrite", rows => rows.delete(id));
const all = async () => (await request("readonly", rows => rows.getAll())).filter(capture => capture.person === person());

function tell(text) {
  const status = document.querySelector("[data-capture-status]");
  if (status) status.textContent = text;
}

function button(text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "btn";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function line(capture, words) {
  const item = document.createElement("li");
  const text = document.createElement("span");
  const said = capture.fields.find(([name]) => name === "Input.Result")?.[1] ?? "";
  text.textContent = `${said} · ${capture.refusal ?? words.waits}`;
  item.append(text);
  if (capture.refusal) {
    item.append(button(words.extra, async () => {
      const fields = capture.fields.map(([name, value]) => [name, name === "Input.Subject" ? value.split("/")[0] : value]);
      await put({ ...capture, fields, refusal: null });
      await send();
    }));
  }
  item.append(button(words.drop, async () => {
    await drop(capture.id);
    await show();
  }));
  return item;
}

async function show() {
  const queue = document.querySelector("[data-capture-queue]");
  if (!queue) return;
  const list = queue.querySelector("ul");
  const kept = await all();
  queue.hidden = kept.length === 0;
  list.replaceChildren(...kept.map(capture => line(capture, list.dataset)));
}

async function freshToken() {
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!answer.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector(`input[name=${tokenName}]`)?.value ?? null;
}

async function sendOne(capture, token) {
  const body = new FormData();
  for (const [name, value] of capture.fields) body.append(name, value);
  body.set(tokenName, token);
  const answer = await fetch(location.pathname, { method: "POST", body, redirect: "manual" });
  if (answer.type === "opaqueredirect") return drop(capture.id);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const refusal = page.querySelector(".error-summary")?.textContent.replace(/\s+/g, " ").trim() ?? `${answer.status}`;
  return put({ ...capture, refusal: `${formOf()?.dataset.refused ?? ""} ${refusal}` });
}

async function send() {
  if (isSending || !formOf()) return;
  isSending = true;
  try {
    const waiting = (await all()).filter(capture => !capture.refusal);
    if (waiting.length > 0) {
      const token = await freshToken();
      if (token === null) tell(formOf().dataset.signIn);
      for (const capture of token === null ? [] : waiting) await sendOne(capture, token);
      if (token !== null && (await all()).length === 0) location.reload();
    }
  } catch {
    tell(formOf()?.dataset.kept ?? "");
  } finally {
    isSending = false;
    await show();
  }
}

async function take(event) {
  const form = event.target;
  if (!form.matches?.("form[data-capture]") || !("indexedDB" in window)) return;
  event.preventDefault();
  const fields = [...new FormData(form)].filter(([name, value]) => name !== tokenName && !(value instanceof File && value.size === 0));
  const id = fields.find(([name]) => name === "Input.EntryId")?.[1];
  if (!fields.some(([name, value]) => name === "Input.Result" && value.trim()) || !fields.some(([name, value]) => name === "Input.Subject" && value)) {
    form.submit();
    return;
  }
  await put({ id, person: person(), at: Date.now(), fields, refusal: null });
  form.reset();
  form.querySelector("[name='Input.EntryId']").value = crypto.randomUUID();
  tell(form.dataset.kept);
  await send();
}

async function keepPage(form) {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(form.dataset.worker, { scope: location.pathname });
    const files = performance.getEntriesByType("resource").map(entry => new URL(entry.name))
      .filter(address => address.origin === location.origin && address.pathname.startsWith("/_content/")).map(address => address.href);
    const cache = await caches.open(store);
    await cache.addAll([location.pathname, ...new Set(files)]);
  } catch {
    // Without a worker the page still sends; it only cannot be opened without the network.
  }
}

// Signing out clears this browser: what is not sent yet would be lost without a word.
async function askBeforeSignOut(event) {
  const form = event.target;
  if (!form.matches?.("form[data-signs-out]") || form.dataset.asked || !("indexedDB" in window)) return;
  event.preventDefault();
  if ((await all().catch(() => [])).length > 0 && !window.confirm(form.dataset.signsOut)) return;
  form.dataset.asked = "yes";
  form.submit();
}

export function startCapture() {
  document.addEventListener("submit", askBeforeSignOut, true);
  document.addEventListener("submit", take, true);
  window.addEventListener("online", send);
  document.addEventListener("turbo:load", async () => {
    const form = formOf();
    if (!form) return;
    await keepPage(form);
    await send();
    await show();
  });
}
