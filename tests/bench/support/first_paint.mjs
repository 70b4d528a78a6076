// First paint of a list page in Chromium, ten times with a cold page: first_paint.mjs SITE COOKIE PATH;
// called by list_mix.sh. Fails when the median is above 100 ms.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../../browser/package.json', import.meta.url)));
const { chromium } = require('playwright-core');
const [site, cookie, path] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const [name, value] = [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)];
await context.addCookies([{ name, value, url: site }]);
const times = [];
for (let i = 0; i < 11; i += 1) {
  const page = await context.newPage();
  await page.goto(site + path);
  times.push(await page.evaluate(() => new Promise((done) => {
    const seen = () => performance.getEntriesByName('first-contentful-paint')[0];
    if (seen()) done(seen().startTime);
    else new PerformanceObserver(() => { if (seen()) done(seen().startTime); }).observe({ type: 'paint', buffered: true });
  })));
  await page.close();
}
await browser.close();
const warm = times.slice(1).sort((a, b) => a - b);
console.log(`first paint in Chromium: median ${warm[5].toFixed(0)} ms, most ${warm[9].toFixed(0)} ms (the first ever ${times[0].toFixed(0)} ms)`);
process.exitCode = warm[5] > 100 ? 1 : 0;
