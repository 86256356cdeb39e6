// The check of microphone and loudspeaker, before anybody becomes ready for the first time: one sees oneself speak and hears a tone.
const seen = "plateau.sound.checked";
const dialog = document.getElementById("check");
const part = (name) => dialog.querySelector(`[data-check="${name}"]`);

export class Check extends EventTarget {
  #sound;
  #spoke = false;

  constructor(sound, useMicrophone) {
    super();
    this.#sound = sound;
    part("tone").addEventListener("click", () => sound.test());
    part("done").addEventListener("click", () => this.#pass());
    part("close").addEventListener("click", () => dialog.close());
    part("microphone").addEventListener("change", async (event) => { await sound.choose({ microphone: event.target.value }); await useMicrophone(); });
    part("speaker").addEventListener("change", (event) => sound.choose({ speaker: event.target.value }));
    navigator.mediaDevices?.addEventListener("devicechange", () => { if (dialog.open) this.#list(); });
    setInterval(() => this.#look(), 200);
  }

  /** Passed once in this session of the browser; headsets change overnight. */
  get passed() { return sessionStorage.getItem(seen) === "yes"; }

  async open() {
    if (!dialog.open) dialog.showModal();
    part("denied").hidden = true;
    try {
      await this.#sound.microphone();
      await this.#list();
    } catch {
      part("denied").hidden = false;
    }
  }

  async #list() {
    const { microphones, speakers, microphone, speaker } = await this.#sound.devices();
    this.#fill("microphone", microphones, microphone);
    this.#fill("speaker", speakers, speaker);
  }

  #fill(name, devices, chosen) {
    const list = part(name);
    list.replaceChildren(...devices.map((device, number) => {
      const option = new Option(device.name || `${number + 1}`, device.id);
      option.selected = device.id === chosen;
      return option;
    }));
    list.closest("label").hidden = devices.length === 0;
  }

  /** The button opens once the microphone was seen to move: nobody takes a call mute. */
  #look() {
    if (!dialog.open) return;
    this.#spoke ||= this.#sound.level() > 0.02;
    part("done").disabled = !this.#spoke;
    part("say").hidden = this.#spoke;
  }

  #pass() {
    sessionStorage.setItem(seen, "yes");
    dialog.close();
    this.dispatchEvent(new Event("passed"));
  }
}
