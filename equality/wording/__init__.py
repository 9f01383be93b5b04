"""Results as sentences. Every number that a person reads is formatted in ``numbers``, once."""
