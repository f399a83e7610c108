// One scenario's drills over time: the score above, and below it how long detecting, locating, mitigating and
// recovering took. Can be pointed at and stepped through from the keyboard.
import {pointer} from "d3-selection";
import {span} from "./clock.js";
import {say} from "./language.js";
import {drawScores, drawTimes, rungsFor} from "./panels.js";
import {paperWidth} from "./paper.js";
import {Picture} from "./picture.js";
import {fitting, measure} from "./ruler.js";

const stages = ["detect", "locate", "mitigate", "recover"];
const compactBelow = 640;
const scoreHeight = 230;
const timeHeight = 172;
const between = 20;
const reach = 16; // how far from a drill still points at it

export class Dots extends Picture {
  constructor(root, scenario, words) {
    super(root);
    Object.assign(this, {scenario, words, step: -1});
    this.mount("trend");
    this.svg.on("pointermove", (event) => this.point(...pointer(event)))
      .on("pointerdown", (event) => event.pointerType === "mouse" || this.point(...pointer(event)))
      .on("pointerleave", () => this.leave());
    root.addEventListener("keydown", (event) => this.press(event));
    root.addEventListener("blur", () => this.leave());
    new ResizeObserver(() => {
      this.takeRoom();
      if (this.width() !== this.drawnWidth) this.draw();
    }).observe(root);
  }

  /** Looks how much room there is. On a page of many pictures all look before any draws: that is one layout. */
  takeRoom() {
    this.room = this.roomInPage();
  }

  speak() {
    this.name(`${say(this.scenario.title)}. ${say(this.words["dots-view"])}`);
  }

  width() {
    return this.paper ? paperWidth : this.room;
  }

  draw() {
    const width = (this.drawnWidth = this.width());
    const {svg, scenario, words} = this;
    svg.selectAll("*").remove();
    const timed = stages.filter((what) => scenario.drills.some(({took}) => took[what]));
    const boxes = timeBoxes(timed, width);
    const height = boxes.at(-1) ? boxes.at(-1).y + timeHeight : scoreHeight;
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("width", width).attr("height", height);
    const view = {gap: 15, measure, fitting: (text, most) => fitting(text, most / 1.15)};
    this.panels = [drawScores(svg, {x: 0, y: 0, width, height: scoreHeight}, scenario, words, view)];
    if (!timed.length) return;
    const ladder = rungsFor(scenario.drills.flatMap(({took}) => Object.values(took).map((one) => one.took)));
    timed.forEach((what, i) => this.panels.push(drawTimes(svg, boxes[i], scenario, what, ladder, words, {...view, gap: 11})));
  }

  /** The pointer is there: tells of the nearest drill in that panel. */
  point(x, y) {
    const panel = this.panels.find(({box}) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
    if (!panel) return this.leave();
    const distances = panel.places.map((place) => Math.abs(panel.box.x + place - x));
    const nearest = distances.indexOf(Math.min(...distances));
    if (distances[nearest] <= reach) this.tell(nearest, panel, y);
    else this.leave();
  }

  tell(nth, panel, y) {
    this.step = nth;
    this.svg.selectAll(".cursor").remove();
    for (const {plot, places, edges} of this.panels)
      plot.insert("line", ":first-child").attr("class", "cursor").attr("x1", places[nth]).attr("x2", places[nth])
        .attr("y1", edges.top).attr("y2", edges.bottom);
    const drill = this.scenario.drills[nth];
    this.readout.show(`${drill.day} ${drill.minute}`, linesOf(drill, this.words), panel.box.x + panel.places[nth], y, this.svg.node());
  }

  leave() {
    this.svg.selectAll(".cursor").remove();
    this.readout.hide();
  }

  press(event) {
    if (event.target !== this.root || event.altKey || event.metaKey || event.ctrlKey) return;
    const last = this.scenario.drills.length - 1;
    const nth = {ArrowRight: Math.min(last, this.step + 1), ArrowLeft: Math.max(0, this.step - 1), Home: 0, End: last}[event.key];
    if (nth === undefined && event.key !== "Escape") return;
    event.preventDefault();
    if (nth === undefined) this.leave();
    else this.tell(nth, this.panels[0], this.panels[0].edges.top);
  }
}

/** As many beside each other as are still read. */
function timeBoxes(timed, width) {
  const columns = width < compactBelow ? Math.min(2, timed.length) : timed.length;
  const each = (width - between * (columns - 1)) / columns;
  return timed.map((_, i) => ({
    x: (i % columns) * (each + between), y: scoreHeight + 14 + Math.floor(i / columns) * (timeHeight + 10), width: each, height: timeHeight,
  }));
}

const lasted = ({took, reached}) => (reached ? "" : ">") + span(took);

const points = (hundredths) => (hundredths / 100).toFixed(2);

function linesOf(drill, words) {
  const verdict = words[`verdict.${drill.verdict}`] ?? drill.verdict;
  const times = stages.filter((what) => drill.took[what]).map((what) => `${say(words[`stage.${what}`])} ${lasted(drill.took[what])}`);
  return [
    [say(verdict), points(drill.score), `(${points(drill.low)}–${points(drill.high)})`, drill.letter].join(" "),
    ...times, say(words[`part.${drill.part}`]), drill.ledger,
  ];
}
