"""What is in the minutes in other programs' formats, and in our own for training and measuring."""
