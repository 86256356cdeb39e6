// Keys of a report: T and E press what carries them, arrows go through the calls, Escape climbs a level. All of it in the browser.
const typing = (target) => target.matches?.("input, textarea, select, [contenteditable=true]");

const press = (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open], details.menu[open]")) return;
  const key = event.key === "Escape" ? "Escape" : event.key.toLowerCase();
  if (["t", "e", "Escape"].includes(key)) {
    const target = document.querySelector(`[data-key="${key}"]`);
    if (!target) return;
    event.preventDefault();
    target.click();
    if (key === "e") target.focus();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0) return;
  const here = rows.indexOf(document.activeElement);
  // Elsewhere on the page arrows scroll, as everywhere.
  if (here < 0 && document.activeElement !== document.body && document.activeElement?.tagName !== "H1" && document.activeElement?.id !== "main") return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, here + (event.key === "ArrowDown" ? 1 : -1)))].focus();
};

export const listen = () => document.addEventListener("keydown", press);
export const leave = () => document.removeEventListener("keydown", press);
