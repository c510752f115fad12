/** A line for each thing that is measured, with the seconds since the beginning. */
export function progress(name: string): (line: string) => void {
  const start = performance.now();
  return (line) => {
    const seconds = ((performance.now() - start) / 1_000).toFixed(0).padStart(4);
    console.error(`${seconds} s  ${name}  ${line}`);
  };
}
