// Everything here makes better what already works without it: pages are rendered by the server and every form posts.
import "@hotwired/turbo";
import { startDrafts } from "./drafts.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { startMenus } from "./menus.js";
import { startDialogs } from "./dialogs.js";
import { startSearch } from "./search.js";
import { startDropZones } from "./drop-zones.js";
import { startUploads } from "./uploads.js";
import { startJobs } from "./jobs.js";
import { startDates } from "./dates.js";
import { startFocus } from "./focus.js";
import { startFullScreen } from "./full-screen.js";
import { startPasskeys } from "./passkeys.js";
import { startReview } from "./review.js";
import { startCapture } from "./capture.js";
import { startPrints } from "./prints.js";
import { startGrids } from "./grids.js";
import { startFolds } from "./folds.js";

for (const start of [
  startForms, startDrafts, startKeys, startMenus, startDialogs, startSearch, startDropZones, startUploads, startJobs, startDates, startFocus,
  startReview, startCapture, startPrints, startFullScreen, startPasskeys, startGrids, startFolds]) start();
document.documentElement.classList.add("js");

async function drawCharts() {
  if (!document.querySelector("[data-chart]:not([data-drawn])")) return;
  const charts = await import("./charts.js");
  charts.drawAll();
}

// A frame that gets another page (usually the sign-in, after a long pause) shows that page whole.
function showWhole(event) {
  event.preventDefault();
  event.detail.visit(event.detail.response);
}

// Turbo gives up the page of a frame that is wanted no more, and leaves the promise of its text behind: that is no error.
function letGivenUpGo(event) {
  if (event.reason?.name === "AbortError") event.preventDefault();
}

window.addEventListener("unhandledrejection", letGivenUpGo);
document.addEventListener("turbo:frame-missing", showWhole);
document.addEventListener("turbo:load", drawCharts);
document.addEventListener("turbo:frame-load", drawCharts);
document.addEventListener("turbo:render", () => document.documentElement.classList.add("js"));
