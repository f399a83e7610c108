// Bundles the page's script and style and writes them as a C++ source: build.mjs OUTPUT.cc
import {build} from "esbuild";
import {writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

const bundled = await build({
  entryPoints: [here("script/main.js"), here("style/page.css")],
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

const ending = (suffix) => bundled.outputFiles.find((file) => file.path.endsWith(suffix)).text;

await writeFile(process.argv[2], `// Made by reports/page/build.mjs.
#include "page_files.h"

namespace mayday {

const std::string_view kPageStyle = ${literal(ending(".css"))};

const std::string_view kPageScript = ${literal(ending(".js"))};

}  // namespace mayday
`);
