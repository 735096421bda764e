"""The domain: places, the document model, written numbers, the dataset's rows and schema.

Depends on no other room.
"""
