/**
 * Vite plugin for texts that stand inside a document: `import css from "./page.css?bundle"` gives the bundled, minified
 * text of a stylesheet or a script as a string. Every page that imports the same file gets the same text, so the same
 * CSP hash.
 */
import { build, transform, type BuildOptions } from "esbuild";
import type { Plugin } from "vite";
import { withoutTokens } from "./tokens.ts";

const SUFFIX = "?bundle";
const MARK = "\0bundle:";
/** Phones of 2018: newer features are guarded in the source, syntax is lowered here. */
const SCRIPT: BuildOptions = {
  format: "iife",
  target: ["es2018"],
  // No "use strict" in front: the compiler has checked what it would.
  tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  // Fields that stay inside the script (client/questionnaire/interview.ts): one letter is enough.
  mangleProps: /^(draftName|changes|savedChanges|refusedWith|isSending|isOnDevice|isBusy)$/,
};
const STYLE: BuildOptions = { target: ["chrome64", "firefox68", "safari11.1"] };

/** The bundled, minified text of a script (wrapped in a function) or stylesheet. */
export async function bundleText(file: string): Promise<string> {
  const isStyle = file.endsWith(".css");
  const result = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    ...(isStyle ? STYLE : SCRIPT),
  });
  const [output] = result.outputFiles ?? [];
  if (!output) throw new Error(`${file}: esbuild gave no output`);
  // String.prototype.replaceAll came in 2020; with a pattern it does what `replace` does.
  if (!isStyle) return output.text.trim().replaceAll(".replaceAll(/", ".replace(/");
  const { code } = await transform(withoutTokens(output.text), { loader: "css", minify: true });
  return code.trim();
}

export function inlineBundle(): Plugin {
  return {
    name: "borgersvar:inline-bundle",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!source.endsWith(SUFFIX)) return null;
      const resolved = await this.resolve(source.slice(0, -SUFFIX.length), importer, { skipSelf: true });
      // The name must not end in .css: Vite would take the module for a stylesheet.
      return resolved ? `${MARK}${resolved.id}.js` : null;
    },
    async load(id) {
      if (!id.startsWith(MARK)) return null;
      const text = await bundleText(id.slice(MARK.length, -".js".length));
      return `export default ${JSON.stringify(text)};`;
    },
  };
}
