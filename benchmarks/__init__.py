"""Accuracy and speed of verbale, against floors that cannot slide in silence. Never shipped in the wheel."""
