"""One module per outside thing; values from outside are named untrusted_*."""
