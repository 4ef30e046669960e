/** What a process of the bench tells the one that drives it. */
export interface Told {
  readonly ready?: { readonly port: number };
  readonly used?: Used;
}

export interface Used {
  /** Microseconds of CPU since the process began. */
  readonly cpu: number;
  /** Bytes. */
  readonly rss: number;
}

/** Tells that this process is ready, and from then on, when asked, what it has used. */
export function tellReady(port: number): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ used: { cpu: user + system, rss: process.memoryUsage().rss } } satisfies Told);
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ ready: { port } } satisfies Told);
}
