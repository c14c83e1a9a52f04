"""How well one name is found across scripts: the tasks, the peers, the figures."""
