"""A language model on this machine: any server that answers as OpenAI's chat completions do.

The one place of the program that opens a connection. It goes to this machine's own loopback address, whatever a name
resolves to and wherever a server would send it on, unless the user insists in words (`address`).
"""
