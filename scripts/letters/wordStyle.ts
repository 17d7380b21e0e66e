/** How letters and guides look in Word: A4, a plain face that every office has, large enough to read. */
import { AlignmentType, LevelFormat, type IPropertiesOptions } from "docx";

export const STEPS = "steps";
export const SENDER_LINE = "Sender";
/** The line that must stand out: the link, the code. */
export const KEY_LINE = "KeyLine";
const INDENT = 425;
/** Half-points and twentieths of a point, as Word counts. */
const BODY = 22;
const GREY = "444444";

export const WORD_STYLE: Pick<IPropertiesOptions, "styles" | "numbering"> = {
  styles: {
    default: {
      document: {
        run: { font: "Arial", size: BODY, language: { value: "da-DK" } },
        paragraph: { spacing: { after: 120, line: 264 } },
      },
      title: {
        run: { font: "Arial", size: 30, bold: true, color: "000000" },
        paragraph: { spacing: { before: 240, after: 200 } },
      },
      heading1: {
        run: { font: "Arial", size: 24, bold: true, color: "000000" },
        paragraph: { spacing: { before: 220, after: 60 }, keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: SENDER_LINE,
        name: "Afsender",
        basedOn: "Normal",
        run: { color: GREY },
        paragraph: { alignment: AlignmentType.RIGHT, spacing: { after: 0 } },
      },
      {
        id: KEY_LINE,
        name: "Link og kode",
        basedOn: "Normal",
        run: { bold: true, size: 24 },
        paragraph: { indent: { left: INDENT }, spacing: { after: 160 } },
      },
    ],
  },
  numbering: {
    config: [
      {
        reference: STEPS,
        levels: [
          {
            level: 0,
            format: LevelFormat.DECIMAL,
            text: "%1.",
            alignment: AlignmentType.LEFT,
            style: { paragraph: { indent: { left: INDENT, hanging: INDENT }, spacing: { after: 80 } } },
          },
        ],
      },
    ],
  },
};

/** A4, in twentieths of a point. */
export const A4 = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, right: 1304, bottom: 1020, left: 1304 },
};
