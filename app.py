"""The server, which ``streamlit run app.py`` takes: the dashboard's script, what is put around it, a health route.

The script lies in ``equality/ui/`` so that no ``pages/`` folder stands beside it: Streamlit's own discovery of pages
would answer a cold deep link with a "Page not found" dialog.
"""

import streamlit as st

from equality.ui.components import show_failure
from equality.ui.server import MIDDLEWARE, ROUTES, serving

app = st.App(
    "equality/ui/dashboard.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=serving, on_script_error=show_failure
)
