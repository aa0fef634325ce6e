// Public pages, and what the desk shares with them: nothing here is needed to read or to search.
(() => {
  "use strict";

  // A button that copies the text of another element; without script, or without a clipboard, it stays hidden.
  const armCopy = (button) => {
    const source = document.getElementById(button.dataset.copy);
    if (!source) { return; }
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText("value" in source ? source.value : source.tagName === "PRE" ? source.textContent : source.textContent.replace(/\s+/g, " ").trim());
      } catch {
        return;
      }
      button.textContent = button.dataset.copied || words;
      button.setAttribute("aria-live", "polite");
      setTimeout(() => { button.textContent = words; }, 2500);
    });
  };
  if (navigator.clipboard) { document.querySelectorAll("button[data-copy]").forEach(armCopy); }

  // A link to a plain text copies that text instead; without a clipboard, or without an answer, it stays a link.
  const armCopyFrom = (link) => {
    const words = link.textContent;
    link.textContent = link.dataset.copyWords || words;
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const answer = await fetch(link.href);
        if (!answer.ok) { throw new Error(String(answer.status)); }
        await navigator.clipboard.writeText(await answer.text());
      } catch {
        location.assign(link.href);
        return;
      }
      link.textContent = link.dataset.copied || words;
      link.setAttribute("aria-live", "polite");
      setTimeout(() => { link.textContent = link.dataset.copyWords || words; }, 2500);
    });
  };
  if (navigator.clipboard) { document.querySelectorAll("a[data-copy-from]").forEach(armCopyFrom); }

  for (const button of document.querySelectorAll("button[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }

  // A field in the page's direction while it is empty, in that of its text from the first letter on.
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (field instanceof HTMLElement && "dirAuto" in field.dataset) { field.dir = field.value ? "auto" : document.documentElement.dir; }
  });

  // A search box that offers claims, people and topics under itself: an ARIA combobox with a list. Nothing is asked before somebody types.
  const armSuggestions = (input) => {
    const wait = 150;
    const shortest = 2;
    const list = document.createElement("div");
    list.className = "suggestions";
    list.id = `${input.id}-suggestions`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel ?? "");
    list.hidden = true;
    const status = document.createElement("p");
    status.className = "visually-hidden";
    status.setAttribute("role", "status");
    input.after(list, status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-haspopup", "listbox"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      input.setAttribute(name, value);
    }

    let timer = 0;
    let asked = null;
    let chosen = -1;
    const offers = () => [...list.querySelectorAll("[role=option]")];
    const choose = (at) => {
      chosen = at;
      offers().forEach((offer, i) => {
        offer.setAttribute("aria-selected", String(i === at));
        if (i === at) { offer.scrollIntoView({ block: "nearest" }); }
      });
      if (at < 0) { input.removeAttribute("aria-activedescendant"); } else { input.setAttribute("aria-activedescendant", offers()[at].id); }
    };
    const close = () => {
      clearTimeout(timer);
      asked?.abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };
    const open = () => {
      if (offers().length === 0) { return; }
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };
    const ask = async () => {
      const text = input.value.trim();
      asked?.abort();
      if (text.length < shortest) { close(); status.textContent = ""; return; }
      const mine = asked = new AbortController();
      try {
        const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}`, { signal: mine.signal, headers: { Accept: "text/html" } });
        const offered = answer.ok ? await answer.text() : "";
        if (mine.signal.aborted) { return; }
        list.innerHTML = offered;
      } catch {
        if (mine.signal.aborted) { return; }
        list.innerHTML = ""; // Without an answer the box is a plain one; what was offered for the text before is not for this one.
      }
      if (document.activeElement !== input) { return; }
      offers().forEach((offer, i) => { offer.id = `${list.id}-${i}`; });
      choose(-1);
      status.textContent = list.querySelector("[data-suggest-words]")?.dataset.suggestWords ?? "";
      if (offers().length === 0) { close(); } else { open(); }
    };

    input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, wait); });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) { return; }
      const count = offers().length;
      if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count > 0) {
        event.preventDefault();
        open();
        const step = event.key === "ArrowDown" ? 1 : -1;
        // Between the last and the first stands the text as typed.
        choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      } else if (event.key === "Enter" && !list.hidden && chosen >= 0) {
        event.preventDefault();
        location.assign(offers()[chosen].dataset.href);
      }
    });
    // The box keeps the focus while something is chosen with the mouse.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const offer = event.target.closest("[role=option]");
      if (offer) { location.assign(offer.dataset.href); }
    });
  };
  document.querySelectorAll("input[data-suggest]").forEach(armSuggestions);
})();
