"""Makes labelled documents: plans, reports and memos whose truth is known because they are made here.

A scenario (a county, its grant, what each municipality plans and spends) is composed into documents of content;
errors are seeded into the content; what the content holds is written as truth; a look typesets it as a PDF.
"""
