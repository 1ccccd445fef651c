"""Reads files into blocks, sentences and sections whose every character knows its place."""
