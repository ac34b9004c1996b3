package eu.guichet.backend.letter;

/** How a text is set. Sizes and leading in points; the colour as 0xRRGGBB. */
record Style(Face face, Face strong, float size, float leading, int colour) {
    /** From the top of a line to its baseline, in millimetres: about 0.72 of the size stands above the baseline. */
    double baseline() {
        return Pen.millimetres((leading + size * 0.72) / 2);
    }

    Style withSize(float other) {
        return new Style(face, strong, other, leading * other / size, colour);
    }
}
