/** Lets the page paint and answer between two pieces of long work, also in a tab in the background. */

/** Resolves in a task of its own; fails with the signal’s reason when it was aborted. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  // A timer would be held back for a second in a hidden tab; a message is not.
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
  port1.close();
  signal?.throwIfAborted();
}
