"""What is different in two states of the dataset, or in two documents."""
