"""The store as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "amanat.store"
    label = "store"
    verbose_name = "Amanat casebook"
    default_auto_field = "django.db.models.BigAutoField"
