// The agent's telephone: registers with an account of this session, rings, speaks. It knows SIP and sound, and nothing of the floor.
import JsSIP from "/front/jssip.js";

const reconnect = { least: 1, most: 4 };

export class Telephone extends EventTarget {
  #ua = null;
  #session = null;
  #account = null;
  #heldTarget = false;
  #sound;

  constructor(sound) {
    super();
    this.#sound = sound;
    this.state = { line: "none", registered: false, ringing: false, talking: false, muted: false, autoAnswer: false };
  }

  /** Opens the line and keeps it open: each time it comes back, a fresh account is asked for and the telephone registers anew. */
  async open() {
    const account = await this.#askForAccount();
    if (!account) return;
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new JsSIP.WebSocketInterface(`${scheme}//${location.host}${account.socket}`);
    this.#ua = new JsSIP.UA({
      sockets: [socket], uri: `sip:${account.user}@plateau.invalid`, authorization_user: account.user, password: account.password,
      register: false, register_expires: 120, session_timers: false, user_agent: "Plateau",
      connection_recovery_min_interval: reconnect.least, connection_recovery_max_interval: reconnect.most,
    });
    this.#ua.on("connected", () => this.#connected());
    this.#ua.on("disconnected", () => this.#say({ line: "away", registered: false }));
    this.#ua.on("registered", () => this.#registered());
    this.#ua.on("unregistered", () => this.#say({ registered: false }));
    this.#ua.on("registrationFailed", () => { this.#account = null; this.#say({ registered: false }); this.#later(() => this.#connected()); });
    this.#ua.on("newRTCSession", (news) => this.#heard(news));
    this.#ua.start();
  }

  /** Answers what rings. */
  async answer() {
    const session = this.#session;
    if (!session || !this.state.ringing) return;
    const stream = await this.#sound.microphone();
    session.answer({ mediaStream: stream, pcConfig: { iceServers: [] } });
  }

  /** Ends the conversation, or refuses what rings. */
  hangUp() {
    if (this.#session && !this.#session.isEnded()) this.#session.terminate();
  }

  /** Silences the microphone towards the other side, and opens it again. */
  mute(on) {
    if (!this.#session) return;
    if (on) this.#session.mute({ audio: true }); else this.#session.unmute({ audio: true });
    this.#say({ muted: on });
  }

  /** Presses keys in the speech itself; it needs no server. */
  press(keys) {
    if (this.state.talking) this.#session.sendDTMF(keys, { transportType: "RFC2833" });
  }

  /** Speaks through another microphone from now on. */
  async useMicrophone() {
    const [track] = (await this.#sound.microphone()).getAudioTracks();
    const sender = this.#session?.connection?.getSenders().find((one) => one.track?.kind === "audio");
    if (sender) { track.enabled = !this.state.muted; await sender.replaceTrack(track); }
  }

  /** How loud the other side is, from 0 to 1, and how much has come from it. */
  async hears() {
    const connection = this.#session?.connection;
    if (!connection) return { level: 0, packets: 0 };
    for (const one of (await connection.getStats()).values())
      if (one.type === "inbound-rtp" && one.kind === "audio") return { level: one.audioLevel ?? 0, packets: one.packetsReceived ?? 0 };
    return { level: 0, packets: 0 };
  }

  async #askForAccount() {
    while (true) {
      try {
        const answer = await fetch("/phone/account", { method: "POST", headers: { "X-Plateau-Desk": "1" } });
        if (answer.ok) return await answer.json();
        if (answer.status === 401 || answer.status === 403) { this.#say({ line: "refused" }); return null; }
      } catch { /* The server is away; it is asked again. */ }
      this.#say({ line: "away" });
      await new Promise((after) => setTimeout(after, 1000));
    }
  }

  async #connected() {
    // The account of a server that fell is still good at the switch, but the server that came after it does not know it.
    this.#account = await this.#askForAccount();
    if (!this.#account) return;
    this.#ua.set("password", this.#account.password);
    this.#say({ line: "up" });
    this.#ua.register();
  }

  #registered() {
    this.#say({ registered: true });
    // The conversation outlived its line: the switch is told where it goes on.
    if (this.state.talking && this.#heldTarget) this.#session.renegotiate({ rtcOfferConstraints: { iceRestart: false } });
    this.#heldTarget = this.state.talking;
  }

  #heard({ originator, session, request }) {
    if (originator !== "remote") return;
    // A second call can only be the same conversation that found us again: the leg before it is dead.
    if (this.#session && !this.#session.isEnded()) { const former = this.#session; this.#session = null; former.terminate(); }
    this.#session = session;
    const autoAnswer = /alert-autoanswer/.test(request.getHeader("Alert-Info") ?? "");
    this.#say({ ringing: true, talking: false, muted: false, autoAnswer });
    const mine = (then) => () => { if (this.#session === session) then(); };
    session.on("peerconnection", ({ peerconnection }) => peerconnection.addEventListener("track", (event) => this.#sound.play(event.streams[0] ?? new MediaStream([event.track]))));
    session.on("accepted", mine(() => { this.#sound.quiet(); this.#heldTarget = true; this.#say({ ringing: false, talking: true }); }));
    session.on("failed", mine(() => this.#ended()));
    session.on("ended", mine(() => this.#ended()));
    if (autoAnswer) { this.#sound.beep(); this.answer(); } else this.#sound.ring();
  }

  #ended() {
    this.#session = null;
    this.#heldTarget = false;
    this.#sound.quiet();
    this.#say({ ringing: false, talking: false, muted: false });
  }

  #later(act) { setTimeout(act, 2000); }

  #say(changed) {
    Object.assign(this.state, changed);
    this.dispatchEvent(new Event("change"));
  }
}
