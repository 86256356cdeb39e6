// What a page does by itself, before and without its line to the server: theme, density, language, palette, keys.
(() => {
  const root = document.documentElement;
  const keep = (name, value) => { document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`; };

  const acts = {
    theme(value) { keep("plateau.theme", value); if (value) root.dataset.theme = value; else delete root.dataset.theme; mark(); },
    density(value) { keep("plateau.density", value); root.dataset.density = value; mark(); },
    language(value) { keep(".AspNetCore.Culture", `c=${value}|uic=${value}`); location.reload(); },
    opens(id) { open(id); },
  };
  const act = (word) => { const [name, value] = word.split(/:(.*)/); acts[name]?.(value); };

  // Which of the choices holds now.
  const mark = () => {
    for (const each of document.querySelectorAll("[data-theme-choice]")) each.setAttribute("aria-pressed", String(each.dataset.themeChoice === (root.dataset.theme ?? "")));
    for (const each of document.querySelectorAll("[data-density-choice]")) each.setAttribute("aria-pressed", String(each.dataset.densityChoice === root.dataset.density));
  };

  // A page's own sheet lies ready; which of them holds changes with the page, before it is painted.
  let worn = null;
  const dressing = new MutationObserver(() => dress());
  const dress = () => {
    const now = document.getElementById("worn");
    if (now !== worn && (worn = now)) dressing.observe(worn, { attributes: true, attributeFilter: ["data-wears"] });
    for (const sheet of document.querySelectorAll("link[data-wears]")) {
      const media = sheet.dataset.wears === worn?.dataset.wears ? "all" : "not all";
      if (sheet.media !== media) sheet.media = media;
    }
  };
  dressing.observe(document.body, { childList: true });
  dress();

  // The house puts the focus on a page's heading; where the page knows its name later and puts another in its place, the focus goes along.
  let heading = null;
  document.addEventListener("focusin", (event) => { heading = event.target.matches?.("h1") ? event.target : null; });
  new MutationObserver(() => {
    const next = heading && !heading.isConnected && document.activeElement === document.body && document.querySelector("h1");
    if (!next) return;
    next.tabIndex = -1;
    next.focus();
  }).observe(document.body, { childList: true, subtree: true });

  const open = (id) => {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) return;
    for (const other of document.querySelectorAll("dialog.floats[open]")) other.close();
    dialog.showModal();
    dialog.querySelector("input")?.select();
  };

  document.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest?.(selector);
    let hit;
    if (at("[data-wall]")) document.fullscreenElement ? document.exitFullscreen() : document.querySelector("[data-board]")?.requestFullscreen();
    else if ((hit = at("[data-theme-choice]"))) acts.theme(hit.dataset.themeChoice);
    else if ((hit = at("[data-density-choice]"))) acts.density(hit.dataset.densityChoice);
    else if ((hit = at("[data-language]"))) acts.language(hit.dataset.language);
    else if ((hit = at("[data-opens]"))) open(hit.dataset.opens);
    else if ((hit = at("[data-closes]"))) hit.closest("dialog").close();
    else if (at("[data-print]")) print();
    else if (at("[data-reload]")) { event.preventDefault(); location.reload(); }
    else if ((hit = at("[data-picks]"))) pick(hit.parentElement);
    else if ((hit = at("#palette [role=option]"))) {
      hit.closest("dialog").close();
      if (hit.dataset.act) { event.preventDefault(); act(hit.dataset.act); }
    } else if (event.target.matches?.("dialog.floats")) event.target.close();
    for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("toggle", (event) => { if (event.target.matches?.("details.menu")) mark(); }, true);

  // The palette's arrows move here; only what is typed goes to the server.
  const options = () => [...document.querySelectorAll("#palette [role=option]")];
  const choose = (list, place) => {
    list.forEach((each, index) => each.setAttribute("aria-selected", String(index === place)));
    list[place]?.scrollIntoView({ block: "nearest" });
    document.getElementById("palette-words")?.setAttribute("aria-activedescendant", list[place]?.id ?? "");
  };

  // A page says which key does what a button does (data-key); a field is left first, so that what was typed in it is told.
  // Some keys give others their meaning (data-opens-keys): whoever types both at once means the second under the first, even when the page is slower.
  let opening = null;
  const press = (event, key) => {
    const group = opening;
    opening = null;
    if (group && !document.querySelector(group)) {
      event.preventDefault();
      const watch = new MutationObserver(() => {
        const there = document.querySelector(group);
        if (!there) return;
        watch.disconnect();
        there.querySelector(`[data-key="${key}"]:not([disabled])`)?.click();
      });
      watch.observe(document.body, { childList: true, subtree: true });
      return;
    }
    const hit = document.querySelector(`[data-key="${key}"]:not([disabled])`);
    if (!hit || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    document.activeElement?.blur();
    if (hit.getAttribute("aria-expanded") === "false") opening = hit.dataset.opensKeys ?? null;
    if (hit.matches("input, textarea, select")) hit.focus(); else hit.click();
  };

  // What was found for other words is not taken for these: Enter waits for the answer to what stands in the field.
  const take = (field) => {
    const found = document.getElementById("palette-found");
    const go = () => found.dataset.words === field.value.trim() && (options().find((each) => each.getAttribute("aria-selected") === "true")?.click(), true);
    if (go()) return;
    const watch = new MutationObserver(() => { if (go()) watch.disconnect(); });
    watch.observe(found, { attributes: true, attributeFilter: ["data-words"] });
    field.addEventListener("input", () => watch.disconnect(), { once: true });
  };

  // What presses is walked through by J and K, on the pages that have such a list.
  const walk = (by) => {
    const events = [...document.querySelectorAll(".event")];
    const here = events.indexOf(document.activeElement);
    events[Math.min(Math.max(here + by, 0), events.length - 1)]?.focus();
  };
  // A page inside the telephone's own does not offer the telephone again.
  if (window.top !== window.self) root.dataset.framed = "";

  // A button that opens a form (aria-expanded) puts the hand into it; Escape gives it up (data-escapes) and the hand back to where it was.
  let opener = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("main button[aria-expanded=false], main .meeting");
    if (!button) return;
    opener = button;
    if (!button.matches("[aria-expanded]")) return;
    const enter = () => {
      const form = document.querySelector("main [data-escapes]")?.closest("form, .panel");
      if (!form || button.getAttribute("aria-expanded") !== "true") return false;
      if (!form.contains(document.activeElement)) form.querySelector("input:not([type=hidden]), select, textarea, [data-escapes]").focus();
      return true;
    };
    const watch = new MutationObserver(() => { if (enter()) watch.disconnect(); });
    watch.observe(document.querySelector("main"), { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-expanded"] });
    setTimeout(() => watch.disconnect(), 2000);
  });
  const escape = () => {
    const closer = document.querySelector("main [data-escapes]");
    if (!closer) return;
    closer.click();
    if (opener?.isConnected) opener.focus();
  };

  const typing = (target) => target.matches?.("input, textarea, select, [contenteditable=true]");
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") { event.preventDefault(); open("palette"); return; }
    if (event.key === "?" && !event.ctrlKey && !event.metaKey && !typing(event.target)) { event.preventDefault(); open("keysheet"); return; }
    if (/^[jk]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && document.querySelector("[data-board]")) { walk(event.key.toLowerCase() === "j" ? 1 : -1); return; }
    if (event.key === "Enter" && event.target.matches?.(".event")) { event.preventDefault(); event.target.querySelector(".acts .btn")?.click(); return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { press(event, "ctrl-enter"); return; }
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && (event.target === document.body || event.target.id === "main")) press(event, "enter");
    if (/^[a-z0-9]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) press(event, event.key.toLowerCase());
    if (event.key === "Escape") {
      const menu = document.querySelector("details.menu[open]");
      if (menu) { menu.open = false; menu.querySelector("summary").focus(); return; }
      if (typing(event.target) && !event.target.closest("dialog")) event.target.blur();
      else if (!event.defaultPrevented && !document.querySelector("dialog[open]")) escape();
    }
    if (event.target.id !== "palette-words") return;
    const list = options(), now = Math.max(0, list.findIndex((each) => each.getAttribute("aria-selected") === "true"));
    if (event.key === "ArrowDown") { event.preventDefault(); choose(list, Math.min(list.length - 1, now + 1)); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(list, Math.max(0, now - 1)); }
    else if (event.key === "Enter") { event.preventDefault(); take(event.target); }
  });
  // A day can be chosen in the browser's own calendar; it is then typed into the field as the page writes it.
  const pick = (field) => {
    const [typed, chosen] = field.querySelectorAll("input"), day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(typed.value);
    if (day) chosen.value = `${day[3]}-${day[2]}-${day[1]}`;
    chosen.showPicker?.();
  };
  document.addEventListener("change", (event) => {
    if (!event.target.matches?.("[data-picked]") || !event.target.value) return;
    const typed = event.target.parentElement.querySelector("input");
    typed.value = event.target.value.split("-").reverse().join("/");
    typed.dispatchEvent(new Event("change", { bubbles: true }));
    typed.focus();
  });
  // What is pasted is taken whole or not at all: a browser would cut it without a word, and a field without an end would break the line to the server.
  const longest = 10000;
  document.addEventListener("beforeinput", (event) => {
    const field = event.target, text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
    if (text.length < 2 || event.isComposing || !field.matches?.("input, textarea")) return;
    const most = field.maxLength >= 0 ? field.maxLength : longest, chosen = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
    const length = field.value.length - chosen + (field.matches("textarea") ? text : text.trim()).length;
    if (length <= most) return;
    event.preventDefault();
    const say = (number) => number.toLocaleString(root.lang === "fr" ? "fr" : "en");
    field.setCustomValidity(document.body.dataset.tooLong.replace("{0}", say(length)).replace("{1}", say(most)));
    field.reportValidity();
    const clear = () => field.setCustomValidity("");
    for (const later of ["input", "keydown", "blur"]) field.addEventListener(later, clear, { once: true });
  });
  document.addEventListener("input", (event) => { if (event.target.id === "palette-words") choose(options(), 0); });
  // What stands behind the # of a link is a secret that no server saw; it goes into the form, and out of the address.
  const secret = document.querySelector("[data-from-fragment]");
  if (secret && location.hash.length > 1) { secret.value = location.hash.slice(1); history.replaceState(null, "", location.pathname); }
  mark();
})();
