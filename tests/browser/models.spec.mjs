// What is asked of language models and what their simulator answers, both held against the services' own
// specifications by Stoplight's Prism as a proxy between them: tests/domain/provider/test_model_vendor talks,
// model_sim.mjs answers. Anthropic's specification comes with the test data. OpenAI's and Perplexity's are no
// part of it: the few members that are used stand below, as the vendors' public references and client
// libraries have them (chat completions; POST /v1/agent, alias /v1/responses).
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const here = path.dirname(new URL(import.meta.url).pathname);
const root = path.resolve(here, '../..');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'leadgen-models-'));
const running = [];
const text = { type: 'string' };
const count = { type: 'integer', minimum: 0 };
const closed = (properties, required = Object.keys(properties)) => ({ type: 'object', additionalProperties: false, properties, required });
const open = (properties, required = Object.keys(properties)) => ({ type: 'object', properties, required });
const json = (schema) => ({ content: { 'application/json': { schema } } });

const format = closed({
  type: { const: 'json_schema' },
  json_schema: closed({ name: { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' }, strict: { type: 'boolean' }, schema: { type: 'object' } }, ['name', 'schema']),
});
const document = (where, request, answer, error) => ({
  openapi: '3.1.0', info: { title: where, version: '1' },
  paths: { [where]: { post: {
    requestBody: { required: true, ...json(request) },
    responses: { 200: { description: 'answer', ...json(answer) }, '4XX': { description: 'refused', ...json(error) } },
  } } },
});
const openai = document('/v1/chat/completions', closed({
  model: text, max_completion_tokens: count, max_tokens: count, response_format: format,
  messages: { type: 'array', minItems: 1, items: closed({ role: { enum: ['system', 'user', 'assistant', 'developer'] }, content: text }) },
}, ['model', 'messages']), open({
  id: text, object: { const: 'chat.completion' }, created: count, model: text,
  choices: { type: 'array', minItems: 1, items: open({
    index: count, finish_reason: { enum: ['stop', 'length', 'content_filter', 'tool_calls', 'function_call'] },
    message: open({ role: { const: 'assistant' }, content: { type: ['string', 'null'] }, refusal: { type: ['string', 'null'] } }),
  }) },
  usage: open({ prompt_tokens: count, completion_tokens: count, total_tokens: count, prompt_tokens_details: open({ cached_tokens: count }) }),
}), open({ error: open({ message: text, type: text, param: { type: ['string', 'null'] }, code: { type: ['string', 'null'] } }) }));
const status = { enum: ['completed', 'failed', 'in_progress', 'requires_action', 'queued', 'cancelled'] };
const perplexity = document('/v1/agent', closed({
  model: text, instructions: text, input: text, max_output_tokens: { type: 'integer', minimum: 1 }, max_steps: { type: 'integer', minimum: 1, maximum: 10 },
  response_format: format, tools: { type: 'array', items: closed({ type: { const: 'web_search' } }) },
}, ['input', 'model']), open({
  id: text, object: { const: 'response' }, created_at: { type: 'integer' }, model: text, status,
  output: { type: 'array', items: { oneOf: [
    open({ type: { const: 'message' }, id: text, role: { const: 'assistant' }, status, content: { type: 'array', items: open({ type: { const: 'output_text' }, text }) } }),
    open({ type: { const: 'search_results' }, results: { type: 'array', items: open({ id: { type: 'integer' }, title: text, url: text, snippet: text }) } }),
  ] } },
  usage: open({ input_tokens: count, output_tokens: count, total_tokens: count, cost: open({ currency: { const: 'USD' }, input_cost: { type: 'number' }, output_cost: { type: 'number' }, total_cost: { type: 'number' } }) }),
}), open({ error: open({ message: text }) }));

// Anthropic's own, of which one path is enough.
function anthropic() {
  const data = process.env.LEADGEN_TEST_DATA || path.resolve(root, '../shared/data');
  const file = path.join(data, 'api-specs/anthropic/openapi.yaml.xz');
  if (!fs.existsSync(file)) return null;
  const all = JSON.parse(execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 28 }));
  all.paths = { '/v1/messages': all.paths['/v1/messages'] };
  return all;
}

const free = () => new Promise((done) => {
  const server = net.createServer();
  server.listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); });
});
const reaches = (port) => new Promise((done) => {
  const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false));
});
async function start(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  return child;
}
async function proxy(spec, upstream) {
  const port = await free();
  const file = path.join(dir, `${port}.json`);
  fs.writeFileSync(file, JSON.stringify(spec));
  const child = await start('node', [path.join(here, 'node_modules/@stoplight/prism-cli/dist/index.js'), 'proxy', file, `http://127.0.0.1:${upstream}`, '--errors', '--port', String(port), '--host', '127.0.0.1']);
  child.stdout.on('data', (said) => { if (/violation|error/i.test(String(said))) console.log(`# ${String(said).trim().replace(/\n/g, '\n# ')}`); });
  for (let i = 0; i < 300 && !(await reaches(port)); i++) await new Promise((done) => setTimeout(done, 100));
  return port;
}

let bad = true;
try {
  const specs = [anthropic(), openai, perplexity];
  if (!specs[0]) {
    console.log('ok 1 - models by their specifications # SKIP LEADGEN_TEST_DATA has none\n1..1');
    bad = false;
  } else {
    const sim = await start('node', [path.join(root, 'tests/domain/provider/model_sim.mjs'), '--faults', '0']);
    const port = await new Promise((done) => { sim.stdout.once('data', (line) => done(Number(String(line)))); });
    const ports = [];
    for (const spec of specs) ports.push(await proxy(spec, port));
    const binary = path.join(process.env.LEADGEN_BUILD || path.join(root, 'build'), 'tests/domain/provider/test_model_vendor');
    if (!fs.existsSync(binary)) execFileSync('make', ['-C', path.join(root, 'build'), '-s', 'tests/domain/provider/test_model_vendor'], { stdio: ['ignore', 'ignore', 'inherit'] });
    // The proxies answer from this process's children: it must not block them.
    const talk = spawn(binary, [], { env: { ...process.env, MODEL_SPEC: ports.join(','), CMOCKA_MESSAGE_OUTPUT: 'TAP' }, stdio: 'inherit' });
    bad = (await new Promise((done) => talk.on('exit', done))) !== 0;
    // A request that the specification does not know is seen: the proxies really look.
    const wrong = await fetch(`http://127.0.0.1:${ports[0]}/v1/messages`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': 'sim-key' }, body: '{"model":"sim-good","prompt":"old"}' });
    const seen = wrong.status >= 400 && /violation|validation|unprocessable/i.test(await wrong.text());
    console.log(`${seen ? 'ok' : 'not ok'} 4 - requests of another form are refused by the specification`);
    bad ||= !seen;
  }
} finally {
  for (const child of running) child.kill('SIGKILL');
  fs.rmSync(dir, { recursive: true, force: true });
}
process.exit(bad ? 1 : 0);
