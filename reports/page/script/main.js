// Everything the page does by itself. Nothing is stored and nothing is fetched.
import {chosenLanguage, onLanguage, preferReadersLanguage} from "./language.js";
import {Timeline} from "./timeline.js";

/** What is folded on a screen stands open on paper. */
function unfoldForPrint(timeline) {
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    timeline.drawForPaper();
  });
  addEventListener("afterprint", () => timeline.drawForScreen());
}

preferReadersLanguage();
const drill = JSON.parse(document.getElementById("drill").textContent);
const timeline = new Timeline(document.getElementById("chart"), drill);
document.getElementById("legend").hidden = false;
document.getElementById("story").open = false;
onLanguage(() => {
  document.documentElement.lang = chosenLanguage() === "zh" ? "zh-CN" : "en";
  timeline.speak();
});
unfoldForPrint(timeline);
