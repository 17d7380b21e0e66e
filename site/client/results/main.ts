/** The script of a results page with charts. */
import { showFigure } from "./figures.ts";
import { offerPng } from "./pictureFile.ts";

document.querySelectorAll<HTMLElement>("figure[data-table]:not([data-managed])").forEach(showFigure);
document.querySelectorAll<HTMLAnchorElement>("a[data-png]").forEach(offerPng);
