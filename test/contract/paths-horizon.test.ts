/**
 * A real example, measured in 2026-11 on Horizon 2020 as known at the end of 2018: the informative path runs through
 * a small company that worked with both, not through the funder of both. The two did join a project with it later.
 */
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { ALL_LINKS, type PathRequest, PathSearch } from "../../server/snapshot/path-search.ts";
import { DEFAULT_PARAMETERS } from "../../server/snapshot/tie-model.ts";
import { horizonFolder } from "../bench/horizon.ts";
import { funderId, type HorizonSplit, readSplit, SPLITS } from "../bench/quality/horizon-split.ts";

const SDEWES = "pic-971378468";
const ECOLOGIC = "pic-999741171";
const WIP = "pic-998852651";
const AUSTRIAN_ENERGY_AGENCY = "OSTERREICHISCHE ENERGIEAGENTUR";

const isThere = existsSync(horizonFolder);
if (!isThere) console.warn("Horizon 2020 is not in ../shared/data/cordis-h2020: skipped.");

describe.skipIf(!isThere)("from SDEWES Centre to Ecologic Institut at the end of 2018", () => {
  let split: HorizonSplit;
  let search: PathSearch;
  let request: PathRequest;

  beforeAll(() => {
    const read = readSplit(SPLITS.m19, { funders: "undated" });
    if (!read) throw new Error("expected the tables of Horizon 2020");
    split = read;
    // The worked example halves a project every two years.
    const parameters = { ...DEFAULT_PARAMETERS, projectHalfLifeYears: 2, today: split.cutDay };
    search = new PathSearch(split.snapshot, parameters, ALL_LINKS);
    request = {
      from: [split.snapshot.findActor(SDEWES)],
      to: [split.snapshot.findActor(ECOLOGIC)],
      k: 3,
      mode: "informative",
      maxHops: 6,
      parameters,
      links: ALL_LINKS,
      passed: { notKinds: null, notVia: [], only: null },
    };
  });

  const id = (node: number | undefined) => split.snapshot.actorId(node ?? -1);

  it("leads through WIP, then through the energy agency or GIZ", () => {
    const { paths } = search.paths(request, () => {});
    expect(paths.map(({ nodes }) => nodes.length)).toEqual([3, 3, 3]);
    const [first, second, third] = paths;
    expect(id(first?.nodes[1])).toBe(WIP);
    expect(first?.hops.map(({ cost }) => cost.toFixed(3))).toEqual(["3.579", "4.442"]);
    expect(first?.hops.map(({ projects }) => projects.length)).toEqual([2, 1]);
    expect(paths.map(({ cost }) => cost.toFixed(2))).toEqual(["8.02", "8.66", "8.66"]);
    expect(
      [second, third].map((path) => split.snapshot.actorName(path?.nodes[1] ?? -1)).sort(),
    ).toEqual([expect.stringContaining("(GIZ)"), expect.stringContaining(AUSTRIAN_ENERGY_AGENCY)]);
  });

  it("costs a quarter more through the programme that funds both and 2,990 others", () => {
    const funder = split.snapshot.findActor(funderId("sc5"));
    const passed = { ...request.passed, only: [funder] };
    const { paths } = search.paths({ ...request, passed }, () => {});
    const [first] = paths;
    expect(first?.nodes[1]).toBe(funder);
    expect(first?.cost.toFixed(2)).toBe("10.21");
    expect(first?.hops.map(({ stop, gathers }) => [stop, gathers])).toEqual([
      [funder, 2_992],
      [funder, 2_992],
    ]);
  });

  it("is shortest through the programme, which the answer holds against it", () => {
    const { fewest } = search.paths(request, () => {});
    expect(fewest?.hops.map(({ stop }) => stop >= 0)).toEqual([true, true]);
    expect(fewest?.cost).toBeGreaterThan(8.03);
  });

  it("came true: later the three worked together", () => {
    const [sdewes] = request.from;
    const later = split.laterPartners(sdewes ?? -1);
    expect(split.partners(sdewes ?? -1).has(split.snapshot.findActor(ECOLOGIC))).toBe(false);
    expect([ECOLOGIC, WIP].map((pic) => later.has(split.snapshot.findActor(pic)))).toEqual([
      true,
      true,
    ]);
  });
});
