"""Processes that use botocore, each a fork of this one: a fresh process per question, without half a second of imports.

A line on standard input: {"id": 1, "profile": "p", "want": "token" or "identity", "count": 8}.
A line on standard output per process: {"id": 1, "ok": true, "token": "sha256 of the token"}, with "arn" for an identity,
or {"id": 1, "ok": false, "error": "..."}.
"""
import hashlib
import json
import os
import signal
import sys

import botocore
import botocore.session
from botocore import UNSIGNED
from botocore.config import Config
from botocore.tokens import SSOTokenProvider


def prepare(profile, want, loader):
    """A program that runs already: its session is there, its token is not."""
    session = botocore.session.Session(profile=profile)
    session.register_component('data_loader', loader)
    session.get_config_variable('region')
    if want == 'token':
        provider = SSOTokenProvider(session)
        return lambda: {'token': digest(provider.load_token().get_frozen_token().token)}
    return lambda: {'arn': session.create_client('sts').get_caller_identity()['Arn']}


def digest(secret):
    return hashlib.sha256(secret.encode()).hexdigest()


def answer(question, loader, starting_gun, is_ready):
    try:
        try:
            ask = prepare(question['profile'], question['want'], loader)
        finally:
            os.write(is_ready, b'r')
        # All read the token file at the same moment, as programs do that a wake-up lets go on.
        os.read(starting_gun, 1)
        result = {'ok': True, **ask()}
    except Exception as problem:
        result = {'ok': False, 'error': f'{type(problem).__name__}: {problem}'}
    os.write(1, (json.dumps({'id': question['id'], **result}) + '\n').encode())


def start_all(question, loader):
    starting_gun, fire = os.pipe()
    ready, is_ready = os.pipe()
    count = question.get('count', 1)
    for _ in range(count):
        if os.fork() == 0:
            os.close(fire)
            answer(question, loader, starting_gun, is_ready)
            os._exit(0)
    for _ in range(count):
        os.read(ready, 1)
    for end in (starting_gun, fire, ready, is_ready):
        os.close(end)


def warm_up():
    """Reads the service models once; what is asked later inherits them."""
    session = botocore.session.Session()
    for service in ('sso-oidc', 'sso', 'sts'):
        session.create_client(service, region_name='eu-west-1', config=Config(signature_version=UNSIGNED))
    return session.get_component('data_loader')


def main():
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    loader = warm_up()
    os.write(1, (json.dumps({'id': 0, 'ok': True, 'version': f'botocore {botocore.__version__}'}) + '\n').encode())
    for line in sys.stdin:
        start_all(json.loads(line), loader)


main()
