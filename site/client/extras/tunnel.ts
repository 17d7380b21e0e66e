/** In a tunnel the page comes from its copy: of this municipality and language only. */

/** This file's own address: it is in the copy too. Known while the file is read for the first time. */
const file = document.currentScript?.getAttribute("src");

/** @param receipt the address of the receipt, which lies beside the questionnaire */
export function keepCopy(receipt: string): void {
  if (!("serviceWorker" in navigator)) return;
  const scope = receipt.replace(/tak\/$/, "");
  navigator.serviceWorker.register(`/sw.js?${file}`, { scope }).catch(() => {});
}
