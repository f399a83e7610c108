// Everything a drill's report does by itself. Nothing is stored and nothing is fetched.
import {onLanguage, preferReadersLanguage} from "./language.js";
import {unfoldForPrint} from "./paper.js";
import {Timeline} from "./timeline.js";

preferReadersLanguage();
const drill = JSON.parse(document.getElementById("data").textContent);
const timeline = new Timeline(document.getElementById("chart"), drill);
document.getElementById("legend").hidden = false;
document.getElementById("story").open = false;
onLanguage(() => timeline.speak());
unfoldForPrint([timeline]);
