/** The version of the program, as the journal and the exports name it. */
import manifest from "../package.json" with { type: "json" };

export const VERSION: string = manifest.version;
