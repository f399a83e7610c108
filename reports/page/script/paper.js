// What is folded on a screen stands open on paper, and pictures are drawn for its width.

export const paperWidth = 700;

export function unfoldForPrint(pictures) {
  addEventListener("beforeprint", () => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
    for (const picture of pictures) picture.drawForPaper();
  });
  addEventListener("afterprint", () => pictures.forEach((picture) => picture.drawForScreen()));
}
