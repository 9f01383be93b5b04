"""An equality dashboard for the boards of NHS organisations: WRES and Model Employer figures, honest about chance."""

__version__ = "0.1.0"
