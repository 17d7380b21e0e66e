/**
 * Import for its effect: nothing that the commands start reaches for the internet, sends metrics or writes logs of its
 * own. Whatever is set outside wins, so that `--remote` can be debugged.
 */
const SETTINGS = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_WRITE_LOGS: "false",
  X_LOCAL_OBSERVABILITY: "false",
  ASTRO_TELEMETRY_DISABLED: "1",
} as const;

for (const [name, value] of Object.entries(SETTINGS)) process.env[name] ??= value;
