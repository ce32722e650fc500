"""Runs unmodified matplotlib scripts: what they save, show or draw with pauses is written as films."""
