// Campaigns as people keep them: a sender, a country, a campaign from a preset with its offer and settings,
// states with what is missing, a clone, the list with its tabs; with script at full width and without it
// on a phone, light and dark. And the demo's campaign, which waits in review.
import path from 'node:path';
import { axe, base, batch, end, launch, ok, signIn } from './support.mjs';

const browser = await launch();
const shots = process.env.LEADGEN_SHOTS;
const password = 'Quiet-harbour-41-lanterns';

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script, on a phone';
  const slug = `campaigns-${Date.now()}`;
  const email = `hana@${slug}.example`;
  batch(['tenant', 'add', slug, '--name', 'Campaigns']);
  batch(['user', 'add', email, '--name', 'Hana Test', '--tenant', slug, '--role', 'admin', '--password-stdin'], `${password}\n`);
  const context = await browser.newContext({
    javaScriptEnabled: script, colorScheme: script ? 'light' : 'dark',
    viewport: script ? { width: 1440, height: 900 } : { width: 390, height: 844 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  const has = async (text, name) => ok((await page.locator('main, .toasts').allInnerTexts()).join('\n').includes(text), `${name}, ${how}`, `${page.url()}: no "${text}"`);
  const clean = async (name) => {
    if (shots) await page.screenshot({ path: path.join(shots, `${name.replaceAll(' ', '-')}-${script ? 'wide' : 'phone'}.png`), fullPage: true });
    const over = script ? 0 : await page.evaluate('document.documentElement.scrollWidth - innerWidth').catch(() => 0);
    ok(over <= 0, `${name} fits, ${how}`, `${over} px too wide`);
    if (!script) return;
    const findings = await axe(page);
    ok(findings.length === 0, `axe finds nothing: ${name}`, findings.join('\n'));
  };
  const at = (rest) => `${base}/${slug}${rest}`;
  const press = async (name) => {
    await Promise.all([page.waitForEvent('framenavigated'), page.locator('main').getByRole('button', { name, exact: true }).first().press('Enter')]);
    await page.waitForLoadState();
  };
  const follow = async (name) => { await page.locator('main').getByRole('link', { name }).first().click(); await page.waitForLoadState(); };
  const act = async (name) => { await page.locator('main .page-actions summary').first().click(); await follow(name); };

  await signIn(page, email, password);
  await page.goto(at('/campaigns'));
  await has('No campaign yet', 'there is none at first');
  await clean('no campaigns');

  // Who writes, and where to.
  await page.goto(at('/settings/senders'));
  await follow('Add a sender');
  await has('Several laws ask for it', 'the form says why it asks for an address');
  await page.fill('#f-name', 'Hana Test');
  await page.fill('#f-company', 'Campaigns');
  await page.fill('#f-postal_address', 'Dlouhá 1\n110 00 Praha');
  await clean('new sender');
  await press('Add the sender');
  await has('Default', 'the first sender is the default');
  await clean('senders');
  await page.goto(at('/settings/countries'));
  await has('It is no legal advice', 'the table says what it is not');
  await clean('countries');
  await follow('Germany');
  await page.check('input[name=whose][value=own]');
  await page.selectOption('#f-basis', 'blocked');
  await press('Save');
  await has('Write why', 'a decision needs its reason');
  await page.fill('#f-note', 'Our counsel says so.');
  await press('Save');
  await has('Our counsel says so.', 'the reason stands in the table');

  // A campaign from a preset, its offer, its settings.
  await page.goto(at('/campaigns'));
  await follow('New campaign');
  await page.fill('#f-name', 'Nordic <platforms>');
  await page.check('input[name=steps][value=email-3-step]');
  await clean('new campaign');
  await press('Create the campaign');
  await has('Nordic <platforms>', 'the campaign is there');
  await has('Intro', 'with the steps of the preset');
  await has('Nobody is in it yet', 'and says what comes next');
  await clean('campaign');
  const campaign = page.url();
  await page.goto(`${campaign}/settings`);
  await has('no letter can be written', 'the settings ask for an offer');
  await follow(/Say what you offer/);
  await page.fill('#f-ask', 'May I call?');
  await press('Save');
  await has('Say what you do first', 'an offer says first what one does');
  ok(await page.inputValue('#f-ask') === 'May I call?', `what was typed is still there, ${how}`);
  await page.fill('#f-does', 'We check invoices before they are paid.');
  await clean('offer');
  await press('Save');
  await has('We check invoices before they are paid.', 'the offer stands in the settings');
  await page.check('input[name=tone][value=bold]');
  await page.fill('#f-cooldown_days', '14');
  await page.fill('#f-instructions', 'x'.repeat(2001));
  if (script) await has('2,001 of 2,000', 'the counter counts');
  await clean('campaign settings');
  await press('Save');
  await has('Shorten this to 2000 characters', 'instructions have an end');
  await page.fill('#f-instructions', 'Short.');
  await press('Save');
  await has('Saved.', 'settings are saved');
  ok(await page.isChecked('input[name=tone][value=bold]') && await page.inputValue('#f-cooldown_days') === '14', `and stay, ${how}`);

  // States: what is missing, what is allowed.
  await page.goto(`${campaign}/move/ready`);
  await has('Nobody is in it yet', 'without people it does not become ready');
  ok(await page.locator('main button[type=submit]').count() === 0, `and there is no button for it, ${how}`);
  await clean('move refused');
  await page.goto(campaign);
  await act('Clone');
  ok(await page.inputValue('#f-name') === 'Nordic <platforms> (Copy)', `a clone gets a name, ${how}`);
  await clean('clone');
  await press('Clone');
  await has('Nordic <platforms> (Copy)', 'the clone is there');
  await has('Intro', 'with its steps');
  await act('Archive…');
  await has('0 people, no message.', 'archiving says what it touches');
  await clean('archive');
  await press('Archive');
  await has('is in Archived now', 'the clone is archived');
  await page.goto(at('/campaigns'));
  ok(await page.locator('tbody tr').count() === 1, `the list shows what is at work, ${how}`);
  await clean('campaigns');
  await follow(/^Archived/);
  await has('(Copy)', 'the archive has its tab');
  await page.goto(at('/campaigns?q=NORDIC&channel=linkedin'));
  await has('No campaign here', 'filters narrow the list');
  await page.goto(campaign);
  await act('Delete…');
  await clean('delete');
  await press('Delete the campaign');
  await has('is deleted', 'a draft can be deleted');
  await context.close();
}

// The demo: in review about a minute after the start, with a dozen people.
const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
await signIn(page);
const until = Date.now() + 240000;
const waits = async () => {
  await page.goto(`${base}/demo/campaigns?tab=review`);
  return await page.locator('tbody tr').count() === 0;
};
while (await waits() && Date.now() < until) await page.waitForTimeout(5000);
const row = await page.locator('tbody tr').first().innerText().catch(() => '');
ok(/Review/.test(row) && /\b12\b/.test(row) && /24 to review/.test(row), 'the demo has a campaign in review, of 12 people', row);
await page.goto(`${base}/demo`);
ok((await page.innerText('main')).includes('Messages to review'), 'home says that messages wait');
await browser.close();
end();
