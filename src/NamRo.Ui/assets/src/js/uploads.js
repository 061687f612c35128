// Files of a form with data-parts go up in parts: a cut line or a reload of the page loses at most one part, since the server knows how
// far each file is. Without this file the form posts its files as it is.
import * as Turbo from "@hotwired/turbo";

const longestPause = 15_000;
const longestPart = 120_000;
const longestGoodbye = 3_000;

class Stopped extends Error {}

const pause = milliseconds => new Promise(done => {
  const timer = setTimeout(done, milliseconds);
  addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
});

function element(name, text) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  return made;
}

// One file on its way and its line on the page.
class Upload {
  constructor(form, file) {
    Object.assign(this, { address: form.dataset.parts, words: JSON.parse(form.dataset.words), file, giveUp: new AbortController() });
    this.line = element("li");
    this.bar = Object.assign(element("progress"), { max: Math.max(1, file.size), value: 0 });
    this.bar.setAttribute("aria-label", `${this.words.sending}: ${file.name}`);
    this.state = element("span", this.words.sending);
    this.state.className = "soft";
    this.state.setAttribute("role", "status");
    this.stop = Object.assign(element("button", this.words.cancel), { type: "button", className: "btn" });
    this.stop.setAttribute("aria-label", `${this.words.cancel}: ${file.name}`);
    this.stop.addEventListener("click", () => this.giveUp.abort());
    this.line.append(element("span", file.name), this.bar, this.state, this.stop);
  }

  tell(text, address) {
    const words = address ? Object.assign(element("a", text), { href: address }) : text;
    this.state.replaceChildren(words);
  }

  // Sends one request; the answer's words, or what makes it worth another try.
  ask(method, address, { body, headers = {} } = {}) {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open(method, address);
      request.timeout = longestPart;
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = event => { if (method === "PATCH") this.bar.value = this.received + event.loaded; };
      request.onload = () => this.take(request, done, fail);
      request.onerror = request.ontimeout = () => fail(new Error("network"));
      request.onabort = () => fail(new Stopped(this.words.cancelled));
      if (this.giveUp.signal.aborted) return fail(new Stopped(this.words.cancelled));
      this.giveUp.signal.addEventListener("abort", () => request.abort(), { once: true });
      request.send(body);
    });
  }

  take(request, done, fail) {
    const isJson = request.getResponseHeader("Content-Type")?.includes("json");
    if (request.status >= 500 || request.status === 429) fail(new Error("busy"));
    else if (request.status === 204) done({});
    else if (!isJson) fail(new Stopped(request.status === 404 ? this.words.cancelled : this.words.signedOut));
    else if (request.status === 422) fail(new Stopped(JSON.parse(request.responseText).message));
    else done(JSON.parse(request.responseText));
  }

  // Tries until it goes through; in between it waits longer and longer, and no longer once the line is back.
  async keepTrying(work) {
    for (let wait = 1000; ; wait = Math.min(2 * wait, longestPause)) {
      try {
        const answer = await work();
        this.tell(this.words.sending);
        return answer;
      } catch (failure) {
        if (failure instanceof Stopped) throw failure;
        this.tell(this.words.waiting);
        await pause(wait);
      }
    }
  }

  begin() {
    const { name, size, lastModified } = this.file;
    return this.ask("POST", this.address, {
      body: JSON.stringify({ fileName: name, size, modified: Math.round(lastModified) }),
      headers: { "Content-Type": "application/json" },
    });
  }

  async sendPart(state) {
    this.received = state.received;
    const part = this.file.slice(state.received, state.received + state.partBytes);
    const headers = { "Content-Type": "application/octet-stream", "Upload-Offset": String(state.received) };
    try {
      return await this.ask("PATCH", `${this.address}/${state.id}`, { body: part, headers });
    } catch (failure) {
      // What has arrived of it is the server's word.
      if (!(failure instanceof Stopped)) this.isUnsure = true;
      throw failure;
    }
  }

  // Goes on when the person leaves the page, and is not waited for long where the line is cut: the server sweeps what stays.
  async forget(state) {
    try {
      await fetch(`${this.address}/${state.id}`, { method: "DELETE", keepalive: true, signal: AbortSignal.timeout(longestGoodbye) });
    } catch {
      // Given up all the same.
    }
  }

  // The plan's address; null when the file was not taken.
  async send() {
    let state = null;
    try {
      state = await this.keepTrying(() => this.begin());
      while (!state.plan) {
        state = await this.keepTrying(async () => {
          if (this.isUnsure) {
            const now = await this.ask("GET", `${this.address}/${state.id}`);
            [state, this.isUnsure] = [now, false];
            if (state.plan) return state;
          }
          return this.sendPart(state);
        });
        this.bar.value = state.received;
      }
    } catch (failure) {
      if (!(failure instanceof Stopped)) throw failure;
      if (state && this.giveUp.signal.aborted) await this.forget(state);
      this.tell(failure.message);
      this.state.classList.add("error");
      return null;
    } finally {
      this.stop.remove();
    }
    this.bar.value = this.bar.max;
    this.tell(state.isDuplicate ? this.words.duplicate : this.words.reading, state.plan);
    return state.isDuplicate ? null : state.plan;
  }
}

async function sendAll(form, files) {
  const list = form.querySelector("[data-uploads]");
  const controls = [...form.querySelectorAll("button:not([type=button]), input[type=file]")];
  const words = JSON.parse(form.dataset.words);
  list.hidden = false;
  if (files.length > Number(form.dataset.most)) {
    list.replaceChildren(Object.assign(element("li", words.tooMany), { className: "error" }));
    return;
  }
  const uploads = files.map(file => new Upload(form, file));
  list.replaceChildren(...uploads.map(upload => upload.line));
  for (const control of controls) control.disabled = true;
  const plans = [];
  for (const upload of uploads) plans.push(await upload.send());
  for (const control of controls) control.disabled = false;
  if (!form.isConnected) return;
  form.reset();
  form.querySelector("input[type=file]").dispatchEvent(new Event("change", { bubbles: true }));
  if (plans.every(plan => plan)) Turbo.visit(plans.length === 1 ? plans[0] : "/ke-hoach");
}

function onSubmit(event) {
  const form = event.target;
  const files = form.matches?.("form[data-parts]") ? [...form.querySelector("input[type=file]").files] : [];
  if (files.length === 0) return;
  event.preventDefault();
  sendAll(form, files);
}

export function startUploads() {
  document.addEventListener("submit", onSubmit, { capture: true });
}
