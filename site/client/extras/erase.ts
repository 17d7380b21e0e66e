/** »Delete my answers on this phone«, above the way to delete them at the server. */
const { device, button, erased, server } = WORDS.erasing;

export function offerErasing(place: Element): void {
  // The questionnaire's script does it, and then says what stands as the button's value.
  place.insertAdjacentHTML(
    "afterend",
    `<p>${device}</p><p><button type="button" id="eraser" class="button plain" value="${erased}">${button}</button></p><p>${server}</p>`,
  );
}
