"""Results as tables: for people (formatted, a caption, few columns) and for machines (``records``, full precision)."""

from equality.tables.display import Table

__all__ = ["Table"]
