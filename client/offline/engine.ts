/**
 * Answers every question of the contract in the page itself: the same parsing, the same questions and the same
 * problems as the service has them.
 */
import { config } from "zod";
import { api, type EndpointName, type QueryOf } from "../../server/contract/api.ts";
import type { OfflinePackage } from "../../server/contract/offline-words.ts";
import { parseParameters, parsePath, readQuery } from "../../server/http/parameters.ts";
import { toProblem } from "../../server/http/problems.ts";
import { queries } from "../../server/queries/all.ts";
import { breathe } from "../../server/queries/breathe.ts";
import { type Query, UnknownStory } from "../../server/queries/context.ts";
import { openStory } from "../../server/queries/kept-stories.ts";
import { readOnly } from "../../server/queries/shared.ts";
import { type LocalAnswers, type Parameters, ProblemError } from "../api.ts";
import { localContext } from "./local-context.ts";

// Schemas are not compiled: a page that runs nothing but its own text forbids that.
config({ jitless: true });

const INTERNAL = 500;

/** Builds the graph: a second for some ten thousand actors, in one go. */
export async function openEngine(pack: OfflinePackage): Promise<LocalAnswers> {
  const context = await localContext(pack);
  return {
    async ask(name, parameters, signal = new AbortController().signal) {
      // The page draws first that it waits.
      await breathe(signal);
      try {
        return await answerers[name](context, parse(name, parameters), signal);
      } catch (error) {
        if (signal.aborted) throw error;
        const { body } = toProblem(error, api[name].path);
        throw body.status === INTERNAL ? error : new ProblemError(body);
      }
    },
  };
}

/** A story has no token here: what the address names is its id. */
const shared: Query<"shared"> = async (context, { token }, signal) => {
  const record = (await context.store.stories(signal)).find(({ id }) => id === token);
  const kept = record && openStory(record).kept;
  if (!kept) throw new UnknownStory(token);
  return readOnly(context, { id: token, kept }, signal);
};

const answerers: typeof queries = { ...queries, shared };

/** Parameters that the route names are its own; the others are the query. */
function parse<N extends EndpointName>(name: N, parameters: Parameters): QueryOf<N> {
  const endpoint = api[name];
  const places = "params" in endpoint ? Object.keys(endpoint.params.shape) : [];
  const inPath = parameters.filter(([parameter]) => places.includes(parameter));
  const inQuery = parameters.filter(([parameter]) => !places.includes(parameter));
  const search = new URLSearchParams(inQuery.map(([parameter, value]) => [parameter, value]));
  const raw = readQuery(search.toString(), Object.keys(endpoint.query.shape));
  const query = parseParameters(endpoint.query, raw);
  const params = "params" in endpoint ? parsePath(endpoint.params, Object.fromEntries(inPath)) : {};
  // The table pairs each name with its schemas; TypeScript cannot follow a name through a union of schemas.
  return { ...query, ...params } as QueryOf<N>;
}
