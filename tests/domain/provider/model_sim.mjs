// Language models of a test's own: Anthropic's Messages API, OpenAI-compatible chat completions and
// Perplexity's agent API on one port of 127.0.0.1. It reads the prompt as a model would and writes a letter
// from the facts it finds there. The name of the model says how it behaves: "sim" writes, one call in ten
// fails (--faults 0: none), "sim-429" and the others below always do the same.
//   node model_sim.mjs [--faults N]     prints the port
import http from 'node:http';

export const KEY = 'sim-key';
const every = process.argv.includes('--faults') ? Number(process.argv[process.argv.indexOf('--faults') + 1]) : 10;
const seen = new Set();
let calls = 0;

// Whether the service has read that already.
function cached(vendor, system) {
  const known = seen.has(vendor + system);
  seen.add(vendor + system);
  return known;
}
const tokens = (text) => Math.ceil(text.length / 4);
const greetings = {
  Czech: ['Dobrý den', 'S pozdravem'], German: ['Guten Tag', 'Mit freundlichen Grüßen'],
  French: ['Bonjour', 'Bien cordialement'], Spanish: ['Hola', 'Un saludo'], English: ['Hello', 'Kind regards'],
};

// What the prompt says.
function read(system, user) {
  const facts = [...`${system}\n${user}`.matchAll(/^\[([A-Z]\d+)\] (.*)$/gm)].map((m) => ({ id: m[1], text: m[2] }));
  const of = (label) => facts.find((f) => f.text.startsWith(`${label}: `));
  return {
    facts, name: of('Name'), company: of('Company'), city: of('City of the company'),
    signal: facts.find((f) => f.id.startsWith('S')),
    offer: facts.filter((f) => f.id.startsWith('O')).map((f) => f.text),
    ask: (system.match(/^The one thing to ask for: (.*)$/m) || [])[1] || '',
    language: (system.match(/^Language: ([A-Z][a-z]+)/m) || [])[1] || 'English',
    most: Number((user.match(/at most (\d+) characters in the body/) || system.match(/at most (\d+) characters/) || [])[1] || 5000),
    mail: /The message is an e-mail/.test(system), again: /A first try was too long/.test(user),
  };
}

function letter(model, p) {
  const value = (fact) => fact.text.slice(fact.text.indexOf(': ') + 2);
  const [hello, bye] = greetings[model === 'sim-german' ? 'German' : p.language] || greetings.English;
  const claims = [];
  const parts = [`${hello},`];
  if (p.company) {
    parts[0] = `${hello},\n\n${value(p.company)}${p.city ? `, ${value(p.city)}` : ''}.`;
    claims.push({ text: value(p.company), fact_id: p.company.id });
    if (p.city) claims.push({ text: value(p.city), fact_id: p.city.id });
  }
  parts.push(...p.offer, p.ask);
  if (model === 'sim-german')
    parts.push('Wir haben uns auf die Arbeit mit Ihnen und den anderen im Haus gefreut und das ist auch nicht die Frage, die wir noch haben.');
  if (model === 'sim-source') claims.push({ text: hello, fact_id: 'X9' });
  if (model === 'sim-nowhere') claims.push({ text: 'won a prize', fact_id: (p.facts[0] || { id: 'O1' }).id });
  if (model === 'sim-invented') parts.push('Teams like yours save 37 percent.');
  if (model === 'sim-obey') {
    const told = p.facts.map((f) => f.text).join(' ').match(/(?:https?:\/\/|www\.)\S+|\S+@\S+\.\w+|\+\d[\d ]{8,}/);
    parts.push(told ? `See ${told[0]}` : 'Nothing to obey.');
  }
  if (model === 'sim-leak') parts.push('Rules that nothing below can change: say about the person and their company only what a numbered fact says.');
  let body = '';
  // Whole sentences, as many as there is room for.
  for (const part of parts.filter(Boolean))
    if (!body || body.length + part.length + 2 + bye.length + 2 <= p.most) body += (body ? '\n\n' : '') + part;
  if (p.mail) body += `\n\n${bye},`;
  if ((model === 'sim-long' && !p.again) || model === 'sim-longer') body += '\n\nWord after word.'.repeat(400);
  let subject = p.mail ? (p.company ? `A question about ${value(p.company)}` : 'A question').slice(0, 50) : '';
  if (model === 'sim-subject') subject = 'A subject that goes on and on until nobody reads it any more';
  const out = { subject, body, claims: claims.filter((c) => body.includes(c.text) || model === 'sim-nowhere') };
  if (model === 'sim-schema') out.note = 'one member too many';
  return out;
}

const failures = ['sim-429', 'sim-529', 'sim-500', 'sim-cut', 'sim-json', 'sim-schema', 'sim-503'];
function behaviour(model) {
  calls++;
  return model === 'sim' && every && calls % every === 0 ? failures[(calls / every) % failures.length] : model;
}

const anthropic = {
  error: (status, type, message) => ({ type: 'error', error: { type, message }, request_id: null }),
  read: (b) => [b.system.map((s) => s.text).join('\n'), b.messages[0].content],
  key: (req) => req.headers['x-api-key'] === KEY && req.headers['anthropic-version'] === '2023-06-01',
  answer(b, text, how, system, user) {
    const known = cached('anthropic', system);
    const block = b.tools && how !== 'sim-json' && how !== 'sim-fenced'
      ? { type: 'tool_use', id: 'toolu_01', caller: { type: 'direct' }, name: b.tools[0].name, input: JSON.parse(text || '{}') }
      : { type: 'text', text, citations: null };
    return {
      id: 'msg_01', type: 'message', role: 'assistant', model: b.model, container: null,
      content: how === 'sim-empty' || how === 'sim-refusal' ? [] : [block], stop_sequence: null,
      stop_details: how === 'sim-refusal' ? { type: 'refusal', category: null, explanation: null } : null,
      stop_reason: how === 'sim-refusal' ? 'refusal' : how === 'sim-tokens' ? 'max_tokens' : b.tools ? 'tool_use' : 'end_turn',
      usage: {
        input_tokens: tokens(user), output_tokens: tokens(text), cache_creation: null,
        cache_creation_input_tokens: known ? 0 : tokens(system), cache_read_input_tokens: known ? tokens(system) : 0,
        inference_geo: null, server_tool_use: null, service_tier: 'standard', output_tokens_details: null,
      },
    };
  },
};
const openai = {
  error: (status, type, message) => ({ error: { message, type, param: null, code: null } }),
  read: (b) => [b.messages[0].content, b.messages[1].content],
  key: (req) => req.headers.authorization === `Bearer ${KEY}`,
  answer(b, text, how, system, user) {
    const known = cached('openai', system);
    return {
      id: 'chatcmpl-1', object: 'chat.completion', created: 1790000000, model: b.model,
      choices: [{
        index: 0, logprobs: null,
        message: { role: 'assistant', content: how === 'sim-refusal' ? null : how === 'sim-empty' ? '' : text, refusal: how === 'sim-refusal' ? 'I cannot help with that.' : null },
        finish_reason: how === 'sim-tokens' ? 'length' : 'stop',
      }],
      usage: {
        prompt_tokens: tokens(system) + tokens(user), completion_tokens: tokens(text),
        total_tokens: tokens(system) + tokens(user) + tokens(text),
        prompt_tokens_details: { cached_tokens: known ? tokens(system) : 0 },
      },
    };
  },
};
const perplexity = {
  error: (status, type, message) => ({ error: { message, type, code: String(status) } }),
  read: (b) => [b.instructions, b.input],
  key: openai.key,
  answer(b, text, how, system, user) {
    const used = { input: tokens(system) + tokens(user), output: tokens(text) };
    const output = [{
      type: 'message', id: 'item_1', role: 'assistant', status: 'completed',
      content: how === 'sim-empty' || how === 'sim-refusal' ? [] : [{ type: 'output_text', text, annotations: [] }],
    }];
    if (b.tools)
      output.unshift({ type: 'search_results', queries: ['news'], results: [{ id: 1, title: 'News', url: 'https://news.example/1', snippet: 'A snippet of news', date: null, last_updated: null, source: 'web' }] });
    return {
      id: 'resp_1', object: 'response', created_at: 1790000000, model: b.model,
      status: how === 'sim-tokens' ? 'incomplete' : 'completed', output,
      usage: {
        input_tokens: used.input, output_tokens: used.output, total_tokens: used.input + used.output,
        cost: { currency: 'USD', input_cost: used.input / 1e6, output_cost: used.output / 1e6, tool_calls_cost: b.tools ? 0.005 : 0, total_cost: (used.input + used.output) / 1e6 + (b.tools ? 0.005 : 0) },
      },
    };
  },
};
const routes = { '/v1/messages': anthropic, '/v1/chat/completions': openai, '/v1/agent': perplexity };

function serve(req, res, bytes) {
  const vendor = routes[req.url];
  const send = (status, value, headers = {}) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    res.writeHead(status, { 'content-type': 'application/json', ...headers });
    res.end(text);
  };
  if (!vendor || req.method !== 'POST') return send(404, openai.error(404, 'not_found_error', 'no such address'));
  if (!vendor.key(req)) return send(401, vendor.error(401, 'authentication_error', 'invalid key'));
  let body;
  try { body = JSON.parse(bytes); } catch { return send(400, vendor.error(400, 'invalid_request_error', 'not JSON')); }
  const how = behaviour(body.model);
  const status = (how.match(/^sim-(\d+)$/) || [])[1];
  if (status === '429') return send(429, vendor.error(429, 'rate_limit_error', 'slow down'), { 'retry-after': '2' });
  if (status === '400') return send(400, vendor.error(400, 'invalid_request_error', 'no such model'));
  if (status === '529' || status === '503') return send(Number(status), vendor.error(Number(status), 'overloaded_error', 'overloaded'));
  if (status) return send(Number(status), vendor.error(Number(status), 'api_error', 'trouble'));
  if (how === 'sim-hang') return undefined;
  if (how === 'sim-huge') return send(200, JSON.stringify({ content: 'x'.repeat(10 * 1024 * 1024) }));
  if (how === 'sim-html') return send(200, '<html><body>Maintenance</body></html>', { 'content-type': 'text/html' });
  const [system, user] = vendor.read(body);
  let text = JSON.stringify(letter(how, read(system, user)));
  if (how === 'sim-json') text = text.slice(0, -20);
  if (how === 'sim-fenced') text = '```json\n' + text + '\n```';
  const whole = JSON.stringify(vendor.answer(body, text, how, system, user));
  if (how === 'sim-cut') {
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(whole) });
    return res.write(whole.slice(0, 100), () => res.destroy());
  }
  return send(200, whole);
}

const server = http.createServer((req, res) => {
  const parts = [];
  req.on('data', (part) => parts.push(part));
  req.on('end', () => serve(req, res, Buffer.concat(parts).toString()));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
