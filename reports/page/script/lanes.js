// The lanes from top to bottom. A lane knows its name and height before it is drawn; what can be pointed at is put
// into view.hits as it is drawn.
import {area, curveStepAfter} from "d3-shape";
import {clustered, placeFlags} from "./captions.js";
import {clock, span} from "./clock.js";
import {say} from "./language.js";

const bar = 20;
const dotAt = 12;
const flagHeight = 15;
const together = 9; // marks closer than this are drawn as one
const rateHeight = 46;

export function lanesOf(drill, view) {
  const header = view.compact ? 20 : 0;
  const lane = (kind, height, draw, more = {}) =>
    ({kind, name: more.name ?? say(drill.words[`lane.${kind}`]), header, height, draw, nameAt: 19, ...more});
  return [
    lane("truth", rowsHeight(drill.faults.length), (plot) => drawTruth(plot, drill, view)),
    lane("phases", rowsHeight(phaseRows(drill).length), (plot) => drawPhases(plot, drill, view)),
    alertLane(lane, drill, view),
    ...["team", "vendor", "notice", "inject"].map((kind) => dotLane(lane, kind, drill, view)),
    ...drill.rates.map((rate) => rateLane(lane, rate, drill, view)),
  ];
}

const rowsHeight = (rows) => 6 + Math.max(1, rows) * (bar + 4) + 4;

// ---- bars

/** A bar from one time to another with the first of its names that fits on it, and what pointing at it tells. */
function drawBar(plot, view, {from, to, y, className, texts, lines}) {
  const left = view.x(from);
  const right = Math.max(left + 3, to === undefined ? view.right : view.x(to));
  plot.append("rect").attr("class", to === undefined ? `${className} open` : className)
    .attr("x", left).attr("y", y).attr("width", right - left).attr("height", bar).attr("rx", 4);
  const seen = Math.max(left, view.left);
  const text = texts.find((one) => view.measure(one) + 12 <= Math.min(right, view.right) - seen);
  if (text)
    plot.append("text").attr("class", `on-bar ${className}`).attr("x", seen + 7).attr("y", y + 14).text(text);
  view.hits.push({left, right, top: y, bottom: y + bar, lines});
}

const fromTo = ({from, to}, words) =>
  to === undefined ? `${clock(from)} → ${say(words["still-open"])}` : `${clock(from)} → ${clock(to)} (${span(to - from)})`;

function drawTruth(plot, drill, view) {
  drill.faults.forEach((fault, i) => drawBar(plot, view, {
    ...fault, y: 6 + i * (bar + 4), className: "truth", texts: [fault.id],
    lines: [fault.id, fault.truth, fromTo(fault, drill.words), say(fault.by)],
  }));
}

/** Each fault's phases in order; locating goes on beside mitigating, so it has a row of its own. */
function phaseRows(drill) {
  return drill.faults.flatMap((fault) => {
    const locating = fault.phases.filter((phase) => phase.name === "locate");
    const others = fault.phases.filter((phase) => phase.name !== "locate");
    return [others, locating].filter((row) => row.length).map((phases) => ({fault, phases}));
  });
}

function drawPhases(plot, drill, view) {
  const several = drill.faults.length > 1;
  phaseRows(drill).forEach(({fault, phases}, row) => phases.forEach((phase) => {
    const name = say(drill.words[`phase.${phase.name}`]);
    drawBar(plot, view, {
      ...phase, y: 6 + row * (bar + 4), className: `phase ${phase.name}`,
      texts: several ? [`${name} · ${fault.id}`, name] : [name], lines: [name, fromTo(phase, drill.words), several ? fault.id : ""],
    });
  }));
}

// ---- alerts: from firing to resolved, each name beside its bar

function alertLane(lane, drill, view) {
  const rows = packed(drill.alerts, view);
  return lane("alert", 8 + Math.max(1, rows) * 19 + 4, (plot) => drill.alerts.forEach((alert) => drawAlert(plot, alert, drill, view)));
}

/** Gives every alert the first row where neither bar nor name would cover another's, and counts the rows. */
function packed(alerts, view, most = 8) {
  const ends = [];
  for (const alert of alerts) {
    const left = view.whole(alert.from);
    const right = Math.max(alert.to === undefined ? view.right : view.whole(alert.to), left + view.measure(say(alert.name)) + 20);
    let row = ends.findIndex((end) => end < left);
    if (row < 0) row = Math.min(ends.length, most - 1);
    ends[row] = Math.max(ends[row] ?? 0, right);
    alert.row = row;
  }
  return ends.length;
}

function drawAlert(plot, alert, drill, view) {
  const y = 8 + alert.row * 19;
  const left = view.x(alert.from);
  const right = alert.to === undefined ? view.right : view.x(alert.to);
  const className = alert.bad ? "alert wrong" : "alert";
  plot.append("rect").attr("class", `span ${className}`).attr("x", left).attr("y", y).attr("width", Math.max(3, right - left))
    .attr("height", 14).attr("rx", 7);
  plot.append("circle").attr("class", `dot ${className}`).attr("cx", left).attr("cy", y + 7).attr("r", 5);
  const name = say(alert.name);
  const seen = Math.max(left, view.left);
  const width = view.measure(name);
  const from = Math.min(seen + 10, Math.max(view.left, view.right - width - 2));
  const outside = from + width > right;
  if (right >= view.left) plot.append("text").attr("class", outside ? "caption flag" : "caption").attr("x", from).attr("y", y + 11).text(name);
  view.hits.push({left, right: Math.max(right, from + width), top: y - 2, bottom: y + 16,
    lines: [name, say(alert.detail), fromTo(alert, drill.words)]});
}

// ---- dots with flags

function dotLane(lane, kind, drill, view) {
  const marks = drill.moments.filter((moment) => moment.lane === kind);
  const flags = flagsOf(kind, marks, view, view.whole);
  const rows = Math.max(0, ...flags.map((flag) => (flag.row ?? -1) + 1));
  return lane(kind, 24 + rows * flagHeight + (rows ? 4 : 0), (plot) => drawDots(plot, kind, marks, rows, view), {nameAt: 16});
}

function flagsOf(kind, marks, view, x, rows = view.compact ? 4 : 3) {
  const most = Math.min(300, (view.right - view.left) * 0.6);
  const flags = clustered(marks, x, together).map((cluster) => {
    const text = view.fitting(caption(kind, cluster.marks), most);
    return {...cluster, text, width: view.measure(text) + 5};
  }).filter((flag) => flag.x >= view.left - 1 && flag.x <= view.right + 1);
  placeFlags(flags, {left: view.left, right: view.right, rows, gap: 8});
  return flags;
}

/** What a reader is told without pointing: who wrote, or what was done. */
function caption(kind, marks) {
  const words = [...new Set(marks.map((mark) => (kind === "inject" && say(mark.who) ? say(mark.who) : did(mark))))];
  return words.slice(0, 3).join(" · ") + (words.length > 3 ? " …" : "");
}

function did(mark) {
  const detail = say(mark.detail);
  return detail && detail.length <= 18 && !detail.endsWith("=") ? `${say(mark.what)} ${detail}` : say(mark.what);
}

function drawDots(plot, kind, marks, rows, view) {
  plot.append("line").attr("class", "rail").attr("x1", view.left).attr("x2", view.right).attr("y1", dotAt).attr("y2", dotAt);
  const flags = flagsOf(kind, marks, view, view.x, rows);
  for (const flag of flags) drawFlag(plot, flag);
  for (const flag of flags) drawDot(plot, kind, flag, view);
}

function drawFlag(plot, flag) {
  if (flag.row === undefined) return;
  const y = 33 + flag.row * flagHeight;
  plot.append("line").attr("class", "pole").attr("x1", flag.x).attr("x2", flag.x).attr("y1", dotAt).attr("y2", y);
  plot.append("text").attr("class", "caption flag").attr("x", flag.left + (flag.left === flag.x ? 4 : 0)).attr("y", y).text(flag.text);
}

function drawDot(plot, kind, {x, marks, row, width, left}, view) {
  const wrong = marks.some((mark) => mark.bad) ? " wrong" : "";
  if (marks.length > 1) plot.append("circle").attr("class", `ring ${kind}`).attr("cx", x).attr("cy", dotAt).attr("r", 8.5);
  plot.append("circle").attr("class", `dot ${kind}${wrong}`).attr("cx", x).attr("cy", dotAt).attr("r", 5);
  const lines = marks.flatMap((mark) => [`${clock(mark.at)} ${[mark.who, mark.what].map(say).filter(Boolean).join(" · ")}`, say(mark.detail)]);
  view.hits.push({left: x, right: x, top: 0, bottom: 24, lines});
  if (row !== undefined) {
    const top = 22 + row * flagHeight;
    view.hits.push({left, right: left + width, top, bottom: top + flagHeight, lines});
  }
}

// ---- success over time

function rateLane(lane, rate, drill, view) {
  const valueAt = (at) => {
    const [normal, other, bad] = rate.bins[Math.min(rate.bins.length - 1, Math.floor(at / drill.bin))] ?? [0, 0, 0];
    const all = normal + other + bad;
    return all ? `${normal + other}/${all} · ${Math.round((100 * (normal + other)) / all)} %` : say(drill.words["no-journeys"]);
  };
  return lane("rate", rateHeight + 14, (plot) => drawRate(plot, rate, drill, view),
    {name: say(rate.title), sub: view.compact ? "0–100 %" : `${say(drill.words.rates)} 0–100 %`, valueAt, nameAt: 26});
}

function drawRate(plot, rate, drill, view) {
  for (const run of runsOf(rate.bins)) {
    const steps = [...run, {...run.at(-1), bin: run.at(-1).bin + 1}];
    const shape = (share) => area().curve(curveStepAfter).x((step) => view.x(Math.min(step.bin * drill.bin, drill.length)))
      .y0(7 + rateHeight).y1((step) => 7 + rateHeight * (1 - share(step)))(steps);
    plot.append("path").attr("class", "ground").attr("d", shape(() => 1));
    plot.append("path").attr("class", "rate other").attr("d", shape((step) => (step.normal + step.other) / step.all));
    plot.append("path").attr("class", "rate").attr("d", shape((step) => step.normal / step.all));
  }
  plot.append("line").attr("class", "ninety").attr("x1", view.left).attr("x2", view.right)
    .attr("y1", 7 + rateHeight * 0.1).attr("y2", 7 + rateHeight * 0.1);
}

/** Bins without a journey part the runs: they are gaps, not values. */
function runsOf(bins) {
  const runs = [];
  let open;
  bins.forEach(([normal, other, bad], bin) => {
    const all = normal + other + bad;
    if (!all) return (open = undefined);
    if (!open) runs.push((open = []));
    open.push({bin, normal, other, all});
  });
  return runs;
}
