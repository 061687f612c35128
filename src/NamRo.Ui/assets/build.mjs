// Builds wwwroot/lib from the locked packages: one style sheet, one script with lazy parts, the icon sprite, the fonts.
import { build } from "esbuild";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";

const output = "../wwwroot/lib";
const iconFolder = "node_modules/@tabler/icons/icons/outline";

// Turbo adds a <style> element for its progress bar; our policy allows no inline style, and css/shell.css holds the rule instead.
const turboWithoutInlineStyle = {
  name: "turbo-without-inline-style",
  setup(bundle) {
    bundle.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const call = "    this.installStylesheetElement();\n";
      if (source.split(call).length !== 2) throw new Error("Turbo changed: look again at how its progress bar is styled");
      return { contents: source.replace(call, ""), loader: "js" };
    });
  },
};

async function buildScriptsAndStyles() {
  await build({
    entryPoints: { namro: "src/js/main.js" },
    outdir: output, bundle: true, format: "esm", splitting: true, minify: true, target: "es2020",
    chunkNames: "parts/[name]-[hash]", legalComments: "none", plugins: [turboWithoutInlineStyle],
  });
  await build({
    entryPoints: { namro: "src/css/main.css", dark: "src/css/dark.css" },
    outdir: output, bundle: true, minify: true, target: "chrome109", legalComments: "none",
    loader: { ".woff2": "file" }, assetNames: "fonts/[name]",
  });
}

async function symbol(name) {
  const source = await readFile(`${iconFolder}/${name}.svg`, "utf8");
  const shapes = source.slice(source.indexOf(">") + 1, source.lastIndexOf("</svg>"))
    .replace(/<path stroke="none" d="M0 0h24v24H0z"[^>]*>/, "").replace(/\s*\n\s*/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" `
    + `stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

async function buildIcons() {
  const names = JSON.parse(await readFile("icons.json", "utf8"));
  const symbols = await Promise.all(names.map(symbol));
  await writeFile(`${output}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("\n")}</svg>\n`);
}

async function listLicences() {
  const lock = JSON.parse(await readFile("package-lock.json", "utf8"));
  const rows = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === "" || entry.dev || entry.optional) continue;
    rows.push(`| ${path.replace(/^.*node_modules\//, "")} | ${entry.version} | ${entry.license ?? "see package"} |`);
  }
  const head = "# Third-party parts of the user interface\n\nWritten by `assets/build.mjs` from the lock file; do not edit.\n\n"
    + "| Package | Version | Licence |\n| --- | --- | --- |\n";
  await writeFile("../THIRD-PARTY.md", head + rows.sort().join("\n") + "\n");
}

await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });
await Promise.all([buildScriptsAndStyles(), buildIcons(), listLicences()]);
console.log((await readdir(output)).join(" "));
