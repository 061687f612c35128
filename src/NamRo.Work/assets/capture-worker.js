// Keeps the capture page and its files, so that the page opens without the network. Everything else goes its usual way.
const store = "namro-capture";
const page = "/nhiem-vu/chup-nhanh";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));

async function networkThenStore(request) {
  const cache = await caches.open(store);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await cache.put(request, answer.clone());
    return answer;
  } catch (failure) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw failure;
  }
}

self.addEventListener("fetch", event => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  const isPage = event.request.mode === "navigate" && address.pathname === page;
  if (isPage || address.pathname.startsWith("/_content/")) event.respondWith(networkThenStore(event.request));
});
