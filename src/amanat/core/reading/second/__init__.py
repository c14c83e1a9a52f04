"""A second reader: what a language model proposes of a report, checked word by word against the text.

Pure: what is asked, paragraph by paragraph (`paragraphs`, `prompt`, `form`); what came back (`answer`); what of it
may stand (`quoting`, `checking`, `dating`); and where it says what the rules say (`agreement`, `joining`). A model is
believed in nothing: its claims stand in words of the text or not at all, are marked as its own, and wait for a person.
"""
