// [data-full-screen]: the page fills the meeting room's screen; the same button, or Esc, brings it back. Visits keep it.
export function startFullScreen() {
  document.addEventListener("click", event => {
    if (!event.target.closest?.("[data-full-screen]")) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  });
}
