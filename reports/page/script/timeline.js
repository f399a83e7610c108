// The drill as one picture over one clock: what was true, what the team saw and did, and beneath it how the
// travellers fared. Can be zoomed, moved, pointed at and stepped through from the keyboard.
import {axisTop} from "d3-axis";
import {scaleLinear} from "d3-scale";
import {pointer} from "d3-selection";
import {zoom, zoomIdentity} from "d3-zoom";
import {placeFlags} from "./captions.js";
import {clock, minute, tickLabel, tickStep, ticksWithin} from "./clock.js";
import {lanesOf} from "./lanes.js";
import {say} from "./language.js";
import {Picture} from "./picture.js";
import {fitting, measure} from "./ruler.js";
import {Toolbar} from "./toolbar.js";

const compactBelow = 640;
const turnHeight = 14;
const reach = 7; // how far from a mark still points at it

export class Timeline extends Picture {
  constructor(root, drill) {
    super(root);
    this.drill = drill;
    this.transform = zoomIdentity;
    this.steps = stepsOf(drill);
    this.step = -1;
    this.toolbar = new Toolbar(root, {
      whole: () => this.show(0, drill.length),
      incident: incidentOf(drill) && (() => this.show(...incidentOf(drill))),
      closer: () => this.scaleBy(1.6),
      wider: () => this.scaleBy(1 / 1.6),
    }, drill.words);
    this.mount("timeline");
    this.listen();
    new ResizeObserver(() => this.width() === this.drawnWidth || this.draw()).observe(root);
  }

  speak() {
    this.toolbar.speak();
    this.name(`${say(this.drill.words["timeline-view"])}. ${say(this.drill.words["timeline-keys"])}`);
  }

  draw() {
    const width = (this.drawnWidth = this.width());
    const view = (this.view = viewOf(width, this.drill, this.paper ? zoomIdentity : this.transform));
    this.svg.selectAll("*").remove();
    view.hits = [];
    const lanes = lanesOf(this.drill, view);
    let y = view.axis;
    for (const lane of lanes) y = (lane.bottom = (lane.top = y) + lane.header + lane.height);
    this.lanes = lanes;
    this.height = y;
    this.svg.attr("viewBox", `0 0 ${width} ${y}`).attr("width", width).attr("height", y);
    this.drawFrame(view);
    for (const lane of lanes) this.drawLane(lane, view);
    this.cursor = this.svg.append("g").attr("class", "cursor");
    this.zoom.extent([[view.left, 0], [view.right, y]]).translateExtent([[view.left, 0], [view.right, y]]);
  }

  drawFrame(view) {
    const {svg, height} = this;
    svg.append("clipPath").attr("id", "plot").append("rect")
      .attr("x", view.left).attr("width", view.right - view.left).attr("height", height);
    const [from, to] = view.x.domain();
    const step = tickStep(to - from, (view.right - view.left) / 62);
    const axis = axisTop(view.x).tickValues(ticksWithin(from, to, step)).tickFormat((at) => tickLabel(at, step))
      .tickSize(-(height - view.axis)).tickPadding(6);
    svg.append("g").attr("class", "axis").attr("transform", `translate(0,${view.axis})`).call(axis);
    this.drawTurns(view);
  }

  /** First symptom, mitigation and recovery through all lanes. */
  drawTurns(view) {
    const turns = together(this.drill.turns).map(({turns: same, ...turn}) => {
      const text = `${same.map((one) => say(one.what)).join(", ")} ${clock(turn.at)}`;
      return {...turn, x: view.x(turn.at), text, width: view.measure(text) * 1.06 + 8};
    }).filter((turn) => turn.x >= view.left && turn.x <= view.right).sort((a, b) => a.x - b.x);
    placeFlags(turns, {left: view.left, right: view.width, rows: view.turnRows, gap: 8});
    for (const turn of turns) {
      this.svg.append("line").attr("class", `turn ${turn.name}`).attr("x1", turn.x).attr("x2", turn.x)
        .attr("y1", turn.row === undefined ? view.axis - 4 : 4 + turnHeight * (view.turnRows - 1 - turn.row)).attr("y2", this.height);
      if (turn.row !== undefined)
        this.svg.append("text").attr("class", `turn-name ${turn.name}`).attr("x", turn.left + 5)
          .attr("y", 14 + turnHeight * (view.turnRows - 1 - turn.row)).text(turn.text);
      view.hits.push({left: turn.x, right: turn.x, top: 0, bottom: view.axis, lines: [turn.text, turn.fault]});
    }
  }

  drawLane(lane, view) {
    const group = this.svg.append("g").attr("transform", `translate(0,${lane.top})`).attr("class", `lane ${lane.kind}`);
    group.append("line").attr("class", "between").attr("x2", view.width).attr("y1", 0).attr("y2", 0);
    this.nameLane(group, lane, view);
    const plot = group.append("g").attr("clip-path", "url(#plot)").append("g").attr("transform", `translate(0,${lane.header})`);
    const before = view.hits.length;
    lane.draw(plot, view);
    for (const hit of view.hits.slice(before)) {
      hit.top += lane.top + lane.header;
      hit.bottom += lane.top + lane.header;
    }
  }

  /** Beside the lane where there is room, else above it. */
  nameLane(group, lane, view) {
    const lines = view.compact ? [fitting(lane.name, view.right - (lane.sub ? 96 : 10))] : broken(lane.name, view.left - 24, view.measure);
    const x = view.compact ? 2 : view.left - 16;
    const y = view.compact ? 14 : lane.nameAt - 7 * (lines.length - 1);
    const anchor = view.compact ? "start" : "end";
    const name = group.append("text").attr("class", "lane-name").attr("text-anchor", anchor);
    lines.forEach((line, i) => name.append("tspan").attr("x", x).attr("y", y + 14 * i).text(line));
    if (!lane.sub) return;
    lane.value = group.append("text").attr("class", "lane-sub").attr("text-anchor", "end").text(lane.sub)
      .attr("x", view.compact ? view.right : x).attr("y", view.compact ? 14 : y + 14 * lines.length);
  }

  listen() {
    this.zoom = zoom().scaleExtent([1, Math.max(2, this.drill.length / (2 * minute))])
      .filter((event) => wantsZoom(event, this.transform.k))
      .on("zoom", (event) => {
        this.transform = event.transform;
        this.readout.hide();
        this.draw();
      });
    this.svg.call(this.zoom);
    this.svg.on("pointermove", (event) => this.point(...pointer(event)))
      .on("pointerdown", (event) => event.pointerType === "mouse" || this.point(...pointer(event)))
      .on("pointerleave", () => this.leave());
    this.root.addEventListener("keydown", (event) => this.press(event));
    this.root.addEventListener("blur", () => this.leave());
  }

  /** The pointer is there: tells the time, the rates at that time, and whatever is marked close by. */
  point(x, y) {
    if (x < this.view.left || x > this.view.right) return this.leave();
    const at = this.view.x.invert(x);
    const lines = this.view.hits.filter((hit) => hit.left - reach <= x && x <= hit.right + reach &&
      hit.top <= y && y <= hit.bottom).flatMap((hit) => hit.lines);
    this.tell(at, x, y, lines);
  }

  tell(at, x, y, lines) {
    this.cursor.selectAll("*").remove();
    this.cursor.append("line").attr("x1", x).attr("x2", x).attr("y1", this.view.axis - 4).attr("y2", this.height);
    for (const lane of this.lanes) lane.value?.text(lane.valueAt(at) || lane.sub);
    this.readout.show(clock(at), lines, x, y, this.svg.node());
  }

  leave() {
    this.cursor.selectAll("*").remove();
    for (const lane of this.lanes) lane.value?.text(lane.sub);
    this.readout.hide();
  }

  press(event) {
    if (event.target !== this.root || event.altKey || event.metaKey || event.ctrlKey) return;
    const does = {
      ArrowRight: () => this.stepTo(this.step + 1), ArrowLeft: () => this.stepTo(this.step - 1),
      "+": () => this.scaleBy(1.6), "=": () => this.scaleBy(1.6), "-": () => this.scaleBy(1 / 1.6),
      0: () => this.show(0, this.drill.length), Home: () => this.stepTo(0),
      End: () => this.stepTo(this.steps.length - 1), Escape: () => this.leave(),
    }[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  /** To the nth thing that happened. */
  stepTo(n) {
    if (n < 0 || n >= this.steps.length) return;
    this.step = n;
    const {at, lane, lines} = this.steps[n];
    const [from, to] = this.view.x.domain();
    if (at < from || at > to) this.svg.call(this.zoom.translateTo, this.view.whole(at), 0);
    this.tell(at, this.view.x(at), this.lanes.find((one) => one.kind === lane).top + 20, lines());
  }

  scaleBy(factor) {
    this.svg.call(this.zoom.scaleBy, factor);
  }

  show(from, to) {
    const {whole, left, right} = this.view;
    const k = (right - left) / (whole(to) - whole(from));
    this.svg.call(this.zoom.transform, zoomIdentity.translate(left - k * whole(from), 0).scale(k));
  }
}

/** One finger scrolls the page until the picture is larger than itself; the wheel zooms only with Ctrl. */
function wantsZoom(event, k) {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  if (event.type.startsWith("touch")) return event.touches.length > 1 || k > 1;
  return !event.button && !event.ctrlKey;
}

function viewOf(width, drill, transform) {
  const compact = width < compactBelow;
  const left = compact ? 14 : 152;
  const right = width - (compact ? 18 : 16);
  const whole = scaleLinear([0, drill.length], [left, right]);
  const turnRows = compact ? 3 : 1;
  return {width, compact, left, right, whole, x: transform.rescaleX(whole), measure, fitting, turnRows, axis: 30 + turnHeight * turnRows};
}

/** Turns of one fault at one time are one, which bears the last's name. */
function together(turns) {
  const groups = [];
  for (const turn of turns) {
    const last = groups.at(-1);
    if (last && last.at === turn.at && last.fault === turn.fault) Object.assign(last, {...turn, turns: [...last.turns, turn]});
    else groups.push({...turn, turns: [turn]});
  }
  return groups;
}

/** A name in as many lines as it needs; one of Chinese breaks anywhere, another between words. */
function broken(text, width, measureText) {
  const lines = [""];
  for (const word of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*/gu) ?? []) {
    const longer = lines.at(-1) + word;
    if (lines.at(-1) && measureText(longer.trimEnd()) * 1.1 > width && lines.length < 3) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => line.trimEnd());
}

function incidentOf(drill) {
  if (!drill.turns.length) return undefined;
  const times = drill.turns.map((turn) => turn.at);
  const margin = 5 * minute;
  return [Math.max(0, Math.min(...times) - margin), Math.min(drill.length, Math.max(...times) + margin)];
}

/** What the keyboard steps through: alerts and everything that somebody did or said. */
function stepsOf(drill) {
  const alerts = drill.alerts.map((alert) => ({at: alert.from, lane: "alert",
    lines: () => [`${say(alert.name)} · ${say(drill.words["moment.firing"])}`, say(alert.detail)]}));
  const moments = drill.moments.map((moment) => ({at: moment.at, lane: moment.lane,
    lines: () => [moment.who, moment.what, moment.detail].map(say)}));
  return [...alerts, ...moments].sort((a, b) => a.at - b.at);
}
