"""Prints what the installed AWS CLI v2 makes of config files: one JSON line per folder named on standard input.

A folder holds 'config' and, if it likes, 'credentials'. Nothing is run and no network is used:
the classes are those that the AWS CLI itself resolves credentials with.
"""
import json
import os
import sys

import awscli  # Puts the AWS CLI's own botocore on the path.
from botocore import credentials, exceptions, session, tokens

KEYS = ('sso_start_url', 'sso_region', 'region', 'sso_account_id', 'sso_role_name', 'sso_session')


class Providers:
    """The providers of one folder's profiles, in the AWS CLI's order, without clients."""

    def __init__(self, folder, config):
        self._config_file = os.path.join(folder, 'config')
        self._credentials_file = os.path.join(folder, 'credentials')
        self._config = config

    def providers(self, profile_name, disable_env_vars=False):
        return [
            WebIdentity(self._config, profile_name),
            Sso(self._config, profile_name),
            credentials.SharedCredentialProvider(self._credentials_file, profile_name),
            Process(self._config, profile_name),
            credentials.ConfigProvider(self._config_file, profile_name),
        ]

    def source(self, profile_name):
        """The method that gives the credentials, 'none', or 'error' when the AWS CLI would refuse the profile."""
        role = credentials.AssumeRoleProvider(
            lambda: self._config, None, {}, profile_name,
            profile_provider_builder=self, credential_sourcer=Sourcer())
        try:
            for provider in [role] + self.providers(profile_name):
                if provider.load():
                    return provider.METHOD
        except exceptions.BotoCoreError:
            return 'error'
        return 'none'


class Sso:
    """The credentials and, for an sso-session, the token that they are asked for with."""
    METHOD = 'sso'

    def __init__(self, config, profile_name):
        self.full_config = config
        self._profile_name = profile_name

    def get_config_variable(self, name):
        return self._profile_name

    def load(self):
        found = credentials.SSOProvider(lambda: self.full_config, None, self._profile_name).load()
        if found and 'sso_session' in self.full_config['profiles'][self._profile_name]:
            tokens.SSOTokenProvider(self, cache={}).load_token()
        return found


class WebIdentity:
    """Whether there is one; the real provider would read the token."""
    METHOD = 'assume-role'

    def __init__(self, config, profile_name):
        self._profile = config['profiles'].get(profile_name, {})

    def load(self):
        return {'role_arn', 'web_identity_token_file'} <= set(self._profile) or None


class Process:
    """Whether there is one; the real provider would run it."""
    METHOD = 'custom-process'

    def __init__(self, config, profile_name):
        self._profile = config['profiles'].get(profile_name, {})

    def load(self):
        return 'credential_process' in self._profile or None


class Sourcer:
    """Stands for the environment and the instance metadata."""

    def is_supported(self, source_name):
        return True

    def source_credentials(self, source_name):
        return 'credentials'


def text(value):
    return value if isinstance(value, str) else None


def read(folder):
    aws = session.Session()
    aws.set_config_variable('config_file', os.path.join(folder, 'config'))
    aws.set_config_variable('credentials_file', os.path.join(folder, 'credentials'))
    try:
        config = aws.full_config
    except exceptions.ConfigParseError:
        return {'refused': True}
    profiles = config['profiles']
    providers = Providers(folder, config)
    return {
        'refused': False,
        'profiles': {
            name: dict({key: text(values.get(key)) for key in KEYS}, source=providers.source(name))
            for name, values in profiles.items()
        },
        'sessions': {
            name: [text(values.get('sso_start_url')), text(values.get('sso_region'))]
            for name, values in config.get('sso_sessions', {}).items()
        },
    }


for line in sys.stdin:
    print(json.dumps(read(line.rstrip('\n'))), flush=True)
