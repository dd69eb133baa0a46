import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';

/** Numbers for whoever runs the gateway; no label holds anything of a person. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'route' | 'code'>;
  readonly events: Counter<'action'>;
  readonly listeners: Gauge;
  readonly droppedListeners: Counter;
  readonly uploadedBytes: Counter;
}

export function metrics(region: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({region});
  collectDefaultMetrics({register: registry});
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'tongban_request_seconds', help: 'Time to answer, by route and result code.', labelNames: ['route', 'code'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers,
    }),
    events: new Counter({name: 'tongban_case_events_total', help: 'Events appended to case logs, by action.', labelNames: ['action'], registers}),
    listeners: new Gauge({name: 'tongban_listeners', help: 'Open event streams.', registers}),
    droppedListeners: new Counter({name: 'tongban_listeners_dropped_total', help: 'Event streams dropped because they read too slowly.', registers}),
    uploadedBytes: new Counter({name: 'tongban_uploaded_bytes_total', help: 'Bytes of finished uploads.', registers}),
  };
}
