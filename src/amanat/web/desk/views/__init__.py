"""Pages of the desk. Thin: they read through store.queries with the session's actor, and write through actions."""
