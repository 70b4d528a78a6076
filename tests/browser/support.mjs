// What the specs share: settings of the running product, a browser, signing in, TAP.
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';

export const root = process.env.LEADGEN_ROOT;
const lines = fs.readFileSync(path.join(process.env.LEADGEN_VAR, 'env'), 'utf8').split('\n');
export const settings = Object.fromEntries(
  lines.filter((l) => l.includes('=')).map((l) => [l.slice(0, l.indexOf('=')), l.slice(l.indexOf('=') + 1)]));
export const base = settings.LEADGEN_URL;
export const build = process.env.LEADGEN_BUILDDIR || path.join(root, 'build');

let count = 0;
let failed = 0;
export function ok(good, name, detail = '') {
  count += 1;
  if (!good) failed += 1;
  console.log(`${good ? 'ok' : 'not ok'} ${count} - ${name}`);
  if (!good && detail) console.log(String(detail).split('\n').map((l) => `#   ${l}`).join('\n'));
}
export function end() {
  ok(refused.length === 0, 'no page does what its content policy forbids', refused.join('\n'));
  console.log(`1..${count}`);
  process.exitCode = failed ? 1 : 0;
}

// What browsers refused to do: no spec has to look for it.
const refused = [];
export async function launch() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update'],
  });
  const open = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await open(options);
    context.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(`${message.page()?.url()}: ${message.text()}`);
    });
    return context;
  };
  return browser;
}

export async function signIn(page, email = settings.LEADGEN_ADMIN_EMAIL, password = settings.LEADGEN_ADMIN_PASSWORD) {
  await page.goto(`${base}/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForLoadState();
}

// Runs leadgen-batch against the running product.
export function batch(args, input) {
  return execFileSync(path.join(build, 'leadgen-batch'), args, {
    cwd: root, input, encoding: 'utf8', env: { ...process.env, LEADGEN_SRCDIR: root },
  });
}

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// What axe finds, in one line each; of all it knows, or of these rules.
export async function axe(page, rules) {
  const only = rules ? { type: 'rule', values: rules } : ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  await page.evaluate(axeSource);
  const result = await page.evaluate((runOnly) => window.axe.run({ runOnly }), only);
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' ')}`);
}

// The route table of the program itself.
export function routes() {
  return execFileSync(path.join(build, 'leadgen-web'), ['--routes'], { encoding: 'utf8' })
    .trim().split('\n').map((l) => l.split('\t'))
    .map(([method, pattern, caller, kind]) => ({ method, pattern, caller, kind }));
}

// A campaign of the demo whose messages are approved: three people, one of whom must not be contacted.
// Straight into the database, since the way there through the pages is another spec's. Its address.
export function approvedCampaign(name) {
  const sql = `
    SET app.tenant = ''; SELECT set_config('app.tenant', tenant_id::text, false) FROM tenant WHERE slug = 'demo';
    INSERT INTO campaign (tenant_id, name, name_key, state) VALUES (app.tenant(), '${name}', lower('${name}'), 'approved');
    INSERT INTO campaign_step (tenant_id, campaign_id, position, channel, label, max_length)
      SELECT app.tenant(), campaign_id, n, CASE n WHEN 1 THEN 'email' ELSE 'linkedin_message' END, 'Touch ' || n, 2000
      FROM campaign, generate_series(1, 2) n WHERE name = '${name}' AND tenant_id = app.tenant();
    INSERT INTO contact (tenant_id, first_name, last_name, email, status, name_key, search, sort_name, codes)
      SELECT app.tenant(), 'Walk', '${name} ' || n, lower('${name}') || n || '@walk-test.com', CASE n WHEN 3 THEN 'disqualified' END,
        'walk', 'walk', 'walk' || n, '{0,0,0,0,0,0,40,0,0,0,0,0}' FROM generate_series(1, 3) n;
    INSERT INTO campaign_person (tenant_id, campaign_id, contact_id, state)
      SELECT c.tenant_id, k.campaign_id, c.contact_id, 'written' FROM contact c, campaign k
      WHERE c.tenant_id = app.tenant() AND k.tenant_id = app.tenant() AND k.name = '${name}' AND c.last_name LIKE '${name} %';
    INSERT INTO message (tenant_id, campaign_id, step_id, contact_id, state, channel, position, rank, language, tone, formality,
        provider, approved_version, decided_at)
      SELECT p.tenant_id, p.campaign_id, s.step_id, p.contact_id, 'approved', s.channel, s.position, 0, 'en', 'friendly', 'formal',
        'embedded', 1, now() FROM campaign_person p JOIN campaign_step s USING (tenant_id, campaign_id)
        JOIN campaign k USING (tenant_id, campaign_id) WHERE k.name = '${name}';
    INSERT INTO message_version (tenant_id, message_id, version, subject, body, origin)
      SELECT m.tenant_id, m.message_id, 1, CASE m.channel WHEN 'email' THEN 'A word' END, E'=Dear,\n"you"', 'embedded'
      FROM message m JOIN campaign k USING (tenant_id, campaign_id) WHERE k.name = '${name}';
    SELECT 'id ' || campaign_id FROM campaign WHERE name = '${name}';`;
  const said = execFileSync('psql', ['-qXAt', '-v', 'ON_ERROR_STOP=1', settings.LEADGEN_OWNER_DSN, '-c', sql], { encoding: 'utf8' });
  return `/demo/campaigns/${/^id (\d+)$/m.exec(said)[1]}`;
}
