"""``python -m plotreel SCRIPT.py`` runs a script, ``python -m plotreel render …`` the command line."""

import sys

from plotreel import _cli

if __name__ == "__main__":
    sys.exit(_cli.main_of_module())
