"""The agenda's page, from what people ask for to how each item closes."""
