// The buttons above the timeline. What cannot be done on this drill has no button.
import {say} from "./language.js";

export class Toolbar {
  constructor(root, {whole, incident, closer, wider}, words) {
    this.words = words;
    const bar = document.createElement("div");
    bar.className = "tools";
    this.buttons = [
      ["whole-drill", whole], ["incident-window", incident], ["zoom-out", wider, "−"], ["zoom-in", closer, "+"],
    ].filter(([, does]) => does).map(([word, does, sign]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.addEventListener("click", does);
      bar.append(button);
      return {button, word, sign};
    });
    this.hint = document.createElement("p");
    bar.append(this.hint);
    root.append(bar);
  }

  speak() {
    for (const {button, word, sign} of this.buttons) {
      button.textContent = sign ?? say(this.words[word]);
      if (sign) button.setAttribute("aria-label", say(this.words[word]));
    }
    this.hint.textContent = say(this.words["timeline-keys"]);
  }
}
