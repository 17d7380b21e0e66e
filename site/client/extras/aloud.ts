/**
 * Reads a part aloud where the device itself has a voice for the document's language: a voice of a server would send the page
 * to somebody. Nothing is read before the button is pressed; it stops at another part and when the page is put away.
 */
const { listen, silence } = WORDS;
/** Who asks, heading, statements and options, in the order of the part. */
const TEXTS = ".intro, h2, section > p:not(.ways), h3, .option, .hint";

let reading: HTMLElement | null = null;

function stop(): void {
  if (reading) reading.textContent = listen;
  reading = null;
  speechSynthesis.cancel();
}

function voiceOf(language: string): SpeechSynthesisVoice | undefined {
  const voices = speechSynthesis.getVoices();
  return voices.find(
    ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
  );
}

function read(button: HTMLElement, part: Element, voice: SpeechSynthesisVoice): void {
  stop();
  reading = button;
  button.textContent = silence;
  const shown = Array.from(part.querySelectorAll<HTMLElement>(TEXTS)).filter(
    (text) => text.getClientRects().length > 0,
  );
  const last = shown.length - 1;
  for (const [i, text] of shown.entries()) {
    const speech = new SpeechSynthesisUtterance(text.innerText);
    speech.voice = voice;
    speech.lang = voice.lang;
    if (i === last) speech.addEventListener("end", () => reading === button && stop());
    speechSynthesis.speak(speech);
  }
}

/** A button below the heading of a part. */
function addButton(part: Element, language: string): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button plain listen";
  button.textContent = listen;
  button.addEventListener("click", () => {
    const voice = voiceOf(language);
    if (reading === button || !voice) stop();
    else read(button, part, voice);
  });
  part.querySelector("h2")?.after(button);
}

/** Voices come when they come: the buttons are there once there is a voice. */
export function offerReading(parts: readonly Element[]): void {
  if (!("speechSynthesis" in window)) return;
  const { lang } = document.documentElement;
  let offered = false;
  const offer = (): void => {
    if (offered || !voiceOf(lang)) return;
    offered = true;
    for (const part of parts) addButton(part, lang);
  };
  speechSynthesis.addEventListener("voiceschanged", offer);
  offer();
  addEventListener("hashchange", stop);
  addEventListener("pagehide", stop);
  document.addEventListener("visibilitychange", () => document.hidden && stop());
}
