// Draws the figures marked data-chart from the JSON they carry; the same numbers stand in the table below each.
import { init, use } from "echarts/core";
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent,
  CanvasRenderer]);

const token = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const toneTokens = { Done: "--done", InProgress: "--progress", Late: "--late", AtRisk: "--risk", NoData: "--nodata", Waiting: "--waiting" };
const accents = ["--link", "--nodata", "--waiting", "--risk", "--done"];

function colourOf(series, position) {
  return token(toneTokens[series.tone] ?? accents[position % accents.length]);
}

function targetMark(model) {
  if (model.target === null || model.target === undefined) return {};
  const line = { color: token("--done"), type: "dashed" };
  return { markLine: { silent: true, symbol: "none", data: [{ yAxis: model.target }], lineStyle: line,
    label: { formatter: model.targetLabel ?? "", position: "insideEndTop", color: token("--done-ink") } } };
}

function seriesOption(model, series, position) {
  return {
    name: series.name, type: model.kind === "Bar" || model.kind === "Stacked" ? "bar" : "line", data: series.values,
    stack: model.kind === "Stacked" ? "all" : undefined, barMaxWidth: 32, symbolSize: 6, connectNulls: false,
    color: colourOf(series, position), lineStyle: { type: series.isForecast ? "dashed" : "solid", width: 2.5 },
    ...(position === 0 ? targetMark(model) : {}),
  };
}

function axisOption(model, text) {
  const categories = { type: "category", data: model.labels, axisLabel: text, axisLine: { lineStyle: { color: token("--line-strong") } } };
  const values = { type: "value", axisLabel: text, splitLine: { lineStyle: { color: token("--line") } } };
  return model.isHorizontal ? { xAxis: values, yAxis: { ...categories, inverse: true } } : { xAxis: categories, yAxis: values };
}

function shareOption(model) {
  const parts = model.labels.map((name, row) => ({ name, value: model.series[0].values[row] }));
  return { series: [{ type: "pie", radius: ["45%", "72%"], data: parts, label: { color: token("--ink") } }],
    color: accents.map(token) };
}

function optionOf(model) {
  const text = { color: token("--ink-soft"), fontSize: 12 };
  const shared = {
    animation: !matchMedia("(prefers-reduced-motion: reduce)").matches, animationDuration: 300,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    // Rich text is drawn on the canvas: an HTML tooltip would need inline styles.
    tooltip: { trigger: model.kind === "Share" ? "item" : "axis", renderMode: "richText", backgroundColor: token("--surface"),
      borderColor: token("--line"), textStyle: { color: token("--ink"), fontSize: 12 } },
  };
  if (model.kind === "Share") return { ...shared, ...shareOption(model) };
  const legend = model.series.length > 1 ? { legend: { bottom: 0, textStyle: text, icon: "roundRect", itemHeight: 8, itemWidth: 12 } } : {};
  return {
    ...shared, ...legend, ...axisOption(model, text),
    grid: { left: 8, right: 16, top: 20, bottom: model.series.length > 1 ? 34 : 6, containLabel: true },
    series: model.series.map((series, position) => seriesOption(model, series, position)),
  };
}

function draw(figure) {
  const chart = init(figure.querySelector(".canvas"));
  chart.setOption(optionOf(JSON.parse(figure.dataset.chart)));
  figure.setAttribute("data-drawn", "");
  const observer = new ResizeObserver(() => chart.resize());
  observer.observe(figure);
  document.addEventListener("turbo:before-cache", () => {
    observer.disconnect();
    chart.dispose();
    figure.removeAttribute("data-drawn");
  }, { once: true });
}

export function drawAll() {
  for (const figure of document.querySelectorAll("[data-chart]:not([data-drawn])")) draw(figure);
}
