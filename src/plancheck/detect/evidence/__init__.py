"""What answers the question of an aspect: by the rules of its requirement, and by what was learned."""
