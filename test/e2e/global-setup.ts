/** One service on the real seed for all browser tests. Without Chromium they skip on a person's machine and fail in CI. */
import type { TestProject } from "vitest/node";
import { chromiumPath, isCi } from "../environment.ts";
import { startService } from "../service.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the service; `null` where there is no browser to open it. */
    explorerAddress: string | null;
  }
}

export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (chromiumPath() === null) {
    const reason = "Browser tests need Chromium (`apt-get install chromium`, or CHROMIUM_PATH)";
    if (isCi) throw new Error(reason);
    console.warn(`${reason}: skipped.`);
    project.provide("explorerAddress", null);
    return undefined;
  }
  const service = await startService();
  project.provide("explorerAddress", service.address);
  return () => service.stop();
}
