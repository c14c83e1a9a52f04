"""Hostile files are parsed in another process, behind a wall; only JSON or a known refusal comes back."""

from amanat.adapters.sandbox.parent import Sandbox
from amanat.adapters.sandbox.terms import Allowance, RefusalError, SandboxUnavailableError
from amanat.adapters.sandbox.walls import Policy

__all__ = ["Allowance", "Policy", "RefusalError", "Sandbox", "SandboxUnavailableError"]
