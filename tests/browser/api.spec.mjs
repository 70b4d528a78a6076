// The interface for programs: its OpenAPI document is valid, and what the server answers is what the
// document says, for lists, counts, records and refusals.
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { base, end, launch, ok, signIn } from './support.mjs';

const browser = await launch();
const page = await (await browser.newContext()).newPage();
await signIn(page);
await page.goto(`${base}/demo/settings/tokens/new`);
await page.fill('input[name=name]', 'Browser test');
await page.selectOption('select[name=scope]', 'write').catch(() => page.check('input[name=scope][value=write]'));
await page.click('main form.card button[type=submit], main form button.btn-primary');
await page.waitForLoadState();
const token = await page.locator('#secret').inputValue();
ok(token.startsWith('leadgen_'), 'a token is shown once', token.slice(0, 12));

const document = await (await fetch(`${base}/api/v1/openapi.json`)).json();
const verdict = await new Validator().validate(structuredClone(document));
ok(verdict.valid, 'the document is valid OpenAPI', JSON.stringify(verdict.errors || '').slice(0, 600));
ok(document.openapi === '3.1.0', 'of version 3.1');

const ajv = new Ajv({ strict: false, allErrors: true });
formats(ajv);
ajv.addSchema({ $id: 'doc', ...document });
const schemaOf = (path, method, status) => {
  const pointer = path.replaceAll('~', '~0').replaceAll('/', '~1');
  return ajv.getSchema(`doc#/paths/${encodeURI(pointer)}/${method}/responses/${status}/content/application~1json/schema`);
};
// Sends a request and holds the answer against the document.
async function call(method, path, address, body, bearer = token) {
  const answer = await fetch(`${base}${address}`, {
    method: method.toUpperCase(), body: body === undefined ? undefined : JSON.stringify(body),
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
  });
  const text = await answer.text();
  const check = schemaOf(path, method, answer.status);
  let value = null;
  try { value = JSON.parse(text); } catch { /* told below */ }
  const good = check && value !== null && check(value);
  ok(good, `${method.toUpperCase()} ${address.slice(0, 80)} answers ${answer.status} as the document says`,
    check ? JSON.stringify(check.errors || text).slice(0, 500) : `${answer.status} is not in the document: ${text.slice(0, 200)}`);
  return { status: answer.status, value };
}

await call('get', '/api/v1/{tenant}/me', '/api/v1/demo/me');
for (const what of ['companies', 'contacts']) {
  const path = `/api/v1/{tenant}/${what}`;
  const first = await call('get', path, `/api/v1/demo/${what}`);
  ok(first.value.items.length === 50 && first.value.total > 50, `${what}: a page of the demo`, first.value.total);
  // every record once, through all pages
  const seen = new Set();
  let after = null;
  do {
    const answer = await (await fetch(`${base}/api/v1/demo/${what}?limit=200&sort=updated${after ? `&after=${encodeURIComponent(after)}` : ''}`,
      { headers: { Authorization: `Bearer ${token}` } })).json();
    answer.items.forEach((r) => seen.add(r.id));
    after = answer.after;
  } while (after);
  ok(seen.size === first.value.total, `${what}: the pages hold each record once`, `${seen.size} of ${first.value.total}`);
  // every order and every filter of the document is taken
  const operation = document.paths[path].get;
  for (const parameter of operation.parameters) {
    if (parameter.in !== 'query') continue;
    const names = parameter.schema.enum || parameter.schema.items?.enum;
    if (!names || parameter.name === 'dir') continue;
    const value = names[0];
    const answer = await fetch(`${base}/api/v1/demo/${what}?${parameter.name}=${value}&limit=1`, { headers: { Authorization: `Bearer ${token}` } });
    ok(answer.status === 200, `${what}: ${parameter.name}=${value} is taken`, `${answer.status} ${(await answer.text()).slice(0, 200)}`);
  }
  // a facet says how many a filter leaves
  const facets = await call('get', `${path}/facets`, `/api/v1/demo/${what}/facets`);
  const [name, counts] = Object.entries(facets.value).find(([, list]) => list.some((c) => c.count && c.value !== 'none'));
  const count = counts.find((c) => c.count && c.value !== 'none');
  const narrowed = await call('get', path, `/api/v1/demo/${what}?${name}=${encodeURIComponent(count.value)}`);
  ok(narrowed.value.total === count.count, `${what}: ${name}=${count.value} leaves as many as its count says`, `${narrowed.value.total} against ${count.count}`);
  for (const bad of ['nosuch=1', 'industry=nosuch', 'sort=nosuch', 'after=nosuch', 'limit=9999', `q=${'x'.repeat(10000)}`]) {
    const refused = await call('get', path, `/api/v1/demo/${what}?${bad}`);
    ok(refused.status === 400, `${what}: ${bad.slice(0, 20)} is refused`, refused.status);
  }
}

const made = await call('post', '/api/v1/{tenant}/contacts', '/api/v1/demo/contacts',
  { first_name: 'Ada', last_name: 'Api', email: 'ada.api@example.com', company: 'api.example', linkedin_activity: 'Active' });
ok(made.status === 201, 'a contact is added', JSON.stringify(made.value));
const one = `/api/v1/demo/contacts/${made.value.id}`;
await call('get', '/api/v1/{tenant}/contacts/{id}', one);
ok((await call('post', '/api/v1/{tenant}/contacts', '/api/v1/demo/contacts', { last_name: 'Api', email: 'ada.api@example.com' })).status === 409, 'not twice');
ok((await call('patch', '/api/v1/{tenant}/contacts/{id}', one, { job_title: 'CTO' })).value.job_title === 'CTO', 'it is changed');
ok((await call('patch', '/api/v1/{tenant}/contacts/{id}', one, { version: 1, job_title: 'CEO' })).status === 409, 'a stale version is a conflict');
ok((await call('patch', '/api/v1/{tenant}/contacts/{id}', one, { hair: 'red' })).status === 400, 'an unknown member is refused');
const found = await call('get', '/api/v1/{tenant}/contacts', '/api/v1/demo/contacts?q=ada.api&title=cto');
ok(found.value.total === 1 && found.value.items[0].id === made.value.id, 'and is found at once');
ok((await call('delete', '/api/v1/{tenant}/contacts/{id}', one)).status === 200, 'it is deleted');
ok((await call('get', '/api/v1/{tenant}/contacts/{id}', one)).status === 404, 'and gone after it was deleted');
ok((await call('get', '/api/v1/{tenant}/contacts', '/api/v1/demo/contacts', undefined, 'leadgen_wrong')).status === 401, 'a wrong token is refused');
ok((await call('get', '/api/v1/{tenant}/contacts', '/api/v1/elsewhere/contacts')).status !== 200, 'a token opens its own workspace only');

// The whole way by a program: a campaign from a preset, people by a filter, a check, writing by the
// workers, review with the count that was read, approval, a file. Each answer is what the document says.
const way = '/api/v1/{tenant}/campaigns';
const of = (id, rest = '') => `/api/v1/demo/campaigns/${id}${rest}`;
const senders = await call('get', '/api/v1/{tenant}/senders', '/api/v1/demo/senders');
const presets = await call('get', `${way}/templates`, '/api/v1/demo/campaigns/templates');
const campaign = (await call('post', way, '/api/v1/demo/campaigns', {
  name: 'By a program', template: presets.value.items[0].key, sender_id: senders.value.items[0].id, cooldown_days: 0,
})).value;
await call('put', `${way}/{id}/steps`, of(campaign.id, '/steps'), { steps: [{ channel: 'email' }] });
await call('put', `${way}/{id}/offers/{language}`, of(campaign.id, '/offers/en'), { does: 'We keep invoices free of errors.' });
const some = await call('get', '/api/v1/{tenant}/contacts', '/api/v1/demo/contacts?limit=50');
const ids = some.value.items.filter((c) => c.email).slice(0, 5).map((c) => c.id);
const asked = await call('post', `${way}/{id}/addings`, of(campaign.id, '/addings'), { filter: 'q=a' });
ok(asked.value.preview.chosen > 5, 'a filter is asked about', JSON.stringify(asked.value).slice(0, 300));
await call('post', `${way}/{id}/addings/{adding}/{act}`, of(campaign.id, `/addings/${asked.value.id}/cancel`), {});
const added = await call('post', `${way}/{id}/people`, of(campaign.id, '/people'), { ids });
ok(added.value.preview.fit > 0, 'people fit', JSON.stringify(added.value));
await call('get', `${way}/{id}/readiness`, of(campaign.id, '/readiness'));
await call('post', `${way}/{id}/state`, of(campaign.id, '/state'), { to: 'ready' });
ok((await call('post', `${way}/{id}/state`, of(campaign.id, '/state'), { to: 'approved' })).status === 409, 'a gate holds');
const letters = await call('get', `${way}/{id}/preview`, of(campaign.id, `/preview?contact=${ids[0]}`));
ok(letters.value.items[0].body.includes('invoices'), 'a preview shows what would be written', JSON.stringify(letters.value).slice(0, 300));
const began = await call('post', `${way}/{id}/generation/{act}`, of(campaign.id, '/generation/start'), {});
ok(began.value.state === 'generating', 'writing begins', JSON.stringify(began.value).slice(0, 300));
let now = began.value;
for (let i = 0; i < 60 && now.state === 'generating'; i += 1) {
  await new Promise((done) => { setTimeout(done, 1000); });
  now = await (await fetch(`${base}${of(campaign.id, '/generation')}`, { headers: { Authorization: `Bearer ${token}` } })).json();
}
ok(now.state === 'review', 'the workers wrote it', JSON.stringify(now).slice(0, 300));
await call('get', `${way}/{id}/generation`, of(campaign.id, '/generation'));
await call('get', '/api/v1/{tenant}/runs/{id}', `/api/v1/demo/runs/${now.run.id}`);
await call('get', '/api/v1/{tenant}/countries', '/api/v1/demo/countries');
const drafts = await call('get', '/api/v1/{tenant}/messages', `/api/v1/demo/messages?campaign=${campaign.id}&state=draft`);
const first = await call('get', '/api/v1/{tenant}/messages/{id}', `/api/v1/demo/messages/${drafts.value.items[0].id}`);
ok(first.value.body.length > 50 && first.value.versions.length === 1, 'a message has its text', JSON.stringify(first.value).slice(0, 300));
await call('patch', '/api/v1/{tenant}/messages/{id}', `/api/v1/demo/messages/${first.value.id}`,
  { body: `${first.value.body}\nPS: by a program.`, reasons: ['other'], version: 1 });
const taken = await call('post', `${way}/{id}/review`, of(campaign.id, '/review'), {});
const kept = await call('get', `${way}/{id}/review`, of(campaign.id, '/review'));
ok(taken.value.status === 'message' && kept.value.item.message.id === taken.value.item.message.id, 'a draft is taken for review and kept', JSON.stringify(kept.value).slice(0, 300));
ok((await call('post', '/api/v1/{tenant}/messages/bulk', '/api/v1/demo/messages/bulk', { act: 'approve', campaign: campaign.id, expected: 999 })).status === 409, 'a wrong count decides nothing');
const decided = await call('post', '/api/v1/{tenant}/messages/bulk', '/api/v1/demo/messages/bulk',
  { act: 'approve', campaign: campaign.id, expected: drafts.value.counts.draft });
ok(decided.value.done > 0, 'all drafts are approved', JSON.stringify(decided.value));
ok((await call('post', `${way}/{id}/review`, of(campaign.id, '/review'), {})).value.status === 'done', 'then nothing is left to review');
const check = await call('post', `${way}/{id}/checks`, of(campaign.id, '/checks'), {});
for (const conflict of check.value.conflicts.filter((c) => c.severity === 'blocks')) {
  await call('post', `${way}/{id}/conflicts/{conflict}/{act}`, of(campaign.id, `/conflicts/${conflict.id}/accept`), { reason: 'Agreed for the test' });
}
const approved = await call('post', `${way}/{id}/state`, of(campaign.id, '/state'), { to: 'approved' });
ok(approved.value.state === 'approved', 'it is approved', JSON.stringify(approved.value).slice(0, 300));
let file = (await call('post', `${way}/{id}/exports`, of(campaign.id, '/exports'), { format: 'lemlist' })).value;
for (let i = 0; i < 60 && !file.file; i += 1) {
  await new Promise((done) => { setTimeout(done, 1000); });
  file = await (await fetch(`${base}${of(campaign.id, `/exports/${file.id}`)}`, { headers: { Authorization: `Bearer ${token}` } })).json();
}
const text = await (await fetch(`${base}${of(campaign.id, `/exports/${file.id}/file`)}`, { headers: { Authorization: `Bearer ${token}` } })).text();
ok(text.startsWith('email,firstName') && text.includes('PS: by a program.'), 'the file holds the text', text.slice(0, 200));
// A large PDF template passes the limit that nginx has for everything else.
const pdf = await call('post', '/api/v1/{tenant}/pdf', '/api/v1/demo/pdf', { name: 'By a program', html: `<h1>{{first_name|you}}</h1>${'<p>More text. </p>'.repeat(50000)}` });
ok(pdf.status === 201, 'a template of 800 kB is taken', JSON.stringify(pdf.value).slice(0, 200));
const large = await fetch(`${base}/api/v1/demo/messages/bulk`, { method: 'POST', body: `{"q":"${'x'.repeat(900000)}"}`, headers: { Authorization: `Bearer ${token}` } });
ok(large.status === 413, 'a body that is too large is refused', large.status);
await browser.close();
end();
