// One figure of a scenario's drills over time: its axis, the two halves' means, a mark a drill.
import {scaleLinear, scaleLog} from "d3-scale";
import {span} from "./clock.js";
import {say} from "./language.js";
import {drawMark} from "./marks.js";
import {datesBelow, placesOf} from "./spread.js";

const second = 1000;
const rungs = [1, 5, 20, 60, 180, 600, 1800, 7200, 6 * 3600, 24 * 3600, 72 * 3600, 240 * 3600, 1000 * 3600].map((seconds) => seconds * second);
const limits = [60, 70, 80, 90]; // where a letter ends and the next begins
const letters = [["E", 30], ["D", 65], ["C", 75], ["B", 85], ["A", 95]];
const titleAt = 14;
const below = 22; // the dates

/** The rungs of a ladder of times that holds all of these, from the one below the shortest to the one above the longest. */
export function rungsFor(times) {
  const from = rungs.findLastIndex((rung) => rung <= Math.min(...times));
  const to = rungs.findIndex((rung) => rung >= Math.max(...times));
  const some = rungs.slice(Math.max(0, from), to < 0 ? rungs.length : to + 1);
  return some.length > 1 ? some : rungs.slice(Math.max(0, from), Math.max(0, from) + 2);
}

/** A panel's frame within `box` {x, y, width, height}: where its drills stand, and the line between its halves. */
function frame(svg, box, scenario, {title, top, right, view}) {
  const plot = svg.append("g").attr("transform", `translate(${box.x},${box.y})`);
  const edges = {left: 42, right: box.width - right, top, bottom: box.height - below};
  const {drills} = scenario;
  const inset = 12;
  const places = placesOf(drills.map(({at}) => at), edges.left + inset, edges.right - inset, view.gap);
  plot.append("text").attr("class", "panel-name").attr("y", titleAt).text(title);
  for (const date of datesBelow(drills, places, edges.left - 20, box.width, view.measure)) {
    plot.append("line").attr("class", "stem").attr("x1", date.at).attr("x2", date.at).attr("y1", edges.bottom).attr("y2", edges.bottom + 4);
    plot.append("text").attr("class", "tick").attr("x", date.x).attr("y", box.height - 4).attr("text-anchor", "middle").text(date.text);
  }
  const split = splitOf(drills, places);
  if (split !== undefined)
    plot.append("line").attr("class", "split").attr("x1", split).attr("x2", split).attr("y1", top - 6).attr("y2", edges.bottom);
  const closest = Math.min(...places.slice(1).map((place, i) => place - places[i]));
  return {plot, places, edges, split, box, r: Math.max(2.2, Math.min(5, 0.45 * closest))};
}

/** Halfway between the last of the earlier drills and the first of the later ones. */
function splitOf(drills, places) {
  const earlier = drills.findLastIndex(({part}) => part === "earlier");
  const later = drills.findIndex(({part}) => part === "later");
  return earlier < 0 || later < 0 ? undefined : (places[earlier] + places[later]) / 2;
}

function gridLine({plot, edges}, y, text) {
  plot.append("line").attr("class", "grid").attr("x1", edges.left).attr("x2", edges.right).attr("y1", y).attr("y2", y);
  plot.append("text").attr("class", "tick").attr("x", edges.left - 6).attr("y", y + 4).attr("text-anchor", "end").text(text);
}

/** The mean of each half across the drills it is of. */
function drawMeans({plot, places}, {drills, means}, what, y) {
  ["earlier", "later"].forEach((part, half) => {
    const mean = means[what]?.[half];
    if (mean === undefined) return;
    const own = places.filter((_, i) => drills[i].part === part);
    plot.append("line").attr("class", "mark mean").attr("x1", own[0] - 8).attr("x2", own.at(-1) + 8).attr("y1", y(mean)).attr("y2", y(mean));
  });
}

const isCompared = ({part}) => part === "earlier" || part === "later";

export function drawScores(svg, box, scenario, words, view) {
  const panel = frame(svg, box, scenario, {title: say(words.score), top: 40, right: 22, view});
  const {plot, edges, places, split, r} = panel;
  const y = scaleLinear([0, 100], [edges.bottom, edges.top]);
  for (const points of [0, ...limits, 100]) gridLine(panel, y(points), points);
  for (const [letter, middle] of letters)
    plot.append("text").attr("class", "tick letter").attr("x", edges.right + 8).attr("y", y(middle) + 4).text(letter);
  if (split !== undefined) nameHalves(panel, scenario, words, view);
  drawMeans(panel, scenario, "score", (hundredths) => y(hundredths / 100));
  scenario.drills.forEach((drill, i) => {
    const [low, score, high] = [drill.low, drill.score, drill.high].map((hundredths) => y(hundredths / 100));
    plot.append("line").attr("class", "between-bounds").attr("x1", places[i]).attr("x2", places[i]).attr("y1", low).attr("y2", high);
    drawMark(plot, markOf(drill), places[i], score, r, isCompared(drill));
    const under = Math.max(low, score + r) + 13;
    if (roomFor(places, i))
      plot.append("text").attr("class", "mark-letter").attr("x", places[i]).attr("text-anchor", "middle")
        .attr("y", under < edges.bottom ? under : Math.min(high, score - r) - 5).text(drill.letter);
  });
  return panel;
}

/** A letter is about ten wide. */
const roomFor = (places, i) => (places[i + 1] ?? Infinity) - places[i] >= 11 && places[i] - (places[i - 1] ?? -Infinity) >= 11;

const markOf = ({verdict}) => (verdict === "pass" || verdict === "fail" ? verdict : "unjudged");

function nameHalves({plot, edges, split}, {drills}, words, view) {
  for (const [part, side, anchor] of [["earlier", -1, "end"], ["later", 1, "start"]]) {
    const text = `${say(words[`part.${part}`])} ${drills.filter((drill) => drill.part === part).length}`;
    const edge = split + side * (view.measure(text) + 8);
    if (edge > 0 && edge < edges.right + 22)
      plot.append("text").attr("class", "half").attr("x", split + side * 7).attr("y", edges.top - 9).attr("text-anchor", anchor).text(text);
  }
}

/** How long something took, on a ladder of times; what was not reached is an open mark where the drill ended. */
export function drawTimes(svg, box, scenario, what, ladder, words, view) {
  const panel = frame(svg, box, scenario, {title: view.fitting(say(words[`stage.${what}`]), box.width), top: 34, right: 4, view});
  const {plot, edges, places, r} = panel;
  const y = scaleLog([ladder[0], ladder.at(-1)], [edges.bottom, edges.top]);
  for (const rung of ladder) gridLine(panel, y(rung), span(rung));
  drawMeans(panel, scenario, what, y);
  scenario.drills.forEach((drill, i) => {
    const one = drill.took[what];
    if (one) drawMark(plot, one.reached ? "reached" : "open", places[i], y(Math.max(one.took, ladder[0])), r, isCompared(drill));
  });
  return panel;
}
