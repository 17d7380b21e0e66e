/// <reference lib="dom" />
/** Chromium without a screen has no voices: a device that has one, and writes down what it is given to say. */
import type { Page } from "playwright-core";

export const offerVoice = (page: Page, voice: { lang: string; localService: boolean }): Promise<unknown> =>
  page.addInitScript((given) => {
    const said: string[] = [];
    const device = Object.assign(new EventTarget(), {
      getVoices: () => [{ ...given, name: "stemme", default: true, voiceURI: "stemme" }],
      speak: (speech: { text: string }) => said.push(speech.text),
      cancel: () => said.push("(stop)"),
      said,
    });
    class Speech extends EventTarget {
      text: string;
      voice: unknown;
      lang = "";
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    Object.defineProperty(window, "speechSynthesis", { value: device });
    Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Speech });
  }, voice);
