/**
 * One contender doing one thing, as a process of its own: `node event-store-contender.mjs '{"name":…,"task":…}'`.
 * Prints one line of JSON.
 */
import { open as openEmmett } from './event-store-emmett.mjs';
import { open as openLiggare } from './event-store-liggare.mjs';
import { open as openRaw } from './event-store-raw.mjs';

const WARM_UP_MS = 500;
const MEASURED_MS = 2_000;
/** Events in one stream: about what a group or a decision gathers in its life. */
const STREAM_LENGTH = 20;

const { name, task, url, writers, events } = JSON.parse(process.argv[2]);
const store = await { emmett: openEmmett, liggare: openLiggare, raw: openRaw }[name](url);
try {
  const result = await { append: () => append(writers), fill: () => fill(events), read }[task]();
  console.log(JSON.stringify({ ...result, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
} finally {
  await store.close();
}

/** Writers that each wait for their append before they make the next one. */
async function append(writers) {
  if (store.appendTogether) return appendTogether(writers);
  const latencies = [];
  const start = performance.now();
  const measuredFrom = start + WARM_UP_MS;
  const until = measuredFrom + MEASURED_MS;
  const write = async (writer) => {
    for (let n = 0; ; n++) {
      const before = performance.now();
      if (before > until) return;
      await store.append(`group-${writer}-${Math.floor(n / STREAM_LENGTH)}`, n);
      if (before >= measuredFrom) latencies.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(`${process.pid}.${writer}`)));
  return { perSecond: latencies.length / (MEASURED_MS / 1_000), ...percentiles(latencies) };
}

/** The most that a database gives: all writers' events in one statement, one statement after the other. */
async function appendTogether(writers) {
  const latencies = [];
  const start = performance.now();
  for (let n = 0; ; n++) {
    const before = performance.now();
    if (before > start + WARM_UP_MS + MEASURED_MS) break;
    const streams = Array.from(
      { length: writers },
      (_, writer) => `group-${process.pid}.${writer}-${Math.floor(n / STREAM_LENGTH)}`,
    );
    await store.appendTogether(streams, n % STREAM_LENGTH);
    if (before >= start + WARM_UP_MS) latencies.push(performance.now() - before);
  }
  return { perSecond: (latencies.length * writers) / (MEASURED_MS / 1_000), ...percentiles(latencies) };
}

async function fill(events) {
  const start = performance.now();
  const missing = events - (await store.count());
  for (let done = 0; done < missing; done += 1_000) await store.appendMany(Math.min(1_000, missing - done), done);
  return { perSecond: events / ((performance.now() - start) / 1_000) };
}

async function read() {
  await store.readAll(20_000);
  const start = performance.now();
  const count = await store.readAll(Infinity);
  return { perSecond: count / ((performance.now() - start) / 1_000) };
}

function percentiles(latencies) {
  const sorted = latencies.sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)], p99: sorted[Math.floor(sorted.length * 0.99)] };
}
