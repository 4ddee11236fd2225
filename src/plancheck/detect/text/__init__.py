"""From a dossier to units in their context: a sentence, a point, a row, with its heading and what stands beside it."""
