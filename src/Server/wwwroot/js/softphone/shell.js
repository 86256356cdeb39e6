// The page around the desk: it holds the telephone, so that whatever happens to the pages inside it, the conversation goes on.
// How the inner page talks with it is written down in docs/softphone.md.
import { Telephone } from "./telephone.js";
import { Sound } from "./sound.js";
import { Floor } from "./floor.js";
import { Bar } from "./bar.js";
import { Check } from "./check.js";

const sound = new Sound();
const telephone = new Telephone(sound);
const floor = new Floor();
const check = new Check(sound, () => telephone.useMicrophone());
const inner = document.getElementById("work");
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const notice = part("notice");

const attempt = () => floor.desk?.attempt;
const tell = async (kind, more) => {
  const flaws = await floor.act(kind, more);
  const reason = flaws?.[0]?.reason;
  notice.textContent = flaws === null ? word("server-away") : reason ? word(`flaw-${reason}`, flaws[0].remedy) : "";
};
const word = (name, otherwise = name) => document.querySelector(`[data-word="${name}"]`)?.textContent ?? otherwise;

const acts = {
  checked: () => check.passed,
  check: () => check.open(),
  answer: () => telephone.answer(),
  hangup: async () => {
    const ending = attempt();
    if (ending) await floor.release(ending);
    // Where the server did not hear it, the line itself says it; and the server hears it later.
    if (floor.stale || !ending) telephone.hangUp();
  },
  mute: () => telephone.mute(!telephone.state.muted),
  hold: () => tell("hold", { attempt: attempt(), held: !floor.desk?.conversation?.held }),
  keypad: () => { const keys = part("keys"); keys.hidden = !keys.hidden; if (!keys.hidden) keys.querySelector("button").focus(); },
  key: (key) => press(key),
  ready: () => tell("ready"),
  away: () => tell("away", { reason: "break" }),
};

const press = async (keys) => {
  if (!/^[0-9*#A-D]+$/.test(keys ?? "")) return;
  if (floor.stale || await floor.act("keys", { attempt: attempt(), keys }) === null) telephone.press(keys);
};

// What the inner page may ask for; everything else it asks the server itself.
const commands = {
  state: () => say(),
  check: () => check.open(),
  answer: () => telephone.answer(),
  hangup: () => acts.hangup(),
  mute: ({ on }) => telephone.mute(on ?? !telephone.state.muted),
  hold: ({ on }) => tell("hold", { attempt: attempt(), held: on ?? !floor.desk?.conversation?.held }),
  dtmf: ({ keys }) => press(keys),
  keypad: () => { if (telephone.state.talking) { window.focus(); acts.keypad(); } },
  ready: () => (check.passed ? tell("ready") : check.open()),
};

const say = () => inner.contentWindow?.postMessage({
  plateau: "phone", version: 1, checked: check.passed, server: floor.stale ? "away" : "there", desk: floor.desk, telephone: { ...telephone.state },
}, location.origin);

addEventListener("message", (event) => {
  if (event.origin !== location.origin || event.source !== inner.contentWindow || event.data?.plateau !== "desk") return;
  commands[event.data.command]?.(event.data);
});
addEventListener("keydown", (event) => {
  const keys = part("keys");
  if (keys.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") { keys.hidden = true; work(); }
  else if (/^[0-9*#]$/.test(event.key)) { event.preventDefault(); press(event.key); }
});
// A page that is closed in mid-call would leave a customer with music: the browser asks first.
addEventListener("beforeunload", (event) => { if (telephone.state.talking) event.preventDefault(); });
// The keys of the desk are those of the page inside: it has the keyboard whenever nothing here needs it.
const work = () => { if (!document.querySelector("dialog[open]")) inner.contentWindow?.focus(); };
document.querySelector(".callacts").addEventListener("click", (event) => { if (event.detail > 0 && part("keys").hidden) work(); });
document.getElementById("check").addEventListener("close", work);
inner.addEventListener("load", () => { say(); work(); });
telephone.addEventListener("change", say);
floor.addEventListener("change", say);
check.addEventListener("passed", () => { bar.show(); say(); });

const bar = new Bar(telephone, floor, sound, acts);
floor.open();
// Whoever allowed the microphone before has it open before the first call; whoever did not is asked by the check.
if (check.passed) sound.microphone().catch(() => check.open());
else check.open();
telephone.open();

// For tests and for whoever looks for a fault: what the telephone hears, and nothing that could change anything.
globalThis.plateauHears = () => telephone.hears();
