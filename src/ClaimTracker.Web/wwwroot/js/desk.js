// Desk and admin: quicker with a keyboard, never needed.
(() => {
  "use strict";

  // On a phone the menu is a strip: the item one is at is brought into it.
  const menu = document.querySelector(".desk-nav__list");
  const here = menu?.querySelector("[aria-current]");
  if (here) {
    const [strip, item] = [menu.getBoundingClientRect(), here.getBoundingClientRect()];
    menu.scrollLeft += item.left + item.width / 2 - strip.left - strip.width / 2;
  }


  const typing = (element) => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

  // Repeated rows. The add button is a plain submit; here it adds the template's row instead of a round trip.
  const nextIndex = (repeat) => {
    let next = 0;
    for (const control of repeat.querySelectorAll("[name]")) {
      const at = /\[(\d+)\](?!.*\[\d+\])/.exec(control.name);
      if (at) { next = Math.max(next, Number(at[1]) + 1); }
    }
    return next;
  };
  const empty = (row) => {
    for (const control of row.querySelectorAll("input, select, textarea")) {
      if (control.type === "checkbox" || control.type === "radio") { control.checked = false; }
      else if (control.tagName === "SELECT") { control.selectedIndex = control.options.length && control.options[0].value === "" ? 0 : -1; }
      else if (!("keep" in control.dataset) && (control.type !== "hidden" || !control.name.endsWith(".Index"))) { control.value = ""; }
    }
  };
  const armRemove = (row) => {
    const button = row.querySelector("[data-repeat-remove]");
    if (!button) { return; }
    button.hidden = false;
    button.addEventListener("click", () => {
      const neighbour = row.nextElementSibling;
      // Emptied and hidden, not taken out: the numbering of the rows must stay whole.
      empty(row);
      row.hidden = true;
      (neighbour?.querySelector("input, select, textarea, button") ?? row.parentElement.querySelector("[data-repeat-add]"))?.focus();
    });
  };
  const armRows = (root) => {
    for (const repeat of root.querySelectorAll("[data-repeat]")) {
      const template = repeat.querySelector("template[data-repeat-template]");
      const add = repeat.querySelector("[data-repeat-add]");
      repeat.querySelectorAll("[data-repeat-row]").forEach(armRemove);
      if (!template || !add) { continue; }
      add.addEventListener("click", (event) => {
        event.preventDefault();
        const holder = document.createElement("template");
        holder.innerHTML = template.innerHTML.replaceAll("__index__", String(nextIndex(repeat)));
        const row = holder.content.firstElementChild;
        if (!row) { return; }
        template.before(row);
        armRemove(row);
        row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
      });
    }
  };

  // Select all, and how many are selected.
  for (const all of document.querySelectorAll("[data-check-all]")) {
    const scope = all.closest("form") ?? all.closest("table");
    if (!scope) { continue; }
    const boxes = () => [...scope.querySelectorAll("tbody input[type=checkbox]")];
    const count = scope.querySelector("[data-check-count]");
    const tell = () => {
      const on = boxes().filter((box) => box.checked).length;
      all.checked = on > 0 && on === boxes().length;
      all.indeterminate = on > 0 && on < boxes().length;
      if (count) { count.textContent = (count.dataset.words ?? "{0}").replace("{0}", String(on)); }
    };
    all.addEventListener("change", () => { const to = all.checked; boxes().forEach((box) => { box.checked = to; }); tell(); });
    scope.addEventListener("change", (event) => { if (event.target !== all) { tell(); } });
    tell();
  }

  // Characters left, near the end only.
  for (const control of document.querySelectorAll("[data-count][maxlength]")) {
    const line = document.createElement("p");
    line.className = "field__count";
    control.after(line);
    const tell = () => {
      const left = control.maxLength - control.value.length;
      line.textContent = `${control.value.length} / ${control.maxLength}`;
      line.classList.toggle("field__count--near", left < control.maxLength * 0.1);
    };
    control.addEventListener("input", tell);
    tell();
  }

  // A form with unsaved words asks before the page is left.
  let unsaved = false;
  const armGuard = (root) => {
    for (const form of root.querySelectorAll("form[data-guard]")) {
      form.addEventListener("input", () => { unsaved = true; });
    }
  };
  document.addEventListener("submit", () => { unsaved = false; });
  addEventListener("beforeunload", (event) => { if (unsaved) { event.preventDefault(); } });

  // What went wrong is read first.
  document.querySelector(".error-summary, .notice--refused, .likes-warning")?.focus();

  // Claims like the statement that is being typed, beside the form and without leaving it.
  const armLike = (root) => {
    const like = root.querySelector("[data-like]");
    if (!like) { return; }
    const pause = 450;
    const shortest = 12;
    const form = like.closest("form");
    const list = like.querySelector("[data-like-list]");
    const status = like.querySelector("[data-like-status]");
    const means = like.querySelector("[data-like-means]");
    const hint = status.textContent;
    const fields = [...form.querySelectorAll(`[name^="${like.dataset.likeFields}"]`)];
    let wait = 0;
    let asked = null;
    const show = (words, part) => {
      list.replaceChildren(...part);
      means.hidden = part.length === 0;
      if (status.textContent !== words) { status.textContent = words; }
    };
    const look = async () => {
      asked?.abort();
      if (!fields.some((field) => field.value.trim().length >= shortest)) { show(hint, []); return; }
      const mine = new AbortController();
      asked = mine;
      const body = new FormData();
      for (const field of [...fields, form.elements.namedItem("__RequestVerificationToken")]) { body.append(field.name, field.value); }
      try {
        const answer = await fetch(like.dataset.like, { method: "POST", body, signal: mine.signal });
        if (!answer.ok) { show(hint, []); return; }
        const part = document.createElement("template");
        part.innerHTML = await answer.text();
        if (mine.signal.aborted) { return; }
        const words = part.content.querySelector("[data-status]");
        words.remove();
        show(words.textContent, [...part.content.children]);
      } catch (failure) {
        if (failure.name !== "AbortError") { show(hint, []); }
      }
    };
    like.hidden = false;
    for (const field of fields) {
      field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(look, pause); });
    }
    // A form that came filled in has something to look for at once.
    if (fields.some((field) => field.value.trim() !== "")) { look(); }
  };

  // A part of a page that came later, such as a form beside a text, is armed like the page.
  const arm = (root) => { armRows(root); armGuard(root); armLike(root); };
  arm(document);
  document.addEventListener("part", (event) => arm(event.target));

  // Work that goes on by itself: the part that shows it is asked for again until there is nothing more to wait for.
  const wait = (part) => setTimeout(async () => {
    try {
      const answer = await fetch(part.dataset.poll, { headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok) { return; }
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      if (!fresh?.dataset.poll) { location.reload(); return; }
      if (!part.contains(document.activeElement)) { part.replaceWith(fresh); wait(fresh); return; }
      const words = fresh.querySelector("[role=status]");
      const bar = fresh.querySelector("progress");
      if (words) { part.querySelector("[role=status]").firstChild.textContent = words.firstChild.textContent; }
      if (bar) { part.querySelector("progress").value = bar.value; }
      wait(part);
    } catch { wait(part); }
  }, 2000);
  // Razor writes data-poll="" where there is nothing to ask for.
  for (const part of document.querySelectorAll("[data-poll]:not([data-poll=''])")) { wait(part); }

  // Keys: "/" search, "?" help, and two-letter jumps such as "g q" from data-key.
  let first = "";
  let timer = 0;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) { return; }
    if (event.key === "/") {
      const search = document.querySelector("[data-search], input[type=search]");
      if (search) { event.preventDefault(); search.focus(); search.select(); }
      return;
    }
    if (event.key === "?" || event.key === "؟") {
      document.getElementById("keys")?.showModal?.();
      return;
    }
    // The key's place, so that jumps work under an Arabic layout too.
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1].toLowerCase() ?? "";
    clearTimeout(timer);
    if (first && letter) {
      const target = document.querySelector(`[data-key="${first} ${letter}"]`);
      first = "";
      if (target) { event.preventDefault(); target.click(); }
      return;
    }
    first = letter;
    timer = setTimeout(() => { first = ""; }, 1200);
  });
})();
