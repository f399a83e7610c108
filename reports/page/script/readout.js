// The card beside the pointer: the time, and what is there.

export class Readout {
  constructor(root) {
    this.root = root;
    this.card = document.createElement("div");
    this.card.className = "readout";
    this.card.hidden = true;
    this.card.setAttribute("role", "status");
    root.append(this.card);
  }

  /** Shows itself beside (x, y) of the picture, on the side that has room. Empty lines are left out. */
  show(time, lines, x, y, picture) {
    const [head, ...rest] = [time, ...[...new Set(lines)].filter(Boolean).slice(0, 9)];
    this.card.replaceChildren(line("b", head), ...rest.map((text) => line("p", text)));
    this.card.hidden = false;
    const top = picture.getBoundingClientRect().top - this.root.getBoundingClientRect().top;
    const room = this.root.clientWidth - this.card.offsetWidth - 8;
    const left = x + 16 <= room ? x + 16 : x - this.card.offsetWidth - 16;
    this.card.style.left = `${Math.max(4, Math.min(left, room))}px`;
    this.card.style.top = `${top + y + 14}px`;
  }

  hide() {
    this.card.hidden = true;
  }
}

function line(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
