// Everything the page of drills over time does by itself. Nothing is stored and nothing is fetched.
import {select} from "d3-selection";
import {Dots} from "./dots.js";
import {onLanguage, preferReadersLanguage} from "./language.js";
import {drawMark} from "./marks.js";
import {unfoldForPrint} from "./paper.js";

const longList = 8; // more drills than that are folded beneath their picture

preferReadersLanguage();
const {scenarios, words} = JSON.parse(document.getElementById("data").textContent);
const pictures = scenarios.map((scenario) => new Dots(document.getElementById(scenario.place), scenario, words));
for (const key of document.querySelectorAll("[data-mark]")) {
  const svg = select(key).insert("svg", ":first-child").attr("viewBox", "-8 -8 16 16").attr("aria-hidden", "true");
  drawMark(svg, key.dataset.mark, 0, 0, 4.5);
}
document.getElementById("legend").hidden = false;
for (const list of document.querySelectorAll("details.drills"))
  list.open = list.querySelectorAll("tbody tr").length <= longList;
for (const picture of pictures) picture.takeRoom();
onLanguage(() => pictures.forEach((picture) => picture.speak()));
unfoldForPrint(pictures);
