"""The benchmark: table readers side by side on the same labelled documents, in one run.

It knows no reader of ours: whoever runs it passes the tools in. `corpus.bench.peers` lists the public ones.
"""
