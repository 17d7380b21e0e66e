/** What keeps the tools from reaching for the internet, sending metrics or writing logs of their own. */
const SETTINGS = {
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  WRANGLER_WRITE_LOGS: "false",
  X_LOCAL_OBSERVABILITY: "false",
  ASTRO_TELEMETRY_DISABLED: "1",
} as const;

/** Sets them for this process and those it starts; whatever is set outside wins. */
export function stayOffline(): void {
  for (const [name, value] of Object.entries(SETTINGS)) process.env[name] ??= value;
}
