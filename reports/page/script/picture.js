// What every picture has: its place in the page, a name that is read out, a card beside the pointer, and a width for
// the screen and one for paper. What is in it, `draw()`, is each picture's own.
import {create} from "d3-selection";
import {paperWidth} from "./paper.js";
import {Readout} from "./readout.js";

export class Picture {
  constructor(root) {
    this.root = root;
    root.hidden = false;
    root.tabIndex = 0;
    root.setAttribute("role", "group");
  }

  /** Puts the drawing, and the card over it, beneath what stands in its place already. */
  mount(className) {
    this.svg = create("svg").attr("aria-hidden", "true").attr("class", className);
    this.root.append(this.svg.node());
    this.readout = new Readout(this.root);
  }

  /** Goes by a new name, in the reader's language. */
  name(label) {
    this.root.setAttribute("aria-label", label);
    this.readout.hide();
    this.draw();
  }

  drawForPaper() {
    this.paper = true;
    this.readout.hide();
    this.draw();
  }

  drawForScreen() {
    this.paper = false;
    this.draw();
  }

  /** How much room there is in the page. */
  roomInPage() {
    return Math.max(280, Math.floor(this.root.clientWidth));
  }

  width() {
    return this.paper ? paperWidth : this.roomInPage();
  }
}
