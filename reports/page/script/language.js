// The page holds both languages; its style shows the one whose radio button is chosen.

const english = () => document.getElementById("speak-en");

export const chosenLanguage = () => (english().checked ? "en" : "zh");

/** A text of the data is a string, or [zh, en] where the two differ. */
export const say = (text) =>
  typeof text === "string" ? text : text[chosenLanguage() === "zh" ? 0 : 1];

export function preferReadersLanguage() {
  const zh = navigator.language.startsWith("zh");
  document.getElementById(zh ? "speak-zh" : "speak-en").checked = true;
}

/** Calls `then` now and whenever the reader chooses; by then the page says which language it is in. */
export function onLanguage(then) {
  const speak = () => {
    document.documentElement.lang = chosenLanguage() === "zh" ? "zh-CN" : "en";
    then();
  };
  for (const button of document.querySelectorAll("[name=language]")) button.addEventListener("change", speak);
  speak();
}
