import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What is counted. Labels are few and closed: no ids, no words. */
export interface Metrics {
  refused(status: number, reason: string): void;
  turn(kind: string, outcome: string, seconds: number): void;
  /** A call to the channel, as method and status (0: no answer came). */
  call(method: string, status: number): void;
  duplicate(): void;
  inFlight(change: 1 | -1): void;
  text(): Promise<string>;
}

export function metrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const refused = new Counter({
    name: "rostrum_refused_total",
    help: "Requests refused",
    labelNames: ["status", "reason"],
    registers,
  });
  const turns = new Histogram({
    name: "rostrum_turn_seconds",
    help: "Time from a question's arrival to its answer's delivery",
    labelNames: ["kind", "outcome"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10],
    registers,
  });
  const calls = new Counter({
    name: "rostrum_channel_calls_total",
    help: "Calls to the channel",
    labelNames: ["method", "status"],
    registers,
  });
  const duplicates = new Counter({
    name: "rostrum_duplicates_total",
    help: "Activities delivered again and not answered twice",
    registers,
  });
  const inFlight = new Gauge({ name: "rostrum_turns_in_flight", help: "Turns being answered now", registers });
  let processMetrics = false;
  return {
    refused: (status, reason) => refused.inc({ status, reason }),
    turn: (kind, outcome, seconds) => turns.observe({ kind, outcome }, seconds),
    call: (method, status) => calls.inc({ method, status }),
    duplicate: () => duplicates.inc(),
    inFlight: (change) => inFlight.inc(change),
    async text() {
      // Process metrics cost a timer and observers: only who asks for them pays.
      if (!processMetrics) collectDefaultMetrics({ register: registry });
      processMetrics = true;
      return registry.metrics();
    },
  };
}
