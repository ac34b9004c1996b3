package eu.guichet.backend.letter;

/**
 * Where an envelope's window lies over the folded sheet, all in millimetres. The sheet slides in its envelope, so there
 * are two zones: {@link #always()} is seen however the sheet lies, {@link #everSeen()} may be seen.
 *
 * @param envelopeWidth inside which the sheet slides sideways
 * @param envelopeHeight inside which the sheet slides up and down
 * @param left from the envelope's left edge to the window
 * @param top from the envelope's upper edge to the window
 * @param panelHeight height of the sheet once folded
 */
record EnvelopeWindow(
        double envelopeWidth,
        double envelopeHeight,
        double left,
        double top,
        double width,
        double height,
        double panelHeight) {
    static final double SHEET_WIDTH = 210;
    static final double SHEET_HEIGHT = 297;

    /** ISO 269 DL, window of 45 × 100 mm at 20 mm from the right and lower edges, A4 folded in three. */
    static final EnvelopeWindow DL_RIGHT = new EnvelopeWindow(220, 110, 100, 45, 100, 45, SHEET_HEIGHT / 3);

    /** A rectangle on the sheet, from its upper left corner. */
    record Zone(double left, double top, double right, double bottom) {}

    Zone always() {
        return new Zone(left, top, left - sideways() + width, top - upwards() + height);
    }

    Zone everSeen() {
        return new Zone(left - sideways(), top - upwards(), left + width, top + height);
    }

    private double sideways() {
        return envelopeWidth - SHEET_WIDTH;
    }

    private double upwards() {
        return envelopeHeight - panelHeight;
    }
}
