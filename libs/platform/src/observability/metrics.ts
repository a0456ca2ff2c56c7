import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ReadModels } from '../tokens.js';

/** Figures for Prometheus. Labels are routes and projections, never ids. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'liggare_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    registers: [this.registry],
  });

  private readonly commands = new Counter({
    name: 'liggare_commands_total',
    help: 'Commands by route and how they ended: done, refused (the sender can mend it), failed (the register must)',
    labelNames: ['route', 'outcome'],
    registers: [this.registry],
  });

  private readonly lagSeconds = new Gauge({
    name: 'liggare_projection_lag_seconds',
    help: 'Age of the oldest event a read model has not seen',
    labelNames: ['projection'],
    registers: [this.registry],
  });
  private readonly lagEvents = new Gauge({
    name: 'liggare_projection_lag_events',
    help: 'Events a read model has not seen',
    labelNames: ['projection'],
    registers: [this.registry],
  });

  constructor(private readonly readModels: ReadModels) {}

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
    if (method === 'POST') this.commands.inc({ route, outcome: outcomeOf(status) });
  }

  async text(): Promise<{ readonly type: string; readonly body: string }> {
    for (const { projection, events, seconds } of await this.readModels.lag()) {
      this.lagSeconds.set({ projection }, seconds);
      this.lagEvents.set({ projection }, events);
    }
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}

function outcomeOf(status: number): string {
  if (status < 400) return 'done';
  return status < 500 ? 'refused' : 'failed';
}
