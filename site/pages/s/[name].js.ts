/** The extras of the questionnaire, a file a language. */
import type { APIRoute } from "astro";
import { edge } from "../../data/edge.ts";
import { extrasIn } from "../../data/extras.ts";

export const getStaticPaths = () =>
  edge.languages.map((language) => {
    const { name, text } = extrasIn(language);
    return { params: { name }, props: { text } };
  });

export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
