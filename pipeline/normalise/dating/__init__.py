"""How each kind of temporal expression is read; `pipeline.normalise.dates` is the way in."""
