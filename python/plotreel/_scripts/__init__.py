"""Scripts of matplotlib as they are: what they save, show and pause on becomes films."""
