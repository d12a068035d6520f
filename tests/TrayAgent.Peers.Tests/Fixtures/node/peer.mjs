// A long-lived program that uses the AWS SDK for JavaScript; questions and answers as in botocore_peer.py.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fromSso } from '@aws-sdk/token-providers';

const say = (answer) => process.stdout.write(JSON.stringify(answer) + '\n');

async function ask({ profile, want }) {
  if (want === 'token') {
    return { token: createHash('sha256').update((await fromSso({ profile })()).token).digest('hex') };
  }
  // Only here, because most processes are asked for tokens and must start fast.
  const { STSClient, GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
  return { arn: (await new STSClient({ profile }).send(new GetCallerIdentityCommand({}))).Arn };
}

async function answer(question) {
  try {
    say({ id: question.id, ok: true, ...await ask(question) });
  } catch (problem) {
    say({ id: question.id, ok: false, error: `${problem.name}: ${problem.message}` });
  }
}

const { version } = JSON.parse(readFileSync(new URL('node_modules/@aws-sdk/token-providers/package.json', import.meta.url)));
say({ id: 0, ok: true, version: `@aws-sdk/token-providers ${version}` });
createInterface({ input: process.stdin }).on('line', (line) => answer(JSON.parse(line)));
