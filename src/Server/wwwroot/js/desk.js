// What an agent typed and chose is kept in the browser until the server has taken it: a lost line or a crash loses nothing.
const place = (attempt) => `plateau.desk.${attempt}`;
const read = (attempt) => JSON.parse(localStorage.getItem(place(attempt)) ?? "null");
const write = (attempt, more) => attempt && localStorage.setItem(place(attempt), JSON.stringify({ ...read(attempt), ...more }));
const notes = () => document.getElementById("desk-notes");
const current = () => notes()?.dataset.attempt;

export const kept = (attempt) => localStorage.getItem(place(attempt));
export const forget = (attempt) => localStorage.removeItem(place(attempt));

document.addEventListener("input", (event) => { if (event.target === notes()) write(current(), { note: event.target.value }); });
document.addEventListener("click", (event) => {
  const result = event.target.closest?.("[data-code]");
  if (result) choose(result);
  const submits = event.target.closest?.("[data-submits]");
  if (submits) confirm(submits);
}, true);

const choose = (result) => {
  write(current(), { code: result.dataset.code, confirmed: false });
  if (!alone) return;
  // Nobody redraws the page now: it shows by itself what was chosen, and a result that needs no time can be confirmed.
  changed = true;
  for (const each of document.querySelectorAll("[data-code]")) each.setAttribute("aria-pressed", String(each === result));
  const submits = document.querySelector("[data-submits]");
  if (submits) submits.disabled = submits.dataset.asksTime.split(" ").includes(result.dataset.code) && !submits.dataset.due;
};

const confirm = (submits) => {
  write(current(), { confirmed: true, due: submits.dataset.due ? Number(submits.dataset.due) : null, personal: submits.dataset.personal === "true" });
  if (!alone) return;
  changed = true;
  submits.disabled = true;
  if (phone?.telephone?.talking) ask("hangup");
};

// In the telephone's page, what belongs to the telephone (data-phone) goes to it and not to the server: Ready by way of its check, and all of it also while the server is away.
const shell = window.parent === window.self ? null : window.parent;
let phone = null;
const ask = (command) => shell?.postMessage({ plateau: "desk", command }, location.origin);

addEventListener("message", (event) => {
  if (event.origin === location.origin && event.source === shell && event.data?.plateau === "phone") phone = event.data;
});
addEventListener("click", (event) => {
  const hit = event.target.closest?.("[data-phone]");
  if (!shell || !hit) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  ask(hit.dataset.phone);
}, true);
ask("state");

// While the line to the server is gone the desk works by itself; what was chosen meanwhile is taken up by a page that is loaded anew.
let alone = false, changed = false;
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (event) => {
  alone = event.detail.state !== "hide";
  if (!alone && changed) location.reload();
});
