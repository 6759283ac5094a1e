"""Making the weights of the learned reader; needs the `train` extra."""
