// First paint of list pages in Chromium: first_paint.mjs SITE COOKIE MIX; called by list_mix.sh while the
// server has nothing else to do. MIX holds the filters of list_facets, an address in each line of JSON.
//
// What counts is what a person sees who goes from list to list: one tab of a running browser at 1440x900,
// static files in its cache, 30 navigations to 30 different filters, each a whole new document. The time is
// the browser's own, from the start of the navigation (before anything is asked of the server) to its
// first contentful paint on the screen. Fails when the median is above 100 ms. Beside it, not judged: the
// same in a tab just opened, whose process starts with it, and the first visit ever, with nothing cached.
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../../browser/package.json', import.meta.url)));
const { chromium } = require('playwright-core');
const [site, cookie, mix] = process.argv.slice(2);
const filters = readFileSync(mix, 'utf8').split('\n').filter((line) => line.includes('"url"')).map((line) => JSON.parse(line).url);
const address = (i) => `${site}/large/contacts?${filters[(i * 7) % filters.length]}`;
// Pretended colours and contrasts would style the page that is left once more, at each navigation.
const real = { viewport: { width: 1440, height: 900 }, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null };
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });

async function visitor() {
  const context = await browser.newContext(real);
  await context.addCookies([{ name: cookie.slice(0, cookie.indexOf('=')), value: cookie.slice(cookie.indexOf('=') + 1), url: site }]);
  return context;
}

// Opens the address; the time of its first paint, asked for when the page is at rest.
async function visit(page, url) {
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(300);
  return page.evaluate(() => new Promise((done) => {
    const seen = () => performance.getEntriesByName('first-contentful-paint')[0];
    if (seen()) done(seen().startTime);
    else new PerformanceObserver(() => { if (seen()) done(seen().startTime); }).observe({ type: 'paint', buffered: true });
  }));
}

const say = (what, times) => {
  const sorted = times.sort((a, b) => a - b);
  console.log(`first paint in Chromium, ${what}: median ${sorted[sorted.length >> 1].toFixed(0)} ms, least ${sorted[0].toFixed(0)}, most ${sorted[sorted.length - 1].toFixed(0)} (${times.length})`);
  return sorted[sorted.length >> 1];
};

const first = [], running = [], opened = [];
for (let i = 0; i < 5; i += 1) {
  const context = await visitor();
  first.push(await visit(await context.newPage(), address(i)));
  await context.close();
}
const context = await visitor();
const tab = await context.newPage();
for (let i = 0; i < 33; i += 1) running.push(await visit(tab, address(i)));
for (let i = 0; i < 11; i += 1) {
  const page = await context.newPage();
  opened.push(await visit(page, address(i)));
  await page.close();
}
await browser.close();
const median = say('from list to list', running.slice(3));
say('in a new tab', opened.slice(1));
say('first visit ever', first);
console.log(`  load of the machine at the end: ${loadavg()[0].toFixed(1)}`);
process.exitCode = median > 100 ? 1 : 0;
