// Public pages: nothing here is needed to read them.
(() => {
  "use strict";

  // A button that copies the text of another element; without script, or without a clipboard, it stays hidden.
  if (!navigator.clipboard) { return; }
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) { continue; }
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(source.textContent.replace(/\s+/g, " ").trim());
      } catch {
        return;
      }
      button.textContent = button.dataset.copied || words;
      button.setAttribute("aria-live", "polite");
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  }
})();
