"""What a run is given: files here and elsewhere, what is known of them, and where they are put when read."""
