"""The commands of `plankoll`, one a module, and what they share: options, terminal, exit statuses."""
