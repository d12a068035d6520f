"""What the agent must not be: it refreshes as soon as it sees an expired token, without watching for others.

With it sessions must be lost: the negative control of the races. Argument: the identity centre's address.
Questions and answers as in botocore_peer.py, with the path of the token file for the profile.
"""
import json
import os
import random
import sys
import time
import urllib.error
import urllib.request


def refresh(centre, path):
    with open(path, encoding='utf-8') as file:
        token = json.load(file)
    body = {
        'grantType': 'refresh_token',
        'clientId': token['clientId'],
        'clientSecret': token['clientSecret'],
        'refreshToken': token['refreshToken'],
    }
    request = urllib.request.Request(centre + '/token', json.dumps(body).encode(), {'Content-Type': 'application/json'})
    with urllib.request.urlopen(request) as response:
        answer = json.load(response)
    token.update(accessToken=answer['accessToken'], refreshToken=answer['refreshToken'], expiresAt='2099-01-01T00:00:00Z')
    with open(path + '.eager', 'w', encoding='utf-8') as file:
        json.dump(token, file)
    os.replace(path + '.eager', path)


def answer(question, centre):
    # Nobody knows when after a wake-up its timer runs: somewhere while the other program does its work.
    time.sleep(random.uniform(0, 0.06))
    try:
        refresh(centre, question['profile'])
        return {'id': question['id'], 'ok': True}
    except urllib.error.HTTPError as problem:
        return {'id': question['id'], 'ok': False, 'error': str(problem)}


print(json.dumps({'id': 0, 'ok': True, 'version': 'an eager agent'}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line), sys.argv[1])), flush=True)
