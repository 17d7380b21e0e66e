/** Everything that must hold before a round may open, in the order in which it comes about. */
import { agreementsSigned } from "./agreements.ts";
import type { Condition } from "./condition.ts";
import {
  controllerAndDpo,
  legalTexts,
  statementReviewed,
  translationsApproved,
  translationsWhole,
} from "./information.ts";
import { drawKeyThere, keysPrivate, paperCopyVerified, roundKeyThere } from "./keys.ts";
import { invitationsCurrent, invitationsMade } from "./letters.ts";
import { canaryOpened, edgeFits, everyRowThere, siteBuilt } from "./published.ts";
import { everyMunicipalitySampled, sampleOfThisFrame, sampleUnchanged } from "./sample.ts";
import { deletionDate, fieldDates, nothingLeftToWrite, secureAddress, settings } from "./settings.ts";

export const CONDITIONS: readonly Condition[] = [
  settings,
  nothingLeftToWrite,
  fieldDates,
  deletionDate,
  secureAddress,
  controllerAndDpo,
  agreementsSigned,
  legalTexts,
  statementReviewed,
  translationsApproved,
  translationsWhole,
  roundKeyThere,
  drawKeyThere,
  keysPrivate,
  paperCopyVerified,
  sampleOfThisFrame,
  sampleUnchanged,
  everyMunicipalitySampled,
  edgeFits,
  everyRowThere,
  siteBuilt,
  canaryOpened,
  invitationsMade,
  invitationsCurrent,
];
