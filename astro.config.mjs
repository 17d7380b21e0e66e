// The site: static pages from edge.json and, when there is one, results.json (both named by environment variables).
// scripts/io/siteBuild.ts runs this and checks what comes out.
import { defineConfig } from "astro/config";
import { inlineBundle } from "./site/build/inlineBundle.ts";

export default defineConfig({
  srcDir: "./site",
  publicDir: "./site/public",
  outDir: process.env.BORGERSVAR_OUT ?? "./dist",
  output: "static",
  trailingSlash: "always",
  devToolbar: { enabled: false },
  build: {
    format: "directory",
    // Styles of the results pages are files: the policy allows 'self' there, and a hash for each inline text elsewhere.
    inlineStylesheets: "never",
  },
  vite: {
    plugins: [inlineBundle()],
    // Otherwise a small script would be put into the page and need a hash of its own.
    build: { assetsInlineLimit: 0 },
  },
});
