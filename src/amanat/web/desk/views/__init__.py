"""Pages of the desk. They read through store.queries with the session's actor, and write through actions."""
