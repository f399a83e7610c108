// Shows one language at a time. Nothing is stored and nothing is fetched.
(() => {
  const root = document.documentElement;
  const buttons = document.querySelectorAll("[data-speak]");
  const titles = document.querySelectorAll("title[data-en]");
  for (const title of titles) title.dataset.zh = title.textContent;

  const speak = (language) => {
    root.dataset.language = language;
    root.lang = language === "zh" ? "zh-CN" : "en";
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.speak === language));
    }
    for (const title of titles) title.textContent = title.dataset[language];
  };

  for (const button of buttons) {
    button.addEventListener("click", () => speak(button.dataset.speak));
  }
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  speak(navigator.language.startsWith("zh") ? "zh" : "en");
})();
