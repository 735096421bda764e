"""The audit report: HTML that opens from the disk, without a network. Knows the dataset, and pictures by their page."""
