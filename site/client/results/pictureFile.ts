/** Charts as files: the .svg that was built with the page, and a .png drawn from it in the browser. */

/** Pixels of the .png for one of the .svg: sharp in print at half a page's width. */
const SCALE = 2;

/** Shows a link that makes the .png of the .svg it points to when it is followed. */
export function offerPng(link: HTMLAnchorElement): void {
  link.hidden = false;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    void fetch(link.href)
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))))
      .then((svg) => savePng(svg, link.download))
      // Then the .svg itself is better than nothing.
      .catch(() => location.assign(link.href));
  });
}

export const saveSvg = (svg: string, name: string): void =>
  save(new Blob([svg], { type: "image/svg+xml" }), name);

/** Draws the picture of an SVG document and saves it. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  // The policy of the pages takes images from data: addresses, not from blob: ones.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the browser has made no picture");
  save(blob, name);
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click is through.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
