"""What tells two records of one person from records of two: one small module for each subject.

Every feature takes two records and says nothing where either is silent. Weights are nats (natural logarithms of a
likelihood ratio, Fellegi and Sunter 1969); beside each stands where it comes from.
"""
