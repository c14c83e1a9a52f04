"""Whole lists: which rows of one or several tables speak of one person, without anybody having told it how."""
