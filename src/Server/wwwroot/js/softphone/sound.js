// Microphone and loudspeaker of this desk: which they are, how loud it is, and the sounds that the telephone makes itself.
const keep = (name, value) => { try { localStorage.setItem(`plateau.sound.${name}`, value); } catch { /* A browser without storage chooses anew each time. */ } };
const kept = (name) => { try { return localStorage.getItem(`plateau.sound.${name}`) ?? ""; } catch { return ""; } };

export class Sound {
  #stream = null;
  #context = null;
  #meter = null;
  #ringing = null;
  #out = new Audio();

  constructor() { this.#out.autoplay = true; }

  /** The microphone, open for as long as the page is: a call must not wait for it. */
  async microphone() {
    if (this.#stream?.active) return this.#stream;
    const wanted = kept("microphone");
    const audio = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(wanted && { deviceId: { ideal: wanted } }) };
    this.#stream = await navigator.mediaDevices.getUserMedia({ audio });
    const source = this.#audio().createMediaStreamSource(this.#stream);
    this.#meter = this.#audio().createAnalyser();
    this.#meter.fftSize = 1024;
    source.connect(this.#meter);
    return this.#stream;
  }

  async choose({ microphone, speaker }) {
    if (microphone !== undefined) {
      keep("microphone", microphone);
      this.#stream?.getTracks().forEach((track) => track.stop());
      this.#stream = null;
      await this.microphone();
    }
    if (speaker !== undefined) { keep("speaker", speaker); await this.#route(); }
  }

  /** What can be chosen, and what is. Names are there once the microphone was allowed. */
  async devices() {
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind) => all.filter((one) => one.kind === kind).map((one) => ({ id: one.deviceId, name: one.label }));
    return { microphones: of("audioinput"), speakers: of("audiooutput"), microphone: this.#stream?.getAudioTracks()[0]?.getSettings().deviceId ?? "", speaker: kept("speaker") };
  }

  /** How loud the microphone is now, from 0 to 1. */
  level() {
    if (!this.#meter) return 0;
    const samples = new Float32Array(this.#meter.fftSize);
    this.#meter.getFloatTimeDomainData(samples);
    return Math.min(1, 3 * Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length));
  }

  play(stream) {
    this.#out.srcObject = stream;
    this.#route();
    this.#out.play().catch(() => { /* Until somebody has clicked, the browser may keep it silent; the check of the devices is a click. */ });
  }

  /** A second of a tone, to hear the loudspeaker by. */
  test() { this.#tone([[440, 0, 0.5], [660, 0.5, 0.5]], 0.2); }

  /** A call is there and answers by itself. */
  beep() { this.#tone([[880, 0, 0.12], [1175, 0.16, 0.12]], 0.25); }

  ring() {
    this.quiet();
    const once = () => this.#tone([[440, 0, 0.4], [480, 0, 0.4], [440, 0.6, 0.4], [480, 0.6, 0.4]], 0.2);
    once();
    this.#ringing = setInterval(once, 3000);
  }

  quiet() {
    clearInterval(this.#ringing);
    this.#ringing = null;
  }

  #audio() {
    this.#context ??= new AudioContext();
    if (this.#context.state === "suspended") this.#context.resume();
    return this.#context;
  }

  async #route() {
    const speaker = kept("speaker");
    if (this.#out.setSinkId) await this.#out.setSinkId(speaker).catch(() => keep("speaker", ""));
    if (this.#context?.setSinkId) await this.#context.setSinkId(speaker).catch(() => {});
  }

  #tone(notes, loud) {
    const audio = this.#audio();
    for (const [hertz, at, lasts] of notes) {
      const [wave, gain] = [audio.createOscillator(), audio.createGain()];
      wave.frequency.value = hertz;
      gain.gain.setValueAtTime(0, audio.currentTime + at);
      gain.gain.linearRampToValueAtTime(loud, audio.currentTime + at + 0.01);
      gain.gain.setValueAtTime(loud, audio.currentTime + at + lasts - 0.02);
      gain.gain.linearRampToValueAtTime(0, audio.currentTime + at + lasts);
      wave.connect(gain).connect(audio.destination);
      wave.start(audio.currentTime + at);
      wave.stop(audio.currentTime + at + lasts);
    }
  }
}
