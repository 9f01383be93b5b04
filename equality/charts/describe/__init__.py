"""Analysis results as chart descriptions: which rows, lines and words a picture shows; no drawing."""
