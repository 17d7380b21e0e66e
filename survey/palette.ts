/**
 * The colours a municipality can choose for the band on top of its pages. Their values stand with all others in
 * `site/styles/tokens.css`, as classes, so that the style text is the same everywhere; the build checks their contrast.
 */
export const COLOURS = ["blue", "green", "teal", "purple", "red", "brown", "grey"] as const;
export type Colour = (typeof COLOURS)[number];
