"""A WeCom of our own: it checks what the real servers check and remembers everything.

`WeComFake` is the API and the sender of callbacks; `Robots` the group robot; `AibotFake` the AI
bot's websocket server. The ciphers here are an implementation of their own, not ours tested with
itself. `python -m tests.fakes.wecom` runs API and AI bot as a process of their own.
"""
