"""The desk's addresses. Everything but ``open`` and ``static`` is behind a session (guards.known_visitor)."""

from __future__ import annotations

from django.urls import path, register_converter

from amanat.web.desk.addresses import Number
from amanat.web.desk.assets import asset
from amanat.web.desk.views import (
    cases,
    echoes,
    entrance,
    finding,
    grades,
    judgements,
    linking,
    logbook,
    places,
    reports,
    reviews,
)

register_converter(Number, "number")

urlpatterns = [
    path("", cases.home),
    path("cases/", cases.cases, name="cases"),
    path("cases/<number:case_id>/", cases.case, name="case"),
    path(
        "cases/<number:case_id>/persons/<number:person_id>/is/<number:other_id>",
        judgements.judge,
        name="judge-persons",
    ),
    path(
        "cases/<number:case_id>/judgements/<number:judgement_id>/undo", judgements.undo, name="undo-judgement"
    ),
    path("linking/", linking.pairs, name="linking"),
    path("linking/<number:one>/<number:other>/", linking.pair, name="pair"),
    path("linking/<number:one>/<number:other>/judge", linking.judge, name="judge-pair"),
    path("linking/<number:one>/<number:other>/undo/<number:judgement_id>", linking.undo, name="undo-pair"),
    path("reports/", reports.reports, name="reports"),
    path("reports/<number:report_id>/", reports.report, name="report"),
    path("reports/<number:report_id>/original", reports.original, name="original"),
    path("reports/<number:report_id>/claims/<number:claim_id>/review", reviews.review, name="review"),
    path("reports/<number:report_id>/claims/<number:claim_id>/correct", reviews.correct, name="correct"),
    path("reports/<number:report_id>/claims/<number:claim_id>/undo", reviews.undo, name="undo"),
    path("reports/<number:report_id>/claims/<number:claim_id>/grade", grades.grade, name="grade"),
    path("reports/<number:report_id>/marks/<number:at>/begin", reviews.begin, name="begin"),
    path("reports/<number:report_id>/echoes/<number:other_id>/", echoes.echo, name="echo"),
    path("reports/<number:report_id>/echoes/<number:other_id>/decide", echoes.decide, name="decide-echo"),
    path("find/", finding.find, name="find"),
    path("places/", places.places, name="places"),
    path("places/add", places.add, name="add-place"),
    path("places/<number:place_id>/replace", places.replace, name="replace-place"),
    path("places/<number:place_id>/withdraw", places.withdraw, name="withdraw-place"),
    path("log/", logbook.log, name="log"),
    path("open/<str:token>", entrance.enter, name="open"),
    path("lock", entrance.lock, name="lock"),
    path("static/<str:name>", asset, name="static"),
]

handler400 = "amanat.web.desk.views.faults.bad_request"
handler403 = "amanat.web.desk.views.faults.refused"
handler404 = "amanat.web.desk.views.faults.not_found"
handler500 = "amanat.web.desk.views.faults.fault"
