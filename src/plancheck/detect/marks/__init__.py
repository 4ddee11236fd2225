"""What a piece of text shows by itself: hard content, hollow phrases, time, stance."""
