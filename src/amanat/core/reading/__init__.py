"""Reading: from a page of text to claims, in small stages that each can be tested alone."""
