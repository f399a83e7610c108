// How much room words take in a picture.

let font; // asked for once: to answer, the browser works out every style that has changed
const ruler = document.createElement("canvas").getContext("2d");

/** How wide a text is at the size of captions. */
export function measure(text) {
  font ??= `11.5px ${getComputedStyle(document.body).fontFamily}`;
  ruler.font = font;
  return Math.ceil(ruler.measureText(text).width);
}

/** As much of a text as is no wider than `width`. */
export function fitting(text, width) {
  if (measure(text) <= width) return text;
  let most = text.length - 1;
  while (most > 1 && measure(`${text.slice(0, most)}…`) > width) --most;
  return `${text.slice(0, most).trimEnd()}…`;
}
