"""Where a case comes from, as a picture: reports, the origins they go back to, and who tells it."""

from amanat.web.desk.graph.drawing import draw
from amanat.web.desk.graph.values import Graph, Node, Source

__all__ = ["Graph", "Node", "Source", "draw"]
