// graphile-worker with N jobs that do nothing: `one` enqueues them one by one, `many` in one statement each 10,000.
// Prints jobs a second into the queue and out of it. PEER_DSN, CONCURRENCY, BATCHED are settings.
import { run, makeWorkerUtils } from 'graphile-worker';
const [mode, n] = [process.argv[2], Number(process.argv[3])];
const connectionString = process.env.PEER_DSN;
const now = () => performance.now() / 1000;
const quiet = { logger: new (await import('graphile-worker')).Logger(() => () => {}) };
const utils = await makeWorkerUtils({ connectionString, ...quiet });
await utils.migrate();
const drain = async () => {
  let done = 0, end;
  const all = new Promise((r) => { end = r; });
  let from; // the first job: connecting does not count, nor does it for ours
  const runner = await run({ connectionString, concurrency: Number(process.env.CONCURRENCY || 1), noHandleSignals: true, pollInterval: 100, ...quiet,
    taskList: { bench: async () => { from ??= now(); if (++done === n) end(); } },
    preset: process.env.BATCHED ? { worker: { localQueue: { size: 100 }, completeJobBatchDelay: 10, failJobBatchDelay: 10 } } : undefined });
  await all;
  const rate = n / (now() - from);
  await runner.stop();
  return rate;
};
let from = now();
if (mode === 'one') for (let i = 0; i < n; i++) await utils.addJob('bench', { i });
else for (let i = 0; i < n; i += 10000)
  await utils.withPgClient((c) => c.query("select graphile_worker.add_jobs(array(select ('bench', json_build_object('i', g), null, null, null, null, null, null)::graphile_worker.job_spec from generate_series(1, $1) g))", [Math.min(10000, n - i)]));
const into = n / (now() - from);
const out = await drain();
console.log(Math.round(into), Math.round(out));
await utils.release();
process.exit(0);
