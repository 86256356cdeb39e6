// The desk as the floor sees it, told at every change; and the acts of the call bar. What ends a call is told again until it was heard.
const outbox = "plateau.outbox";

export class Floor extends EventTarget {
  desk = null;
  stale = true;
  #ahead = 0;
  #heardAt = 0;

  open() {
    const source = new EventSource("/phone/desk");
    source.addEventListener("message", (event) => {
      const { now, desk } = JSON.parse(event.data);
      this.#ahead = Date.parse(now) - Date.now();
      this.desk = desk;
      this.#heard();
    });
    source.addEventListener("life", () => this.#heard());
    source.addEventListener("error", () => {
      this.#become(true);
      // A browser gives up for good when the answer was no stream, as from a server that is just starting.
      if (source.readyState === EventSource.CLOSED) { source.close(); setTimeout(() => this.open(), 1000); }
    });
    setInterval(() => { if (Date.now() - this.#heardAt > 8000) this.#become(true); }, 1000);
  }

  /** Seconds since a moment of the floor's own clock. */
  since(moment) { return Math.max(0, Math.floor((Date.now() + this.#ahead - Date.parse(moment)) / 1000)); }

  /** Tells the floor what was done here. Gives what it could not take: [] when all is well, null when nobody heard. */
  async act(kind, more = {}) {
    try {
      const answer = await fetch("/phone/act", { method: "POST", headers: { "Content-Type": "application/json", "X-Plateau-Desk": "1" }, body: JSON.stringify({ kind, ...more }) });
      return answer.ok ? await answer.json() : null;
    } catch { return null; }
  }

  /** Ends a call, now or as soon as somebody hears it: a conversation that the agent ended must not be given back to them. */
  async release(attempt) {
    sessionStorage.setItem(outbox, attempt);
    await this.#empty();
  }

  async #empty() {
    const attempt = sessionStorage.getItem(outbox);
    if (attempt && await this.act("release", { attempt })) sessionStorage.removeItem(outbox);
  }

  #heard() {
    this.#heardAt = Date.now();
    this.#empty();
    this.#become(false);
  }

  #become(stale) {
    this.stale = stale;
    this.dispatchEvent(new Event("change"));
  }
}
