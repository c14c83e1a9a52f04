"""What every page shows around itself: who is at the desk, and the casebook in numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from amanat.core.protecting import Actor
from amanat.store.queries.overview import overview


def desk(request: HttpRequest) -> dict[str, Any]:
    """Template context processor. A page without a session has no actor and reads nothing."""
    actor = request.META.get("amanat.actor")
    if not isinstance(actor, Actor):
        return {}
    return {"actor": actor, "overview": SimpleLazyObject(lambda: overview(actor))}
