"""A labelled document typeset anew: the words and marks that reading found, in random dress; its labels carry over.

What a dress can vary is what no label depends on: paper, type, columns, lists, tables, where a form sets its labels.
"""
