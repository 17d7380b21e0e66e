/** A municipality's slides: `oplaeg.pptx`, with charts that PowerPoint can edit and notes for who speaks. */
import type { ReportContext } from "../report/municipality/context.ts";
import { slides } from "#survey/texts/slides.da.ts";
import { newDeck } from "./design.ts";
import { coverSlide, nothingSlides, responseSlide, useSlide } from "./frameSlides.ts";
import { frozenDeck } from "./frozenDeck.ts";
import {
  answersSlide,
  comparisonSlide,
  groupsSlide,
  itemsSlide,
  satisfactionSlide,
  standingSlide,
} from "./resultSlides.ts";

/** The bytes of the file. The same results give the same bytes. */
export async function municipalityDeck(context: ReportContext): Promise<Uint8Array> {
  const { round } = context.reading.results;
  const deck = newDeck({
    title: `${round.title}: ${context.screen.fullName}, ${round.period}`,
    source: slides.source(round.title, round.period),
  });
  coverSlide(deck, context);
  if (context.screen.nothing) nothingSlides(deck, context);
  else {
    satisfactionSlide(deck, context);
    comparisonSlide(deck, context);
    standingSlide(deck, context);
    answersSlide(deck, context);
    itemsSlide(deck, context);
    groupsSlide(deck, context);
  }
  responseSlide(deck, context);
  useSlide(deck, context);
  const written = await deck.write({ outputType: "uint8array" });
  if (!(written instanceof Uint8Array)) throw new TypeError("pptxgenjs wrote no bytes");
  return frozenDeck(written, round.closes);
}
