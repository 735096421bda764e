"""What goes in: registries, sample documents with their truth, the typesetter and the evaluation."""
