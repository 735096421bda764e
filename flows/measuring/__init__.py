"""Benchmarks: reading beside other table readers, and the checks over many documents."""
