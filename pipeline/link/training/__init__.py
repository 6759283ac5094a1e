"""Fitting what tells the purpose of a payment."""
