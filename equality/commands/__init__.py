"""The commands of ``python -m equality``, one module a subject."""
