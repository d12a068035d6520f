"""Prints what a botocore makes of config files: one JSON line per folder named on standard input.

A folder holds 'config' and 'credentials'. With the argument 'awscli' it is the AWS CLI's own botocore.
"""
import json
import os
import sys

if 'awscli' in sys.argv:
    import awscli  # Puts its own botocore on the path.
from botocore import __version__, exceptions, session


def texts(sections):
    """The blocks of keys are left out: nobody reads a value in one."""
    return {
        name: {key.lower(): value for key, value in values.items() if isinstance(value, str)}
        for name, values in sections.items()
    }


def read(botocore, folder):
    # What it has read it keeps; a new session for each folder would take ten times as long.
    botocore._config = None
    botocore.set_config_variable('config_file', os.path.join(folder, 'config'))
    botocore.set_config_variable('credentials_file', os.path.join(folder, 'credentials'))
    try:
        config = botocore.full_config
    except exceptions.ConfigParseError:
        return {'refused': True}
    return {
        'refused': False,
        'profiles': texts(config['profiles']),
        'sessions': texts(config.get('sso_sessions', {})),
    }


print(json.dumps('botocore ' + __version__))
one = session.Session()
for line in sys.stdin:
    print(json.dumps(read(one, line.rstrip('\n'))))
