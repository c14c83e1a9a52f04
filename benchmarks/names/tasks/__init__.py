"""What is measured: each task is a set of queries, a pool of candidates, and the right ones among them."""
