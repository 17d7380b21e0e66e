/** Who a municipality's letters are from and where their links lead. */
import { pageAddress, typedAddress } from "#survey/contact/link.ts";
import { smsSenderOf } from "#survey/contact/smsSender.ts";
import { municipalityOf, type Municipality } from "#survey/municipalities.ts";
import type { Round, RoundMunicipality } from "#survey/round.ts";
import type { LetterContext } from "#survey/texts/letters.da.ts";

/** @throws RangeError when there is no such municipality: the settings refuse one. */
export function placeOf({ code }: Pick<RoundMunicipality, "code">): Municipality {
  const place = municipalityOf(code);
  if (!place) throw new RangeError(`unknown municipality ${code}`);
  return place;
}

/** What the letters of a municipality are filled in with. */
export function letterContext(round: Round, municipality: RoundMunicipality): LetterContext {
  const { fullName, slug } = placeOf(municipality);
  const page = pageAddress(round.baseUrl, slug);
  return {
    sender: municipality.sender ?? fullName,
    term: municipality.term,
    typedAddress: typedAddress(round.baseUrl),
    pageAddress: page,
    privacyAddress: `${round.baseUrl}/privatliv/`,
    optOutAddress: `${page}afmeld/`,
    contactName: municipality.contact.name,
    contactPhone: municipality.contact.phone,
    contactEmail: municipality.contact.email,
    processor: round.privacy.processor,
    announcement: municipality.announcement ?? "",
  };
}

export const smsSender = (municipality: Pick<RoundMunicipality, "code">): string =>
  smsSenderOf(placeOf(municipality));
