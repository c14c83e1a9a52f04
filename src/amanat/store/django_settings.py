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
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"

INSTALLED_APPS = ["django.contrib.staticfiles", "amanat.store"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The engine only; store/connect.py points it at the casebook that is opened.
DATABASES = {"default": server(setting("database_url")) if setting("database_url") else embedded("")}

ROOT_URLCONF = "amanat.web.desk.urls"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_WEB / "templates"],
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
STATIC_URL = "/static/"
STATICFILES_DIRS = [_WEB / "static"]
