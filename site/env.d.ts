/// <reference types="astro/client" />

/** Bundled and minified text of a script or stylesheet (site/build/inlineBundle.ts). */
declare module "*?bundle" {
  const text: string;
  export default text;
}
