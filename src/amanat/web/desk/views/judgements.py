"""Taking back, from a case's page, a person's decision that two persons are one, or are not."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from amanat.actions.link import undo_judgement
from amanat.core.action_errors import NotFoundError
from amanat.store.queries import cases as queries
from amanat.web.desk.guards import actor_of, running


@require_POST
def undo(request: HttpRequest, case_id: int, judgement_id: int) -> HttpResponse:
    page = queries.case(actor_of(request), case_id)
    if judgement_id not in {judgement.id for judgement in page.judgements}:
        raise NotFoundError(f"judgement {judgement_id} of case {case_id}")
    undo_judgement(running().casebook, actor_of(request), judgement_id)
    return HttpResponse(status=303, headers={"Location": reverse("case", args=[case_id])})
