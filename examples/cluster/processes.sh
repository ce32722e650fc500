#!/bin/sh
# The parts of a film by plain processes, two at a time, and then the film: the same by any program that starts processes.
set -eu
cd "$(dirname "$0")"
PARTS=8
seq 0 $((PARTS - 1)) | xargs -P "${PROCESSES:-2}" -I '{}' python film.py part '{}' "$PARTS" parts
python film.py join parts film.mp4
