import { Gauge, Histogram, Registry } from 'prom-client';
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

  constructor(readModels: ReadModels) {
    const labels = { labelNames: ['projection'] as const, registers: [this.registry] };
    const seconds = new Gauge({
      name: 'liggare_projection_lag_seconds',
      help: 'Age of the oldest unseen event',
      ...labels,
    });
    new Gauge({
      name: 'liggare_projection_lag_events',
      help: 'Events a read model has not seen',
      ...labels,
      async collect() {
        for (const { projection, events, seconds: age } of await readModels.lag()) {
          this.set({ projection }, events);
          seconds.set({ projection }, age);
        }
      },
    });
  }

  answered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  async text(): Promise<{ readonly type: string; readonly body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() };
  }
}
