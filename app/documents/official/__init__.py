"""Official PDF forms that an office puts beside a map: read, compared with the map, filled, and read back."""
