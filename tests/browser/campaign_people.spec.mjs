// The people of a campaign as their user brings them together: from Contacts and from a company, with
// what is said before; readiness; the conflict check, one click and its undo, accepting; with script at
// full width and without it on a phone; light and dark.
import fs from 'node:fs';
import path from 'node:path';
import { axe, base, batch, end, launch, ok } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';
const folder = fs.mkdtempSync(path.join(process.env.LEADGEN_VAR, 'people-'));

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const slug = `people-${Date.now()}`;
  const email = `hana@${slug}.example`;
  batch(['tenant', 'add', slug, '--name', 'People']);
  batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'editor', '--password-stdin'], `${password}\n`);
  const file = path.join(folder, 'people.csv');
  fs.writeFileSync(file, `First name,Last name,Email,Company,Website,Country\n${[
    'Ann,Alder,ann@acme.example,Acme,acme.example,United Kingdom',
    'Ben,Birch,ben@acme.example,Acme,acme.example,United Kingdom',
    'Cy,Cedar,,Fold,fold.example,United Kingdom',
    'Dee,Dogwood,dee@fold.example,Fold,fold.example,United Kingdom'].join('\n')}\n`);
  batch(['import', file, '--tenant', slug, '--entity', 'contact']);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const main = page.locator('main');
  const text = async () => (await page.locator('main, .toasts').allInnerTexts()).join('\n');
  const has = async (wanted, name) => ok((await text()).includes(wanted), `${name}, ${how}`, `${page.url()}: no "${wanted}" in ${await text()}`);
  const lacks = async (wanted, name) => ok(!(await main.innerText()).includes(wanted), `${name}, ${how}`, `${page.url()}: "${wanted}"`);
  const clean = async (name) => {
    if (shots) await page.screenshot({ path: path.join(shots, `${name.replaceAll(' ', '-')}-${script ? 'wide' : 'phone'}.png`), fullPage: true });
    if (!script) return;
    await page.setViewportSize({ width: 390, height: 844 });
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    ok(over <= 0, `${name} fits a phone`, `${over} px too wide`);
    await page.setViewportSize({ width: 1440, height: 900 });
    const findings = await axe(page);
    ok(findings.length === 0, `axe finds nothing: ${name}`, findings.join('\n'));
  };
  const at = (rest) => `${base}/${slug}${rest}`;
  const press = async (name) => {
    await Promise.all([page.waitForEvent('framenavigated'), main.getByRole('button', { name, exact: true }).first().press('Enter')]);
    await page.waitForLoadState();
  };

  await page.goto(`${base}/login?next=/${slug}/campaigns/new`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('main button[type=submit]');
  await page.waitForURL(`**/${slug}/campaigns/new`);
  await page.fill('input[name=name]', 'Spring round');
  await Promise.all([page.waitForEvent('framenavigated'), page.locator('main form button[type=submit]').last().press('Enter')]);
  await page.waitForLoadState();
  const campaign = page.url().match(/campaigns\/\d+/)[0];

  // A step, so that the check knows a channel.
  await page.goto(at(`/${campaign}/steps/new?channel=email`));
  await Promise.all([page.waitForEvent('framenavigated'), page.locator('main form button.btn-primary').first().press('Enter')]);
  await page.waitForLoadState();

  // From the list of contacts.
  await page.goto(at(`/${campaign}/people`));
  await has('No people yet', 'an empty campaign says what to do');
  await page.goto(at('/contacts'));
  if (script) {
    for (const name of ['Ann Alder', 'Cy Cedar']) await page.check(`input[name=id][aria-label="Select ${name}"]`);
    await page.locator('#bulk summary').press('Enter');
    await press('Add to campaign');
  } else {
    for (const name of ['Ann Alder', 'Cy Cedar']) await page.check(`input[name=id][aria-label="Select ${name}"]`);
    await page.selectOption('#bulk select[name=do]', 'campaign');
    await press('Go on');
  }
  await has('Spring round', 'campaigns that take people are offered');
  await clean('choosing a campaign');
  await press('Look who will be added');
  await has('2 people of 2 people can be added', 'the numbers stand there before');
  await clean('who will be added');
  await press('Add them to Spring round');
  await has('Added: 2 people.', 'what was added is said');
  await has('Ann Alder', 'they are listed');
  await clean('people of a campaign');

  // From a company: one is in already.
  await page.goto(at(`/${campaign}/people/add`));
  await clean('where people come from');
  await page.fill('input[name=company]', 'acme.example');
  await press(/^Look who that is ?: Company/);
  await has('1 person of 2 people can be added', 'who is in already is not counted');
  await has('are in the campaign already', 'and why is said');
  await press('Add them to Spring round');
  await has('Ben Birch', 'the colleague came');

  // Left out and back.
  await page.locator('input[name=who][aria-label="Choose Ben Birch"]').press('Space');
  await page.fill('input[name=reason]', 'On leave until May');
  await press('Leave out');
  await has('On leave until May', 'the reason stands beside them');
  await page.locator('input[name=who][aria-label="Choose Ben Birch"]').press('Space');
  await press('Put back');
  await has('Back again: 1 person.', 'they come back');

  // Readiness, and the person whom no step reaches.
  await page.goto(at(`/${campaign}/people?ready=research`));
  await has('Crawl, Company facts', 'what is missing is named');

  // Conflicts.
  await page.goto(at(`/${campaign}/conflicts`));
  await has('Not checked yet', 'nothing was checked');
  await press('Check now');
  await has('No way to reach them', 'somebody without an address is found');
  await clean('conflicts');
  await press(/^Leave them out ?: No way to reach them/);
  await has('Put right', 'one click puts it right');
  await press(/^Undo ?: No way to reach them/);
  await has('Blocks', 'and another takes it back');
  await page.locator('summary', { hasText: 'Accept' }).first().press('Enter');
  await page.locator('input[name=reason]').first().fill('She answers the phone');
  await press('Accept');
  await has('She answers the phone', 'the reason stands in the report');
  await press('Check again');
  await has('She answers the phone', 'accepted stays accepted');
  ok(await main.locator('a[href*="check="]').count() >= 2, `older checks are kept, ${how}`);
  await page.goto(at(`/${campaign}`));
  await has('People by readiness', 'the overview shows readiness');
  await clean('overview of a campaign');
  await lacks('blocks approval', 'nothing blocks any more');
  await context.close();
}
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
end();
