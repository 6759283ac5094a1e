"""Makes `weights/antecedents.json` from articles in which readers have said whom references mean."""
