"""The main script: Streamlit runs it for every view of every page."""

from equality.ui.shell import show_dashboard

show_dashboard()
