"""The task ``persons``: people of reports who are nobody, with the truth of who is who."""
