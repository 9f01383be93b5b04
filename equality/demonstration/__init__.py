"""Invented organisations that look real, made from a seed: the demonstration store, and staff lists of any length."""
