/* Ties words to items. Without it the links alone still lead from one to the other. */
(() => {
  "use strict";
  const root = document.documentElement;
  const card = document.getElementById("card");
  const keys = document.getElementById("keys");
  const stops = [...document.querySelectorAll("a[data-stop]")];
  const isNarrow = window.matchMedia("(max-width: 62rem)");
  let chosen = null; // anchor of the item
  let lastStop = null; // the mark that was chosen from, to return to
  root.classList.add("js");

  const byId = (id) => document.getElementById(id);
  const marksOf = (id) => document.querySelectorAll(`[data-of~="${CSS.escape(id)}"]`);

  function letGo() {
    for (const one of document.querySelectorAll(".on")) one.classList.remove("on");
    card.hidden = true;
    chosen = null;
  }

  function choose(id) {
    letGo();
    chosen = id;
    const item = byId(id);
    if (item) item.classList.add("on");
    for (const mark of marksOf(id)) mark.classList.add("on");
  }

  function showWords(anchor) {
    const words = anchor && byId(anchor);
    const mark = words && words.querySelector("a.m");
    if (mark) mark.scrollIntoView({ block: "center" });
    return mark;
  }

  // Moves the panel alone: the article stays where the reader is.
  function showItem(id) {
    const item = byId(id);
    const panel = item && item.closest(".panel");
    if (!panel) return;
    if (isNarrow.matches) return fillCard(item);
    const head = panel.querySelector(".jump").offsetHeight + 8;
    const from = item.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    const isSeen = from >= head && from + item.offsetHeight <= panel.clientHeight;
    if (!isSeen) panel.scrollTop += from - Math.max(head, panel.clientHeight / 4);
  }

  function fillCard(item) {
    const copy = item.cloneNode(true);
    for (const one of [copy, ...copy.querySelectorAll("[id]")]) one.removeAttribute("id");
    const tools = document.createElement("div");
    tools.className = "card-tools";
    tools.append(button("In the record", () => leaveCard(item)), button("Close", letGo));
    card.replaceChildren(tools, copy);
    card.hidden = false;
  }

  function leaveCard(item) {
    card.hidden = true;
    item.scrollIntoView({ block: "start" });
    item.focus({ preventScroll: true });
  }

  function button(label, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", act);
    return made;
  }

  // Where several items rest on the same words, each click goes on to the next.
  function nextItem(mark) {
    const items = mark.dataset.of.split(" ");
    return items[(items.indexOf(chosen) + 1) % items.length];
  }

  function fromMark(mark, isKeyboard) {
    const id = nextItem(mark);
    lastStop = mark;
    choose(id);
    showItem(id);
    history.pushState(null, "", `#${id}`);
    if (isKeyboard && !isNarrow.matches) byId(id)?.focus({ preventScroll: true });
  }

  function toWords(words, isKeyboard) {
    choose(words.dataset.item);
    const mark = showWords(words.id);
    history.pushState(null, "", `#${words.id}`);
    if (isKeyboard && mark) mark.focus({ preventScroll: true });
  }

  // From a link inside the panel to another item of it.
  function toItem(item, isKeyboard) {
    choose(item.id);
    if (isNarrow.matches) item.scrollIntoView({ block: "start" });
    else showItem(item.id);
    if (isKeyboard) item.focus({ preventScroll: true });
    else if (!isNarrow.matches) showWords(item.dataset.words);
    history.pushState(null, "", `#${item.id}`);
  }

  function follow() {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const id = target?.dataset.item;
    if (!id) return;
    choose(id);
    if (target.classList.contains("at")) {
      showWords(target.id);
      showItem(id);
    } else {
      showWords(target.dataset.words);
      if (!isNarrow.matches) showItem(id);
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !isPlain) return;
    const isKeyboard = event.detail === 0;
    const target = byId(link.hash.slice(1));
    if (link.matches(".text a.m")) fromMark(link, isKeyboard);
    else if (target?.classList.contains("at")) toWords(target, isKeyboard);
    else if (target?.dataset.item) toItem(target, isKeyboard);
    else return;
    event.preventDefault();
  });

  function step(by) {
    if (!stops.length) return;
    const focused = document.activeElement?.closest?.("a[data-stop]");
    const at = stops.indexOf(focused ?? lastStop);
    const from = at < 0 && by < 0 ? 0 : at;
    const mark = stops[(from + by + stops.length) % stops.length];
    lastStop = mark;
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
    choose(mark.dataset.stop);
    showItem(chosen);
    history.replaceState(null, "", `#${chosen}`);
  }

  function changeTheme() {
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : window.matchMedia("(prefers-color-scheme: dark)").matches;
    setTheme(isDark ? "light" : "dark");
  }

  function setTheme(theme) {
    root.dataset.theme = theme;
    try {
      localStorage.setItem("onrecord-theme", theme);
    } catch {
      // A page opened from a file may keep nothing; the choice holds until it closes.
    }
  }

  function release() {
    letGo();
    lastStop?.focus({ preventScroll: true });
  }

  const acts = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    t: changeTheme, "?": () => keys.showModal(), Escape: release,
  };
  document.addEventListener("keydown", (event) => {
    const isTaken = event.ctrlKey || event.metaKey || event.altKey || keys.open;
    if (isTaken || !Object.hasOwn(acts, event.key)) return;
    event.preventDefault();
    acts[event.key]();
  });
  byId("theme").addEventListener("click", changeTheme);
  byId("help").addEventListener("click", () => keys.showModal());
  window.addEventListener("popstate", follow);
  try {
    const kept = localStorage.getItem("onrecord-theme");
    if (kept === "light" || kept === "dark") root.dataset.theme = kept;
  } catch {
    // See setTheme.
  }
  follow();
})();
