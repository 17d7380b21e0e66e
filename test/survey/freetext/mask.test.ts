import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskFreetext, noneFound, personalSpans } from "#survey/freetext/mask.ts";

/** »120000 2024«: six digits that are no date, a blank and a year are an amount and a year. */
const isAmountAndYear = (text: string): boolean =>
  /^\d{6} (?:19|20)\d\d$/.test(text) &&
  !/^(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])/.test(text);

describe("maskFreetext", () => {
  it.each([
    "1204621239",
    "120462-1239",
    "120462 1239",
    "120462 - 1239",
    "120462–1239",
    "12.04.62-1239",
    "12/04/62-1239",
    "12 04 62 1239",
    "12-04-1962-1239",
    "12041962-1239",
    "12 04 62 12 39",
    "120 462 1239",
    "120462*1239",
    "120462 ... 1239",
  ])("takes out the CPR number %s", (cpr) => {
    expect(maskFreetext(`Mit nummer er ${cpr}, ring!`).text).toBe("Mit nummer er [CPR-nummer], ring!");
    expect(maskFreetext(`(cpr:${cpr})`).text).toBe("(cpr:[CPR-nummer])");
  });

  it.each([
    "20304050",
    "20 30 40 50",
    "20-30-40-50",
    "20.30.40.50",
    "2030 4050",
    "20 304 050",
    "203 04 050",
    "20 3040 50",
    "20_30_40_50",
    "+4520304050",
    "+45 20 30 40 50",
    "0045 20304050",
    "(+45) 20304050",
    "+46 70 123 45 67",
  ])("takes out the phone number %s", (phone) => {
    expect(maskFreetext(`Ring til ${phone} i morgen`).text).toMatch(/^Ring til \(?\[telefon\] i morgen$/);
  });

  it.each(["hanne@example.dk", "Hanne.Sørensen+job@post.example.co.uk", "hanne_h@æbler.dk"])(
    "takes out the e-mail address %s",
    (email) => {
      expect(maskFreetext(`Skriv til ${email}.`).text).toBe("Skriv til [e-mail].");
    },
  );

  it.each([
    "https://facebook.com/hanne.hansen",
    "http://example.dk",
    "www.example.dk/hanne",
    "facebook.com/hanne",
  ])("takes out the address %s", (url) => {
    expect(maskFreetext(`Se ${url} for mere`).text).toBe("Se [link] for mere");
  });

  it.each([
    "Jeg fik 12 samtaler i 2023 og 3 i 2024.",
    "Fra 2019-2023 var jeg syg.",
    "2022 2023 2024",
    "Det tog 100 dage, 8 uger og 37 timer.",
    "Jeg fik 12.500 kr. om måneden.",
    "Mødet var 01-09-2026 kl. 10.30",
    "Mødet var den 1. september 2026 kl. 10.30-11.45.",
    "§ 10, stk. 2, nr. 3",
    "Kr. 10000000",
    "Prøv jobnet.dk",
    "50/50",
  ])("leaves »%s« alone", (text) => {
    expect(maskFreetext(text)).toEqual({ text, found: noneFound() });
  });

  it("counts what it took out", () => {
    const { found } = maskFreetext("120462-1239, 20304050 og 30405060, a@b.dk, www.b.dk");
    expect(found).toEqual({ ...noneFound(), cpr: 1, phone: 2, email: 1, url: 1 });
  });

  // 00 is how a foreign number begins, and no birthday does.
  /** No day begins with 45, Denmark's country code: what does is masked as a phone number. */
  const sixDigits = fc.stringMatching(/^(0[1-9]|[1-9]\d)\d{4}$/).filter((date) => !date.startsWith("45"));
  const gap = fc.constantFrom("", " ", "-", " - ", "–", ".");

  it("leaves no ten digits of a CPR number, wherever they stand", () => {
    fc.assert(
      fc.property(
        sixDigits,
        gap,
        fc.stringMatching(/^\d{4}$/),
        fc.lorem(),
        fc.lorem(),
        (date, between, serial, before, after) => {
          fc.pre(!isAmountAndYear(date + between + serial));
          const { text } = maskFreetext(`${before} ${date}${between}${serial} ${after}`);
          expect(text).toBe(`${before} [CPR-nummer] ${after}`);
        },
      ),
    );
  });

  const hanne = { name: "Hanne Kjær Sørensen", cpr: "1204621239", phone: "+4520301000" };

  it.each([
    ["Jeg hedder Hanne Sørensen.", "Jeg hedder [navn]."],
    ["hannes sag", "[navn] sag"],
    ["Fru Soerensen, Sørensn og H.K.S.", "Fru [navn], [navn] og [navn]"],
    ["De sidste fire er 1239, i 2023", "De sidste fire er [CPR-nummer], i 2023"],
    ["20-30 10.00", "[telefon]"],
  ])("takes out what the writer is known by: %s", (text, masked) => {
    expect(maskFreetext(text, hanne).text).toBe(masked);
  });

  it.each([
    ["Min sagsbehandler Lone lytter", "Min sagsbehandler [navn] lytter"],
    ["min jobkonsulent Per Hansen, som hjalp", "min jobkonsulent [navn], som hjalp"],
    ["Rådgiveren hedder Xhevahire.", "Rådgiveren hedder [navn]."],
    ["Sagsbehandleren er god. Hun lytter", "Sagsbehandleren er god. Hun lytter"],
  ])("leaves the title and takes the name: %s", (text, masked) => {
    expect(maskFreetext(text).text).toBe(masked);
  });

  it("finds digits that only look like others, and leaves the rest of the text as it was", () => {
    expect(maskFreetext("Nr. １２０４６２－１２３９ – ½ time").text).toBe("Nr. [CPR-nummer] – ½ time");
    expect(maskFreetext("12\u200b0462\u200d-12\u00ad39!").text).toBe("[CPR-nummer]!");
    expect(maskFreetext("٢٠٣٠٤٠٥٠ og ②0304050").text).toBe("[telefon] og [telefon]");
  });

  it("gives spans in order, without overlap, inside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (any) => {
        const text = any.normalize("NFC");
        let at = 0;
        for (const { start, end } of personalSpans(text, hanne)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 \-.@/+abæ:]{0,60}$/), (text) => {
        const once = maskFreetext(text).text;
        expect(maskFreetext(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
