"""The peers, one module each: how to install one, give it the twin and run it."""
