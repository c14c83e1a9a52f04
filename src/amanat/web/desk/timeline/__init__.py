"""A case's time line: dated claims in, a picture's places and sizes out. Pure; a template draws it as SVG."""

from amanat.web.desk.timeline.drawing import draw
from amanat.web.desk.timeline.values import Happening, Picture, Span

__all__ = ["Happening", "Picture", "Span", "draw"]
