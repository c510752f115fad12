/** In place of `client/layout/spawn.ts`: the program of a worker would be a second file, so the layout runs in the page. */
export function spawn(): null {
  return null;
}
