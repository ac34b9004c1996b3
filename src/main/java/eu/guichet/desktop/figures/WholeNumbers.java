package eu.guichet.desktop.figures;

import javafx.util.StringConverter;

/** Leaves the marks between two whole numbers without a label: there is no half of a contact. */
final class WholeNumbers extends StringConverter<Number> {
    private final double most;

    WholeNumbers() {
        this(Double.POSITIVE_INFINITY);
    }

    /** @param most what is above it has no mark */
    WholeNumbers(double most) {
        this.most = most;
    }

    @Override
    public String toString(Number mark) {
        double value = mark.doubleValue();
        return value == Math.rint(value) && value <= most ? Long.toString((long) value) : "";
    }

    @Override
    public Number fromString(String label) {
        return Long.valueOf(label);
    }
}
