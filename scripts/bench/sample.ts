/**
 * Times `sample` for all 98 municipalities: 240,000 eligible citizens in a frame of 400,000 rows, made in a temporary folder.
 * The command runs as a person runs it, in a process of its own, several times; its parts are timed in this one. Goal:
 * under 3 s of processor time.
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { roundSchema } from "#survey/round.ts";
import { planSample } from "#survey/sample/plan.ts";
import { main } from "../cli.ts";
import { parseKeyText } from "../keys.ts";
import { drawMunicipality, populationsOf, strataOf } from "../sample/drawing.ts";
import { identitiesText, sampleText } from "../sample/files.ts";
import { parseFrame } from "../sample/frameFile.ts";
import { drawSecrets } from "../sample/tickets.ts";
import { makeFrame } from "./frame.ts";

const GOAL_SECONDS = 3;
const RUNS = 3;
