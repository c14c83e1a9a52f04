"""What Django needs to know. Amanat's own settings are in amanat/settings.py; a casebook's are inside it."""

from __future__ import annotations

import secrets
from pathlib import Path

from amanat.settings import setting
from amanat.store.databases import embedded, server

_WEB = Path(__file__).resolve().parent.parent / "web" / "desk"

# One per process: nothing signed by one run of the desk is good in the next.
SECRET_KEY = secrets.token_urlsafe(50)
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

INSTALLED_APPS = ["amanat.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The engine only; store/connect.py points it at the casebook that is opened.
DATABASES = {"default": server(setting("database_url")) if setting("database_url") else embedded("")}

# The desk's own guards (web/desk/guards.py), outermost first.
ROOT_URLCONF = "amanat.web.desk.urls"
MIDDLEWARE = [
    "amanat.web.desk.guards.strict_headers",
    "amanat.web.desk.guards.own_host",
    "amanat.web.desk.guards.own_pages",
    "django.middleware.csrf.CsrfViewMiddleware",
    "amanat.web.desk.guards.known_visitor",
    "amanat.web.desk.guards.with_slash",
    "amanat.web.desk.views.faults.KnownFaults",
]
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_AGE = None
CSRF_FAILURE_VIEW = "amanat.web.desk.views.faults.refused"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_WEB / "templates"],
        "OPTIONS": {
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "amanat.web.desk.wording",
                "amanat.web.desk.weighed",
                "amanat.web.desk.likeness",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "amanat.web.desk.surroundings.desk",
            ],
        },
    }
]
STATIC_URL = "/static/"
