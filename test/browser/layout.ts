// oxlint-disable unicorn/consistent-function-scoping -- what runs in the page has only what is inside it
/** What a page must hold to at every size: nothing cut off, nothing to scroll sideways or inside, everything large enough to hit. */
import type { Page } from "playwright-core";

/** Smallest height and width of anything to hit, px. */
const TARGET = 48;

/** One line a fault; empty when all is well. */
export const layoutFaults = (page: Page): Promise<string[]> =>
  page.evaluate((smallest) => {
    const shown = (element: Element): boolean => element.checkVisibility() && !element.closest(".vh");
    const named = (element: Element): string =>
      `${element.tagName.toLowerCase()} »${(element.textContent || element.id).trim().slice(0, 40)}«`;
    const width = document.documentElement.clientWidth;
    const faults: string[] = [];

    const sideways = document.documentElement.scrollWidth - width;
    if (sideways > 0) faults.push(`scrolls ${sideways} px sideways`);

    for (const element of document.querySelectorAll("body *")) {
      if (!shown(element)) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
      const tooTall = scrollHeight > clientHeight + 1 && overflowY !== "visible";
      const tooWide = scrollWidth > clientWidth + 1 && overflowX !== "visible";
      if ((tooTall || tooWide) && element.tagName !== "TEXTAREA")
        faults.push(`cuts or scrolls: ${named(element)}`);
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent?.trim() || !node.parentElement || !shown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right } of range.getClientRects()) {
        if (left < -0.5 || right > width + 0.5)
          faults.push(`out of the window: »${node.textContent.trim()}«`);
      }
    }

    // A link in a sentence is as high as the sentence.
    const inSentence = (element: Element): boolean => {
      if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
      const block = element.closest("p, li, dd, div");
      const links = Array.from(block?.querySelectorAll("a") ?? [], (link) => link.textContent).join("");
      return (block?.textContent ?? "").replaceAll(/\s/g, "").length > links.replaceAll(/\s/g, "").length;
    };
    const targets =
      "a, button, summary, textarea, input:not([type=radio], [type=checkbox], [type=hidden]), label:has(input)";
    for (const target of document.querySelectorAll(targets)) {
      if (!shown(target) || inSentence(target)) continue;
      const box = target.getBoundingClientRect();
      if (box.height < smallest - 0.5 || box.width < smallest - 0.5) {
        faults.push(`${Math.round(box.width)} x ${Math.round(box.height)} px: ${named(target)}`);
      }
    }
    return faults;
  }, TARGET);

/** Spaces the text as WCAG 1.4.12 allows a reader to, or takes that back. */
export const spaceText = (page: Page, spaced: boolean): Promise<void> =>
  page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      on
        ? "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }" +
            "p { margin-bottom: 2em !important }"
        : "",
    );
    document.adoptedStyleSheets = [sheet];
  }, spaced);
