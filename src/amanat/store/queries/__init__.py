"""Every read of the casebook. Each function takes an actor first, and ``access`` is the one place that filters.

``cases.list_cases(actor, search="", page=1)``, ``cases.case(actor, id)``, ``reports.list_reports(actor, page=1)``,
``reports.report(actor, id)``, ``claims.claim(actor, id)``, ``search.find(actor, words)``, ``log.log(actor, page=1)``,
``overview.overview(actor)``. What they hand out is in ``views``; what is absent or not to be seen raises
``core.action_errors.NotFound``, the same for both, so that an answer never tells that something hidden exists.
"""
