// A frame around a running job (data-refresh-seconds) loads itself again until the server sends it without that attribute.
function refreshLater() {
  for (const frame of document.querySelectorAll("turbo-frame:has([data-refresh-seconds])")) {
    if (frame.dataset.timer) continue;
    const seconds = Number(frame.querySelector("[data-refresh-seconds]").dataset.refreshSeconds);
    frame.dataset.timer = setTimeout(() => {
      delete frame.dataset.timer;
      if (frame.isConnected && frame.src) frame.reload();
    }, Math.max(1, seconds) * 1000);
  }
}

export function startJobs() {
  document.addEventListener("turbo:load", refreshLater);
  document.addEventListener("turbo:frame-load", refreshLater);
}
