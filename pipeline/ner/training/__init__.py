"""How the weights of the news NER are made; needs the extra `newsfacts[train]`."""
