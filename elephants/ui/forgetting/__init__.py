"""What is kept, and forgetting, as home offers it: a person's name, a session, what was kept long enough, the paper."""
