"""Pictures: each is described once as plain values (descriptions) and drawn from that, on screen by screen."""
