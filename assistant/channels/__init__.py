"""Where people talk: one file or folder a platform; none knows another, `bot.py` builds them."""
