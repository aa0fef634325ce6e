// Working an article through: by keyboard, mouse or touch, without the page reloading. Never needed: every step is a link or a form too.
(() => {
  "use strict";

  const reading = document.querySelector("[data-reading]");
  if (!reading) { return; }
  const address = reading.dataset.reading;
  reading.classList.add("reading--scripted");
  const text = reading.querySelector("[data-reading-text]");
  const panel = reading.querySelector("[data-reading-panel]");
  const bar = panel.querySelector("[data-reading-bar]");
  const holder = panel.querySelector("[data-reading-form]");
  const help = panel.querySelector("[data-reading-help]");
  const typing = (element) => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT|BUTTON|A|SUMMARY)$/.test(element.tagName));

  // Sentences, and which of them is meant.
  const sentences = () => [...text.querySelectorAll("[data-sentence]")];
  const open = () => text.querySelectorAll("[data-sentence=marked]");
  let current = null;
  // Beside the progress, read aloud with it; gone as soon as another sentence is meant.
  const say = (words) => { text.querySelector("[data-reading-said]").textContent = words; };
  const show = (sentence, scroll = true) => {
    say("");
    text.querySelector(".sentence.is-current")?.classList.remove("is-current");
    current = sentence ?? null;
    if (!current) { return; }
    current.classList.add("is-current");
    current.focus({ preventScroll: true });
    if (scroll) { current.scrollIntoView({ block: "center" }); }
    history.replaceState(null, "", "#" + current.id);
  };
  // On to what is still open, from the beginning again when only earlier ones are. Done ones are never come back to unasked.
  const goOn = () => {
    const all = sentences();
    const at = current ? all.indexOf(current) : -1;
    const next = [...open()].find((sentence) => all.indexOf(sentence) > at) ?? open()[0];
    if (next && next !== current) { show(next); }
    else if (next) { say(reading.dataset.lastOpen); }
    else if (text.querySelector("[data-sentence]:not([data-sentence=plain])")) { say(reading.dataset.allDone); }
  };
  const goBack = () => {
    const all = sentences();
    const marked = all.filter((sentence) => sentence.dataset.sentence !== "plain");
    const before = marked.findLast((sentence) => current && all.indexOf(sentence) < all.indexOf(current)) ?? marked.at(-1);
    if (before) { show(before); }
  };

  // A passage: words selected with the mouse or by touch, or the sentence widened by keys. Places count code points.
  const codePoints = (string) => [...string].length;
  const placeOf = (node, offset) => {
    const sentence = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("[data-sentence]");
    if (!sentence) { return null; }
    const before = document.createRange();
    before.selectNodeContents(sentence);
    before.setEnd(node, offset);
    return Number(sentence.dataset.from) + codePoints(before.toString());
  };
  const selected = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) { return null; }
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) { return null; }
    let from = placeOf(range.startContainer, range.startOffset);
    let to = placeOf(range.endContainer, range.endOffset);
    if (from === null || to === null) {
      // Begun or ended in a margin or a button: the sentences between count.
      const touched = sentences().filter((sentence) => range.intersectsNode(sentence));
      if (touched.length === 0) { return null; }
      from ??= Number(touched[0].dataset.from);
      to ??= Number(touched.at(-1).dataset.to);
    }
    return to > from ? { from, to } : null;
  };
  const clearSelection = () => getSelection()?.removeAllRanges();
  const widen = (key, sentence) => {
    const selection = getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode)) {
      selection.setBaseAndExtent(sentence, 0, sentence, sentence.childNodes.length);
    }
    if (key === "ArrowDown" || key === "ArrowUp") {
      const all = sentences();
      const end = all.findLast((other) => selection.getRangeAt(0).intersectsNode(other)) ?? sentence;
      const next = all[all.indexOf(end) + (key === "ArrowDown" ? 1 : -1)];
      if (next && all.indexOf(next) >= all.indexOf(sentence)) { selection.setBaseAndExtent(sentence, 0, next, next.childNodes.length); }
      return;
    }
    // The arrow that points where the line goes widens; the other one narrows.
    const forward = (key === "ArrowLeft") === (getComputedStyle(sentence).direction === "rtl");
    selection.modify("extend", forward ? "forward" : "backward", "word");
  };

  // The form beside the text.
  const fetchPart = (url, options = {}) => fetch(url, { ...options, headers: { "X-Panel": "1" }, redirect: "follow" });
  const put = (html) => {
    holder.innerHTML = html;
    help.hidden = true;
    bar.hidden = false;
    reading.classList.add("reading--open");
    holder.dispatchEvent(new CustomEvent("part", { bubbles: true }));
  };
  const close = () => {
    holder.replaceChildren();
    help.hidden = false;
    bar.hidden = true;
    reading.classList.remove("reading--open");
    if (current) { show(document.getElementById(current.id) ?? current); }
  };
  const openPassage = async (place) => {
    const answer = await fetchPart(`${address}/claim?from=${place.from}&to=${place.to}`);
    if (!answer.ok) { location.assign(`${address}/claim?from=${place.from}&to=${place.to}`); return; }
    put(await answer.text());
    clearSelection();
    const first = holder.querySelector(".error-summary, textarea, input:not([type=hidden])");
    first?.focus({ preventScroll: true });
    panel.scrollTo({ top: 0 });
  };
  const placeOfSentence = (sentence) => ({ from: Number(sentence.dataset.from), to: Number(sentence.dataset.to) });

  // The text again, with what has become of it; the place is kept.
  const refresh = async () => {
    const answer = await fetch(`${address}?handler=Text`);
    if (!answer.ok) { return; }
    const id = current?.id;
    const top = scrollY;
    text.innerHTML = await answer.text();
    scrollTo({ top });
    current = null;
    if (id) { show(document.getElementById(id), false); }
  };

  // “This is it”: the passage becomes an appearance of a claim that is here; what is asked for more is asked on its own page.
  const addTo = async (form, submitter) => {
    const answer = await fetch(submitter.formAction, { method: "POST", body: new FormData(form, submitter) });
    const number = answer.redirected ? /\/claims\/(\d+)$/.exec(new URL(answer.url).pathname)?.[1] : null;
    if (!number) { form.action = submitter.formAction; form.submit(); return; }
    const notice = panel.querySelector("[data-reading-logged]").content.cloneNode(true);
    const link = notice.querySelector("a");
    link.href = answer.url;
    link.firstElementChild.textContent = `CT-${number}`;
    put("");
    holder.replaceChildren(notice);
    await refresh();
    goOn();
  };
  const save = async (form, submitter) => {
    const body = new FormData(form, submitter);
    const answer = await fetchPart(form.action, { method: "POST", body });
    const html = await answer.text();
    if (answer.status >= 500) { form.submit(); return; }
    put(html);
    if (holder.querySelector("[data-logged]")) {
      await refresh();
      goOn();
      return;
    }
    const first = holder.querySelector(".error-summary, .notice--refused, .likes-warning");
    first?.focus();
    first?.scrollIntoView({ block: "nearest" });
  };
  const skip = async (form) => {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!answer.ok) { form.submit(); return; }
    await refresh();
    goOn();
  };

  text.addEventListener("click", (event) => {
    const link = event.target.closest("[data-open]");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const sentence = text.querySelector(`[data-sentence][data-from="${new URL(link.href).searchParams.get("from")}"]`);
      show(sentence, false);
      openPassage(placeOfSentence(sentence));
      return;
    }
    const sentence = event.target.closest("[data-sentence]");
    if (sentence && !selected()) { show(sentence, false); }
  });
  text.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-skip]");
    if (!form) { return; }
    event.preventDefault();
    const sentence = document.getElementById(form.elements.namedItem("place").value);
    if (sentence) { show(sentence, false); }
    skip(form);
  });

  // A selection made with the mouse or by touch offers its own button beside it.
  const offer = document.createElement("button");
  offer.type = "button";
  offer.className = "button button--primary button--small reading__offer";
  offer.textContent = reading.dataset.logWords ?? "";
  offer.hidden = true;
  text.after(offer);
  document.addEventListener("selectionchange", () => {
    const place = selected();
    offer.hidden = !place || !offer.textContent;
    if (offer.hidden) { return; }
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    const frame = reading.getBoundingClientRect();
    offer.style.insetBlockStart = `${box.bottom - frame.top + 8}px`;
    offer.style.insetInlineStart = `${Math.max(0, getComputedStyle(reading).direction === "rtl" ? frame.right - box.right : box.left - frame.left)}px`;
  });
  offer.addEventListener("mousedown", (event) => event.preventDefault());
  offer.addEventListener("click", () => {
    const place = selected();
    if (!place) { return; }
    const sentence = sentences().find((other) => Number(other.dataset.from) <= place.from && place.from < Number(other.dataset.to));
    if (sentence) { show(sentence, false); }
    openPassage(place);
  });

  panel.addEventListener("submit", (event) => {
    const form = event.target;
    event.preventDefault();
    const action = event.submitter?.getAttribute("formaction") ?? "#";
    if (action.startsWith("#")) { save(form, event.submitter); } else { addTo(form, event.submitter); }
  });
  panel.addEventListener("click", (event) => {
    if (event.target.closest("[data-reading-close]")) { event.preventDefault(); close(); }
  });

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) { return; }
    const form = holder.querySelector("form.logging");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(".form__actions .button--primary"));
      return;
    }
    if (event.key === "Escape" && !bar.hidden) { event.preventDefault(); close(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    if (event.shiftKey && /^Arrow(Left|Right|Up|Down)$/.test(event.key) && current) {
      event.preventDefault();
      widen(event.key, current);
    } else if (event.code === "KeyJ") { event.preventDefault(); clearSelection(); goOn(); }
    else if (event.code === "KeyK") { event.preventDefault(); clearSelection(); goBack(); }
    else if (event.key === "Enter" && (selected() || current)) { event.preventDefault(); openPassage(selected() ?? placeOfSentence(current)); }
    else if (event.code === "KeyS" && current) {
      // The same form takes a skip back; that is for its button alone.
      if (current.dataset.sentence === "skipped") { event.preventDefault(); say(reading.dataset.skippedAlready); return; }
      const place = [...text.querySelectorAll("[data-skip]")].find((one) => one.elements.namedItem("place").value === current.id);
      if (place) { event.preventDefault(); skip(place); }
    }
  });

  const named = () => (location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null);
  const start = () => {
    const target = named();
    const sentence = target?.matches("[data-sentence]") ? target : target?.closest("[data-sentence]") ?? target?.querySelector?.("[data-sentence]");
    if (sentence) { show(sentence); }
  };
  addEventListener("hashchange", start);
  start();
})();
