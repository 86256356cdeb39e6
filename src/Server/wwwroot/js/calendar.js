// The calendar by keys and by pointer: a roving place, an appointment lifted and set down, its length by its edge, a free span by drawing over it.
// Everything moves here; the page hears only what was decided.
const Row = 30, Step = 15, Shortest = 15, Longest = 480;

/** @param grid The calendar. @param page The part of the page that is told. @param may Whether the reader may change anything. */
export const listen = (grid, page, may) => {
  const ghost = grid.querySelector("[data-ghost]");
  const columns = () => [...grid.querySelectorAll(".column")];
  const meetings = (column) => [...column.querySelectorAll(".meeting")].sort((a, b) => start(a) - start(b) || lane(a) - lane(b));
  const start = (at) => Number(at.dataset.start), length = (at) => Number(at.dataset.length ?? Row), lane = (at) => Number(at.dataset.lane ?? 0);
  const cells = (column) => [...column.querySelectorAll(".cell")];
  const end = () => cells(columns()[0]).length * Row;
  const rtl = () => getComputedStyle(grid).direction === "rtl";
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
  const clock = (minutes) => { const whole = Number(grid.dataset.from) * 60 + minutes; return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`; };

  // What is held: an appointment that is lifted or stretched, or a free span that is drawn.
  let held = null;

  const show = () => {
    if (!held) { ghost.hidden = true; return; }
    const column = columns()[held.column], row = cells(column)[0].offsetHeight;
    Object.assign(ghost.style, { left: `${column.offsetLeft}px`, width: `${column.offsetWidth}px`, top: `${column.offsetTop + held.start / Row * row}px`, height: `${held.length / Row * row}px` });
    ghost.hidden = false;
    // The hours run from left to right in every language.
    ghost.textContent = `${column.dataset.name} \u2066${clock(held.start)}–${clock(held.start + held.length)}\u2069`;
  };

  const letGo = () => { const was = held; held = null; show(); return was; };

  const place = (at) => {
    if (!at) return;
    for (const other of grid.querySelectorAll('[tabindex="0"]')) if (other !== at) other.tabIndex = -1;
    at.tabIndex = 0;
    if (document.activeElement !== at) at.focus();
    at.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  const back = (id) => place(grid.querySelector(`[data-appointment="${CSS.escape(id)}"]`));

  const setDown = async () => {
    const was = letGo();
    if (!was) return;
    if (!was.id) return page.invokeMethodAsync("PickSpan", was.column, was.start, was.length);
    if (was.column !== was.from.column || was.start !== was.from.start || was.length !== was.from.length) await page.invokeMethodAsync("SetDown", was.id, was.column, was.start, was.length);
    back(was.id);
  };

  const lift = (at) => {
    const from = { column: columns().indexOf(at.closest(".column")), start: start(at), length: length(at) };
    held = { id: at.dataset.appointment, from, ...from };
    show();
  };

  const carry = (by) => {
    if (by.column) held.column = clamp(held.column + by.column, 0, columns().length - 1);
    if (by.start) held.start = clamp(held.start + by.start, 0, end() - held.length);
    if (by.length) held.length = clamp(held.length + by.length, Shortest, Math.min(Longest, end() - held.start));
    show();
  };

  // What lies at that time of that column: an appointment before the empty row.
  const at = (column, minutes) => {
    const there = meetings(column).find((each) => start(each) < minutes + Row && start(each) + length(each) > minutes);
    return there ?? cells(column)[clamp(Math.floor(minutes / Row), 0, end() / Row - 1)];
  };

  const step = (from, key) => {
    const all = columns(), column = from.closest(".column"), here = all.indexOf(column);
    const across = key === "ArrowRight" ? (rtl() ? -1 : 1) : key === "ArrowLeft" ? (rtl() ? 1 : -1) : 0;
    if (!may) {
      const list = all.flatMap(meetings);
      return list[clamp(list.indexOf(from) + (across || (key === "ArrowDown" ? 1 : -1)), 0, list.length - 1)];
    }
    if (across) {
      const beside = from.matches(".meeting") && meetings(column).find((each) => lane(each) === lane(from) + across && start(each) < start(from) + length(from) && start(each) + length(each) > start(from));
      return beside || (all[here + across] ? at(all[here + across], Math.floor(start(from) / Row) * Row) : from);
    }
    if (key === "ArrowDown") { const next = Math.ceil((start(from) + length(from)) / Row) * Row; return next < end() ? at(column, next) : from; }
    const before = Math.ceil(start(from) / Row) * Row - Row;
    return before >= 0 ? at(column, before) : from;
  };

  const keys = (event) => {
    const from = event.target.closest?.(".meeting, .cell");
    if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
    const across = event.key === "ArrowRight" ? (rtl() ? -1 : 1) : event.key === "ArrowLeft" ? (rtl() ? 1 : -1) : 0;
    const down = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const taken = () => { event.preventDefault(); event.stopPropagation(); };
    if (held) {
      taken();
      if (event.key === "Escape") { const id = letGo()?.id; if (id) back(id); }
      else if (event.key === "Enter" || event.key === " ") setDown();
      else if (event.shiftKey && down) carry({ length: down * (held.id ? Step : Row) });
      else if (held.id && down) carry({ start: down * Row });
      else if (held.id && across) carry({ column: across });
      return;
    }
    if (may && event.shiftKey && down === 1 && from.matches(".cell")) {
      taken();
      held = { column: columns().indexOf(from.closest(".column")), start: start(from), length: 2 * Row };
      show();
    } else if (may && event.key.toLowerCase() === "m" && from.matches(".meeting[draggable=true]")) { taken(); lift(from); }
    else if (down || across) { taken(); place(step(from, event.key)); }
    else if (event.key === "Home" || event.key === "End") { taken(); place(may ? at(from.closest(".column"), event.key === "Home" ? 0 : end() - Row) : grid.querySelector(".meeting")); }
    else if (event.key === "Enter" && from.matches(".cell")) { taken(); from.click(); }
  };

  const focused = (event) => {
    const now = event.target.closest?.(".meeting, .cell");
    if (now && now.tabIndex !== 0) place(now);
    if (held && !held.pointer && !now) letGo();
  };

  // By pointer: the lower edge of an appointment gives it another length, and a free span is drawn.
  const minutesAt = (event) => { const first = cells(columns()[0])[0].getBoundingClientRect(); return (event.clientY - first.top) / first.height * Row; };

  const down = (event) => {
    if (!may || event.button !== 0 || event.pointerType === "touch") return;
    const edge = event.target.closest(".pull"), cell = event.target.closest(".cell");
    if (edge) { event.preventDefault(); lift(edge.closest(".meeting")); held.pointer = true; }
    else if (cell) held = { column: columns().indexOf(cell.closest(".column")), start: start(cell), length: Row, pointer: true };
    else return;
    document.addEventListener("pointermove", move);
    document.addEventListener("pointerup", up);
    document.addEventListener("keydown", stop, true);
  };

  const move = (event) => {
    if (!held) return;
    const step = held.id ? Step : Row;
    held.length = clamp(Math.round((minutesAt(event) - held.start) / step) * step, held.id ? Shortest : Row, Math.min(Longest, end() - held.start));
    if (held.id || held.length > Row) show();
  };

  const over = () => {
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", up);
    document.removeEventListener("keydown", stop, true);
  };

  const up = () => {
    over();
    // A press without a pull is a click, and the page hears of it as such.
    if (held?.id || held?.length > Row) { document.addEventListener("click", swallow, { capture: true, once: true }); setTimeout(() => document.removeEventListener("click", swallow, true)); setDown(); } else letGo();
  };

  const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
  const stop = (event) => { if (event.key === "Escape") { event.stopPropagation(); over(); letGo(); } };
  const noDrag = (event) => { if (held) event.preventDefault(); };

  grid.addEventListener("keydown", keys);
  grid.addEventListener("focusin", focused);
  grid.addEventListener("pointerdown", down);
  grid.addEventListener("dragstart", noDrag);
  grid.dataset.listens = "";
  return { leave: () => { over(); delete grid.dataset.listens; grid.removeEventListener("keydown", keys); grid.removeEventListener("focusin", focused); grid.removeEventListener("pointerdown", down); grid.removeEventListener("dragstart", noDrag); } };
};
