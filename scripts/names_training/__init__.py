"""How the learned tables of ``amanat.core.names`` are made."""
