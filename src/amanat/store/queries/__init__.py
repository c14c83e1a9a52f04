"""Every read of the casebook: each function takes an actor first; ``access`` is the one place that filters.

``cases.list_cases(actor, search="", page=1)``, ``cases.case(actor, id)``,
``reports.list_reports(actor, page=1)``, ``reports.report(actor, id)``, ``claims.claim(actor, id)``,
``search.find(actor, words)``, ``log.log(actor, page=1)``, ``overview.overview(actor)``.

What they hand out is in ``views``. What is absent and what may not be seen raise the same
``core.action_errors.NotFoundError``: an answer never tells that something hidden is there.
"""
