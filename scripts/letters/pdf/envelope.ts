/**
 * Where an address may show through the window of an envelope when the sheet is folded. Windows of C5, M65 (E6/5) and C4
 * envelopes begin 15 to 20 mm from the left edge and 39 to 45 mm from the top, and are 90 to 105 mm wide and 30 to 40 mm
 * high; a sheet slides some millimetres inside. The zone below holds them all with room to slide. Digital Post's printers
 * and the municipality's own put the address there, so nothing else may stand in it.
 */
import { mm } from "../../io/pdf/document.ts";

/** In points from the top left corner of the sheet. */
export const ADDRESS_ZONE = { left: 0, top: mm(30), right: mm(126), bottom: mm(96) } as const;

/** The letter begins below the zone; a third of the sheet (99 mm) is where an M65 letter is folded. */
export const BODY_TOP = mm(102);
export const MARGIN = mm(20);
export const SENDER_LEFT = mm(130);
export const SENDER_TOP = mm(16);
/** Printers need the last centimetre; the line with the page number stands above it. */
export const BODY_BOTTOM = mm(275);
export const FOOT = mm(281);
