"""The storyboard: journeys walked by a scripted visitor, every screen kept as a picture with its words."""
