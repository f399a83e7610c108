// The marks of drills. Each has a shape of its own, so that nobody needs its colour.

const shapes = {
  pass: (r) => disc(r),
  fail: (r) => `M${-r},${-r}L${r},${r}M${-r},${r}L${r},${-r}`,
  unjudged: (r) => `M0,${-1.2 * r}L${1.2 * r},0L0,${1.2 * r}L${-1.2 * r},0Z`,
  reached: (r) => disc(r),
  open: (r) => `M0,${-1.9 * r}L${1.15 * r},0H${-1.15 * r}Z`, // stands on where the drill ended and points on
  mean: (r) => `M${-1.7 * r},0H${1.7 * r}`,
  apart: (r) => disc(0.55 * r),
};

const disc = (r) => `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0Z`;

/** One at (x, y), about `r` from its middle to its edge; a drill that is not compared is small and grey. */
export function drawMark(plot, kind, x, y, r, compared = true) {
  plot.append("path").attr("class", compared ? `mark ${kind}` : `mark ${kind} apart`)
    .attr("transform", `translate(${x},${y})`).attr("d", shapes[kind](compared ? r : 0.6 * r));
}
