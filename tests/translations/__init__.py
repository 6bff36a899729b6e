"""The window's languages: their texts are collected from the source, kept in assets/translations, and checked."""
