// The call bar: what this desk does and for how long, and everything that can be done to the call. It reads two states and shows them.
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const word = (name) => document.querySelector(`[data-word="${name}"]`)?.textContent ?? name;

const clock = (seconds) => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (figure) => String(figure).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${two(minutes)}:${two(rest)}`;
};

const shown = (desk, telephone) => {
  if (!desk || desk.state === "logged-out") return "logged-out";
  if (desk.telephoneIsLost && !telephone.talking) return "lost";
  if (telephone.ringing && !telephone.autoAnswer) return "ringing";
  if (desk.state === "engaged") return desk.conversation?.parkedAt ? "parked" : desk.conversation?.held ? "hold" : "engaged";
  return desk.state;
};

export class Bar {
  #telephone; #floor; #sound; #acts;
  #speechless = 0;

  constructor(telephone, floor, sound, acts) {
    [this.#telephone, this.#floor, this.#sound, this.#acts] = [telephone, floor, sound, acts];
    for (const button of document.querySelectorAll("[data-act]")) button.addEventListener("click", () => acts[button.dataset.act]?.(button.dataset.key));
    telephone.addEventListener("change", () => this.show());
    floor.addEventListener("change", () => this.show());
    setInterval(() => this.#tick(), 250);
    this.show();
  }

  show() {
    const [desk, telephone] = [this.#floor.desk, this.#telephone.state];
    const state = shown(desk, telephone);
    const talk = desk?.conversation;
    const mine = desk?.state === "engaged" && talk?.owner === desk.agent && !talk.parkedAt;
    document.body.dataset.state = state;
    document.body.dataset.attempt = desk?.attempt ?? "";
    document.body.classList.toggle("stale", this.#floor.stale);
    this.#text("state", word(state));
    this.#text("reason", state === "away" && desk.reason ? word(`away-${desk.reason}`).replace(/^away-/, "") : "");
    this.#text("line", this.#floor.stale ? word("server-away") : telephone.line === "refused" ? word("no-session") : telephone.registered ? "" : word("no-line"));
    part("listener").hidden = !talk?.listeners?.length;
    part("recording").hidden = !talk?.recording;
    this.#text("recording-word", word(talk?.recordingPaused ? "recording-paused" : "recording"));
    const can = {
      answer: telephone.ringing && !telephone.autoAnswer, hangup: telephone.talking || telephone.ringing || desk?.state === "engaged",
      mute: telephone.talking, hold: mine && telephone.talking && !this.#floor.stale, keypad: telephone.talking,
      ready: this.#acts.checked() && (desk?.state === "away" || Boolean(desk?.wish)) && !this.#floor.stale, away: desk?.state === "ready" && !this.#floor.stale,
    };
    for (const button of document.querySelectorAll("[data-act]")) if (button.dataset.act in can) button.disabled = !can[button.dataset.act];
    part("answer").hidden = !can.answer;
    part("hangup").hidden = can.answer;
    part("check-first").hidden = this.#acts.checked();
    this.#press("mute", telephone.muted);
    this.#press("hold", Boolean(talk?.held));
    if (!telephone.talking) part("keys").hidden = true;
    this.#tick();
  }

  #tick() {
    const desk = this.#floor.desk;
    const from = desk?.conversation?.parkedAt ?? (desk?.state === "engaged" ? desk.conversation?.since : null) ?? desk?.since;
    this.#text("timer", desk && desk.state !== "logged-out" ? clock(this.#floor.since(from)) : "");
    const level = this.#telephone.state.muted ? 0 : this.#sound.level();
    for (const meter of document.querySelectorAll("[data-meter]")) meter.style.setProperty("--level", level.toFixed(2));
    // A microphone that gives nothing at all for a whole minute of conversation is most likely switched off at the headset.
    this.#speechless = this.#telephone.state.talking && !this.#telephone.state.muted && level < 0.002 ? this.#speechless + 1 : 0;
    part("silent").hidden = this.#speechless < 240;
  }

  #text(name, text) {
    const there = part(name);
    if (there.textContent !== text) there.textContent = text;
  }

  #press(act, on) { document.querySelector(`[data-act="${act}"]`).setAttribute("aria-pressed", String(on)); }
}
