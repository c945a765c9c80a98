"""Who talks: dialogue, people, reminders and channels, over what `knowledge` knows."""
