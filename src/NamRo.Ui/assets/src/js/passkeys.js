// A form with data-passkey asks the device for a key before it is sent; its button shows only once this runs. The server makes the challenge
// and checks the answer.
const isPossible = () => window.PublicKeyCredential?.parseCreationOptionsFromJSON !== undefined;

async function askDevice(form) {
  const answer = await fetch(form.dataset.passkeyOptions, { method: "POST", body: new FormData(form), credentials: "same-origin" });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  const options = await answer.json();
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function send(form) {
  const failed = form.querySelector("[data-passkey-failed]");
  failed.hidden = true;
  try {
    const credential = await askDevice(form);
    form.elements.Credential.value = JSON.stringify(credential.toJSON());
    form.submit();
  } catch {
    // The person said no, or the device has no key for us: both are told in the same words.
    failed.hidden = false;
  }
}

export function startPasskeys() {
  document.addEventListener("submit", event => {
    if (!event.target.matches("form[data-passkey]") || !isPossible()) return;
    event.preventDefault();
    send(event.target);
  });
}
