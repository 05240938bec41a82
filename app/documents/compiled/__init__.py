"""Compiled Word templates: what docxtpl makes of a template, opened, cleaned and compiled once."""
