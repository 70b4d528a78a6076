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
  console.log(`1..${count}`);
  process.exitCode = failed ? 1 : 0;
}

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
      '--disable-background-networking', '--disable-component-update'],
  });
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
// What axe finds, in one line each. The page's context must bypass the content policy.
export async function axe(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' ')}`);
}

// The route table of the program itself.
export function routes() {
  return execFileSync(path.join(build, 'leadgen-web'), ['--routes'], { encoding: 'utf8' })
    .trim().split('\n').map((l) => l.split('\t'))
    .map(([method, pattern, caller, kind]) => ({ method, pattern, caller, kind }));
}
