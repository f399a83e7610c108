// Bundles each page's script and style and writes them as a C++ source: build.mjs OUTPUT.cc
import {build} from "esbuild";
import {writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const parts = {
  kReportStyle: "style/report.css", kReportScript: "script/report.js",
  kTrendStyle: "style/trend.css", kTrendScript: "script/trend.js",
};

const bundled = await build({
  entryPoints: Object.values(parts).map(here),
  outdir: "unused",
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome109", "firefox115", "safari16"],
  charset: "utf8",
  banner: {js: "/* Draws with d3, Copyright Mike Bostock, ISC licence. */"},
});

/** A raw string; one literal must not grow too long for some compilers, so it is cut in pieces. */
function literal(text) {
  if (text.includes(')~~"')) throw new Error("the bundle holds the end of a raw string");
  const pieces = text.match(/[^]{1,8000}/gu) ?? [""];
  return pieces.map((piece) => `R"~~(${piece})~~"`).join("\n");
}

const text = (part) => bundled.outputFiles.find((file) => file.path.endsWith(part)).text;

const constants = Object.entries(parts).map(([name, part]) => `const std::string_view ${name} = ${literal(text(part))};\n`);

await writeFile(process.argv[2], `// Made by reports/page/build.mjs.
#include "page_files.h"

namespace mayday {

${constants.join("\n")}
}  // namespace mayday
`);
