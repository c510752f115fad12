/** How a long answer is worked out: it asks again and again whether it is still wanted, and says how far it is. */

/** In this order; what `report` names. */
export const WORK_STAGES = ["model", "expectations", "breadth", "pairs", "evidence"] as const;
export type WorkStage = (typeof WORK_STAGES)[number];

/** Throws when nobody waits any more. Called at least every 50 ms or so. */
export type Check = () => void;

/** @param share of the stage that is done, 0–1 */
export type Report = (stage: WorkStage, share: number) => void;

export const UNREPORTED: Report = () => {};
