/** A request that is not served, and the bare status that says so. The reason is for the log and the metrics only. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, reason: string) {
    super(reason);
    this.name = "Refusal";
    this.status = status;
  }
}
