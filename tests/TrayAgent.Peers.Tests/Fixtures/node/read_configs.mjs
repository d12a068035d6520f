// Prints what the AWS SDK for JavaScript makes of config files; questions and answers as in read_configs.py.
// What it has read of a path it keeps for ever, so no folder may be asked for twice.
// It keeps sessions among the profiles; nobody takes them for some.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { loadSsoSessionData, parseKnownFiles } from '@smithy/core/config';

const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\n');

const { version } = JSON.parse(readFileSync(new URL('node_modules/@smithy/core/package.json', import.meta.url)));
say(`@smithy/core ${version}`);
for await (const folder of createInterface({ input: process.stdin })) {
  const files = { configFilepath: `${folder}/config`, filepath: `${folder}/credentials` };
  const profiles = Object.entries(await parseKnownFiles(files)).filter(([name]) => !/^(sso-session|services)\./.test(name));
  say({ refused: false, profiles: Object.fromEntries(profiles), sessions: await loadSsoSessionData(files) });
}
